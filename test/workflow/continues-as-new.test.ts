import { randomUUID } from 'node:crypto';
import { Worker } from '@temporalio/worker';
import { EngineUnavailable } from '../../activities/meeting/meetings.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withdrawSignal } from '../../workflows/meeting/messages.ts';
import { HOUR, MeetingScript } from '../support/meeting-script.ts';
import { testWorkflowBundle } from '../support/workflow-bundle.ts';
import { createWorld, type World } from '../support/world.ts';
import type { History } from '../replay/history-file.ts';

const AT_ONCE = 25;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.stop());

/** So many calls at once that the meeting refuses, each with a line in its history. */
async function askForNothing({ handle }: MeetingScript): Promise<void> {
  const call = () => {
    const proposalId = randomUUID();
    const event = {
      type: 'withdrawn',
      key: `withdraw/${proposalId}`,
      door: 'link',
      attendeeId: 'guest',
    } as const;
    const told = { atMs: Date.now(), callId: randomUUID() };
    return handle.signal(withdrawSignal, { ...event, proposalId, linkId: null }, told);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, call));
}

const refusals = async ({ meeting }: MeetingScript): Promise<number> =>
  (await world.database('meeting_refusals').where({ meeting_id: meeting.id }).select('call_id')).length;

const replay = async (history: History): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle: await testWorkflowBundle() }, history, 'meeting:replayed');

it(
  'a meeting that hears very much continues as new, and everybody has a true answer meanwhile',
  { timeout: 240_000 },
  async () => {
    const script = await MeetingScript.booked(world);
    const first = (await script.handle.describe()).runId;
    let sequence = 0;
    let asked = 0;
    while ((await script.handle.describe()).runId === first) {
      await askForNothing(script);
      asked += AT_ONCE;
      sequence += 1;
      const startMs = script.meeting.startMs + sequence * HOUR;
      const move = { type: 'moved', key: randomUUID(), door: 'api', sequence, startMs } as const;
      const asking = () => world.hasty.update(script.meeting.uid, { ...move, endMs: startMs + HOUR });
      // Whoever gets no answer in time asks again, as doors tell them to; the same key is the same move.
      const outcome = await asking().catch((error: unknown) => {
        if (error instanceof EngineUnavailable) return asking();
        throw error;
      });
      expect(outcome).toMatchObject({ startMs, sequence });
    }
    await expect.poll(() => refusals(script), { timeout: 60_000 }).toBe(asked);
    expect(await script.until((now) => now.sequence === sequence)).toMatchObject({
      revision: 1 + sequence,
      status: 'scheduled',
    });
    await replay(await world.client.workflow.getHandle(script.handle.workflowId, first).fetchHistory());
    expect(await script.cancel()).toMatchObject({ status: 'cancelled', sequence: sequence + 1 });
    expect(await script.handle.result()).toMatchObject({ status: 'cancelled' });
  },
);
