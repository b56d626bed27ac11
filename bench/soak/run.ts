import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createWatch } from '../../activities/watch.ts';
import { overdueMeetings } from '../../adapters/postgres/overdue-meetings.ts';
import { createStandsStill } from '../../adapters/temporal/standing-still.ts';
import { startBenchStack, type BenchStack } from '../bench-stack.ts';
import { median } from '../statistics.ts';
import { liveUntilTheEndIsSure, REST_MS, type Life } from './life.ts';
import { judge, type Verdict } from './verdict.ts';

const AT_ONCE = 24;
/** What has not ended so long after it was due stands still, in ms. */
const STILL_AFTER_MS = 3 * 60_000;
const PROGRESS_EVERY_MS = 10_000;
const WATCH_EVERY_MS = 30_000;

const { values } = parseArgs({ options: { lives: { type: 'string', default: '3000' } } });
const lives = Number(values.lives);
if (!Number.isInteger(lives) || lives < 1) {
  process.stderr.write('Usage: npm run soak -- [--lives NUMBER]\n');
  process.exit(2);
}

const startedAt = performance.now();
const stack = await startBenchStack();
const counts = { opened: 0, ended: 0, standingStill: 0, resetsNeeded: 0 };
const wrong: Verdict = { refusedByMistake: 0, doubled: 0, lost: 0 };
const lengths: number[] = [];
const watch = watchOver(stack);
const timers = [
  setInterval(() => process.stderr.write(`${JSON.stringify({ ...counts, ...wrong })}\n`), PROGRESS_EVERY_MS),
  setInterval(() => void watch(), WATCH_EVERY_MS),
];

const rests: Promise<void>[] = [];
async function openLives(): Promise<void> {
  while (counts.opened < lives) rests.push(follow(await liveUntilTheEndIsSure(stack, counts.opened++)));
}

async function follow(life: Life): Promise<void> {
  const { handle } = life.script;
  const ended = await Promise.race([
    handle.result().then(() => true),
    wait(REST_MS + STILL_AFTER_MS, false, { ref: false }),
  ]);
  if (!ended) {
    counts.standingStill += 1;
    process.stderr.write(`${handle.workflowId} stands still\n`);
    return;
  }
  lengths.push((await handle.describe()).historyLength);
  const verdict = await judge(stack, life);
  for (const what of ['refusedByMistake', 'doubled', 'lost'] as const) wrong[what] += verdict[what];
  if (Object.values(verdict).some((count) => count > 0))
    process.stderr.write(`${handle.workflowId}: ${JSON.stringify({ ...verdict, asked: life.asked })}\n`);
  counts.ended += 1;
}

await Promise.all(Array.from({ length: AT_ONCE }, openLives));
await Promise.all(rests);
await watch();
await watch();
timers.forEach((timer) => clearInterval(timer));
const { standingStill, resetsNeeded } = counts;
const result = {
  lives: counts.ended + standingStill,
  ...{ standingStill, resetsNeeded, ...wrong },
  seconds: Math.round((performance.now() - startedAt) / 1000),
  eventsLongest: Math.max(...lengths),
  eventsMedian: median(lengths),
};
await stack.stop();
process.stdout.write(`${JSON.stringify(result)}\n`);
const isClean = standingStill + resetsNeeded + wrong.refusedByMistake + wrong.doubled + wrong.lost === 0;
process.exit(isClean ? 0 : 1);

/** The worker's own watch: what it finds would have had to be reset. */
function watchOver({ config, client, database }: BenchStack): () => Promise<void> {
  return createWatch({
    clock: { nowMs: () => Date.now() },
    overdueMeetings: (beforeMs) =>
      overdueMeetings(database, { beforeMs, forceCloseMs: config.room.forceCloseMs }),
    standsStill: createStandsStill(client),
    show: () => undefined,
    onFound: (uid) => {
      counts.resetsNeeded += 1;
      process.stderr.write(`${uid} would have had to be reset\n`);
    },
  });
}
