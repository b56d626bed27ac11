import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { NativeConnection, Worker } from '@temporalio/worker';
import { ScheduleNotFoundError } from '@temporalio/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFeedActivities } from '../../activities/feed/activities.ts';
import type { FeedSchedules } from '../../activities/feed/fetching.ts';
import { relay, type RelayPorts } from '../../activities/relay.ts';
import { createFeedArranger } from '../../adapters/postgres/feeds/arranger.ts';
import { createOutbox } from '../../adapters/postgres/outbox.ts';
import { createFeedSchedules } from '../../adapters/temporal/feed-schedules.ts';
import { nextSyncAfter } from '../../domain/feeds/intervals.ts';
import { feedScheduleId, parseFeedSyncWorkflowId } from '../../workflows/feed/messages.ts';
import { taskQueueOf } from '../../workflows/queues.ts';
import { testService } from '../support/services.ts';
import { testWorkflowBundle } from '../support/workflow-bundle.ts';
import { at, calendar, event } from './support/calendar.ts';
import { createFeedWorld, type FeedWorld, type FollowingRoom } from './support/feed-world.ts';
import { feedOf, settled } from './support/rows.ts';

const taskQueuePrefix = `test-${randomUUID()}-`;
const taskQueue = taskQueueOf(taskQueuePrefix, 'feeds');
let world: FeedWorld;
let schedules: FeedSchedules;
let stopWorker: () => Promise<void>;

beforeAll(async () => {
  world = await createFeedWorld();
  schedules = createFeedSchedules(world.client, { temporal: { taskQueuePrefix } });
  const connection = await NativeConnection.connect({ address: await testService('temporal') });
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle: await testWorkflowBundle(),
    activities: createFeedActivities(world.ports),
  });
  const running = worker.run();
  stopWorker = async () => {
    worker.shutdown();
    await running;
    await connection.close();
  };
});
afterAll(async () => {
  await stopWorker();
  await world.stop();
});

const scheduleOf = ({ calendarId }: FollowingRoom) =>
  world.client.schedule.getHandle(feedScheduleId(calendarId));

/** Changes the settings of a feed as whoever writes them does. */
async function change(room: FollowingRoom, settings: Record<string, unknown>): Promise<void> {
  const event = {
    type: 'feed-changed' as const,
    key: `feed-changed/${randomUUID()}`,
    calendarId: room.calendarId,
  };
  const { database, meetings, tenant } = world;
  await database('feeds').where({ calendar_id: room.calendarId }).update(settings);
  const row = { tenant_id: tenant.id, uid: room.id, event_key: event.key, event: JSON.stringify(event) };
  await database('outbox').insert(row);
  const ports: RelayPorts = {
    outbox: createOutbox(database),
    meetings,
    deliveries: { start: () => Promise.resolve() },
    feeds: createFeedArranger(database, schedules),
  };
  await relay(ports, { uid: room.id, event });
  expect(await database('outbox').where({ event_key: event.key }).first()).toMatchObject({
    delivered_at: expect.any(Date),
  });
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end && !(await what());) await wait(100);
}

const syncedAfter = async (room: FollowingRoom, ms: number) =>
  ((await feedOf(world, room)).last_sync_at?.getTime() ?? 0) > ms;

it('a feed has a Schedule that follows it at its interval, from at once', async () => {
  const room = await world.room();
  world.server.serve(calendar(event(room, 'a', ...at(2))));
  await change(room, { interval_minutes: 10 });
  expect(await settled(world, room, ['Meeting a scheduled'])).toEqual(['Meeting a scheduled']);
  const { spec, policies, action, state } = await scheduleOf(room).describe();
  expect(spec).toMatchObject({ intervals: [{ every: 600_000 }], jitter: 60_000 });
  expect(policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 60_000 });
  expect(action).toMatchObject({ workflowId: `feed-sync:${room.calendarId}`, taskQueue });
  expect(state.paused).toBe(false);
  const next = await schedules.nextSync(room.calendarId);
  expect(next).toBeGreaterThan(Date.now() - 60_000);
  expect(next).toBeLessThan(Date.now() + 2 * 660_000);
  // What lists of rooms say without asking the Schedule.
  const nominal = nextSyncAfter(room.calendarId, 10, next! - 600_000);
  expect(next! - nominal).toBeLessThanOrEqual(60_000);
});

it('follows changes of the interval; off it is paused; without a URL there is none', async () => {
  const room = await world.room();
  world.server.serve(calendar());
  await change(room, { interval_minutes: 60 });
  await change(room, { interval_minutes: 1 });
  expect((await scheduleOf(room).describe()).spec).toMatchObject({
    intervals: [{ every: 60_000 }],
    jitter: 6_000,
  });
  await change(room, { enabled: false });
  expect((await scheduleOf(room).describe()).state.paused).toBe(true);
  expect(await schedules.nextSync(room.calendarId)).toBeNull();
  await change(room, { enabled: true });
  expect((await scheduleOf(room).describe()).state.paused).toBe(false);
  await change(room, { url_sealed: null, url_key_id: null, url_masked: null });
  await expect(scheduleOf(room).describe()).rejects.toThrow(ScheduleNotFoundError);
  expect(await schedules.nextSync(room.calendarId)).toBeNull();
  // Done again by whoever does not know that it is done.
  await change(room, { enabled: true });
});

it('is synced when somebody asks for it, with a Schedule or without one yet', async () => {
  const room = await world.room();
  world.server.serve(calendar());
  const before = Date.now() - 1;
  await schedules.trigger(room.calendarId);
  await until(() => syncedAfter(room, before));
  expect(await syncedAfter(room, before)).toBe(true);
  await change(room, { interval_minutes: 60 });
  const again = Date.now();
  // Never two at once: while the one that the change has begun is under way, there is no other.
  await until(async () => {
    await schedules.trigger(room.calendarId);
    return syncedAfter(room, again);
  });
  expect(await syncedAfter(room, again)).toBe(true);
  const { info } = await scheduleOf(room).describe();
  const { action } = info.recentActions.at(-1)!;
  expect(parseFeedSyncWorkflowId(action.workflow.workflowId)).toBe(room.calendarId);
  const result = await world.client.workflow.getHandle(action.workflow.workflowId).result();
  expect(result).toEqual({
    result: 'unchanged',
    problem: null,
    events: 0,
    matches: 0,
    added: 0,
    changed: 0,
    removed: 0,
    problems: 0,
  });
});
