import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { relayForgotten } from '../../activities/relay.ts';
import { createOutbox } from '../../adapters/postgres/outbox.ts';
import { answerByLink } from '../../commands/links/answer-by-link.ts';
import { decideByLink } from '../../commands/links/decide-by-link.ts';
import { moveByLink } from '../../commands/links/move-by-link.ts';
import { everythingIn, linkIn, see } from '../support/seen-mail.ts';
import { waitForMail } from '../support/smtp-catcher.ts';
import { addEndpoint } from '../webhooks/support/endpoints.ts';
import { at, dayAhead, insertEventType, newGuest } from './support/event-types.ts';
import { onWatchedBookings, type Watching } from './support/on-watched-bookings.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let { api, us, host, book, bookingOf, isOffered, mailTo, told, types } = {} as Watching;
onWatchedBookings(
  (watching) => {
    ({ api, us, host, book, bookingOf, isOffered, mailTo, told, types } = watching);
  },
  { timeSkipping: true },
);
beforeEach(async () => {
  await api.knex('webhook_endpoints').delete();
  await addEndpoint(api.world, 'https://backend.example.com/');
});

describe('a hold', () => {
  it('takes the time for ten minutes, and gives it back by itself', async () => {
    const type = await insertEventType(api.knex, [await host()]);
    const held = (await us.post(`/api/event-types/${type}/hold`, { startsAt: at(3, 9) })).json;
    expect(await isOffered(type, at(3, 9))).toBe(false);
    await api.world.pass(11 * MINUTE);
    await expect.poll(() => isOffered(type, at(3, 9))).toBe(true);
    expect(await bookingOf(held.id)).toMatchObject({ status: 'cancelled' });
    expect((await book(type, at(3, 9), { holdId: held.id })).json.code).toBe('meeting-over');
    expect(await types(held.id)).toEqual(['meeting.expired', 'meeting.held', 'slot.freed']);
  });

  it('whose process died before its workflow began is given back all the same', async () => {
    const olga = await host();
    const type = await insertEventType(api.knex, [olga]);
    const hold = api.world.meetings.hold.bind(api.world.meetings);
    api.world.meetings.hold = () => Promise.reject(new Error('killed'));
    try {
      expect((await us.post(`/api/event-types/${type}/hold`, { startsAt: at(3, 9) })).status).toBe(500);
    } finally {
      api.world.meetings.hold = hold;
    }
    expect(await isOffered(type, at(3, 9))).toBe(false);
    const clock = { nowMs: () => Date.now() + HOUR };
    await relayForgotten({
      outbox: createOutbox(api.knex),
      meetings: api.world.meetings,
      deliveries: api.world.deliveries,
      clock,
    });
    await api.world.pass(11 * MINUTE);
    await expect.poll(() => isOffered(type, at(3, 9))).toBe(true);
  });
});

describe('a booking that its host has to approve', () => {
  const requested = async () => {
    const olga = await host();
    const type = await insertEventType(api.knex, [olga], {
      columns: { requires_approval: true, approval_hours: 24 },
    });
    const guest = newGuest();
    const { json } = await book(type, at(5, 9), { guest });
    return { olga, type, guest, id: json.id };
  };

  it('is held until the host says yes by mail; then both are invited, and both have accepted', async () => {
    const { olga, type, guest, id } = await requested();
    const asked = await mailTo(olga.email, /Confirm booking/);
    expect(asked.method).toBeNull();
    await mailTo(guest.email, /Booking Requested/);
    expect(await isOffered(type, at(5, 9))).toBe(false);
    const link = linkIn(asked.text, 'approve');
    await decideByLink(api.deps, { token: link.searchParams.get('t')!, decision: 'approve' });
    await expect.poll(() => bookingOf(id)).toMatchObject({ status: 'scheduled', awaitsApproval: false });
    const invitation = await mailTo(guest.email, /Invitation/);
    expect(invitation.method).toBe('REQUEST');
    expect((await bookingOf(id)).attendees).toMatchObject([
      { id: 'host', partstat: 'ACCEPTED' },
      { id: 'guest', partstat: 'ACCEPTED' },
    ]);
    expect(await types(id)).toEqual(['meeting.booked', 'meeting.held', 'proposal.decided', 'proposal.made']);
  });

  it('that the host declines is over, and the time is free', async () => {
    const { olga, type, guest, id } = await requested();
    const link = linkIn((await mailTo(olga.email, /Confirm booking/)).text, 'decline');
    await decideByLink(api.deps, { token: link.searchParams.get('t')!, decision: 'decline' });
    await mailTo(guest.email, /Booking Declined/);
    expect(await bookingOf(id)).toMatchObject({ status: 'cancelled' });
    expect(await isOffered(type, at(5, 9))).toBe(true);
    expect(await types(id)).toContain('slot.freed');
  });

  it('that the backend cancels while the host is asked is over for both, and the link to approve it leads to nothing', async () => {
    const { olga, type, guest, id } = await requested();
    const link = linkIn((await mailTo(olga.email, /Confirm booking/)).text, 'approve');
    expect((await us.post(`/api/bookings/${id}/cancel`, {})).status).toBe(200);
    await mailTo(guest.email, /Booking Declined/);
    expect(await bookingOf(id)).toMatchObject({ status: 'cancelled', awaitsApproval: false });
    expect(await isOffered(type, at(5, 9))).toBe(true);
    const approve = decideByLink(api.deps, { token: link.searchParams.get('t')!, decision: 'approve' });
    await expect(approve).rejects.toThrow();
    expect(await types(id)).toEqual([
      'meeting.cancelled',
      'meeting.held',
      'proposal.decided',
      'proposal.made',
      'slot.freed',
    ]);
  });

  it('that nobody decides in time is given back, and both are told', async () => {
    const { olga, type, guest, id } = await requested();
    await mailTo(guest.email, /Booking Requested/);
    await api.world.pass(25 * HOUR);
    await mailTo(guest.email, /Booking Expired/);
    await mailTo(olga.email, /Booking Expired/);
    expect(await bookingOf(id)).toMatchObject({ status: 'cancelled' });
    expect(await isOffered(type, at(5, 9))).toBe(true);
    expect((await told(id)).find(({ type: one }) => one === 'meeting.expired')?.data).toMatchObject({
      cause: 'not-approved',
    });
  });
});

describe('a booking', () => {
  it('tells its host what the guest answered, and the guest nothing of the host’s address', async () => {
    const olga = await host();
    const type = await insertEventType(api.knex, [olga], {
      columns: {
        location: 'Room 4, second floor',
        questions: JSON.stringify([
          { key: 'topic', kind: 'text', label: 'What is it about?', required: true },
        ]),
      },
    });
    const refused = await book(type, at(6, 9));
    expect(refused).toMatchObject({ status: 422, json: { problems: [{ path: 'answers.topic' }] } });
    const guest = newGuest();
    expect((await book(type, at(6, 9), { guest, answers: { topic: 'Fractions' } })).status).toBe(201);
    const [toHost, toGuest] = [
      await mailTo(olga.email, /Invitation/),
      await mailTo(guest.email, /Invitation/),
    ];
    expect(toHost.text).toContain('What is it about?: Fractions');
    expect(toHost.text).toContain('Where: Room 4, second floor');
    expect(await everythingIn(toHost.raw)).toContain('location:room 4\\, second floor');
    expect(toGuest.text).not.toContain('Fractions');
    expect(await everythingIn(toGuest.raw)).not.toContain(olga.email);
    expect(await everythingIn(toHost.raw)).not.toContain(guest.email);
  });

  it('that takes place somewhere else has no video room: no mail and no calendar leads to one, and it ends by itself', async () => {
    const olga = await host();
    const type = await insertEventType(api.knex, [olga], {
      columns: { location: 'Room 4, second floor', online: false },
    });
    const guest = newGuest();
    const { json } = await book(type, at(2, 9), { guest });
    for (const { email } of [olga, guest]) {
      const mail = await mailTo(email, /Invitation/);
      expect(mail.text).toContain('Where: Room 4, second floor');
      expect(await everythingIn(mail.raw)).not.toMatch(/\/join\/|conference|\burl[:;]/);
    }
    expect((await us.get(`/api/meetings/${json.id}`)).json).toMatchObject({ joinUrl: null });
    expect((await us.get(`/join/${json.id}`)).status).toBe(404);
    await api.world.pass(3 * 24 * HOUR);
    await expect.poll(() => bookingOf(json.id)).toMatchObject({ status: 'closed' });
    expect(await types(json.id)).toEqual(['meeting.booked', 'meeting.closed']);
  });

  it('is moved to another slot by its guest, who is not asked again; a time that is not offered is refused', async () => {
    const olga = await host();
    const type = await insertEventType(api.knex, [olga], { columns: { buffer_after_minutes: 15 } });
    const guest = newGuest();
    const { json } = await book(type, at(7, 9), { guest });
    await book(type, at(7, 12));
    const link = linkIn((await mailTo(guest.email, /Invitation/)).text, 'reschedule').searchParams.get('r')!;
    const move = (startsAt: string) =>
      moveByLink(api.deps, { token: link, startMs: Date.parse(startsAt), requestKey: randomUUID() });
    await expect(move(at(7, 12, 30))).rejects.toMatchObject({ code: 'slot-taken' });
    expect(await move(at(7, 15))).toBe('moved');
    expect(await bookingOf(json.id)).toMatchObject({
      startsAt: at(7, 15),
      sequence: 1,
      attendees: [
        { id: 'host', partstat: 'NEEDS-ACTION' },
        { id: 'guest', partstat: 'ACCEPTED' },
      ],
    });
    expect(await isOffered(type, at(7, 9))).toBe(true);
    await expect(move(at(7, 16))).rejects.toMatchObject({ code: 'link-used' });
    expect(await types(json.id)).toEqual(['meeting.booked', 'meeting.moved', 'slot.freed']);
  });

  it('is given to another host who is free, and all learn of it', async () => {
    const [olga, paul] = [await host(), await host()];
    const type = await insertEventType(api.knex, [olga, paul]);
    const guest = newGuest();
    const { json } = await book(type, at(8, 9), { guest });
    const [first] = (await bookingOf(json.id)).attendees as { hostId?: string }[];
    const [from, to] = first?.hostId === olga.id ? [olga, paul] : [paul, olga];
    await mailTo(from.email, /Invitation/);
    const given = await us.post(`/api/bookings/${json.id}/reassign`, {});
    expect(given).toMatchObject({
      status: 200,
      json: { attendees: [{ id: 'host-2', hostId: to.id }, { id: 'guest' }] },
    });
    await mailTo(from.email, /Cancelled/);
    expect((await mailTo(to.email, /Invitation/)).method).toBe('REQUEST');
    await waitForMail(api.world.catcher, { to: guest.email, count: 2 });
    const names = await api.knex('principals').whereIn('id', [from.id, to.id]).select('id', 'name');
    const nameOf = (id: string) => names.find((row) => row.id === id)!.name!;
    const again = (await api.world.catcher.list(guest.email)).at(-1)!;
    const { text } = await see(again);
    expect(text).toContain('Your host has changed');
    for (const { id } of [from, to]) expect(text).toContain(nameOf(id));
    expect(await types(json.id)).toEqual(['meeting.booked', 'meeting.reassigned']);
    // Nobody else is free then.
    await us.post(`/api/event-types/${await insertEventType(api.knex, [from])}/book`, {
      startsAt: at(8, 9),
      guest: newGuest(),
    });
    expect((await us.post(`/api/bookings/${json.id}/reassign`, {})).json.code).toBe('slot-taken');
  });

  it('of two hosts goes to each in turn, whatever is held, cancelled or refused meanwhile', async () => {
    const [olga, paul] = [await host(), await host()];
    const type = await insertEventType(api.knex, [olga, paul]);
    const guest = newGuest();
    await book(await insertEventType(api.knex, [await host()]), at(20, 9), { guest });
    const hosts: unknown[] = [];
    for (const day of [10, 11, 12, 13]) {
      const { json } = await book(type, at(day, 9));
      hosts.push(((await bookingOf(json.id)).attendees as { hostId?: string }[])[0]?.hostId);
      // What comes to nothing is nobody's turn.
      const held = await us.post(`/api/event-types/${type}/hold`, { startsAt: at(day, 12) });
      await us.post(`/api/bookings/${held.json.id}/cancel`, {});
      await us.post(`/api/bookings/${(await book(type, at(day, 13))).json.id}/cancel`, {});
      expect((await book(type, at(20, 9), { guest })).status).toBe(409);
    }
    expect(hosts).toEqual([0, 1, 0, 1].map((turn) => hosts[turn]));
    expect(new Set(hosts)).toEqual(new Set([olga.id, paul.id]));
  });

  it('cannot be moved by its guest when it is too late, and by its host it can', async () => {
    const type = await insertEventType(api.knex, [await host()], {
      columns: { change_until_minutes: 60 * 24 * 30 },
    });
    const guest = newGuest();
    const { json } = await book(type, at(9, 9), { guest });
    // Nothing is promised that cannot be done.
    expect((await mailTo(guest.email, /Invitation/)).text).not.toMatch(/reschedule|cancel\?/);
    const moved = await us.post(`/api/bookings/${json.id}/move`, { startsAt: at(9, 15) });
    expect(moved).toMatchObject({ status: 200, json: { startsAt: at(9, 15) } });
    const cancelled = await us.post(`/api/bookings/${json.id}/cancel`, { reason: 'Ill' });
    expect(cancelled.json).toMatchObject({ status: 'cancelled' });
  });

  it('of one of many guests is given back by a decline, which cancels nothing, and no guest learns of another', async () => {
    const olga = await host();
    const type = await insertEventType(api.knex, [olga], { columns: { seats: 2 } });
    const [ada, ben, cleo] = [newGuest(), newGuest(), newGuest()];
    const first = await book(type, at(10, 9), { guest: ada });
    expect((await book(type, at(10, 9), { guest: ben })).json.id).toBe(first.json.id);
    expect((await book(type, at(10, 9), { guest: cleo })).json.code).toBe('slot-taken');
    const toBen = await mailTo(ben.email, /Invitation/);
    const said = await everythingIn(toBen.raw);
    for (const secret of [ada.email, ada.name]) expect(said).not.toContain(secret.toLowerCase());
    const answer = linkIn(toBen.text, 'answer').searchParams.get('t')!;
    await answerByLink(api.deps, {
      token: answer,
      partstat: 'DECLINED',
      sequence: 0,
      requestKey: randomUUID(),
    });
    await expect
      .poll(() => bookingOf(first.json.id))
      .toMatchObject({
        status: 'scheduled',
        attendees: [{ id: 'host' }, { id: 'guest' }],
      });
    expect((await book(type, at(10, 9), { guest: cleo })).json.id).toBe(first.json.id);
    expect(await types(first.json.id)).toContain('slot.freed');
  });
});

it('a member lists their own bookings, finds them by a guest’s name, and nobody else’s', async () => {
  const [olga, paul] = [await host(), await host()];
  const guest = newGuest();
  const { json } = await book(await insertEventType(api.knex, [olga]), at(11, 9), { guest });
  const other = await book(await insertEventType(api.knex, [paul]), at(11, 9));
  const ids = async (query: string) =>
    (await us.get(`/api/bookings?${query}`)).json as unknown as { bookings: { id: string }[] };
  expect((await ids(`hostId=${olga.id}`)).bookings.map(({ id }) => id)).toEqual([json.id]);
  expect((await ids(`search=${encodeURIComponent(guest.name.toUpperCase())}`)).bookings).toMatchObject([
    { id: json.id },
  ]);
  expect(JSON.stringify(await ids('limit=200'))).not.toContain(guest.email);
  expect((await ids('limit=200')).bookings.map(({ id }) => id)).toContain(other.json.id);
  expect(dayAhead(11).getTime()).toBeLessThan(Date.parse(at(11, 9)));
});
