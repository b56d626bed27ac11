import type Router from '@koa/router';
import type { Context } from 'koa';
import { slotsToMoveTo } from '../../../../queries/bookings.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { DAY_MS } from '../../../../domain/time/calendar-days.ts';
import { queryText } from '../../form-body.ts';
import { localOf, resolveLocal } from '../../time/local.ts';
import { hostDoors } from '../doors.ts';
import { LIST } from '../paths.ts';
import { sendHostPage } from '../show.ts';
import { CancelPage, DeclinePage, MovePage, ReassignPage } from './ask-pages.tsx';
import { bookingIn, othersFor, showBooking, showBookings, zoneOf } from './show.tsx';
import { takeCancel, takeDecision, takeMove, takeReassign } from './take.ts';

const ONE = `${LIST}/:id`;
/** Of which slots are shown at once. */
const DAYS = 14;

/** GET and POST of what is booked: the list, one, and its move, its end and its host. */
export function bookingRoutes(router: Router, deps: ApiDeps): void {
  const doors = hostDoors(router, deps);
  doors.get(LIST, showBookings);
  doors.get(ONE, (ctx, deps, actor) => showBooking(ctx, deps, actor));
  doors.get(`${ONE}/cancel`, async (ctx, deps, actor) => {
    const booking = await bookingIn(ctx, deps, actor);
    const timezone = await zoneOf(deps, actor);
    await sendHostPage(ctx, deps, actor, (frame) => <CancelPage {...frame} {...{ booking, timezone }} />);
  });
  doors.get(`${ONE}/decline`, async (ctx, deps, actor) => {
    const booking = await bookingIn(ctx, deps, actor);
    const timezone = await zoneOf(deps, actor);
    await sendHostPage(ctx, deps, actor, (frame) => <DeclinePage {...frame} {...{ booking, timezone }} />);
  });
  doors.get(`${ONE}/reassign`, async (ctx, deps, actor) => {
    const booking = await bookingIn(ctx, deps, actor);
    const [timezone, others] = await Promise.all([zoneOf(deps, actor), othersFor(deps, actor, booking)]);
    await sendHostPage(ctx, deps, actor, (frame) => (
      <ReassignPage {...frame} {...{ booking, timezone, others }} />
    ));
  });
  doors.get(`${ONE}/move`, showSlots);
  doors.post(`${ONE}/cancel`, takeCancel);
  doors.post(`${ONE}/approve`, takeDecision('approve'));
  doors.post(`${ONE}/decline`, takeDecision('decline'));
  doors.post(`${ONE}/move`, takeMove);
  doors.post(`${ONE}/reassign`, takeReassign);
}

async function showSlots(ctx: Context, deps: ApiDeps, actor: Member): Promise<void> {
  const booking = await bookingIn(ctx, deps, actor);
  const timezone = await zoneOf(deps, actor);
  const nowMs = deps.clock.nowMs();
  const asked = resolveLocal({ date: queryText(ctx, 'start'), time: '00:00' }, timezone);
  // A few days before it is where one looks first.
  const wanted = asked.kind === 'instant' ? asked.ms : booking.startMs - 3 * DAY_MS;
  const startMs = Math.max(wanted, nowMs);
  const slots = await slotsToMoveTo(deps, booking, { startMs, endMs: startMs + DAYS * DAY_MS });
  const dateIn = (days: number) => localOf(startMs + days * DAY_MS, timezone).date;
  const today = localOf(nowMs, timezone).date;
  await sendHostPage(ctx, deps, actor, (frame) => (
    <MovePage
      {...frame}
      {...{ booking, timezone, slots }}
      before={dateIn(0) > today ? (dateIn(-DAYS) > today ? dateIn(-DAYS) : today) : null}
      after={dateIn(DAYS)}
    />
  ));
}
