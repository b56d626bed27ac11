import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForMail } from '../support/smtp-catcher.ts';
import type { Caller } from './support/caller.ts';
import { hourIn, newGuest, newHost, newRoom } from './support/people.ts';
import { startWholeApi, type WholeApi } from './support/served-api.ts';

let api: WholeApi;
let caller: Caller;
beforeAll(async () => {
  api = await startWholeApi();
  caller = await api.caller();
});
afterAll(() => api?.stop());

async function bookedRoom(hours: number) {
  const [host, guest, time] = [newHost(), newGuest(), hourIn(hours)];
  const made = await caller.post('/api/practice-room/create', newRoom({ host, ...time }));
  const { roomId, uid } = made.json as { roomId: string; uid: string };
  await caller.post('/api/practice-room/book', { roomId, guest });
  return { roomId, uid, host: host.email, guest: guest.email, time };
}

const mails = (to: string, count: number) => waitForMail(api.world.catcher, { to, count });

describe('a calendar message asked for by the backend', () => {
  it('of an invitation is the one that was sent, however often it is asked for', async () => {
    const { uid, guest, time } = await bookedRoom(100);
    const [invitation] = await mails(guest, 1);
    const request = { uid, attendeeEmail: guest.toUpperCase(), sequence: 0, ...time };
    const answers = await Promise.all([1, 2, 3].map(() => caller.post('/api/ics/send-invite', request)));
    for (const { status, json } of answers) {
      expect(status).toBe(200);
      expect(json).toMatchObject({ uid, method: 'REQUEST', sequence: 0 });
      expect(invitation?.raw).toContain((json as { messageId: string }).messageId);
    }
    expect(api.world.catcher.count(guest)).toBe(1);
  });

  it('of an update at the next SEQUENCE moves the meeting for both, once', async () => {
    const { roomId, uid, host, guest } = await bookedRoom(110);
    const wanted = { uid, sequence: 1, ...hourIn(130) };
    const [toGuest, toHost] = await Promise.all(
      [guest, host].map((attendeeEmail) => caller.post('/api/ics/send-update', { ...wanted, attendeeEmail })),
    );
    expect(toGuest).toMatchObject({
      status: 200,
      json: { sequence: 1, method: 'REQUEST', attendeeEmail: guest },
    });
    expect(toHost).toMatchObject({
      status: 200,
      json: { sequence: 1, method: 'REQUEST', attendeeEmail: host },
    });
    for (const to of [host, guest]) expect((await mails(to, 2))[1]?.raw).toContain('SEQUENCE:1');
    const again = await caller.post('/api/ics/send-update', { ...wanted, attendeeEmail: guest });
    expect(again.json.messageId).toBe(toGuest?.json.messageId);
    const shown = await caller.get(`/api/practice-room/${roomId}`);
    expect(shown.json).toMatchObject({ sequence: 1, startUtc: wanted.startUtc, endUtc: wanted.endUtc });
    expect([host, guest].map((to) => api.world.catcher.count(to))).toEqual([2, 2]);
  });

  it('of a cancellation cancels for both, once', async () => {
    const { uid, host, guest } = await bookedRoom(140);
    const first = await caller.post('/api/ics/send-cancel', { uid, attendeeEmail: guest });
    expect(first).toMatchObject({ status: 200, json: { uid, method: 'CANCEL', sequence: 1 } });
    for (const to of [host, guest]) expect((await mails(to, 2))[1]?.raw).toContain('METHOD:CANCEL');
    const again = await caller.post('/api/ics/send-cancel', { uid, attendeeEmail: guest });
    expect(again.json.messageId).toBe(first.json.messageId);
    expect([host, guest].map((to) => api.world.catcher.count(to))).toEqual([2, 2]);
  });

  it('fares as the mail provider reports', async () => {
    const { roomId, uid, guest, time } = await bookedRoom(150);
    await mails(guest, 1);
    const request = { uid, attendeeEmail: guest, sequence: 0, ...time };
    const state = async () => (await caller.post('/api/ics/send-invite', request)).json;
    await expect.poll(async () => (await state()).state).toBe('sent');
    const { messageId } = (await state()) as { messageId: string };
    const at = new Date().toISOString();
    const events = [
      { messageId: messageId.slice(1, -1), event: 'bounced', at, detail: `550 ${guest} unknown` },
      { messageId: 'somebody-else@example.com', event: 'delivered', at },
    ];
    const body = Buffer.from(JSON.stringify({ events }));
    const told = await caller.deliver('/api/hooks/email-status', body, 'application/json');
    expect(told).toMatchObject({ status: 202, json: { accepted: 1, unknown: 1 } });
    const shown = await caller.get(`/api/practice-room/${roomId}`);
    expect(shown.json.answers.guest.delivery).toMatchObject({ status: 'bounced', kind: 'invitation' });
    expect(shown.text).not.toContain(guest);
  });
});

describe('twenty bookings at once', () => {
  it('of rooms at the same time by the same guest: one is taken', async () => {
    const [time, guest] = [hourIn(300), newGuest()];
    const rooms = await Promise.all(
      Array.from({ length: 20 }, () => caller.post('/api/practice-room/create', newRoom(time))),
    );
    const answers = await Promise.all(
      rooms.map(({ json }) =>
        caller.post('/api/practice-room/book', { roomId: (json as { roomId: string }).roomId, guest }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const refused = answers.filter((answer) => answer.status !== 200).map((answer) => answer.json.code);
    expect(refused).toEqual(Array(19).fill('guest-busy'));
    expect(await mails(guest.email, 1)).toHaveLength(1);
  });
});
