import type { Knex } from 'knex';
import { MeetingRefused } from '../../activities/meeting/meetings.ts';
import { meetingById, isBooked, type BookedMeeting } from '../../adapters/postgres/booked-meetings.ts';
import { insertHold, lockForBooking, lockHolder, openHolds } from '../../adapters/postgres/booking/hold.ts';
import { spendBookingLink } from '../../adapters/postgres/booking/links.ts';
import { readOffer } from '../../adapters/postgres/booking/offer.ts';
import { readTurns } from '../../adapters/postgres/booking/turns.ts';
import { isPersonBusy } from '../../adapters/postgres/commit/busy.ts';
import { knownPerson } from '../../adapters/postgres/people/person.ts';
import { isExclusionViolation } from '../../adapters/postgres/violations.ts';
import { appendToOutbox } from '../../adapters/postgres/outbox.ts';
import type { Tenant } from '../../adapters/postgres/tenants.ts';
import { hostsForGuest, joinable } from '../../domain/booking/offer.ts';
import type { Held } from '../../domain/meeting/events.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Bookable } from '../../queries/bookable.ts';
import { LinkSpent } from '../../queries/link-spent.ts';
import { meetingInput, type MeetingDeps } from '../meetings/meeting-input.ts';
import { GuestRefused } from './guest-refused.ts';
import { TooManyHolds } from './slot-taken.ts';

/** What is asked for. */
export interface WantedSlot {
  /** Of the meeting that holds it; the same id again is the same one. */
  id: string;
  startMs: Instant;
  lengthMinutes: number;
  /** It is given back then, unless it is booked. */
  expiresMs: Instant;
  /** A fingerprint of who asks; null: they may hold as much as they like. */
  heldBy: Buffer | null;
  /** The address of who books it at once; absent: it is held, for whoever books it then. */
  guestEmail?: string;
}

/** How many times one client may hold at once. */
export const MOST_HOLDS = 3;

/** `join`: a meeting there has a seat left. */
export type TakenSlot = { kind: 'held'; meeting: BookedMeeting } | { kind: 'join'; meetingId: string };

/**
 * Takes a slot, or finds that it cannot be had. One transaction decides: it locks the event type and all whom and what it needs, by id; what is
 * free then is what the engine says, and is taken before anybody else can look. The exclusion constraint stands below it.
 *
 * @returns null: it is not offered, or somebody was faster
 * @throws TooManyHolds; GuestRefused; MeetingRefused `guest-busy`; LinkSpent when it was meanwhile
 */
export async function takeSlot(
  deps: MeetingDeps,
  tenant: Tenant,
  { eventType, link }: Bookable,
  wanted: WantedSlot,
): Promise<TakenSlot | null> {
  try {
    return await deps.knex.transaction((trx) => take(trx, deps, tenant, { eventType, link }, wanted));
  } catch (error) {
    if (isExclusionViolation(error)) return null;
    throw error;
  }
}

async function take(
  trx: Knex.Transaction,
  deps: MeetingDeps,
  tenant: Tenant,
  { eventType, link }: Pick<Bookable, 'eventType' | 'link'>,
  wanted: WantedSlot,
): Promise<TakenSlot | null> {
  const { startMs, lengthMinutes, heldBy, guestEmail } = wanted;
  if (heldBy) await lockHolder(trx, heldBy);
  await lockForBooking(trx, eventType);
  // The same request once more, perhaps while the first one took it.
  const made = await meetingById(trx, tenant.id, wanted.id);
  if (isBooked(made)) return { kind: 'held', meeting: made };
  // Of the moment in which it is decided: whoever waited for the locks may have waited too long.
  const nowMs = deps.clock.nowMs();
  if (heldBy && (await openHolds(trx, heldBy, nowMs)) >= MOST_HOLDS) throw new TooManyHolds();
  const range = { startMs, endMs: startMs + 1 };
  const offer = await readOffer(trx, eventType, range);
  const asked = { lengthMinutes, nowMs };
  const [seated] = joinable(offer, asked, range);
  if (seated) return { kind: 'join', meetingId: seated.meetingId };
  const time = { startMs, endMs: startMs + lengthMinutes * 60_000 };
  const guest = guestEmail === undefined ? null : await knownPerson(trx, tenant.id, guestEmail);
  const hostIds = hostsForGuest(offer, asked, startMs, {
    turns: await readTurns(trx, eventType, nowMs),
    guestId: guest?.principalId ?? null,
  });
  if (hostIds === 'guest-is-host') throw new GuestRefused(hostIds);
  if (!hostIds) return null;
  if (guest && (await isPersonBusy(trx, guest.principalId ?? guest.contactId, time)))
    throw new MeetingRefused('guest-busy');
  const meeting = await insertHold(trx, tenant, eventType, {
    ...{ id: wanted.id, ...time, expiresMs: wanted.expiresMs },
    ...{ hostIds, heldBy, linkId: link?.id ?? null },
  });
  // A hold spends no link: the first meeting that is booked with it does.
  if (link?.singleUse && guestEmail !== undefined && !(await spendBookingLink(trx, link.id, meeting.id)))
    throw new LinkSpent();
  // Should this process die before the meeting lives, the time is given back all the same.
  const event = { ...heldEvent(meeting.id), meeting: meetingInput(meeting, deps) };
  await appendToOutbox(trx, tenant.id, [{ uid: meeting.uid, event }]);
  return { kind: 'held', meeting };
}

/** Begins the life of a meeting that holds its time; there is one in it. */
export const heldEvent = (meetingId: string): Held => ({
  type: 'held',
  key: `held/${meetingId}`,
  door: 'api',
});
