import { createHash } from 'node:crypto';
import { tenantById, type Tenant } from '../../adapters/postgres/tenants.ts';
import type { EventType } from '../../domain/booking/event-type.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { bookableFor, type Bookable } from '../../queries/bookable.ts';
import { nearestSlots, type SlotDeps } from '../../queries/slots.ts';
import type { Counted } from '../counted.ts';
import type { CommandDeps } from '../deps.ts';
import { InvalidInput } from '../invalid-input.ts';
import type { MeetingDeps } from '../meetings/meeting-input.ts';
import { SlotTaken } from './slot-taken.ts';

export type BookingDeps = MeetingDeps & Pick<CommandDeps, 'readTaken'>;

/** A slot that somebody asks for. */
export interface SlotRequest {
  eventTypeId: string;
  startMs: Instant;
  /** Absent: the first of the event type's. */
  lengthMinutes?: number | undefined;
  /** Of a link to an event type that is not public. */
  token?: string | undefined;
  /** What a request without a key counts for, and whom it comes from, as limits name them. */
  counted: Counted & { client: string };
  /** The same key again is the same request. */
  requestKey: string;
}

/**
 * What a slot is asked of, for who may.
 *
 * @param holdId of the hold that is to be booked
 * @throws NotPermitted; LinkSpent; InvalidInput a length that the event type has not
 */
export async function openSlot(
  deps: Pick<BookingDeps, 'knex' | 'clock'>,
  actor: Actor,
  { eventTypeId, token, lengthMinutes, counted, requestKey }: SlotRequest,
  holdId?: string,
): Promise<{ tenant: Tenant; bookable: Bookable; lengthMinutes: number; heldBy: Buffer | null }> {
  const bookable = await bookableFor(deps, actor, {
    id: eventTypeId,
    token,
    meetingId: holdId ?? requestKey,
  });
  const { eventType, isOwn } = bookable;
  const length = knownLength(eventType, lengthMinutes);
  if (!isOwn) {
    await counted.count('bookings');
    await counted.countPlace('bookingsOfType', eventType.id);
    await counted.countPlace('bookingsOfTypeDaily', eventType.id);
  }
  const tenant = await tenantById(deps.knex, eventType.tenantId);
  if (!tenant) throw new NotPermitted('The event type');
  return { tenant, bookable, lengthMinutes: length, heldBy: isOwn ? null : fingerprintOf(counted.client) };
}

/** @param field what it is called where it is asked for @throws InvalidInput */
export function knownLength(
  { lengthsMinutes }: Pick<EventType, 'lengthsMinutes'>,
  wanted: number | undefined,
  field: 'lengthMinutes' | 'length' = 'lengthMinutes',
): number {
  const length = wanted ?? lengthsMinutes[0];
  if (length === undefined || !lengthsMinutes.includes(length))
    throw new InvalidInput(field, `must be one of ${lengthsMinutes.join(', ')}`);
  return length;
}

const fingerprintOf = (client: string): Buffer => createHash('sha256').update(`holds/${client}`).digest();

/** What a loser is told: where there is still room. */
export const refuseSlot = async (
  deps: SlotDeps,
  eventType: EventType,
  lengthMinutes: number,
  startMs: Instant,
): Promise<SlotTaken> => new SlotTaken(await nearestSlots(deps, eventType, lengthMinutes, startMs));
