import type { Context } from 'koa';
import { profileFor } from '../../../../queries/availability.ts';
import { bookingFor, bookingsFor, type Booking } from '../../../../queries/bookings.ts';
import { colleaguesFor, type Colleague } from '../../../../queries/colleagues.ts';
import { eventTypeFor, eventTypesFor } from '../../../../queries/event-types.ts';
import { NotPermitted } from '../../../../policies/not-permitted.ts';
import type { ApiDeps } from '../../../deps.ts';
import { pageEnd } from '../../../routes/fields.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { queryText } from '../../form-body.ts';
import { idIn, self } from '../doors.ts';
import { sendHostPage } from '../show.ts';
import { BookingPage } from './booking-page.tsx';
import { BookingsPage, WHICH } from './list-page.tsx';

const A_PAGE = 25;
const MOST_TYPES = 200;

export async function zoneOf(deps: ApiDeps, actor: Member): Promise<string> {
  return (await profileFor(deps, actor, self(actor))).member.timezone;
}

/** What is booked with a host, as the address asks for it. */
export async function showBookings(ctx: Context, deps: ApiDeps, actor: Member): Promise<void> {
  const which = WHICH.find((one) => one === queryText(ctx, 'state')) ?? 'coming';
  const search = queryText(ctx, 'name').slice(0, 200);
  const after = pageEnd().safeParse(queryText(ctx, 'after'));
  const filter = {
    ...{ principalId: actor.principalId, which, search, limit: A_PAGE },
    ...(after.success && { after: after.data }),
  };
  const [timezone, eventTypes, bookings] = await Promise.all([
    zoneOf(deps, actor),
    eventTypesFor(deps, actor, actor.tenantId, { ownerId: actor.principalId, limit: MOST_TYPES }),
    bookingsFor(deps, actor, actor.tenantId, filter),
  ]);
  const alone = new Set(eventTypes.flatMap(({ id, hosts }) => (hosts.length === 1 ? [id] : [])));
  const namesHost = ({ eventTypeId, people }: Booking) =>
    !alone.has(eventTypeId) ||
    people.some(({ role, principalId }) => role === 'host' && principalId !== actor.principalId);
  const last = bookings.length === A_PAGE ? bookings.at(-1) : undefined;
  await sendHostPage(ctx, deps, actor, (frame) => (
    <BookingsPage
      {...frame}
      {...{ bookings, which, search, namesHost, timezone }}
      next={last ? `${last.startMs}.${last.id}` : ''}
      nowMs={deps.clock.nowMs()}
      done={queryText(ctx, 'done')}
    />
  ));
}

/** @throws NotPermitted */
export const bookingIn = (ctx: Context, deps: ApiDeps, actor: Member): Promise<Booking> =>
  bookingFor(deps, actor, { tenantId: actor.tenantId, id: idIn(ctx, 'The booking') });

/** Who could take a booking instead of its hosts; nobody where its event type is somebody else’s. */
export async function othersFor(deps: ApiDeps, actor: Member, booking: Booking): Promise<Colleague[]> {
  const named = { tenantId: actor.tenantId, id: booking.eventTypeId };
  const eventType = await eventTypeFor(deps, actor, named).catch((error: unknown) => {
    if (error instanceof NotPermitted) return null;
    throw error;
  });
  const hosts = new Set(booking.people.map(({ principalId }) => principalId));
  const ids = (eventType?.hosts ?? []).map(({ principalId }) => principalId).filter((id) => !hosts.has(id));
  if (ids.length === 0) return [];
  const names = new Map(
    (await colleaguesFor(deps, actor, actor.tenantId, 'individual')).map(({ id, name }) => [id, name]),
  );
  return ids.map((id) => ({ id, name: names.get(id) ?? null }));
}

/** One booking; 409 with why what was asked did not happen. */
export async function showBooking(ctx: Context, deps: ApiDeps, actor: Member, refusal = ''): Promise<void> {
  const booking = await bookingIn(ctx, deps, actor);
  const [timezone, others] = await Promise.all([zoneOf(deps, actor), othersFor(deps, actor, booking)]);
  await sendHostPage(
    ctx,
    deps,
    actor,
    (frame) => (
      <BookingPage
        {...frame}
        {...{ booking, others, timezone, refusal }}
        principalId={actor.principalId}
        nowMs={deps.clock.nowMs()}
        done={queryText(ctx, 'done')}
      />
    ),
    { status: refusal === '' ? 200 : 409 },
  );
}
