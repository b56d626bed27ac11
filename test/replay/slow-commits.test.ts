import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOUR, MeetingScript } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';
import { testWorkflowBundle } from '../support/workflow-bundle.ts';

/** A workflow task that waits for a local activity is ended and taken up again after 8 s. */
const LONGER_THAN_A_WORKFLOW_TASK_MS = 9_500;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.stop());

/** While it lasts, the database commits nothing of this meeting. */
async function whileTheDatabaseIsSlow(script: MeetingScript, happens: () => Promise<unknown>): Promise<void> {
  const lock = await world.database.transaction();
  await lock('meetings').where({ id: script.meeting.id }).forNoKeyUpdate().first();
  const happened = happens();
  await wait(LONGER_THAN_A_WORKFLOW_TASK_MS);
  await lock.rollback();
  await happened;
}

const replay = async (script: MeetingScript): Promise<void> =>
  Worker.runReplayHistory(
    { workflowBundle: await testWorkflowBundle() },
    await script.handle.fetchHistory(),
    script.handle.workflowId,
  );

const startedTimers = async (script: MeetingScript): Promise<number> =>
  (await script.handle.fetchHistory()).events!.filter((event) => event.timerStartedEventAttributes).length;

it.concurrent('a meeting whose booking takes the database long can be replayed', async () => {
  const script = await MeetingScript.create(world);
  await whileTheDatabaseIsSlow(script, () => script.book());
  await script.until(({ status }) => status === 'scheduled');
  await expect.poll(() => startedTimers(script)).toBe(1);
  await replay(script);
});

it.concurrent('a meeting that hears a lot while the database is slow can be replayed', async () => {
  const script = await MeetingScript.booked(world, { startsInMs: 96 * HOUR });
  const proposalId = await script.propose('guest');
  await whileTheDatabaseIsSlow(script, () =>
    Promise.all([
      script.presence('joined', 'one'),
      script.decide('declined', 'host', proposalId),
      script.propose('host'),
    ]),
  );
  await script.until(({ proposals }) => proposals.length === 1 && proposals[0]?.proposedBy === 'host');
  await replay(script);
});
