import type { Wording } from '../../../../adapters/texts/texts.ts';
import { clockRange, formatInstant } from '../../../../adapters/texts/times.ts';
import { zoneWords } from '../../../../domain/time/zone-names.ts';
import type { Booking, BookingPerson } from '../../../../queries/bookings.ts';

/** As in “Monday, 23 November 2026, 09:00 – 09:30 (Vienna, UTC+1)”, on the clocks of the host. */
export const whenWords = (
  { startMs, endMs }: Pick<Booking, 'startMs' | 'endMs'>,
  zone: string,
  reader: Wording,
) =>
  reader.t('time.inZone', {
    when: reader.t('time.dayAndClock', {
      day: formatInstant(startMs, zone, reader, 'day'),
      clock: clockRange({ startMs, endMs }, zone, reader),
    }),
    zone: zoneWords({ startMs, endMs }, zone),
  });

/** Who comes, by what they are called; those who have told nothing are left out. */
export const guestNames = (booking: Booking): string => namesOf(booking, 'guest');

/** Who takes it; the same. */
export const hostNames = (booking: Booking): string => namesOf(booking, 'host');

const namesOf = ({ people }: Booking, wanted: BookingPerson['role']): string =>
  people.flatMap(({ role, name }) => (role === wanted && name !== null ? [name] : [])).join(', ');

/** Whether something of it can still be changed. */
export const isOpen = ({ status, endMs }: Booking, nowMs: number): boolean =>
  (status === 'scheduled' || status === 'held') && endMs > nowMs;

/** Whether its hosts are asked to approve it. */
export const isRequest = (booking: Booking, nowMs: number): boolean =>
  booking.status === 'held' && booking.awaitsApproval && isOpen(booking, nowMs);

export type State = 'waits' | 'held' | 'cancelled' | 'past' | 'booked';

export function stateOf(booking: Booking, nowMs: number): State {
  if (booking.awaitsApproval) return 'waits';
  if (booking.status === 'held') return 'held';
  if (booking.status === 'cancelled') return 'cancelled';
  return booking.status === 'closed' || booking.endMs <= nowMs ? 'past' : 'booked';
}

export const LOOKS: Readonly<Record<State, string>> = {
  waits: 'warn',
  held: 'warn',
  cancelled: 'bad',
  past: '',
  booked: 'good',
};
