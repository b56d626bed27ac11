import { isBooked, meetingById, type BookedMeeting } from '../../adapters/postgres/booked-meetings.ts';
import { lockEventType } from '../../adapters/postgres/booking/hold.ts';
import { singleUseLinkOf, spendBookingLink } from '../../adapters/postgres/booking/links.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { Bookable } from '../../queries/bookable.ts';
import { LinkSpent } from '../../queries/link-spent.ts';
import type { BookingDeps } from './slot-request.ts';
import { HoldOfAnotherTime } from './slot-taken.ts';

/** A hold that is to be booked, and what its booking says of it. */
interface Claimed {
  holdId: string;
  startMs: Instant;
  /** Absent: whatever is held. */
  lengthMinutes?: number | undefined;
}

/**
 * The hold that is to be booked. It spends the link of a single use that it was made with, or that is shown now: of several holds
 * by one link the first that is booked has it.
 *
 * @returns null: the event type cannot be booked any more but by who owns it
 * @throws NotPermitted where it is no hold of that event type; HoldOfAnotherTime; LinkSpent
 */
export async function claimHold(
  { knex }: Pick<BookingDeps, 'knex'>,
  { eventType, link, isOwn }: Bookable,
  { holdId, startMs, lengthMinutes }: Claimed,
): Promise<BookedMeeting | null> {
  const meeting = await meetingById(knex, eventType.tenantId, holdId);
  if (!isBooked(meeting) || meeting.eventTypeId !== eventType.id) throw new NotPermitted('The hold');
  const isThatLong =
    lengthMinutes === undefined || meeting.endMs - meeting.startMs === lengthMinutes * 60_000;
  if (meeting.startMs !== startMs || !isThatLong) throw new HoldOfAnotherTime();
  return knex.transaction(async (trx) => {
    const { active } = await lockEventType(trx, eventType.id);
    if (!active && !isOwn) return null;
    const linkId = (await singleUseLinkOf(trx, holdId)) ?? (link?.singleUse ? link.id : null);
    if (linkId !== null && !(await spendBookingLink(trx, linkId, holdId))) throw new LinkSpent();
    return meeting;
  });
}
