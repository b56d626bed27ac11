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

/** What the hosts of a booking are asked for. */
export type AskedNow = NonNullable<Booking['asksFor']> & { kind: 'booking' | 'move' };

/** What its hosts are asked for and can still decide, and whether that is the booking itself or another time; null: nothing. */
export function askedIn(booking: Booking, nowMs: number): AskedNow | null {
  const { asksFor, status } = booking;
  if (!asksFor || !isOpen(booking, nowMs)) return null;
  return { ...asksFor, kind: status === 'held' ? 'booking' : 'move' };
}

/** The words for what is asked for. */
export const ASKED_WORDS = {
  booking: {
    approve: 'page.decide.booking.approve.button',
    decline: 'page.decide.booking.decline.button',
    hint: 'page.decide.booking.approve.hint',
    agreed: 'page.decide.booking.agreed.title',
    declineTitle: 'page.decide.booking.decline.title',
    declineHint: 'page.decide.booking.decline.hint',
  },
  move: {
    approve: 'page.decide.approve.button',
    decline: 'page.decide.decline.button',
    hint: 'page.host.list.asksHint',
    agreed: 'page.decide.outcome.agreed.title',
    declineTitle: 'page.decide.decline.title',
    declineHint: 'page.decide.decline.hint',
  },
} as const;
export type AskedWords = (typeof ASKED_WORDS)['booking' | 'move'];

export type State = 'waits' | 'asks' | 'held' | 'cancelled' | 'past' | 'booked';

export function stateOf(booking: Booking, nowMs: number): State {
  const asked = askedIn(booking, nowMs);
  if (asked) return asked.kind === 'booking' ? 'waits' : 'asks';
  if (booking.status === 'held') return 'held';
  if (booking.status === 'cancelled') return 'cancelled';
  return booking.status === 'closed' || booking.endMs <= nowMs ? 'past' : 'booked';
}

export const LOOKS: Readonly<Record<State, string>> = {
  waits: 'warn',
  asks: 'warn',
  held: 'warn',
  cancelled: 'bad',
  past: '',
  booked: 'good',
};
