import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decideByLink } from '../../commands/links/decide-by-link.ts';
import { moveByLink } from '../../commands/links/move-by-link.ts';
import { proposeByLink } from '../../commands/links/propose-by-link.ts';
import type { Answer } from '../api/support/caller.ts';
import { at, dayAhead, insertEventType, insertResource, newGuest } from './support/event-types.ts';
import { onWatchedBookings, type Watching } from './support/on-watched-bookings.ts';

let { api, us, host, book, bookingOf, isOffered, tokenIn } = {} as Watching;
onWatchedBookings((watching) => {
  ({ api, us, host, book, bookingOf, isOffered, tokenIn } = watching);
});

describe('what one meeting at a time can have', () => {
  const two = async () => {
    const projector = await insertResource(api.knex, api.tenant.id, 1);
    const [olga, paul] = [await host(), await host()];
    const [first, second] = [
      await insertEventType(api.knex, [olga], { resourceIds: [projector] }),
      await insertEventType(api.knex, [paul], { resourceIds: [projector] }),
    ];
    return { olga, paul, first, second };
  };

  it('is not in two, whoever moves one of them there', async () => {
    const { first, second } = await two();
    await book(first, at(3, 10));
    const { id } = (await book(second, at(3, 14))).json;
    for (const path of [`/api/bookings/${id}/move`, `/api/meetings/${id}/move`])
      expect(await us.post(path, { startsAt: at(3, 10), endsAt: at(3, 10, 30) })).toMatchObject({
        status: 409,
        json: { code: 'resource-busy' },
      });
    expect((await us.post(`/api/bookings/${id}/move`, { startsAt: at(3, 10, 30) })).status).toBe(200);
    // Its own time is not in its way.
    expect((await us.post(`/api/bookings/${id}/move`, { startsAt: at(3, 10, 45) })).status).toBe(200);
  });

  it('is not in two by a proposal that is approved', async () => {
    const { paul, first, second } = await two();
    const guest = newGuest();
    await book(first, at(4, 10));
    const { id } = (await book(second, at(4, 14), { guest })).json;
    await proposeByLink(api.deps, {
      token: await tokenIn(guest.email, /Invitation/, 'reschedule'),
      ...{ startMs: Date.parse(at(4, 10)), endMs: Date.parse(at(4, 10, 30)), note: '' },
      requestKey: randomUUID(),
    });
    const approve = await tokenIn(paul.email, /New time|new time/, 'approve');
    await expect(decideByLink(api.deps, { token: approve, decision: 'approve' })).rejects.toMatchObject({
      code: 'resource-busy',
    });
    expect(await bookingOf(id)).toMatchObject({ startsAt: at(4, 14) });
  });

  it('goes to one of two that are moved to the same time at once', async () => {
    const { first, second } = await two();
    const ids = [await book(first, at(5, 10)), await book(second, at(5, 14))].map(({ json }) => json.id);
    const answers = await Promise.all(
      ids.map((id) => us.post(`/api/bookings/${id}/move`, { startsAt: at(5, 16) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('limits', () => {
  it('of a member whose hours are on other clocks than the event type’s owner count whole weeks of theirs', async () => {
    const olga = await host();
    await api.knex('principals').where({ id: olga.id }).update({ timezone: 'America/New_York' });
    await api.knex('schedules').where({ principal_id: olga.id }).update({ timezone: 'Asia/Tokyo' });
    await api
      .knex('booking_profiles')
      .where({ principal_id: olga.id })
      .update({ limits: JSON.stringify([{ per: 'week', of: 'bookings', most: 1 }]) });
    const type = await insertEventType(api.knex, [olga]);
    const monday = 7 - ((dayAhead(0).getUTCDay() + 6) % 7) + 7;
    expect((await book(type, at(monday, 0))).status).toBe(201);
    const days = [1, 2, 3, 4, 5, 6, 7].map((day) => isOffered(type, at(monday + day, 0)));
    expect(await Promise.all(days)).toEqual([false, false, false, false, false, false, true]);
    expect((await book(type, at(monday + 4, 0))).json.code).toBe('slot-taken');
  });

  it('count another slot that a guest has asked for, until it is decided', async () => {
    const olga = await host();
    const type = await insertEventType(api.knex, [olga], {
      columns: { requires_approval: true },
      limits: [{ per: 'day', of: 'bookings', most: 1 }],
    });
    const guest = newGuest();
    await book(type, at(15, 9), { guest });
    await decideByLink(api.deps, {
      token: await tokenIn(olga.email, /Confirm booking/, 'approve'),
      decision: 'approve',
    });
    const moving = await tokenIn(guest.email, /Invitation/, 'reschedule');
    expect(await isOffered(type, at(16, 14))).toBe(true);
    await moveByLink(api.deps, {
      ...{ token: moving, startMs: Date.parse(at(16, 9)), requestKey: randomUUID() },
    });
    expect(await isOffered(type, at(16, 14))).toBe(false);
    expect((await book(type, at(16, 14))).json.code).toBe('slot-taken');
  });

  it('of open holds are one client’s, also when it asks for all at once', async () => {
    const types = await Promise.all(
      Array.from({ length: 8 }, async () => insertEventType(api.knex, [await host()])),
    );
    const answers = await Promise.all(
      types.map((type) =>
        us.send(`/api/event-types/${type}/hold`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Authorization: '' },
          body: JSON.stringify({ startsAt: at(6, 9) }),
        }),
      ),
    );
    const of = (status: number): Answer[] => answers.filter((answer) => answer.status === status);
    expect([of(201).length, of(409).length]).toEqual([3, 5]);
  });
});

describe('seats', () => {
  it('that an event type gets later are none in what was booked for one alone', async () => {
    const type = await insertEventType(api.knex, [await host()]);
    const first = (await book(type, at(7, 9))).json;
    await api.knex('event_types').where({ id: type }).update({ seats: 3 });
    expect(await isOffered(type, at(7, 9))).toBe(false);
    expect((await book(type, at(7, 9))).json.code).toBe('slot-taken');
    expect((await bookingOf(first.id)).attendees).toHaveLength(2);
  });

  it('are as many in each meeting as there were when it was booked', async () => {
    const type = await insertEventType(api.knex, [await host()], { columns: { seats: 2 } });
    await book(type, at(8, 9));
    await api.knex('event_types').where({ id: type }).update({ seats: 5 });
    const { slots } = (
      await us.get(`/api/event-types/${type}/available-slots?from=${at(8, 9)}&to=${at(8, 10)}`)
    ).json as unknown as { slots: { startsAt: string; seatsLeft: number }[] };
    expect(slots.map(({ seatsLeft }) => seatsLeft)).toEqual([1, 5]);
    expect((await book(type, at(8, 9))).status).toBe(201);
    expect((await book(type, at(8, 9))).json.code).toBe('slot-taken');
  });
});

it('a booking that its host gave another length is offered the starts that its event type has', async () => {
  const type = await insertEventType(api.knex, [await host()]);
  const { id } = (await book(type, at(9, 9))).json;
  const odd = { startsAt: at(9, 12), endsAt: new Date(Date.parse(at(9, 12)) + 30_000).toISOString() };
  expect((await us.post(`/api/bookings/${id}/move`, odd)).status).toBe(200);
  const path = `/api/bookings/${id}/available-slots?from=${at(9, 14)}&to=${at(9, 16)}`;
  const { slots } = (await us.get(path)).json as unknown as { slots: { startsAt: string }[] };
  expect(slots.map(({ startsAt }) => Date.parse(startsAt))).toEqual(
    [at(9, 14), at(9, 14, 30), at(9, 15), at(9, 15, 30)].map(Date.parse),
  );
});
