import { fileURLToPath } from 'node:url';
import { randomUUID } from 'node:crypto';
import proto from '@temporalio/proto';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { required } from '../config/index.ts';
import { MeetingScript } from '../test/support/meeting-script.ts';
import { workflowBundle } from '../workers/workflow-bundle.ts';
import { startBenchStack, type BenchStack } from './bench-stack.ts';
import { approveUpdate, bookUpdate, proposeUpdate, replySignal, type BareLife } from './peer/workflow.ts';
import type { BenchResult } from './run.ts';
import { median, quantile, rounded, timed } from './statistics.ts';

const LIVES = 100;
const ROUNDS = 3;
/** Lives that are booked, answered and moved at the same time; the deadlines of all come at once. */
const AT_ONCE = 20;
const CANCELS = 100;
/** All meetings of a round move to the same start, this long after its beginning: time enough to get there. */
const LEAD_MS = 22_000;
const TIMINGS = { readyBeforeMs: 1_000, graceMs: 1_000, forceCloseMs: 100 };
const LENGTH_MS = 100;

/**
 * Whole lives per second, ours against a bare workflow with as many activities, timers, signals and updates on the
 * same server, in turns; and how soon both parties have their CANCEL after one of them declined.
 */
export async function run(): Promise<BenchResult> {
  const stack = await startBenchStack();
  const peer = await startPeer(stack);
  try {
    const ours: number[] = [];
    const bare: number[] = [];
    const ids: string[] = [];
    await livesPerSecond(20, 8_000, (startMs) => openOurs(stack, startMs, []));
    await livesPerSecond(20, 8_000, (startMs) => peer.open(startMs));
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await livesPerSecond(LIVES, LEAD_MS, (startMs) => openOurs(stack, startMs, ids)));
      bare.push(await livesPerSecond(LIVES, LEAD_MS, (startMs) => peer.open(startMs)));
      process.stderr.write(
        `round ${round + 1}: ours ${ours.at(-1)?.toFixed(1)}, peer ${bare.at(-1)?.toFixed(1)} lives/s\n`,
      );
    }
    const counts = await Promise.all(ids.slice(-LIVES).map((id) => countEvents(stack, id)));
    process.stderr.write(
      `ours ${describe(counts[0]!)}\npeer ${describe(await countEvents(stack, peer.lastId()))}\n`,
    );
    const totals = counts.map((count) => count.total);
    const cancels = await cancelTimes(stack);
    return {
      bench: 'lifecycle',
      ours: rounded(median(ours)),
      peer: rounded(median(bare)),
      unit: 'lives/s',
      ratio: rounded(median(ours) / median(bare)),
      events: Math.max(...totals),
      eventsMedian: median(totals),
      cancelMs: { p50: rounded(median(cancels)), p99: rounded(quantile(cancels, 0.99)) },
    };
  } catch (error) {
    // What is still in flight fails, too, once the servers stop: the first failure is the one to read.
    process.stderr.write(`${String(error)}\n`);
    throw error;
  } finally {
    await peer.stop();
    await stack.stop();
  }
}

/**
 * Lives a round: everything up to the approval, then, from the moment that the rooms are made ready, everything
 * up to the end. The waiting between the two is nobody's work and does not count.
 *
 * @param open does the first part for one life and gives what waits for its end
 */
async function livesPerSecond(
  lives: number,
  leadMs: number,
  open: (startMs: number) => Promise<() => Promise<unknown>>,
): Promise<number> {
  const startMs = Date.now() + leadMs;
  const ends: (() => Promise<unknown>)[] = [];
  const opening = await timed(lives, AT_ONCE, async () => ends.push(await open(startMs)));
  const readyMs = startMs - TIMINGS.readyBeforeMs;
  if (Date.now() > readyMs) throw new Error('the lead is too short for this machine');
  await Promise.all(ends.map((end) => end()));
  return lives / (opening + (Date.now() - readyMs) / 1000);
}

async function openOurs(stack: BenchStack, startMs: number, ids: string[]): Promise<() => Promise<unknown>> {
  const script = await MeetingScript.create(stack, {
    startsInMs: 3_600_000,
    lengthMs: LENGTH_MS,
    timings: TIMINGS,
  });
  await script.book();
  await script.reply('host', 'ACCEPTED', { sequence: 0 });
  await script.reply('guest', 'ACCEPTED', { sequence: 0 });
  const proposal = await script.propose('guest', { startMs, endMs: startMs + LENGTH_MS });
  await script.decide('approved', 'host', proposal);
  ids.push(script.handle.workflowId);
  return () => script.handle.result();
}

async function startPeer(stack: BenchStack) {
  const taskQueue = `peer-${randomUUID()}`;
  const connection = await NativeConnection.connect({ address: required(stack.config.temporal, 'address') });
  const entry = fileURLToPath(new URL('./peer/workflow.ts', import.meta.url));
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle: await workflowBundle(stack.config.embedded.cacheDir, entry),
    activities: { commit: () => Promise.resolve(), send: () => Promise.resolve() },
  });
  const running = worker.run();
  const input: BareLife = {
    readyBeforeMs: TIMINGS.readyBeforeMs,
    lengthMs: LENGTH_MS + TIMINGS.forceCloseMs,
  };
  let lastId = '';
  return {
    lastId: () => lastId,
    async open(startMs: number): Promise<() => Promise<unknown>> {
      const workflowId = `peer:${randomUUID()}`;
      const start = {
        workflowId,
        taskQueue,
        args: [input],
        workflowIdConflictPolicy: 'USE_EXISTING',
      } as const;
      const startWorkflowOperation = new WithStartWorkflowOperation('bareLife', { ...start, args: [input] });
      await stack.client.workflow.executeUpdateWithStart(bookUpdate, { startWorkflowOperation });
      const handle = stack.client.workflow.getHandle(workflowId);
      await handle.signal(replySignal);
      await handle.signal(replySignal);
      await handle.executeUpdate(proposeUpdate);
      await handle.executeUpdate(approveUpdate, { args: [startMs] });
      lastId = workflowId;
      return () => handle.result();
    },
    async stop(): Promise<void> {
      worker.shutdown();
      await running;
      await connection.close();
    },
  };
}

interface EventCount {
  total: number;
  byType: Map<string, number>;
}

async function countEvents(stack: BenchStack, workflowId: string): Promise<EventCount> {
  const { events } = await stack.client.workflow.getHandle(workflowId).fetchHistory();
  const byType = new Map<string, number>();
  for (const event of events ?? []) {
    const name = proto.temporal.api.enums.v1.EventType[event.eventType ?? 0]!.replace(
      'EVENT_TYPE_',
      '',
    ).toLowerCase();
    byType.set(name, (byType.get(name) ?? 0) + 1);
  }
  return { total: events?.length ?? 0, byType };
}

const describe = ({ total, byType }: EventCount): string =>
  `${total} events: ${[...byType].map(([name, count]) => `${count} ${name}`).join(', ')}`;

/** From handing in the DECLINED mail, until the mail server has taken the second CANCEL; in ms. */
async function cancelTimes(stack: BenchStack): Promise<number[]> {
  const times: number[] = [];
  await timed(CANCELS, 1, async () => {
    const script = await MeetingScript.booked(stack);
    await Promise.all([script.mail('host', 1), script.mail('guest', 1)]);
    const startedAt = performance.now();
    await script.reply('guest', 'DECLINED', { sequence: 0 });
    await Promise.all([script.mail('host', 2), script.mail('guest', 2)]);
    times.push(performance.now() - startedAt);
  });
  return times;
}
