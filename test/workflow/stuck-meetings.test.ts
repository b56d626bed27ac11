import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweep, type SweepPorts } from '../../activities/relay.ts';
import { meetingsWithUnsentMessages } from '../../adapters/postgres/outbox.ts';
import { createStuckMeetings } from '../../adapters/temporal/stuck-meetings.ts';
import { HOUR, MeetingScript } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';

const PATIENCE = { timeout: 20_000, interval: 100 };

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.stop());

/** What the worker does every some seconds, minutes later. @returns the meetings that were reset */
async function sweepLater(ports: Partial<SweepPorts> = {}): Promise<string[]> {
  const told: string[] = [];
  await sweep({
    clock: { nowMs: () => Date.now() + HOUR },
    inbound: { undecided: () => Promise.resolve([]) },
    decide: () => Promise.resolve(),
    meetingsWithUnsentMessages: (beforeMs) => meetingsWithUnsentMessages(world.database, beforeMs),
    meetings: world.meetings,
    resetStuck,
    onReset: (uid) => told.push(uid),
    ...ports,
  });
  return told;
}

const resetStuck = (uid: string) => createStuckMeetings(world.client, { restMs: 0 })(uid);

/** The workflow believes that it sent the message, or waits for ever for the end of sending it. */
async function forgetSending(uid: string, kind: string): Promise<void> {
  const forgotten = await world
    .database('outgoing_messages')
    .where({ uid, kind })
    .update({ state: 'prepared', attempts: 0, sent_at: null });
  expect(forgotten).toBe(1);
}

const unsent = async (uid: string): Promise<string[]> => {
  const rows = await world
    .database('outgoing_messages')
    .where({ uid })
    .whereNot('state', 'sent')
    .select<{ kind: string }[]>('kind');
  return rows.map(({ kind }) => kind);
};

/** Nothing is under way any more. */
const settled = (uid: string) => expect.poll(() => unsent(uid), PATIENCE).toEqual([]);

const runOf = async ({ handle }: MeetingScript) => (await handle.describe()).runId;

describe('a meeting whose messages wait although nothing is under way', () => {
  it('takes over what the database has, sends them, and goes on', async () => {
    const script = await MeetingScript.booked(world);
    const { uid } = script.room;
    await script.reply('host', 'ACCEPTED', { sequence: 0 });
    const proposal = await script.propose('guest');
    await script.mail('host', 2);
    await settled(uid);
    const before = await script.state();
    await forgetSending(uid, 'approval-request');
    await expect.poll(() => sweepLater(), PATIENCE).toEqual([uid]);
    await settled(uid);
    await expect.poll(() => script.state(), PATIENCE).toEqual(before);
    expect(await script.decide('approved', 'host', proposal)).toMatchObject({ sequence: 1 });
    const methods = async (role: 'host' | 'guest', count: number) =>
      (await script.mail(role, count)).map(({ method, sequence }) => [method, sequence]);
    expect(await methods('host', 3)).toEqual([
      ['REQUEST', 0],
      [null, null],
      ['REQUEST', 1],
    ]);
    expect(await methods('guest', 2)).toEqual([
      ['REQUEST', 0],
      ['REQUEST', 1],
    ]);
  });

  it('does so also while it is live, when nobody could book it any more', async () => {
    const script = await MeetingScript.booked(world, {
      startsInMs: 2_000,
      lengthMs: 8_000,
      timings: { readyBeforeMs: 500, graceMs: 1_000, forceCloseMs: 1_000 },
    });
    const { uid, id } = script.room;
    await settled(uid);
    await expect.poll(async () => (await script.state()).status, PATIENCE).toBe('live');
    await forgetSending(uid, 'invitation').catch(() => undefined);
    const first = await runOf(script);
    await expect.poll(() => resetStuck(uid), PATIENCE).toBe(true);
    await expect.poll(async () => (await script.state()).status, PATIENCE).toBe('live');
    await expect.poll(async () => (await script.handle.describe()).status.name, PATIENCE).toBe('COMPLETED');
    expect(await runOf(script)).not.toBe(first);
    const row = await world.database('practice_rooms').where({ id }).first<{ status: string }>('status');
    expect(row.status).toBe('closed');
    await settled(uid);
  });
});

it('a meeting that cannot be reset does not keep the sweep from asking the others', async () => {
  const script = await MeetingScript.booked(world);
  const { uid } = script.room;
  await settled(uid);
  await world.database('outgoing_messages').where({ uid }).update({ state: 'prepared', attempts: 0 });
  const asked: string[] = [];
  const sweeping = sweepLater({
    meetings: { reconcile: (one) => Promise.resolve(void asked.push(one)) },
    resetStuck: () => Promise.reject(new Error('the server says no')),
  });
  await expect(sweeping).rejects.toThrow('the server says no');
  expect(asked).toEqual([uid]);
});

describe('a meeting is left alone', () => {
  it('soon after it began', async () => {
    const script = await MeetingScript.booked(world);
    await settled(script.room.uid);
    const run = await runOf(script);
    expect(await createStuckMeetings(world.client, { restMs: HOUR })(script.room.uid)).toBe(false);
    expect(await runOf(script)).toBe(run);
  });

  it('when it is over, or never was', async () => {
    const script = await MeetingScript.booked(world);
    await script.cancel();
    await script.handle.result();
    expect(await resetStuck(script.room.uid)).toBe(false);
    expect(await resetStuck('nobody@example.com')).toBe(false);
  });
});
