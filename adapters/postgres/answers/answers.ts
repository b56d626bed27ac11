import type { Knex } from 'knex';
import { decide } from '../../../domain/meeting/decide.ts';
import type { RefusalCode } from '../../../domain/meeting/decision.ts';
import { busyWord } from '../../../domain/meeting/taking-slots.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { Command } from '../../../workflows/meeting/messages.ts';
import { busyForProposals, findBusy } from '../commit/busy.ts';
import type { Notifications } from '../notifications.ts';
import { Bells } from './bells.ts';
import { answerReader, outcomeOf, type MeetingAnswer, type Question } from './read.ts';
import { readStanding, type Standing } from './standing.ts';

/** Without a notification somebody looks after this long, and then less and less often, in ms. */
const FIRST_LOOK_MS = 250;
const LAST_LOOK_MS = 1_000;

/** What the database knows of the answers to commands. */
export interface MeetingAnswers {
  /**
   * What can be told without asking the meeting's workflow: that the event was committed before, or would be refused
   * as the meeting stands. The database is never behind the workflow, so such a refusal is its own.
   *
   * @returns null when the meeting is not in this database
   */
  lookUp(
    uid: string,
    event: Command,
    nowMs: Instant,
  ): Promise<{ meetingId: string; answer: MeetingAnswer | null } | null>;
  /** Expects the answer to a question that is about to be put. */
  expect(question: Question): ExpectedAnswer;
}

export interface ExpectedAnswer {
  /** @returns null when there is none yet */
  now(): Promise<MeetingAnswer | null>;
  /** @returns null when there was none in time */
  within(ms: number): Promise<MeetingAnswer | null>;
  /** Nobody waits any more. */
  end(): void;
}

/** @param options.notifications absent: answers are looked for again and again, as where notifications get lost */
export function createMeetingAnswers(
  database: Knex,
  { notifications }: { notifications?: Notifications } = {},
): MeetingAnswers {
  const bells = new Bells();
  notifications?.subscribe('answers', (meetingId) => bells.ring(meetingId));
  const read = answerReader(database);
  return {
    async lookUp(uid, event, nowMs) {
      const standing = await readStanding(database, { uid, eventKey: event.key, nowMs });
      if (!standing) return null;
      const { meetingId, state } = standing;
      if (standing.committed) return { meetingId, answer: { kind: 'committed', outcome: outcomeOf(state) } };
      const code = await sureRefusal(database, standing, event, nowMs);
      return { meetingId, answer: code === null ? null : { kind: 'refused', code } };
    },

    expect(question) {
      const bell = bells.hang(question.meetingId);
      return {
        now: () => read(question),
        within: (ms) =>
          lookAgain(
            () => read(question),
            ms,
            (pauseMs) => bell.heard(pauseMs),
          ),
        end: () => bell.takeDown(),
      };
    },
  };
}

async function sureRefusal(
  database: Knex,
  { meetingId, state }: Standing,
  event: Command,
  nowMs: Instant,
): Promise<RefusalCode | null> {
  const decision = decide(state, event, nowMs);
  if (decision.kind === 'refusal') return decision.code;
  switch (event.type) {
    case 'proposed':
      return busyWord(event, await busyForProposals(database, meetingId, decision));
    case 'moved':
    case 'approved':
      return busyWord(event, await findBusy(database, { meetingId, invited: [], time: decision.next }));
    // Also who is busy is heard by the meeting: it then waits for others, until nobody can book it any more.
    case 'held':
    case 'booked':
    case 'attendee-added':
    case 'attendee-removed':
    case 'reassigned':
    case 'resend-requested':
    case 'cancelled':
    case 'answered':
    case 'withdrawn':
    case 'declined':
    case 'link-requested':
    case 'opened':
      return null;
  }
}

/** Looks after each pause, until there is something or the time is up. */
async function lookAgain<T>(
  look: () => Promise<T | null>,
  withinMs: number,
  pause: (ms: number) => Promise<void>,
): Promise<T | null> {
  const until = performance.now() + withinMs;
  for (let pauseMs = FIRST_LOOK_MS; ; pauseMs = Math.min(2 * pauseMs, LAST_LOOK_MS)) {
    const leftMs = until - performance.now();
    await pause(Math.max(0, Math.min(pauseMs, leftMs)));
    const found = await look();
    if (found !== null || leftMs <= 0) return found;
  }
}
