import { MeetingRefused } from '../../activities/meeting/meetings.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { bookingOfType, slotsInstead } from '../../queries/bookings.ts';
import { spending, type LinkDeps } from './link-uses.ts';
import { openLink } from './open-link.ts';
import { proposeByLink, requireUsable, toSpend } from './propose-by-link.ts';

export interface MoveInput {
  token: string;
  startMs: Instant;
  /** The same key again is the same move. */
  requestKey: string;
}

/**
 * Takes another slot that the event type offers, with a “Request new time” link: nobody is asked, since it is in the hosts' hours, unless they
 * approve each booking themselves; it is held meanwhile. Spends the link; the next invitation brings a new one.
 *
 * @returns `asked`: the hosts have to approve it first
 * @throws LinkProblem; MeetingRefused also `slot-taken`, `time-unchanged`; MeetingNotRunning, EngineUnavailable
 */
export async function moveByLink(deps: LinkDeps, input: MoveInput): Promise<'moved' | 'asked'> {
  const { token, startMs, requestKey } = input;
  const link = await openLink(deps, token, 'propose');
  // The same again: it has moved there.
  if (link.usedMs !== null && link.meeting.startMs === startMs) return 'moved';
  await requireUsable(deps, link);
  const found = await bookingOfType(deps, link.tenantId, link.meetingId);
  if (!found) throw new MeetingRefused('slot-taken');
  const { booking, eventType } = found;
  if (startMs === booking.startMs) throw new MeetingRefused('time-unchanged');
  const endMs = startMs + (booking.endMs - booking.startMs);
  const offered = await slotsInstead(deps, found, { startMs, endMs: startMs + 1 });
  if (!offered.some((slot) => slot.startMs === startMs)) throw new MeetingRefused('slot-taken');
  if (eventType.requiresApproval) {
    await proposeByLink(deps, { token, startMs, endMs, note: '', requestKey, slot: true });
    return 'asked';
  }
  await spending(deps, link, 'spent', () =>
    deps.meetings.update(link.uid, {
      type: 'moved',
      key: `moved/${requestKey}`,
      door: 'link',
      attendeeId: link.attendeeId,
      linkId: toSpend(link),
      sequence: link.meeting.sequence + 1,
      startMs,
      endMs,
    }),
  );
  return 'moved';
}
