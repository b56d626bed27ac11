import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseMime } from '../../adapters/mail/parse-mime.ts';
import { readItip } from '../../domain/itip/inbound.ts';
import { startIngestAlone, type IngestAlone } from '../support/ingest-alone.ts';
import { mutated, seeded } from '../support/mutations.ts';
import { rounds } from '../support/rounds.ts';
import { scenario, scenarioNames } from '../support/scenarios.ts';

const MESSAGES = rounds(20_000);
const AT_ONCE = 64;
/** The heap is compared between here and the end. */
const WARM_AFTER = MESSAGES / 4;
const MEGABYTE = 1_000_000;
const HOUR = 3_600_000;

const SEED = 20_261_121;

let alone: IngestAlone;
let uid: string;
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown) => void unhandled.push(reason);
beforeAll(async () => {
  alone = await startIngestAlone();
  uid = await alone.meeting();
  process.on('unhandledRejection', onUnhandled);
  process.on('uncaughtException', onUnhandled);
});
afterAll(async () => {
  process.off('unhandledRejection', onUnhandled);
  process.off('uncaughtException', onUnhandled);
  await alone?.stop();
});

const names = scenarioNames();
const startMs = Date.UTC(2030, 0, 8, 14);

/** The message of that number; always the same. */
function message(number: number): Buffer {
  const chance = seeded(SEED + number);
  const written = () =>
    scenario(chance.one(names), {
      uid,
      attendee: alone.guest,
      organizer: 'scheduling@parley.example',
      sequence: chance.below(3),
      dtstampMs: startMs - chance.below(100) * HOUR,
      startMs,
      endMs: startMs + HOUR,
      newStartMs: startMs + 24 * HOUR,
      newEndMs: startMs + 25 * HOUR,
      messageId: `<fuzz-${number}@example.org>`,
      inReplyTo: '<invitation@parley.example>',
    });
  return mutated(written(), chance, written());
}

const ingest = (raw: Buffer) =>
  alone.ingest({ raw, door: 'smtp', envelope: { from: alone.guest, to: [] }, tenantId: null });

/** Of processor time, alone: what took long may have waited for others, or for a busy machine. */
async function readingSeconds(raw: Buffer): Promise<number> {
  const before = process.cpuUsage();
  const mail = await parseMime(raw);
  readItip(mail.calendars, mail.from);
  expect(mail.text.length).toBeLessThanOrEqual(10_000);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
/** Of what is kept: right after a message some megabytes are waiting for what ends on its own. */
async function memory(): Promise<number> {
  alone.told.length = 0;
  collectGarbage();
  // What has a finalizer goes with the next collection.
  await wait(500);
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

it(`${MESSAGES} damaged messages do no harm: each gets a decision, none takes two seconds, and no memory is kept`, async () => {
  const failed: { number: number; why: unknown }[] = [];
  const decisions = new Map<string, number>();
  let [next, atWarm] = [0, 0];
  const work = async (until: number) => {
    while (next < until) {
      const number = next++;
      const raw = message(number);
      const startedAt = performance.now();
      try {
        const { understood, reason } = await ingest(raw);
        const decision = reason ?? understood;
        decisions.set(decision, (decisions.get(decision) ?? 0) + 1);
      } catch (why) {
        failed.push({ number, why });
      }
      if (performance.now() - startedAt > 2_000 && (await readingSeconds(raw)) > 2) {
        failed.push({ number, why: 'above two seconds' });
      }
    }
  };
  const together = (until: number) => Promise.all(Array.from({ length: AT_ONCE }, () => work(until)));

  await together(WARM_AFTER);
  atWarm = await memory();
  await together(MESSAGES);
  const grown = (await memory()) - atWarm;

  process.stderr.write(
    `${JSON.stringify(Object.fromEntries([...decisions].sort(([, a], [, b]) => b - a)))}; ` +
      `memory ${(grown / MEGABYTE).toFixed(1)} MB more after ${MESSAGES} than after ${WARM_AFTER}\n`,
  );
  expect(failed).toEqual([]);
  expect(unhandled).toEqual([]);
  // What is damaged only where it does not matter is still an answer; otherwise nothing but the door was tried.
  expect(decisions.get('reply')).toBeGreaterThan(MESSAGES / 10);
  expect(decisions.get('counter')).toBeGreaterThan(100);
  expect(grown).toBeLessThan(10 * MEGABYTE);
  // Every one of them was stored before anything was decided, but for those that came before.
  const { rows } = await alone.database.raw<{ rows: { stored: number; undecided: number }[] }>(
    `SELECT CAST(count(*) AS int) AS stored, CAST(count(*) FILTER (WHERE decision IS NULL) AS int) AS undecided
       FROM imip_messages`,
  );
  expect(rows[0]?.stored).toBeGreaterThan(MESSAGES * 0.9);
  expect(rows[0]?.undecided).toBe(0);
}, 900_000);
