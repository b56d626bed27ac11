import type { Context } from 'koa';
import { covers, type DayBlock, type DaySpan } from '../../../../domain/availability/schedule.ts';
import { DAY_MS } from '../../../../domain/time/calendar-days.ts';
import { dayAt } from '../../../../domain/time/wall.ts';
import { openZone, UTC_CLOCK, wallAt } from '../../../../domain/time/zone.ts';
import { profileFor, type StoredOverride } from '../../../../queries/availability.ts';
import { bookingsFor, hostIdsOf, type Booking } from '../../../../queries/bookings.ts';
import type { ApiDeps } from '../../../deps.ts';
import { day, dayText } from '../../../routes/fields.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { queryText } from '../../form-body.ts';
import { self } from '../doors.ts';
import type { Whose } from './owner.ts';

/** Bookings that were made before their days were closed: nobody moves or cancels them by that. */
export interface Staying {
  bookings: readonly Booking[];
  /** There are more. */
  more: boolean;
  timezone: string;
}

const MOST = 20;
const LOOKED_AT = 200;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** What an address says after days were saved. */
export const savedQuery = ({ firstDay, lastDay }: DaySpan) => ({
  done: 'saved',
  first: dayText(firstDay),
  last: dayText(lastDay),
});

/** The days that were saved just now; null: none were. */
export function savedIn(ctx: Context): DaySpan | null {
  const [first, last] = [day().safeParse(queryText(ctx, 'first')), day().safeParse(queryText(ctx, 'last'))];
  const isSaved = queryText(ctx, 'done') === 'saved' && first.success && last.success;
  return isSaved ? { firstDay: first.data, lastDay: last.data } : null;
}

/** What is booked on the saved days, outside of what an override leaves open. @param overrides where it was one that was saved */
export async function stayingBy(
  deps: ApiDeps,
  actor: Member,
  { of }: Whose,
  span: DaySpan | null,
  overrides: readonly StoredOverride[] = [],
): Promise<Staying | undefined> {
  if (!span) return undefined;
  const { member } = await profileFor(deps, actor, self(actor));
  const clock = openZone(member.timezone) ?? UTC_CLOCK;
  const left = overrides.find((one) => covers(span, one.day))?.blocks ?? [];
  const found = await bookingsFor(deps, actor, actor.tenantId, {
    ...{ principalId: actor.principalId, which: 'coming', limit: LOOKED_AT },
    ...(of !== '' && { eventTypeId: of }),
    // No clock is further from UTC, and what began the day before may reach into them.
    after: { startMs: (span.firstDay - 2) * DAY_MS, id: FIRST_ID },
  });
  const bookings = found.filter((booking) => {
    const isOurs = of !== '' || hostIdsOf(booking).includes(actor.principalId);
    const { startMs, endMs } = booking;
    const isThen = dayAt(clock, startMs) <= span.lastDay && dayAt(clock, endMs - 1) >= span.firstDay;
    const minuteOf = (ms: number) => wallAt(clock, ms) / 60_000 - span.firstDay * 1_440;
    return isOurs && isThen && !isOpen(left, minuteOf(startMs), minuteOf(endMs));
  });
  if (bookings.length === 0) return undefined;
  return { bookings: bookings.slice(0, MOST), more: bookings.length > MOST, timezone: member.timezone };
}

const isOpen = (blocks: readonly DayBlock[], from: number, until: number): boolean =>
  blocks.some(({ fromMinute, untilMinute }) => fromMinute <= from && until <= untilMinute);
