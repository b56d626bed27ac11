import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { followEvents } from '../../adapters/postgres/calendars/busy-periods.ts';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import { insertInRoom } from '../pages/support/room-rows.ts';
import { insertOwnedRoom } from '../support/room-owner.ts';
import type { Caller } from './support/caller.ts';
import { newMeeting } from './support/meeting-cases.ts';
import { spanIn } from './support/people.ts';
import { startWholeApi, type WholeApi } from './support/served-api.ts';

let api: WholeApi;
let us: Caller;
let room: Room;
beforeAll(async () => {
  api = await startWholeApi();
  us = await api.caller();
});
beforeEach(async () => {
  room = await insertOwnedRoom(api.knex, { tenantId: api.tenant.id });
});
afterAll(() => api?.stop());

const arrange = (time: { startsAt: string; endsAt: string }, roomId = room.id) =>
  us.post('/api/meetings', newMeeting([true], { ...time, roomId }));
const move = (id: string, time: object) => us.post(`/api/meetings/${id}/move`, time);

/** Something in the room's own calendar. */
async function calendarEvent({ startsAt, endsAt }: { startsAt: string; endsAt: string }): Promise<void> {
  const id = randomUUID();
  const object = { tenant_id: room.tenantId, calendar_id: room.calendarId, uid: id };
  await api.knex('calendar_objects').insert({ ...object, etag: id, raw: '' });
  await api.knex('calendar_events').insert({
    ...{ id, tenant_id: room.tenantId, calendar_id: room.calendarId, ics_uid: id, title: 'Choir' },
    ...{
      content_hash: Buffer.alloc(32),
      busy: 'busy',
      starts_at: new Date(startsAt),
      ends_at: new Date(endsAt),
      last_synced_at: new Date(),
    },
  });
  await api.knex.transaction((trx) => followEvents(trx, [id]));
}

const TAKEN = { status: 409, json: { code: 'room-busy' } };

it('a room is in one meeting at a time; who is refused is not invited, and a cancelled meeting gives it back', async () => {
  const time = spanIn(80);
  const first = await arrange(time);
  expect(first).toMatchObject({ status: 201, json: { roomId: room.id, status: 'scheduled' } });
  expect((await us.get(`/api/meetings?roomId=${room.id}`)).json.meetings).toMatchObject([
    { id: first.json.id, source: 'booking', roomId: room.id },
  ]);

  const second = newMeeting([true], { ...time, roomId: room.id });
  expect(await us.post('/api/meetings', second)).toMatchObject(TAKEN);
  for (const { email } of second.attendees) expect(api.world.catcher.count(email)).toBe(0);
  expect((await arrange(spanIn(82))).status).toBe(201);

  expect((await us.post(`/api/meetings/${first.json.id}/cancel`, {})).status).toBe(200);
  expect((await us.post('/api/meetings', second)).status).toBe(201);
});

it('a meeting takes its room along when it is moved, and not to a time at which it is taken', async () => {
  const [early, late] = [spanIn(90), spanIn(95)];
  const [moving] = [await arrange(early), await arrange(late)];
  expect(await move(moving.json.id, late)).toMatchObject(TAKEN);
  expect((await move(moving.json.id, spanIn(100))).status).toBe(200);
  expect((await arrange(early)).status).toBe(201);
  expect(await arrange(spanIn(100))).toMatchObject(TAKEN);
});

it('what is in the room’s own calendar counts, when it is booked and when it is moved', async () => {
  await calendarEvent(spanIn(110));
  expect(await arrange(spanIn(110.5))).toMatchObject(TAKEN);
  const meeting = await arrange(spanIn(112));
  expect(meeting.status).toBe(201);
  expect(await move(meeting.json.id, spanIn(109.5))).toMatchObject(TAKEN);
  expect(await us.get(`/api/meetings/${meeting.json.id}`)).toMatchObject({ json: { sequence: 0 } });
});

it('when the room, or a member, has no time is told with what is in their calendars', async () => {
  const [own, booked] = [spanIn(130), spanIn(131)];
  await calendarEvent(own);
  const email = `hanna-${randomUUID()}@example.com`;
  const { json: host } = await us.post('/api/principals', { kind: 'individual', addresses: [email] });
  const meeting = newMeeting([true], { ...booked, roomId: room.id });
  meeting.attendees[0]!.email = email;
  expect((await us.post('/api/meetings', meeting)).status).toBe(201);
  const query = `from=${own.startsAt}&to=${booked.endsAt}`;
  const busyOf = async (id: string) => (await us.get(`/api/principals/${id}/busy?${query}`)).json;
  expect(await busyOf(room.id)).toMatchObject({
    busy: [{ kind: 'busy', startsAt: own.startsAt, endsAt: booked.endsAt }],
  });
  expect(await busyOf(host.id)).toMatchObject({
    busy: [{ startsAt: booked.startsAt, endsAt: booked.endsAt }],
  });
});

it('a room that is invited by its own address is not in its meeting twice', async () => {
  const address = `room-${randomUUID()}@example.com`;
  const named = { kind: 'room', name: `r-${randomUUID().slice(0, 8)}`, ownerId: room.ownerId };
  const { json: made } = await us.post('/api/principals', { ...named, addresses: [address] });
  const twice = { status: 422, json: { code: 'attendee-twice' } };
  const body = newMeeting([true, true], { ...spanIn(140), roomId: made.id });
  body.attendees[2]!.email = address;
  expect(await us.post('/api/meetings', body)).toMatchObject(twice);
  const booked = await arrange(spanIn(140), made.id);
  expect(booked.status).toBe(201);
  const added = us.post(`/api/meetings/${booked.json.id}/attendees`, { email: address });
  expect(await added).toMatchObject(twice);
  expect((await us.post(`/api/meetings/${booked.json.id}/cancel`, {})).status).toBe(200);
});

it('the room has to be there, and the tenant’s own', async () => {
  const other = await api.addTenant(`other-${randomUUID().slice(0, 8)}`);
  const theirs = await insertOwnedRoom(api.knex, { tenantId: other.id });
  for (const roomId of [theirs.id, randomUUID()]) {
    expect(await arrange(spanIn(120), roomId)).toMatchObject({ status: 404, json: { code: 'not-found' } });
  }
});

it('what was booked for a room is not what its page shows and lets in', async () => {
  const { json } = await arrange(spanIn(0.02));
  const shown = await us.get(`/v1/rooms/${room.name}/meetings`);
  expect(JSON.stringify(shown.json)).not.toContain(json.id);
  expect((await us.post(`/v1/rooms/${room.name}/meetings/${json.id}/join`, {})).status).toBe(404);
});

it.each(['feed', 'unscheduled'] as const)(
  'one of the room’s own, %s, can be looked at, and not be changed',
  async (source) => {
    const startMs = Date.parse(spanIn(150).startsAt);
    const { id } = await insertInRoom(api.knex, room, {
      source,
      startMs,
      title: 'Choir of ada@invited.example',
    });
    const [listed] = (await us.get(`/api/meetings?roomId=${room.id}`)).json.meetings;
    const shown = await us.get(`/api/meetings/${id}`);
    expect(shown).toMatchObject({
      status: 200,
      json: { ...listed, source, roomId: room.id, attendees: [], policy: null, proposalExpiryHours: null },
    });
    expect(shown.json.joinUrl).toBe(`http://parley.test/room/${room.name}`);
    expect(shown.text).not.toContain('ada@');
    expect(await us.get(`/api/meetings/${id}/timeline`)).toMatchObject({
      status: 200,
      json: { timeline: [] },
    });
    expect(await us.get(`/api/meetings/${id}/links`)).toMatchObject({ status: 200, json: { links: [] } });
    const notBooked = { status: 404, json: { code: 'not-found', detail: 'The booking was not found.' } };
    expect(await move(id, spanIn(160))).toMatchObject(notBooked);
    expect(await us.post(`/api/meetings/${id}/cancel`, {})).toMatchObject(notBooked);
    expect(await us.post(`/api/meetings/${id}/attendees`, { email: 'a@example.com' })).toMatchObject(
      notBooked,
    );
    expect(await us.post(`/api/meetings/${id}/resend`, {})).toMatchObject(notBooked);
  },
);
