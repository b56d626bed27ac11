import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWatch } from '../../activities/watch.ts';
import { overdueMeetings } from '../../adapters/postgres/overdue-meetings.ts';
import { createStandsStill } from '../../adapters/temporal/standing-still.ts';
import { HOUR, MeetingScript } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.stop());

/** What the worker does every minute, an hour later, and twice. @returns the meetings that it finds */
async function watchLater(): Promise<string[]> {
  const found: string[] = [];
  const counts: number[] = [];
  const watch = createWatch({
    clock: { nowMs: () => Date.now() + HOUR },
    overdueMeetings: (beforeMs) => overdueMeetings(world.database, { beforeMs, forceCloseMs: HOUR }),
    standsStill: createStandsStill(world.client),
    show: (count) => counts.push(count),
    onFound: (uid) => found.push(uid),
  });
  await watch();
  expect(found).toEqual([]);
  await watch();
  expect(counts).toEqual([0, found.length]);
  return found;
}

/** The workflow believes that it sent the message, or waits for ever for the end of sending it. */
async function forgetSending(uid: string, kind: string): Promise<void> {
  const forgotten = await world
    .database('outgoing_messages')
    .where({ uid, kind })
    .update({ state: 'prepared', attempts: 0, sent_at: null });
  expect(forgotten).toBeGreaterThan(0);
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
const settled = (uid: string) => expect.poll(() => unsent(uid)).toEqual([]);

const runOf = async ({ handle }: MeetingScript) => (await handle.describe()).runId;

const SOON = {
  startsInMs: 1_000,
  lengthMs: HOUR,
  timings: { readyBeforeMs: 500, graceMs: HOUR, forceCloseMs: HOUR },
};

describe('the watch tells of a meeting, and leaves it as it is,', () => {
  it('whose message waits although nothing is under way', async () => {
    const script = await MeetingScript.booked(world);
    const { uid } = script.meeting;
    await settled(uid);
    expect(await watchLater()).toEqual([]);
    const run = await runOf(script);
    await forgetSending(uid, 'invitation');
    await expect.poll(watchLater).toEqual([uid]);
    expect(await unsent(uid)).toHaveLength(2);
    expect(await runOf(script)).toBe(run);
    await script.cancel();
    await world.database('outgoing_messages').where({ uid }).update({ state: 'sent' });
    await script.handle.result();
  });

  it('whose room was to be opened, and the end of that was lost', async () => {
    const script = await MeetingScript.booked(world, SOON);
    const { uid, id } = script.meeting;
    const opened = () => world.database('meetings').where({ id }).whereNotNull('video_url');
    await expect.poll(opened).toHaveLength(1);
    await settled(uid);
    await expect.poll(watchLater).toEqual([]);
    await opened().update({ video_url: null });
    // The meeting starts meanwhile, and as long as that is under way it does not stand still.
    await expect.poll(watchLater).toEqual([uid]);
    await script.cancel();
    await script.handle.result();
  });

  it('whose workflow is gone', async () => {
    const script = await MeetingScript.booked(world, { startsInMs: 30 * 60_000 });
    const { uid, id } = script.meeting;
    await settled(uid);
    await script.handle.terminate('by mistake');
    await expect.poll(watchLater).toEqual([uid]);
    await world.database('meetings').where({ id }).update({ status: 'cancelled' });
    expect(await watchLater()).toEqual([]);
  });
});

it('the watch says nothing of a message that is being tried', async () => {
  const refusing = await createWorld({ mail: { smtpUrl: 'smtp://127.0.0.1:9' } });
  try {
    const script = await MeetingScript.booked(refusing);
    const standsStill = createStandsStill(refusing.client);
    await expect.poll(() => standsStill(script.meeting.uid)).toBe(false);
    await refusing.database('outgoing_messages').update({ attempts: 0, state: 'prepared' });
    expect(await standsStill(script.meeting.uid)).toBe(false);
  } finally {
    await refusing.stop();
  }
});

it('a meeting that an operator resets takes over what the database has, sends what was not sent, and goes on', async () => {
  const script = await MeetingScript.booked(world);
  const { uid } = script.meeting;
  await script.reply('host', 'ACCEPTED', { sequence: 0 });
  const proposal = await script.propose('guest');
  await script.mail('host', 2);
  await settled(uid);
  const before = await script.state();
  await forgetSending(uid, 'approval-request');
  await resetToItsFirstTask(script);
  await settled(uid);
  await expect.poll(() => script.state()).toEqual(before);
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

/** What `temporal workflow reset --type FirstWorkflowTask` does. */
async function resetToItsFirstTask({ handle }: MeetingScript): Promise<void> {
  const { events } = await handle.fetchHistory();
  const first = events?.find((event) => event.workflowTaskCompletedEventAttributes);
  await world.client.workflowService.resetWorkflowExecution({
    namespace: world.client.options.namespace,
    workflowExecution: { workflowId: handle.workflowId, runId: await handle.describe().then((d) => d.runId) },
    reason: 'stands still',
    workflowTaskFinishEventId: first!.eventId!,
    requestId: crypto.randomUUID(),
  });
}
