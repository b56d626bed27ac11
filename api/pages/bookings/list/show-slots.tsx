import type { Context } from 'koa';
import { DAY_MS } from '../../../../domain/time/calendar-days.ts';
import { slotsToMoveTo } from '../../../../queries/bookings.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { queryText } from '../../form-body.ts';
import type { Again } from '../../forms/submitted.ts';
import { dayBegin, localOf } from '../../time/local.ts';
import { sendHostPage } from '../show.ts';
import { MovePage } from './move-page.tsx';
import { bookingIn, zoneOf } from './show.tsx';

/** Of which slots are shown at once. */
const DAYS = 14;

/** The times at which a booking could be; 422 with another one that is none. */
export async function showSlots(ctx: Context, deps: ApiDeps, actor: Member, again?: Again): Promise<void> {
  const booking = await bookingIn(ctx, deps, actor);
  const timezone = await zoneOf(deps, actor);
  const nowMs = deps.clock.nowMs();
  // A few days before it is where one looks first.
  const wanted = dayBegin(queryText(ctx, 'start'), timezone) ?? booking.startMs - 3 * DAY_MS;
  const startMs = Math.max(wanted, nowMs);
  const slots = await slotsToMoveTo(deps, booking, { startMs, endMs: startMs + DAYS * DAY_MS });
  const dateIn = (days: number) => localOf(startMs + days * DAY_MS, timezone).date;
  const today = localOf(nowMs, timezone).date;
  await sendHostPage(
    ctx,
    deps,
    actor,
    (frame) => (
      <MovePage
        {...frame}
        {...{ booking, timezone, slots, today, again }}
        before={dateIn(0) > today ? (dateIn(-DAYS) > today ? dateIn(-DAYS) : today) : null}
        after={dateIn(DAYS)}
      />
    ),
    { status: again ? 422 : 200, query: {} },
  );
}
