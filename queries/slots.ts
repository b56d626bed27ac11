import { readOffer } from '../adapters/postgres/booking/offer.ts';
import type { EventType } from '../domain/booking/event-type.ts';
import { explainOffer, offeredSlots, type HostReason, type OfferedSlot } from '../domain/booking/offer.ts';
import type { Instant, TimeRange } from '../domain/time/instant.ts';
import type { QueryDeps } from './deps.ts';

/** What slots are found with. */
export type SlotDeps = Pick<QueryDeps, 'knex' | 'clock' | 'readTaken'>;

/** Of a call for slots, in days. */
export const LONGEST_RANGE_DAYS = 92;

/** What can be booked of an event type within a range, by its start. @param lengthMinutes one of the event type's */
export async function slotsFor(
  { knex, clock, readTaken }: SlotDeps,
  eventType: EventType,
  lengthMinutes: number,
  range: TimeRange,
): Promise<OfferedSlot[]> {
  const offer = await readOffer(knex, eventType, range, { taken: readTaken });
  return offeredSlots(offer, { lengthMinutes, nowMs: clock.nowMs() }, range);
}

/** Why an event type cannot be booked at an instant. */
export interface Explanation {
  isOffered: boolean;
  hosts: HostReason[];
}

/** Why an event type is offered at an instant, or is not; it agrees with `slotsFor`. */
export async function explainFor(
  { knex, clock, readTaken }: SlotDeps,
  eventType: EventType,
  lengthMinutes: number,
  at: Instant,
): Promise<Explanation> {
  const range = { startMs: at, endMs: at + 1 };
  const offer = await readOffer(knex, eventType, range, { taken: readTaken });
  const asked = { lengthMinutes, nowMs: clock.nowMs() };
  const isOffered = offeredSlots(offer, asked, range).some(({ startMs }) => startMs === at);
  return { isOffered, hosts: explainOffer(offer, asked, at) };
}

const NEAR_MS = 7 * 86_400_000;
const NEAREST = 5;

/** The free slots that begin nearest to an instant, by their start. */
export async function nearestSlots(
  deps: SlotDeps,
  eventType: EventType,
  lengthMinutes: number,
  at: Instant,
): Promise<OfferedSlot[]> {
  const range = { startMs: at - NEAR_MS, endMs: at + 2 * NEAR_MS };
  const slots = await slotsFor(deps, eventType, lengthMinutes, range);
  return slots
    .sort((one, other) => Math.abs(one.startMs - at) - Math.abs(other.startMs - at))
    .slice(0, NEAREST)
    .sort((one, other) => one.startMs - other.startMs);
}
