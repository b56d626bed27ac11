import { randomUUID } from 'node:crypto';
import { HOUR, MeetingScript } from '../../test/support/meeting-script.ts';
import type { Command } from '../../workflows/meeting/messages.ts';
import type { BenchStack } from '../bench-stack.ts';
import {
  askAtOnce,
  cancelled,
  decided,
  isDone,
  linkRequested,
  moved,
  proposed,
  told,
  withdrawn,
  type Asked,
} from './asking.ts';

/** From the last move to the start: on a slow machine, too, everything before has happened by then. */
const LEAD_MS = 25_000;
const LENGTH_MS = 1_000;
const TIMINGS = { readyBeforeMs: 3_000, graceMs: 1_000, forceCloseMs: 2_000 };
/** When everything that follows from the last move has happened, in ms from then. */
export const REST_MS = LEAD_MS + LENGTH_MS + TIMINGS.forceCloseMs;

/** What people asked of one meeting, and what it made of it. */
export interface Life {
  script: MeetingScript;
  asked: Asked[];
  /** How many won where exactly one had to. */
  winners: number[];
}

/**
 * One life with everything that can be asked while it lasts, by several at the same moment: bookings of two guests, one
 * twice; proposals of both beside requests for links; an approval against another, a decline and a withdrawal; moves
 * against each other and a proposal; and at the end cancellations, people in the room, or a decline by mail.
 */
export async function liveUntilTheEndIsSure(stack: BenchStack, index: number): Promise<Life> {
  const script = await MeetingScript.create(stack, { lengthMs: LENGTH_MS, timings: TIMINGS });
  const life: Life = { script, asked: [], winners: [] };
  await beBooked(life);
  await script.reply('host', 'ACCEPTED', { sequence: 0 });
  const guests = await propose(life);
  const sequence = await decide(life, guests);
  await move(life, sequence);
  await ENDS[index % ENDS.length]!(life);
  return life;
}

const record = (life: Life, asked: Asked[]): Asked[] => {
  life.asked.push(...asked);
  return asked;
};

/** The same key twice is one. */
const contest = (life: Life, asked: Asked[]): void => {
  life.winners.push(
    new Set(
      record(life, asked)
        .filter(isDone)
        .map(({ key }) => key),
    ).size,
  );
};

async function beBooked(life: Life): Promise<void> {
  const [first, second] = [randomUUID(), randomUUID()];
  const { script } = life;
  const booking = (id: string, from: MeetingScript) => told(`booked/${id}`, () => from.book(id));
  contest(
    life,
    await Promise.all([booking(first, script), booking(first, script), booking(second, script.hasty)]),
  );
}

/** @returns the guest's proposal */
async function propose(life: Life): Promise<string> {
  const { startMs, endMs } = life.script.meeting;
  const later = (hours: number) => ({ startMs: startMs + hours * HOUR, endMs: endMs + hours * HOUR });
  const [guests, hosts] = [randomUUID(), randomUUID()];
  record(
    life,
    await askAtOnce(life.script, [
      proposed('guest', guests, later(24)),
      linkRequested('host'),
      proposed('host', hosts, later(48)),
      linkRequested('guest'),
    ]),
  );
  return guests;
}

/** @returns the SEQUENCE afterwards */
async function decide(life: Life, proposal: string): Promise<number> {
  const approvals = [decided('approved', 'host', proposal), decided('approved', 'host', proposal)];
  const others = [decided('declined', 'host', proposal), withdrawn('guest', proposal)];
  const asked = await askAtOnce(life.script, [approvals[0]!, others[0]!, approvals[1]!, others[1]!]);
  contest(life, asked);
  return [asked[0]!, asked[2]!].some(isDone) ? 1 : 0;
}

async function move(life: Life, sequence: number): Promise<void> {
  const startMs = Date.now() + LEAD_MS;
  const to = (lateMs: number) => ({ startMs: startMs + lateMs, endMs: startMs + lateMs + LENGTH_MS });
  const moves = [0, 200, 400].map((lateMs) => moved(sequence + 1, to(lateMs)));
  const asked = await askAtOnce(life.script, [
    moves[0]!,
    proposed('host', randomUUID(), to(HOUR)),
    moves[1]!,
    moves[2]!,
  ]);
  const proposal = asked.splice(1, 1);
  record(life, proposal);
  contest(life, asked);
}

const cancel = async (life: Life): Promise<void> => {
  const commands: Command[] = [cancelled(), linkRequested('guest'), cancelled(), cancelled()];
  const asked = await askAtOnce(life.script, commands);
  const link = asked.splice(1, 1);
  record(life, link);
  contest(life, asked);
};

const meet = async ({ script }: Life): Promise<void> => {
  const coming = ['a', 'b', 'c'].map((who) => script.presence('joined', who));
  await Promise.all([...coming, script.presence('left', 'a')]);
};

/** A strict meeting that one declines is cancelled, unless the move, which makes the answer stale, came first. */
const declineByMail = async (life: Life): Promise<void> => {
  const { script } = life;
  const sequence =
    1 + life.asked.filter(({ key, told: word }) => key.startsWith('approved/') && word === 'done').length;
  const startMs = Date.now() + LEAD_MS;
  const [moves] = await Promise.all([
    askAtOnce(script, [moved(sequence + 1, { startMs, endMs: startMs + LENGTH_MS })]),
    script.reply('guest', 'DECLINED', { sequence }),
  ]);
  record(life, moves);
};

const ENDS = [cancel, meet, declineByMail];
