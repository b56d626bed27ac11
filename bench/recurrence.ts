import { FAR_WINDOWS, WHOLE_SETS } from './recurrence/cases.ts';
import type { Expander, Opened } from './recurrence/expander.ts';
import { parley } from './recurrence/ours.ts';
import { PEERS } from './recurrence/peers.ts';
import type { BenchResult } from './run.ts';
import { median, rounded } from './statistics.ts';

const ROUNDS = 5;
/** Of each measurement. */
const ROUND_MS = 25;
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
 * all cases, of the best peer's time to ours.
 */
export async function run(): Promise<BenchResult> {
  await Promise.resolve();
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
    wholeRatio: Math.min(...whole.map(({ ratio }) => ratio)),
    ratioWithParsing: Math.min(...windows.map(({ ratioWithParsing }) => ratioWithParsing)),
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
    ratioWithParsing: rounded(bestWithParsing / ours.readAndAsked),
    peersMicros: Object.fromEntries(peers.map(({ name, asked }) => [name, rounded(asked)])),
    differs,
  };
  process.stderr.write(
    `${task.name}: ours ${result.oursMicros} µs, ${best.name} ${result.bestMicros} µs, ${result.ratio} times` +
      `${differs.length > 0 ? `; other instants: ${differs.join(', ')}` : ''}\n`,
  );
  return result;
}

function measure(expander: Expander, { start, rule, ask }: Task): Figures & { answer: string } {
  const answer = JSON.stringify(ask(expander.open(start, rule)));
  const startedAt = performance.now();
  ask(expander.open(start, rule));
  const once = (performance.now() - startedAt) * 1000;
  // What takes this long is nobody's best, and its third digit nobody's business.
  if (once > SLOW_MS * 1000) return { asked: once, readAndAsked: once, answer };
  const opened = expander.open(start, rule);
  return {
    asked: micros(() => ask(opened)),
    readAndAsked: micros(() => ask(expander.open(start, rule))),
    answer,
  };
}

/** Used by `micros`, so that no answer is optimised away. */
let lastAnswer: number[] = [];

/** Microseconds: the median of some rounds, each as long as it takes for a steady figure, after one to warm up. */
function micros(answer: () => number[]): number {
  round(answer);
  return median(Array.from({ length: ROUNDS }, () => round(answer)));
}

function round(answer: () => number[]): number {
  const startedAt = performance.now();
  let [times, took, burst] = [0, 0, 1];
  do {
    for (let left = burst; left > 0; left--, times++) lastAnswer = answer();
    took = performance.now() - startedAt;
    // Asking for the time costs as much as a short answer.
    burst = took / times < 0.1 ? 16 : 1;
  } while (took < ROUND_MS);
  if (lastAnswer.length > 1_000_000) throw new Error('an answer too long to compare');
  return (took * 1000) / times;
}
