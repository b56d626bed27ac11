import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MeetingNotRunning, MeetingRefused } from '../../activities/meeting/meetings.ts';
import { ROLES, type Role } from '../../domain/meeting/attendee-id.ts';
import { type MeetingState } from '../../domain/meeting/state.ts';
import { startFaultySmtp, type Fault, type FaultySmtp } from '../support/faulty-smtp.ts';
import { HOUR, MeetingScript } from '../support/meeting-script.ts';
import { isThorough } from '../support/rounds.ts';
import { createWorld, type World } from '../support/world.ts';
import { readAsCalendar, type ShownEvent } from './calendar-reader.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';
import { otherRole } from '../support/attendees.ts';

const MEETINGS = isThorough() ? 80 : 40;
const AT_ONCE = 8;
const LONGEST_STORY = 10;
const SEED = 20_261_121;
/** Of all attempts to hand a message over; one that has failed so often goes through. */
const FAULTY = 0.35;
const MOST_FAULTS = 3;
/** Connections that fail at STARTTLS, from the first. */
const TLS_FAILURES = 3;
/** The server is away so long, in the middle of it all. */
const OUTAGE_MS = 1_500;
const PATIENCE_MS = 150_000;

const FAULTS: readonly Fault[] = [
  { at: 'RCPT', code: 450 },
  { at: 'DATA', code: 451 },
  { at: 'before-dot' },
  { at: 'after-dot' },
  { at: 'slow', ms: 300 },
];

let smtp: FaultySmtp;
let world: World;
beforeAll(async () => {
  smtp = await startFaultySmtp({ fault: faultFor, refuse: refusalOf, tlsFailures: TLS_FAILURES });
  world = await createWorld({
    mail: { smtpUrl: smtp.smtpUrl },
    breaker: { failures: 5, openMs: 100, longestOpenMs: 400 },
    delivery: { firstRetryMs: 50, longestRetryMs: 500, giveUpMs: 3_600_000 },
  });
});
afterAll(async () => {
  await world?.stop();
  await smtp?.close();
});

/** A recipient's messages come one after the other, so its faults are the same in each run. */
const luckOf = new Map<string, SeededRandom>();
const luck = (to: string): SeededRandom => {
  const known = luckOf.get(to) ?? seededRandom(`${SEED}/${to}`);
  luckOf.set(to, known);
  return known;
};

function faultFor({ to, before }: { to: string; before: number }): Fault | undefined {
  const random = luck(to);
  return before < MOST_FAULTS && random.chance(FAULTY) ? random.one(FAULTS) : undefined;
}

/** A mail for people that is refused for good must not hold up what comes after it; a calendar would lose its event. */
const refusals = seededRandom(`${SEED}/refusals`);
const refusalOf = (raw: Buffer): number | undefined =>
  !raw.includes('text/calendar') && refusals.chance(0.1) ? 550 : undefined;

async function live(index: number): Promise<MeetingScript> {
  const random = seededRandom(`${SEED}/story/${index}`);
  const script = await MeetingScript.booked(world, {
    host: `host-${index}@example.com`,
    guest: `guest-${index}@example.org`,
    policy: random.one(['strict', 'soft']),
  });
  const steps = random.below(LONGEST_STORY + 1);
  const pending: { id: string; by: Role }[] = [];
  for (let step = 0; step < steps; step += 1) {
    const over = await act(script, random, pending).then(
      () => false,
      (error: unknown) => {
        if (error instanceof MeetingNotRunning) return true;
        // No story is sure that the meeting stands as it thinks: that is what refusals are for.
        if (error instanceof MeetingRefused) return false;
        throw error;
      },
    );
    if (over) break;
  }
  return script;
}

async function act(
  script: MeetingScript,
  random: SeededRandom,
  pending: { id: string; by: Role }[],
): Promise<unknown> {
  const role = random.one(ROLES);
  const shiftMs = (1 + random.below(48)) * HOUR;
  const time = { startMs: script.meeting.startMs + shiftMs, endMs: script.meeting.endMs + shiftMs };
  const proposal = pending.at(-1);
  switch (random.one(['accept', 'propose', 'propose', 'counter', 'decide', 'decide', 'decide', 'end'])) {
    case 'accept':
      return script.reply(role, random.one(['ACCEPTED', 'TENTATIVE']));
    case 'propose':
      return pending.push({ id: await script.propose(role, time), by: role });
    case 'counter':
      return script.counter(role, time);
    case 'decide':
      if (!proposal) return undefined;
      return script.decide(
        random.one(['approved', 'approved', 'declined']),
        otherRole(proposal.by),
        proposal.id,
      );
    default:
      return random.chance(0.5) ? script.cancel('The host is ill.') : script.reply(role, 'DECLINED');
  }
}

/** What the database still has to do, and where it stands. */
async function standing(): Promise<{ waiting: number; changes: number }> {
  const { rows } = await world.database.raw<{ rows: { waiting: number; changes: number }[] }>(`
    SELECT (SELECT count(*) FROM outgoing_messages WHERE state IN ('prepared', 'deferred'))::int
             + (SELECT count(*) FROM outbox WHERE delivered_at IS NULL AND gave_up_at IS NULL)::int AS waiting,
           (SELECT count(*) FROM meeting_changes)::int AS changes`);
  return rows[0]!;
}

/** How the meetings stand once nothing is on its way any more. */
async function settled(scripts: MeetingScript[]): Promise<MeetingState[]> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const before = await standing();
    if (before.waiting === 0) {
      const states = await Promise.all(scripts.map((script) => script.state()));
      await wait(1_000);
      const after = await standing();
      if (after.waiting === 0 && after.changes === before.changes) return states;
    }
    await wait(250);
  }
  throw new Error(`not in time: ${JSON.stringify(await standing())}`);
}

const expected = ({ uid, sequence, status, startMs, endMs }: MeetingState): ShownEvent => ({
  uid,
  sequence,
  status: status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
  startMs,
  endMs,
});

it(
  'whatever goes wrong with the mail server, every party ends with exactly the calendar of the meeting',
  async () => {
    const scripts: MeetingScript[] = [];
    const indexes = Array.from({ length: MEETINGS }, (_, index) => index);
    const stories = Array.from({ length: AT_ONCE }, async () => {
      for (let index = indexes.shift(); index !== undefined; index = indexes.shift()) {
        if (index === MEETINGS / 2)
          void smtp
            .close()
            .then(() => wait(OUTAGE_MS))
            .then(() => smtp.listen());
        scripts.push(await live(index));
      }
    });
    await Promise.all(stories);
    const states = await settled(scripts);

    for (const [at, script] of scripts.entries()) {
      for (const role of ROLES) {
        const mailbox = smtp.kept(script.addresses[role]).map(({ raw }) => raw!);
        const shown = await readAsCalendar(mailbox);
        expect([...shown.values()], script.addresses[role]).toEqual([expected(states[at]!)]);
      }
    }
    // It was really as bad as it was meant to be, and the stories differed.
    for (const { at } of FAULTS) expect(smtp.transactions.some(({ fault }) => fault?.at === at)).toBe(true);
    expect(new Set(states.map(({ status }) => status))).toEqual(new Set(['scheduled', 'cancelled']));
    expect(new Set(states.map(({ sequence }) => sequence)).size).toBeGreaterThan(2);
    expect(smtp.kept().length).toBeGreaterThan(MEETINGS * ROLES.length);
  },
  4 * 60_000,
);
