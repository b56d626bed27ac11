import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForMail } from '../support/smtp-catcher.ts';
import { startWholeApi, type WholeApi } from './support/served-api.ts';
import type { Caller } from './support/caller.ts';
import { hourIn, newGuest, newHost, newRoom } from './support/people.ts';

let api: WholeApi;
let caller: Caller;
beforeAll(async () => {
  api = await startWholeApi();
  caller = await api.caller();
});
afterAll(() => api?.stop());

const create = async (extra: Record<string, unknown> = {}) =>
  (await caller.post('/api/practice-room/create', newRoom(extra))).json as { roomId: string; uid: string };
const book = (roomId: string, guest = newGuest()) =>
  caller.post('/api/practice-room/book', { roomId, guest });
const show = (roomId: string) => caller.get(`/api/practice-room/${roomId}`);
const remove = (roomId: string, reason?: string) =>
  caller.post('/api/practice-room/delete', { roomId, ...(reason === undefined ? {} : { reason }) });

describe('a room', () => {
  it('is made, and nobody gets mail yet', async () => {
    const host = newHost();
    const made = await caller.post('/api/practice-room/create', newRoom({ host }));
    expect(made.status).toBe(201);
    expect(Object.keys(made.json as object).sort()).toEqual(['joinUrl', 'roomId', 'status', 'uid']);
    expect(made.json).toMatchObject({ status: 'open', joinUrl: expect.stringContaining('/join/') as string });
    const shown = await show((made.json as { roomId: string }).roomId);
    expect(shown.json).toMatchObject({
      status: 'open',
      answers: { guest: null },
      proposals: [],
      timeline: [],
    });
    expect(await api.world.catcher.list(host.email)).toEqual([]);
  });

  it('is booked: SEQUENCE 0, an invitation for each, and the story is shown without an address', async () => {
    const [host, guest, time] = [newHost(), newGuest(), hourIn(50)];
    const { roomId, uid } = await create({ host, ...time });
    const booked = await book(roomId, guest);
    expect(booked.status).toBe(200);
    expect(booked.json).toEqual({
      roomId,
      uid,
      sequence: 0,
      status: 'scheduled',
      ...time,
      joinUrl: expect.stringContaining(roomId) as string,
    });
    for (const { email } of [host, guest]) await waitForMail(api.world.catcher, { to: email });
    const shown = await show(roomId);
    expect(shown.status).toBe(200);
    expect(shown.json).toMatchObject({
      roomId,
      uid,
      title: 'Practice',
      status: 'scheduled',
      sequence: 0,
      policy: 'strict',
      proposalExpiryHours: 48,
      ...time,
      cancelReason: null,
      answers: { host: { partstat: 'NEEDS-ACTION' }, guest: { partstat: 'NEEDS-ACTION' } },
      room: { phase: 'none', readyAt: null, closedAt: null },
    });
    expect((shown.json as { timeline: object[] }).timeline[0]).toEqual({
      what: expect.any(String) as string,
      at: expect.any(String) as string,
      by: 'backend',
      door: 'api',
    });
    expect(shown.text).not.toMatch(/@example\.(com|org)/);
  });

  it('is booked once: the second booking is told so', async () => {
    const { roomId } = await create({ ...hourIn(52) });
    expect((await book(roomId)).status).toBe(200);
    const second = await book(roomId);
    expect([second.status, second.json.code]).toEqual([409, 'already-booked']);
  });

  it('is deleted, twice with the same answer, and is over then', async () => {
    const [host, guest] = [newHost(), newGuest()];
    const { roomId, uid } = await create({ host, ...hourIn(54) });
    await book(roomId, guest);
    const first = await remove(roomId, 'The teacher is ill.');
    expect(first.status).toBe(200);
    expect(first.json).toEqual({ roomId, uid, status: 'cancelled', sequence: 1 });
    expect(await remove(roomId)).toMatchObject({ status: 200, text: first.text });
    for (const { email } of [host, guest]) {
      const mails = await waitForMail(api.world.catcher, { to: email, count: 2 });
      expect(mails[1]?.raw).toContain('METHOD:CANCEL');
    }
    expect((await show(roomId)).json).toMatchObject({
      status: 'cancelled',
      sequence: 1,
      cancelReason: 'The teacher is ill.',
    });
    expect((await book(roomId)).json).toMatchObject({ status: 409, code: 'meeting-over' });
    const joined = await caller.post('/api/practice-room/join', { roomId });
    expect(joined.json).toMatchObject({ status: 409, code: 'meeting-over' });
  });

  it('that nobody booked is deleted without mail', async () => {
    const host = newHost();
    const { roomId } = await create({ host, ...hourIn(56) });
    expect(await remove(roomId)).toMatchObject({ status: 200, json: { status: 'cancelled' } });
    expect(await api.world.catcher.list(host.email)).toEqual([]);
  });

  it('is not entered before it is ready, and left at any time', async () => {
    const time = hourIn(58);
    const { roomId } = await create(time);
    await book(roomId);
    const early = await caller.post('/api/practice-room/join', { roomId, displayName: 'Gus' });
    expect(early.json).toMatchObject({ status: 409, code: 'room-not-ready', startsAt: time.startUtc });
    const left = await caller.post('/api/practice-room/leave', { roomId, participantId: 'p1' });
    expect(left).toMatchObject({ status: 200, json: { roomId, participantId: 'p1' } });
  });

  it('is entered from a minute before its start', async () => {
    const startMs = Math.ceil(Date.now() / 1000) * 1000 + 30_000;
    const times = {
      startUtc: new Date(startMs).toISOString(),
      endUtc: new Date(startMs + 60_000).toISOString(),
    };
    const { roomId } = await create(times);
    await book(roomId);
    await expect.poll(async () => (await show(roomId)).json.room.phase).toBe('ready');
    const gus = { roomId, displayName: 'Gus', participantId: 'g' };
    const join = () => caller.post('/api/practice-room/join', gus);
    // It is ready when that is decided, and open when its video room is made, a moment later.
    await expect.poll(async () => (await join()).status).toBe(200);
    const joined = await join();
    expect(joined).toMatchObject({ status: 200, json: { participantId: 'g' } });
    expect(joined.json.joinUrl).toMatch(/^https:\/\/video\.test\/.*Gus/);
    const left = await caller.post('/api/practice-room/leave', { roomId, participantId: 'g' });
    expect(left.status).toBe(200);
    await remove(roomId);
  });
});
