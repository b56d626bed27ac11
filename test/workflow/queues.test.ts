import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { EngineUnavailable } from '../../activities/meeting/meetings.ts';
import { showQueues } from '../../adapters/metrics/queue-metrics.ts';
import { createQueueChecks } from '../../adapters/temporal/pollers.ts';
import { loadConfig } from '../../config/index.ts';
import { assemble } from '../../workers/assemble.ts';
import { startWorker } from '../../workers/worker.ts';
import { FEED_SYNC_WORKFLOW } from '../../workflows/feed/messages.ts';
import { taskQueueOf, type Queue } from '../../workflows/queues.ts';
import { MeetingScript } from '../support/meeting-script.ts';
import { testService } from '../support/services.ts';
import { waitForMail } from '../support/smtp-catcher.ts';
import { createWorld, PUBLIC_URL, SECRET_KEY, type World } from '../support/world.ts';

// This process has a quiet one, and no process can have two.
vi.mock('../../workers/temporal-log.ts', () => ({ useLogForTemporal: () => {} }));

let world: World;
let temporal: string;
beforeAll(async () => {
  temporal = await testService('temporal');
  world = await createWorld();
});
afterAll(() => world?.stop());

const configOf = (prefix: string) =>
  loadConfig({
    DATABASE_URL: world.databaseUrl,
    TEMPORAL_ADDRESS: temporal,
    TEMPORAL_TASK_QUEUE_PREFIX: prefix,
    SMTP_URL: world.catcher.smtpUrl,
    PUBLIC_URL,
    PARLEY_SECRET_KEY: SECRET_KEY,
    LOG_LEVEL: 'silent',
  });

/** An installation of its own in the same namespace, without a worker. */
function installation() {
  const prefix = `test-${randomUUID()}-`;
  const checks = createQueueChecks(world.client, prefix);
  return {
    checks,
    /** @param patienceMs how long who books waits */
    create: (patienceMs: number): Promise<MeetingScript> => {
      const parley = assemble(configOf(prefix), { client: world.client, patienceMs });
      onTestFinished(() => parley.close());
      return MeetingScript.create({ ...world, meetings: parley.meetings });
    },
    sync: () =>
      world.client.workflow.start(FEED_SYNC_WORKFLOW, {
        workflowId: `feed-sync:${randomUUID()}`,
        taskQueue: taskQueueOf(prefix, 'feeds'),
        args: [randomUUID()],
      }),
    async work(queues?: Queue[]): Promise<void> {
      const parley = assemble(configOf(prefix));
      const worker = await startWorker(parley, queues && { queues });
      onTestFinished(async () => {
        await worker.stop();
        await parley.close();
      });
    },
    async runs(): Promise<Queue[]> {
      const answers = await Promise.all(checks.map(({ isRun }) => isRun()));
      return checks.filter((_check, index) => answers[index]).map(({ queue }) => queue);
    },
  };
}

const isStarted = async ({ handle }: MeetingScript): Promise<boolean> =>
  ((await handle.fetchHistory()).events ?? []).some((event) => event.workflowTaskStartedEventAttributes);

const mailTo = ({ addresses }: MeetingScript) => waitForMail(world.catcher, { to: addresses.guest });

it('a worker of feeds takes no meeting; one of meetings decides it, and its mail waits for one of mail', async () => {
  const { create, sync, work, runs, checks } = installation();
  const script = await create(3_000);
  await work(['feeds']);
  const followed = await sync();
  await expect(followed.result()).resolves.toBeDefined();
  await expect(script.book()).rejects.toBeInstanceOf(EngineUnavailable);
  expect(await isStarted(script)).toBe(false);
  expect(await runs()).toEqual(['feeds']);

  await work(['meetings']);
  await script.until(({ status }) => status === 'scheduled');
  await wait(1_000);
  expect(await world.catcher.list(script.addresses.guest)).toEqual([]);
  const { raw } = await script.handle.describe();
  expect(raw.pendingActivities?.map(({ activityType }) => activityType?.name)).toEqual([
    'sendMessage',
    'sendMessage',
  ]);
  const registry = new Registry();
  showQueues(checks, registry);
  await expect.poll(() => registry.metrics()).toContain('parley_queue_is_run{queue="meetings"} 1');
  expect(await registry.metrics()).toContain('parley_queue_is_run{queue="mail"} 0');

  await work(['mail']);
  expect(await mailTo(script)).toHaveLength(1);
}, 90_000);

it('one of meetings and mail carries a booking to its mail, and takes no feed', async () => {
  const { create, sync, work, runs } = installation();
  await work(['meetings', 'mail']);
  const followed = await sync();
  const script = await create(30_000);
  await script.book();
  expect(await mailTo(script)).toHaveLength(1);
  expect((await followed.fetchHistory()).events).toHaveLength(2);
  expect(await runs()).toEqual(['meetings', 'mail']);
  await followed.terminate();
}, 90_000);

it('one that is told nothing runs all; one of calendars alone runs none of today’s', async () => {
  const everything = installation();
  await everything.work();
  await expect.poll(everything.runs).toEqual(['meetings', 'mail', 'feeds', 'webhooks']);
  const nothing = installation();
  await nothing.work(['calendars']);
  expect(await nothing.runs()).toEqual([]);
}, 90_000);
