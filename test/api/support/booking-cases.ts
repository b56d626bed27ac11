import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { expect } from 'vitest';
import type { Tenant } from '../../../adapters/postgres/tenants.ts';
import { insertMeeting } from '../../pages/support/rows.ts';
import { at, insertEventType, insertHost, newGuest } from '../../booking/support/event-types.ts';
import type { Answer, Caller } from './caller.ts';

interface Apart {
  us: () => Caller;
  /** The tenant whose things are not ours. */
  theirTenant: () => Tenant;
  knex: () => Knex;
  notFound: (call: Promise<Answer>) => Promise<void>;
}

/** What another tenant's key gets for an event type of the first one's, also where that is open to whoever comes without one. */
export function bookingCases({
  us,
  theirTenant,
  knex,
  notFound,
}: Apart): Record<string, () => Promise<void>> {
  const theirs = async (rest: string): Promise<string> => {
    const host = await insertHost(knex(), theirTenant().id);
    return `/api/event-types/${await insertEventType(knex(), [host])}${rest}`;
  };
  const range = `?from=${at(1, 0)}&to=${at(2, 0)}`;
  /** A booking of theirs. */
  const booked = async (rest: string): Promise<string> => {
    const host = await insertHost(knex(), theirTenant().id);
    const eventTypeId = await insertEventType(knex(), [host]);
    const { meetingId } = await insertMeeting(knex(), {
      tenantId: theirTenant().id,
      startMs: Date.parse(at(3, 9)),
    });
    await knex()('meetings').where({ id: meetingId }).update({ event_type_id: eventTypeId });
    return `/api/bookings/${meetingId}${rest}`;
  };
  return {
    'get /api/bookings': async () => {
      const path = await booked('');
      const { json } = await us().get('/api/bookings?limit=200');
      expect(json).not.toHaveProperty('code');
      expect(JSON.stringify(json)).not.toContain(path.split('/').at(-1));
      const host = await insertHost(knex(), theirTenant().id);
      expect((await us().get(`/api/bookings?hostId=${host.id}`)).json).toMatchObject({ bookings: [] });
    },
    'get /api/bookings/{bookingId}': async () => notFound(us().get(await booked(''))),
    'get /api/bookings/{bookingId}/available-slots': async () =>
      notFound(us().get(await booked(`/available-slots${range}`))),
    'post /api/bookings/{bookingId}/move': async () =>
      notFound(us().post(await booked('/move'), { startsAt: at(4, 9) })),
    'post /api/bookings/{bookingId}/cancel': async () => notFound(us().post(await booked('/cancel'), {})),
    'post /api/bookings/{bookingId}/approve': async () => notFound(us().post(await booked('/approve'), {})),
    'post /api/bookings/{bookingId}/decline': async () => notFound(us().post(await booked('/decline'), {})),
    'post /api/bookings/{bookingId}/reassign': async () => notFound(us().post(await booked('/reassign'), {})),
    'get /api/event-types/{eventTypeId}/available-slots': async () =>
      notFound(us().get(await theirs(`/available-slots${range}`))),
    'get /api/event-types/{eventTypeId}/explain': async () =>
      notFound(us().get(await theirs(`/explain?at=${at(1, 9)}`))),
    'post /api/event-types/{eventTypeId}/hold': async () =>
      notFound(us().post(await theirs('/hold'), { startsAt: at(1, 9) })),
    'post /api/event-types/{eventTypeId}/book': async () => {
      await notFound(us().post(await theirs('/book'), { startsAt: at(1, 9), guest: newGuest() }));
      await notFound(
        us().post(`/api/event-types/${randomUUID()}/book`, { startsAt: at(1, 9), guest: newGuest() }),
      );
    },
  };
}
