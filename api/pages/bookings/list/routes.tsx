import type Router from '@koa/router';
import { hostsWithTime } from '../../../../queries/bookings.ts';
import type { ApiDeps } from '../../../deps.ts';
import { hostDoors, idIn } from '../doors.ts';
import { LIST } from '../paths.ts';
import { goOn, sendHostPage } from '../show.ts';
import { CancelPage, DeclinePage, ReassignPage } from './ask-pages.tsx';
import { bookingIn, othersFor, showBooking, showBookings, zoneOf } from './show.tsx';
import { showSlots } from './show-slots.tsx';
import { askedIn } from './words.ts';
import { takeCancel, takeDecision, takeMove, takeReassign } from './take.ts';

const ONE = `${LIST}/:id`;

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
    const asked = askedIn(booking, deps.clock.nowMs());
    // What is not open any more is shown as it is.
    if (!asked) return goOn(ctx, `${LIST}/${booking.id}`);
    const timezone = await zoneOf(deps, actor);
    await sendHostPage(ctx, deps, actor, (frame) => (
      <DeclinePage {...frame} {...{ booking, asked, timezone }} />
    ));
  });
  doors.get(`${ONE}/reassign`, async (ctx, deps, actor) => {
    const booking = await bookingIn(ctx, deps, actor);
    const [timezone, named] = await Promise.all([zoneOf(deps, actor), othersFor(deps, actor, booking)]);
    const free = await hostsWithTime(
      deps,
      booking,
      named.map(({ id }) => id),
    );
    const others = named.filter(({ id }) => free.includes(id));
    await sendHostPage(ctx, deps, actor, (frame) => (
      <ReassignPage {...frame} {...{ booking, timezone, others }} />
    ));
  });
  doors.get(`${ONE}/move`, (ctx, deps, actor) => showSlots(ctx, deps, actor));
  // Where the address stays in the bar once it was refused.
  doors.get(`${ONE}/approve`, (ctx) => Promise.resolve(goOn(ctx, `${LIST}/${idIn(ctx, 'The booking')}`)));
  doors.post(`${ONE}/cancel`, takeCancel);
  doors.post(`${ONE}/approve`, takeDecision('approve'));
  doors.post(`${ONE}/decline`, takeDecision('decline'));
  doors.post(`${ONE}/move`, takeMove);
  doors.post(`${ONE}/reassign`, takeReassign);
}
