import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { cancelByLink } from '../../commands/links/cancel-by-link.ts';
import { decideByLink } from '../../commands/links/decide-by-link.ts';
import { moveByLink } from '../../commands/links/move-by-link.ts';
import { proposeByLink } from '../../commands/links/propose-by-link.ts';
import { withdrawByLink } from '../../commands/links/withdraw-by-link.ts';
import { addEndpoint } from '../webhooks/support/endpoints.ts';
import { at, insertEventType, insertResource, newGuest } from './support/event-types.ts';
import { onWatchedBookings, type Watching } from './support/on-watched-bookings.ts';

const HOUR = 3_600_000;

let { api, us, tokenIn, ...bookings } = {} as Watching;
onWatchedBookings(
  (watching) => {
    ({ api, us, tokenIn, ...bookings } = watching);
  },
  { timeSkipping: true },
);
beforeEach(async () => {
  await api.knex('webhook_endpoints').delete();
  await addEndpoint(api.world, 'https://backend.example.com/');
});

/** Booked on the fifth day at nine and approved; its guest has the link to move it. */
async function booked(columns: Record<string, unknown> = {}, resourceIds: string[] = []) {
  const olga = await bookings.host();
  const type = await insertEventType(api.knex, [olga], {
    columns: { requires_approval: true, approval_hours: 24, ...columns },
    resourceIds,
  });
  const guest = newGuest();
  const { id } = (await bookings.book(type, at(5, 9), { guest })).json;
  await decideByLink(api.deps, {
    token: await tokenIn(olga.email, /Confirm booking/, 'approve'),
    decision: 'approve',
  });
  const moving = await tokenIn(guest.email, /Invitation/, 'reschedule');
  const move = (startsAt: string) =>
    moveByLink(api.deps, { token: moving, startMs: Date.parse(startsAt), requestKey: randomUUID() });
  return { olga, type, guest, id, moving, move };
}

const reservations = async (meetingId: string): Promise<string[]> =>
  (await api.knex('reservations').where({ meeting_id: meetingId }).pluck('attendee_id')).sort();

const NEW_TIME = /New time|new time|Reschedule/;

describe('a move that waits for approval', () => {
  it('holds its new slot beside the old one until the host says yes, and nobody else can have either', async () => {
    const { olga, type, id, move } = await booked({ buffer_after_minutes: 15 });
    expect(await move(at(5, 12))).toBe('asked');
    const offered = (hours: number, minutes = 0) => bookings.isOffered(type, at(5, hours, minutes));
    expect(await Promise.all([offered(9), offered(12), offered(12, 30), offered(13)])).toEqual([
      ...[false, false, false],
      true,
    ]);
    expect((await bookings.book(type, at(5, 12))).json.code).toBe('slot-taken');
    const other = await insertEventType(api.knex, [olga]);
    expect((await bookings.book(other, at(5, 12))).json.code).toBe('slot-taken');
    await decideByLink(api.deps, {
      token: await tokenIn(olga.email, NEW_TIME, 'approve'),
      decision: 'approve',
    });
    expect(await bookings.bookingOf(id)).toMatchObject({ status: 'scheduled', startsAt: at(5, 12) });
    expect(await Promise.all([offered(9), offered(12)])).toEqual([true, false]);
    expect(await reservations(id)).toEqual(['guest', 'host']);
    expect((await bookings.told(id)).filter(({ type: one }) => one === 'slot.freed')).toMatchObject([
      { data: { slot: { startsAt: at(5, 9) } } },
    ]);
  });

  const endings: [string, (made: Awaited<ReturnType<typeof booked>>) => Promise<unknown>][] = [
    [
      'is declined',
      async ({ olga }) =>
        decideByLink(api.deps, {
          token: await tokenIn(olga.email, NEW_TIME, 'decline'),
          decision: 'decline',
        }),
    ],
    ['is taken back', ({ moving }) => withdrawByLink(api.deps, { token: moving })],
    ['is not decided in time', () => api.world.pass(25 * HOUR)],
    [
      'comes to nothing because the host moves the meeting',
      ({ id }) => us.post(`/api/bookings/${id}/move`, { startsAt: at(5, 15) }),
    ],
    [
      'is replaced by a time that is not offered',
      ({ moving }) =>
        proposeByLink(api.deps, {
          ...{ token: moving, startMs: Date.parse(at(5, 18, 7)), endMs: Date.parse(at(5, 19, 7)), note: '' },
          requestKey: randomUUID(),
        }),
    ],
  ];
  it.each(endings)('gives the new slot back when it %s', async (_how, end) => {
    const made = await booked();
    await made.move(at(5, 12));
    expect(await bookings.isOffered(made.type, at(5, 12))).toBe(false);
    await end(made);
    await expect.poll(() => bookings.isOffered(made.type, at(5, 12))).toBe(true);
    expect(await reservations(made.id)).toEqual(['guest', 'host']);
    const freed = (await bookings.told(made.id)).filter(({ type }) => type === 'slot.freed');
    expect(freed.map(({ data }) => (data.slot as { startsAt: string }).startsAt)).toContain(at(5, 12));
  });

  it('gives both times back when the meeting is cancelled meanwhile', async () => {
    const { type, guest, id, move } = await booked();
    const cancelling = await tokenIn(guest.email, /Invitation/, 'cancel');
    await move(at(5, 12));
    await cancelByLink(api.deps, { token: cancelling, reason: '' });
    await expect.poll(() => bookings.isOffered(type, at(5, 12))).toBe(true);
    expect(await bookings.isOffered(type, at(5, 9))).toBe(true);
    expect(await reservations(id)).toEqual([]);
    const freed = (await bookings.told(id)).filter(({ type: one }) => one === 'slot.freed');
    expect(freed.map(({ data }) => (data.slot as { startsAt: string }).startsAt).sort()).toEqual([
      at(5, 9),
      at(5, 12),
    ]);
  });

  it('to a slot that overlaps the old one holds what is new of it, and its share of a resource', async () => {
    const projector = await insertResource(api.knex, api.tenant.id, 1);
    const { olga, type, id, move } = await booked({ lengths_minutes: [60], step_minutes: 30 }, [projector]);
    expect(await move(at(5, 9, 30))).toBe('asked');
    const rows = await api.knex('reservations').where({ meeting_id: id }).orderBy('attendee_id');
    expect(rows.map(({ attendee_id, period }) => [attendee_id, period])).toHaveLength(6);
    const elsewhere = await insertEventType(api.knex, [await bookings.host()], { resourceIds: [projector] });
    expect((await bookings.book(elsewhere, at(5, 10))).json.code).toBe('slot-taken');
    expect((await bookings.book(type, at(5, 10))).json.code).toBe('slot-taken');
    await decideByLink(api.deps, {
      token: await tokenIn(olga.email, NEW_TIME, 'approve'),
      decision: 'approve',
    });
    expect(await bookings.bookingOf(id)).toMatchObject({ startsAt: at(5, 9, 30) });
    expect(await reservations(id)).toEqual(['guest', 'host', 'resource-1']);
    expect((await bookings.book(elsewhere, at(5, 10, 30))).status).toBe(201);
  });

  it('is asked again for another slot with the same link, and holds that one alone', async () => {
    const { type, id, move } = await booked();
    await move(at(5, 12));
    expect(await move(at(5, 14))).toBe('asked');
    expect(await bookings.isOffered(type, at(5, 12))).toBe(true);
    expect(await bookings.isOffered(type, at(5, 14))).toBe(false);
    expect(await reservations(id)).toHaveLength(4);
  });

  it('and a booking of the same slot at the same moment: one of them has it', async () => {
    for (const day of [6, 7, 8, 9]) {
      const { type, move } = await booked();
      const [moved, taken] = await Promise.allSettled([move(at(day, 12)), bookings.book(type, at(day, 12))]);
      const wins = [moved.status === 'fulfilled', taken.status === 'fulfilled' && taken.value.status === 201];
      expect(wins.filter(Boolean)).toHaveLength(1);
      if (moved.status === 'rejected') expect(moved.reason).toMatchObject({ code: 'slot-taken' });
      if (taken.status === 'fulfilled' && taken.value.status !== 201)
        expect(taken.value).toMatchObject({ status: 409, json: { code: 'slot-taken' } });
    }
  });
});

describe('a new time that a guest has asked for, decided by the API', () => {
  const decide = (id: string, decision: 'approve' | 'decline', body: object = {}) =>
    us.post(`/api/bookings/${id}/${decision}`, body);

  it('is told with the booking, and moves it once it is approved; nothing waits then', async () => {
    const { id, move } = await booked();
    expect(await bookings.bookingOf(id)).toMatchObject({ awaitsApproval: false, asksFor: null });
    await move(at(5, 12));
    expect(await bookings.bookingOf(id)).toMatchObject({
      ...{ status: 'scheduled', startsAt: at(5, 9), awaitsApproval: true },
      asksFor: { startsAt: at(5, 12), endsAt: at(5, 12, 30) },
    });
    const approved = await decide(id, 'approve');
    expect(approved).toMatchObject({ status: 200, json: { startsAt: at(5, 12), asksFor: null } });
    for (const decision of ['approve', 'decline'] as const)
      expect(await decide(id, decision)).toMatchObject({ status: 409, json: { code: 'proposal-gone' } });
  });

  it('is declined, and the booking stays where it is', async () => {
    const { type, guest, id, move } = await booked();
    await move(at(5, 12));
    expect(await decide(id, 'decline')).toMatchObject({ status: 200, json: { startsAt: at(5, 9) } });
    await bookings.mailTo(guest.email, /Declined/);
    expect(await bookings.bookingOf(id)).toMatchObject({ status: 'scheduled', asksFor: null });
    expect(await bookings.isOffered(type, at(5, 12))).toBe(true);
  });

  it('is decided also where it is a time that is not offered', async () => {
    const { id, moving } = await booked({ requires_approval: true });
    await proposeByLink(api.deps, {
      ...{ token: moving, startMs: Date.parse(at(5, 18, 7)), endMs: Date.parse(at(5, 19, 7)), note: '' },
      requestKey: randomUUID(),
    });
    expect(await bookings.bookingOf(id)).toMatchObject({ asksFor: { startsAt: at(5, 18, 7) } });
    expect(await decide(id, 'approve')).toMatchObject({ status: 200, json: { startsAt: at(5, 18, 7) } });
  });

  it('that has replaced what was seen is not decided in its place', async () => {
    const { id, move } = await booked();
    await move(at(5, 12));
    const { proposalId } = (await bookings.bookingOf(id)).asksFor!;
    await move(at(5, 14));
    expect((await decide(id, 'approve', { proposalId })).json.code).toBe('proposal-gone');
    expect(await bookings.bookingOf(id)).toMatchObject({ startsAt: at(5, 9), awaitsApproval: true });
  });

  it('by a host is no question to hosts', async () => {
    const { olga, id } = await booked();
    await proposeByLink(api.deps, {
      token: await tokenIn(olga.email, /Invitation/, 'reschedule'),
      ...{ startMs: Date.parse(at(5, 18, 7)), endMs: Date.parse(at(5, 19, 7)), note: '' },
      requestKey: randomUUID(),
    });
    expect(await bookings.bookingOf(id)).toMatchObject({ awaitsApproval: false, asksFor: null });
    expect((await decide(id, 'approve')).json.code).toBe('proposal-gone');
  });
});
