import { MeetingScript } from '../test/support/meeting-script.ts';
import { startBenchStack, type BenchStack } from './bench-stack.ts';
import { cancelTimes } from './cancel-times.ts';
import { countEvents, describeCounts, differences, totalOf } from './event-counts.ts';
import { startPeer } from './peer/run-peer.ts';
import type { BenchResult } from './run.ts';
import { median, quantile, rounded } from './statistics.ts';
import { throughput, type Load, type OpenLife, type Throughput } from './throughput.ts';

const ROUNDS = 3;
const CANCELS = 100;
const HOUR = 3_600_000;
/** Between the proposal and the start that it asks for; the proposal has to be approved before, on a slow machine, too. */
const LEAD_MS = 10_000;
const LENGTH_MS = 1_000;
/** Apart enough that a slow machine is done with one moment before the next, or it would have fewer timers. */
const TIMINGS = { readyBeforeMs: 3_000, graceMs: 1_000, forceCloseMs: 2_000 };
const LOAD: Load = {
  atOnce: 24,
  waitMs: LEAD_MS + LENGTH_MS + TIMINGS.forceCloseMs,
  countMs: 20_000,
};
const WARM_UP: Load = { ...LOAD, countMs: 5_000 };

/**
 * Whole lives per second, ours against a bare workflow with as many activities, timers, signals, updates and mails
 * sent on the same servers, in turns; and how soon both parties have their CANCEL after one of them declined.
 */
export async function run(): Promise<BenchResult> {
  const stack = await startBenchStack();
  const { readyBeforeMs, forceCloseMs } = TIMINGS;
  const lengthMs = LENGTH_MS + forceCloseMs;
  const peer = await startPeer(stack, { startsInMs: 72 * HOUR, leadMs: LEAD_MS, readyBeforeMs, lengthMs });
  try {
    const rounds = await takeTurns(
      () => openOurs(stack),
      () => peer.open(),
    );
    const events = await compareEvents(stack, rounds);
    const cancels = await cancelTimes(stack, CANCELS);
    const accepted = cancels.map((time) => time.acceptedMs);
    const handedIn = cancels.map((time) => time.handedInMs);
    const rate = (side: keyof Round) => median(rounds.map((round) => round[side].livesPerSecond));
    return {
      bench: 'lifecycle',
      ours: rounded(rate('ours')),
      peer: rounded(rate('peer')),
      unit: 'lives/s',
      ratio: rounded(rate('ours') / rate('peer')),
      ...events,
      cancelMs: percentiles(accepted),
      cancelFromHandInMs: percentiles(handedIn),
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

type Round = Record<'ours' | 'peer', Throughput>;

async function takeTurns(ours: OpenLife, peer: OpenLife): Promise<Round[]> {
  await throughput(WARM_UP, ours);
  await throughput(WARM_UP, peer);
  const rounds: Round[] = [];
  for (let i = 1; i <= ROUNDS; i += 1) {
    const round = { ours: await throughput(LOAD, ours), peer: await throughput(LOAD, peer) };
    rounds.push(round);
    const { ours: mine, peer: theirs } = round;
    process.stderr.write(
      `round ${i}: ours ${rounded(mine.livesPerSecond)}, peer ${rounded(theirs.livesPerSecond)} lives/s\n`,
    );
  }
  return rounds;
}

/** Booked, accepted by both, a proposal of the guest, approved, started and closed; the answers are real mails. */
const openOurs = async (stack: BenchStack): Promise<Awaited<ReturnType<OpenLife>>> => {
  const script = await MeetingScript.booked(stack, { lengthMs: LENGTH_MS, timings: TIMINGS });
  await script.reply('host', 'ACCEPTED', { sequence: 0 });
  await script.reply('guest', 'ACCEPTED', { sequence: 0 });
  const startMs = Date.now() + LEAD_MS;
  const proposal = await script.propose('guest', { startMs, endMs: startMs + LENGTH_MS });
  await script.decide('approved', 'host', proposal);
  return { workflowId: script.handle.workflowId, end: () => script.handle.result() };
};

/** @throws Error when the peer's life is made of other parts than ours, and the comparison would say nothing */
async function compareEvents(stack: BenchStack, rounds: Round[]) {
  const counts = async (side: keyof Round) =>
    Promise.all((rounds.at(-1)?.[side].workflowIds ?? []).map((id) => countEvents(stack.client, id)));
  const middle = (all: Awaited<ReturnType<typeof counts>>) =>
    [...all].sort((a, b) => totalOf(a) - totalOf(b))[Math.floor(all.length / 2)]!;
  const [ours, peer] = [await counts('ours'), await counts('peer')];
  const longest = [...ours].sort((a, b) => totalOf(b) - totalOf(a))[0]!;
  process.stderr.write(
    `ours, median: ${describeCounts(middle(ours))}\nours, longest: ${describeCounts(longest)}\n` +
      `peer, median: ${describeCounts(middle(peer))}\n`,
  );
  const unlike = differences(middle(ours), middle(peer));
  if (unlike.length > 0) throw new Error(`The peer lives another life: ${unlike.join('; ')}`);
  return {
    events: totalOf(longest),
    eventsMedian: totalOf(middle(ours)),
    peerEventsMedian: totalOf(middle(peer)),
  };
}

const percentiles = (samples: number[]) => ({
  p50: rounded(quantile(samples, 0.5)),
  p99: rounded(quantile(samples, 0.99)),
});
