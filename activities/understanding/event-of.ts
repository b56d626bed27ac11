import { resolveFloating } from '../../domain/ical/read-time.ts';
import type { ItipReply, ItipSaid } from '../../domain/itip/inbound.ts';
import { isAtItsTime } from '../../domain/itip/reading-about.ts';
import type { Answered, Proposed, RefreshRequested } from '../../domain/meeting/events.ts';
import { hideAddressesAndThese } from '../../domain/meeting/privacy.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import type { InvitedMeeting, MailOwner } from './ports.ts';
import type { ReadMessage } from './read-message.ts';

export const LONGEST_NOTE = 2_000;

interface About {
  meeting: InvitedMeeting;
  own: MailOwner | null;
}

/** What the meeting is told of an answer, a new time or a wish for the newest invitation; null: nothing of these. */
export function eventOf(
  message: ReadMessage,
  itip: ItipSaid,
  attendeeId: AttendeeId,
  about: About,
): Answered | Proposed | RefreshRequested | null {
  const { effectId } = message;
  const base = { door: 'mail', attendeeId } as const;
  switch (itip.kind) {
    case 'delegation':
      return null;
    case 'refresh':
      return { ...base, type: 'refresh-requested', key: `refresh/${effectId}` };
    case 'counter':
      return {
        ...base,
        ...resolveFloating(itip.time, about.meeting.timezones[attendeeId] ?? 'UTC'),
        type: 'proposed',
        key: `counter/${effectId}`,
        proposalId: effectId,
        note: hideAddressesAndThese(itip.note, Object.values(about.meeting.addresses).flat()).slice(
          0,
          LONGEST_NOTE,
        ),
        sequence: itip.sequence ?? (isToNewest(about) ? null : (about.own?.sequence ?? null)),
        linkId: null,
      };
    case 'reply':
      return {
        ...base,
        type: 'answered',
        key: `reply/${effectId}`,
        partstat: itip.partstat,
        sequence: sequenceAnswered(itip, attendeeId, about),
        ...dated(itip.dtstampMs, message.receivedMs, about.meeting.madeMs),
      };
  }
}

/**
 * Which invitation an answer is about. SEQUENCE says it, unless a program leaves it out or does not keep it: then the
 * reply address of the newest message does, or the time that the program knows. An attendee must not raise it; what is
 * higher than ours is about the newest.
 */
function sequenceAnswered(itip: ItipReply, attendeeId: AttendeeId, about: About): number {
  const { meeting, own } = about;
  const newest = meeting.sequence;
  const zone = meeting.timezones[attendeeId] ?? 'UTC';
  const knowsItsTime = () => isAtItsTime(itip, { startMs: meeting.startMs, zone });
  if (itip.sequence === null) return isToNewest(about) || knowsItsTime() ? newest : (own?.sequence ?? 0);
  if (itip.sequence >= newest) return newest;
  return isToNewest(about) && knowsItsTime() ? newest : itip.sequence;
}

const isToNewest = ({ own, meeting }: About): boolean =>
  own?.via === 'reply' && own.meetingId === meeting.meetingId && own.sequence === meeting.sequence;

/**
 * When it was given. Nobody gives an answer after it arrives, or before there is the meeting: a clock that says so is
 * wrong, and what is known is that it was given some time before its arrival.
 */
function dated(
  dtstampMs: number | null,
  receivedMs: number,
  madeMs: number,
): Pick<Answered, 'dtstampMs' | 'undated'> {
  const isTrue = dtstampMs !== null && dtstampMs <= receivedMs && dtstampMs >= madeMs - 1_000;
  return isTrue ? { dtstampMs } : { dtstampMs: receivedMs, undated: true };
}
