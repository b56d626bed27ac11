import { FAR_WINDOWS, WHOLE_SETS } from './recurrence/cases.ts';
import type { Expander, Opened } from './recurrence/expander.ts';
import { parley } from './recurrence/ours.ts';
import { PEERS } from './recurrence/peers.ts';
import type { BenchResult } from './run.ts';
import { median, rounded } from './statistics.ts';

const ROUNDS = 9;
const WARM_UP_ROUNDS = 2;
/** Of each measurement; long enough to pay for the garbage that it makes. */
const ROUND_MS = 20;
/** What takes longer is asked once. */
const SLOW_MS = 20;

interface Task {
  kind: 'window' | 'whole';
  name: string;
  start: string;
  rule: string;
  ask: (opened: Opened) => number[];
}

/** Microseconds that one answer takes, with the rule read beforehand and with reading it each time. */
interface Figures {
  asked: number;
  readAndAsked: number;
}

/**
 * The instants that rules give in far windows, and of whole sets, against rrule-temporal, rrule-rust, rrule and
 * ical.js: in one process, in turns, all of them for the same starts. `ratio` and `wholeRatio` are the smallest, over
 * all cases, of the best peer's time to ours, and `geometricMean` is that of all windows; `…WithParsing` with the rule
 * read for each answer.
 */
export async function run(): Promise<BenchResult> {
  await Promise.resolve();
  // What V8 has compiled for one kind of rule is compiled anew for the next, until it knows them all.
  for (const task of tasks())
    for (const expander of [parley, ...PEERS]) measure(expander, task, WARM_UP_ROUNDS);
  const cases = tasks().map(measureTask);
  const windows = cases.filter(({ kind }) => kind === 'window');
  const whole = cases.filter(({ kind }) => kind === 'whole');
  const weakest = windows.reduce((least, each) => (each.ratio < least.ratio ? each : least));
  return {
    bench: 'recurrence',
    ours: weakest.oursMicros,
    peer: weakest.bestMicros,
    unit: 'µs',
    ratio: weakest.ratio,
    geometricMean: geometricMean(windows.map(({ ratio }) => ratio)),
    ratioWithParsing: Math.min(...windows.map(({ ratioWithParsing }) => ratioWithParsing)),
    geometricMeanWithParsing: geometricMean(windows.map(({ ratioWithParsing }) => ratioWithParsing)),
    wholeRatio: Math.min(...whole.map(({ ratio }) => ratio)),
    wholeRatioWithParsing: Math.min(...whole.map(({ ratioWithParsing }) => ratioWithParsing)),
    differences: cases.flatMap(({ name, differs }) => differs.map((peer) => `${peer}: ${name}`)),
    cases,
  };
}

function tasks(): Task[] {
  const windows = FAR_WINDOWS.map(({ name, start, rule, from, days }) => {
    const fromMs = Date.parse(from);
    const toMs = fromMs + days * 86_400_000;
    return {
      kind: 'window' as const,
      name,
      start,
      rule,
      ask: (opened: Opened) => opened.between(fromMs, toMs),
    };
  });
  const whole = WHOLE_SETS.map((each) => ({
    kind: 'whole' as const,
    ...each,
    ask: (opened: Opened) => opened.all(),
  }));
  return [...windows, ...whole];
}

const geometricMean = (ratios: readonly number[]): number =>
  rounded(Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length));

function measureTask(task: Task) {
  const ours = measure(parley, task);
  const peers = PEERS.map((peer) => ({ name: peer.name, ...measure(peer, task) }));
  const differs = peers.filter(({ answer }) => answer !== ours.answer).map(({ name }) => name);
  const best = peers.reduce((least, each) => (each.asked < least.asked ? each : least));
  const bestWithParsing = Math.min(...peers.map(({ readAndAsked }) => readAndAsked));
  const result = {
    kind: task.kind,
    name: task.name,
    oursMicros: rounded(ours.asked),
    oursWithParsingMicros: rounded(ours.readAndAsked),
    bestPeer: best.name,
    bestMicros: rounded(best.asked),
    ratio: rounded(best.asked / ours.asked),
    bestWithParsingMicros: rounded(bestWithParsing),
    ratioWithParsing: rounded(bestWithParsing / ours.readAndAsked),
    peersMicros: Object.fromEntries(peers.map(({ name, asked }) => [name, rounded(asked)])),
    differs,
  };
  process.stderr.write(
    `${task.name}: ours ${result.oursMicros} µs, ${best.name} ${result.bestMicros} µs, ${result.ratio} times; ` +
      `with parsing ${result.oursWithParsingMicros} and ${result.bestWithParsingMicros} µs, ${result.ratioWithParsing} times` +
      `${differs.length > 0 ? `; other instants: ${differs.join(', ')}` : ''}\n`,
  );
  return result;
}

function measure(
  expander: Expander,
  { start, rule, ask }: Task,
  rounds = ROUNDS,
): Figures & { answer: string } {
  const opened = expander.open(start, rule);
  const answer = JSON.stringify(ask(opened));
  const once = round(() => ask(opened), 0);
  // What takes this long is nobody's best, and its third digit nobody's business.
  if (once > SLOW_MS * 1000) return { asked: once, readAndAsked: once, answer };
  return {
    asked: micros(() => ask(opened), rounds),
    readAndAsked: micros(() => ask(expander.open(start, rule)), rounds),
    answer,
  };
}

/** The median of some rounds, after one to warm up. */
function micros(answer: () => number[], rounds: number): number {
  round(answer);
  return median(Array.from({ length: rounds }, () => round(answer)));
}

/** Used by `round`, so that no answer is optimised away. */
let lastAnswer: number[] = [];

/** Microseconds of processor time of one answer; what else runs takes none of that. */
function round(answer: () => number[], atLeastMs = ROUND_MS): number {
  const startedAt = processorMs();
  let [times, took, burst] = [0, 0, 1];
  do {
    for (let left = burst; left > 0; left--, times++) lastAnswer = answer();
    took = processorMs() - startedAt;
    // Asking for the time costs as much as many a short answer.
    burst = took / times < 0.1 ? 64 : 1;
  } while (took < atLeastMs);
  if (lastAnswer.length > 1_000_000) throw new Error('an answer too long to compare');
  return (took * 1000) / times;
}

/** All threads of this process, so that of V8's compiler and its collector, too. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
