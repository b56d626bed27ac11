import { MeetingRefused } from '../activities/meeting/meetings.ts';
import { MeetingScript } from '../test/support/meeting-script.ts';
import { startBenchStack, type BenchStack } from './bench-stack.ts';
import { cancelTimes } from './cancel-times.ts';
import { watchLoop, type LoopWatch } from './event-loop.ts';
import { countEvents, describeCounts, differences, totalOf } from './event-counts.ts';
import { startPeer } from './peer/run-peer.ts';
import type { BenchResult } from './run.ts';
import { median, quantile, rounded } from './statistics.ts';
import type { ProcessTimes } from './process-times.ts';
import { throughput, type Load, type OpenedLife, type OpenLife, type Throughput } from './throughput.ts';

const ROUNDS = 5;
const CANCELS = 100;
const HOUR = 3_600_000;
const LENGTH_MS = 1_000;
/** Apart enough that a slow machine is done with one moment before the next, or it would have fewer timers. */
const TIMINGS = { readyBeforeMs: 3_000, graceMs: 1_000, forceCloseMs: 2_000 };
/** Between the proposal and the start that it asks for, at least; a machine at whose pace an approval takes longer gets longer. */
const SHORTEST_LEAD_MS = 10_000;
/** For warming up, when the pace is not known yet. */
const WARM_UP_LEAD_MS = 25_000;
const LOAD = { atOnce: 24, lengthMs: LENGTH_MS + TIMINGS.forceCloseMs, countMs: 20_000 };
const WARM_UP: Load = { ...LOAD, leadMs: WARM_UP_LEAD_MS, countMs: 5_000 };

/**
 * Whole lives per second, ours against a bare workflow with as many activities, timers, signals, updates and mails
 * sent on the same servers, in pairs of rounds; and how soon both attendees have their CANCEL after one of them
 * declined. `spread` is the lowest and the highest ratio of a pair, `cpuMs` the processor time of a life by program,
 * `loopMs` the longest that the event loop stood still while ours lived, `late` how many lives missed their start.
 */
export async function run(): Promise<BenchResult> {
  const stack = await startBenchStack();
  const { readyBeforeMs, forceCloseMs } = TIMINGS;
  const lengthMs = LENGTH_MS + forceCloseMs;
  const peer = await startPeer(stack, { startsInMs: 72 * HOUR, readyBeforeMs, lengthMs });
  const loop = watchLoop();
  try {
    const rounds = await takeTurns(
      (leadMs) => openOurs(stack, leadMs),
      (leadMs) => peer.open(leadMs),
      loop,
    );
    const events = await compareEvents(stack, rounds);
    const cancels = await cancelTimes(stack, CANCELS);
    const accepted = cancels.map((time) => time.acceptedMs);
    const handedIn = cancels.map((time) => time.handedInMs);
    const rate = (side: keyof Round) => median(rounds.map((round) => round[side].livesPerSecond));
    const ratios = rounds.map(ratioOf).sort((a, b) => a - b);
    return {
      bench: 'lifecycle',
      ours: rounded(rate('ours')),
      peer: rounded(rate('peer')),
      unit: 'lives/s',
      // Of the pairs: the machine's load moves both sides of one alike.
      ratio: rounded(median(ratios)),
      spread: [rounded(ratios[0]!), rounded(ratios.at(-1)!)],
      ...events,
      cpuMs: { ours: cpuOf(rounds, 'ours'), peer: cpuOf(rounds, 'peer') },
      loopMs: loop.loopMs(),
      late: rounds.reduce((sum, { ours, peer }) => sum + ours.late + peer.late, 0),
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

const ratioOf = ({ ours, peer }: Round): number => ours.livesPerSecond / peer.livesPerSecond;

/** Of each program the median over the rounds. */
function cpuOf(rounds: Round[], side: keyof Round): ProcessTimes {
  const programs = Object.keys(rounds[0]![side].cpuMs);
  const middle = (program: string) => median(rounds.map((round) => round[side].cpuMs[program] ?? 0));
  return Object.fromEntries(programs.map((program) => [program, middle(program)]));
}

async function takeTurns(ours: OpenLife, peer: OpenLife, loop: LoopWatch): Promise<Round[]> {
  const paces = [await throughput(WARM_UP, ours), await throughput(WARM_UP, peer)];
  const slowest = Math.max(...paces.map(({ longestApprovalMs }) => longestApprovalMs));
  const load: Load = { ...LOAD, leadMs: Math.max(SHORTEST_LEAD_MS, Math.ceil(3 * slowest)) };
  const rounds: Round[] = [];
  for (let i = 1; i <= ROUNDS; i += 1) {
    const mine = await loop.during(() => throughput(load, ours));
    const round = { ours: mine, peer: await throughput(load, peer) };
    rounds.push(round);
    process.stderr.write(`round ${i}: ours ${describe(round.ours)}; peer ${describe(round.peer)}\n`);
  }
  return rounds;
}

const describe = ({ livesPerSecond, late, cpuMs }: Throughput): string =>
  `${rounded(livesPerSecond)} lives/s, ${late} late, ${JSON.stringify(cpuMs)} ms`;

/** Booked, accepted by both, a proposal of the guest, approved, started and closed; the answers are real mails. */
async function openOurs(stack: BenchStack, leadMs: number): Promise<OpenedLife | null> {
  const script = await MeetingScript.booked(stack, { lengthMs: LENGTH_MS, timings: TIMINGS });
  await script.reply('host', 'ACCEPTED', { sequence: 0 });
  await script.reply('guest', 'ACCEPTED', { sequence: 0 });
  const proposedAt = performance.now();
  const startMs = Date.now() + leadMs;
  try {
    const proposal = await script.propose('guest', { startMs, endMs: startMs + LENGTH_MS });
    await script.decide('approved', 'host', proposal);
  } catch (error) {
    if (error instanceof MeetingRefused && TOO_LATE.has(error.code)) return null;
    throw error;
  }
  const approvalMs = performance.now() - proposedAt;
  return { workflowId: script.handle.workflowId, approvalMs, end: () => script.handle.result() };
}

/** The proposal expired, or its time is over. */
const TOO_LATE = new Set<string>(['time-past', 'proposal-gone']);

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
