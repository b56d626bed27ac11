import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { watchLoop } from './event-loop.ts';
import { companyCalendar } from './feed/calendar.ts';
import { startSyncStack } from './feed/database-sync.ts';
import { knownOf, parseWithPeer, readAndCompare, readBytes } from './feed/in-process.ts';
import type { BenchResult } from './run.ts';
import { median, rounded } from './statistics.ts';

const ROUNDS = 9;
const WARM_UP = 3;
const MEGABYTE = 1024 * 1024;

/**
 * One sync of a changed feed with 10,000 events and 1,000 series, from its bytes on: hash, read, match, expand, compare;
 * against ical.js, which only parses the same bytes. In turns, in one process. Besides, syncs with the database: a changed
 * one, and unchanged ones, by the same bytes and by a 304; `loopMs` is the longest that the event loop stood still in the
 * changed ones. Here the smaller `ratio` is the better: it may be 0.5.
 */
export async function run(): Promise<BenchResult> {
  const nowMs = Date.now();
  const feeds = Array.from({ length: ROUNDS + WARM_UP + 1 }, (_, version) => companyCalendar(nowMs, version));
  const known = knownOf(readBytes(feeds[0]!, [], nowMs));
  const rounds = feeds.slice(1).map((bytes, round) => {
    const ours = () => took(() => readAndCompare(bytes, known, nowMs));
    const peer = () => took(() => parseWithPeer(bytes));
    const [before, after] = round % 2 === 0 ? [peer(), ours()] : [ours(), peer()];
    return round % 2 === 0 ? { peer: before, ours: after } : { ours: before, peer: after };
  });
  const measured = rounds.slice(WARM_UP);
  const { added, changed, removed } = readAndCompare(feeds[2]!, known, nowMs);
  const ours = median(measured.map((each) => each.ours));
  const peer = median(measured.map((each) => each.peer));
  const synced = await measureWithDatabase(feeds, nowMs);
  return {
    bench: 'feed',
    ours: rounded(ours),
    peer: rounded(peer),
    unit: 'ms',
    ratio: rounded(median(measured.map((each) => each.ours / each.peer))),
    ...synced,
    feedMb: rounded(feeds[0]!.length / MEGABYTE),
    memory: measureMemory(feeds[0]!),
    instances: known.length,
    found: { added: added.length, changed: changed.length, removed: removed.length },
  };
}

/** Of a process that reads the feed once, in MB: before it does, and at its highest. */
function measureMemory(bytes: Buffer): { beforeMb: number; peakMb: number } {
  const script = fileURLToPath(new URL('./feed/peak-memory.ts', import.meta.url));
  const printed = execFileSync(process.execPath, ['--import', 'tsx', script], { input: bytes });
  return JSON.parse(printed.toString()) as { beforeMb: number; peakMb: number };
}

function took(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

async function measureWithDatabase(feeds: readonly Buffer[], nowMs: number) {
  const stack = await startSyncStack(nowMs);
  const loop = watchLoop();
  const timed = async (result: string, sync: () => Promise<{ result: string }>): Promise<number> => {
    const startedAt = performance.now();
    const done = await sync();
    if (done.result !== result) throw new Error(`a sync was ${done.result} and not ${result}`);
    return performance.now() - startedAt;
  };
  try {
    const first = await timed('changed', () => stack.sync(feeds[0]!));
    const [changed, unchanged, notModified]: number[][] = [[], [], []];
    for (const bytes of feeds.slice(1)) {
      changed!.push(await loop.during(() => timed('changed', () => stack.sync(bytes))));
      unchanged!.push(await timed('unchanged', () => stack.sync(bytes)));
      notModified!.push(await timed('unchanged', () => stack.syncNotModified()));
    }
    return {
      unchangedMs: rounded(median(unchanged!)),
      notModifiedMs: rounded(median(notModified!)),
      withDatabaseMs: rounded(median(changed!)),
      firstWithDatabaseMs: rounded(first),
      loopMs: loop.loopMs(),
    };
  } finally {
    await stack.stop();
  }
}
