import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOUR, MeetingScript } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';
import { rounds } from '../support/rounds.ts';
import { testWorkflowBundle } from '../support/workflow-bundle.ts';

const AT_ONCE = 8;
const MEETINGS = Math.max(AT_ONCE, rounds(40));
/** Who looks at a meeting in the Temporal UI asks its workflow again and again. */
const WATCHERS = 3;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.stop());

async function live(script: MeetingScript): Promise<void> {
  const shifted = { startMs: script.meeting.startMs + HOUR, endMs: script.meeting.endMs + HOUR };
  await Promise.all([
    script.reply('host', 'ACCEPTED'),
    script.reply('guest', 'TENTATIVE'),
    script.counter('guest', shifted),
  ]);
  const proposalId = await script.propose('host');
  await Promise.all([script.decide('declined', 'guest', proposalId), script.presence('joined', 'one')]);
  await script.cancel();
}

async function whileWatched(script: MeetingScript, life: () => Promise<void>): Promise<void> {
  let over = false;
  const watching = Array.from({ length: WATCHERS }, async () => {
    while (!over) await script.state();
  });
  await life().finally(() => {
    over = true;
  });
  await Promise.all(watching);
}

/** A query is answered in a workflow task; where a commit ends meanwhile, what follows from it is in the next one. */
it('meetings that are asked for their state while they commit can be replayed', async () => {
  const waiting = Array.from({ length: MEETINGS }, (_, index) => index);
  const scripts: MeetingScript[] = [];
  const stories = Array.from({ length: AT_ONCE }, async () => {
    while (waiting.pop() !== undefined) {
      const script = await MeetingScript.booked(world, { startsInMs: 96 * HOUR });
      scripts.push(script);
      await whileWatched(script, () => live(script));
    }
  });
  await Promise.all(stories);

  const workflowBundle = await testWorkflowBundle();
  for (const { handle } of scripts)
    await expect(
      Worker.runReplayHistory({ workflowBundle }, await handle.fetchHistory(), handle.workflowId),
    ).resolves.toBeUndefined();
}, 180_000);
