import { randomUUID } from 'node:crypto';
import { EngineUnavailable, MeetingNotRunning, MeetingRefused } from '../../activities/meeting/meetings.ts';
import type { Clock } from '../../activities/clock.ts';
import type { Command, MeetingOutcome } from '../../workflows/meeting/messages.ts';
import type { ExpectedAnswer, MeetingAnswers } from '../postgres/answers/answers.ts';
import type { MeetingAnswer } from '../postgres/answers/read.ts';

export interface AskOptions {
  answers: MeetingAnswers;
  clock: Clock;
  /** How long a caller waits for an answer, in ms. */
  patienceMs: number;
}

/** Puts a question to the meeting's workflow, as a signal with the call's id. @throws MeetingNotRunning, EngineUnavailable */
export type PutQuestion = (callId: string) => Promise<unknown>;

/**
 * Asks a meeting for something and waits for its answer, which comes from the database. What the database can tell by
 * itself is not put to the workflow, so that what is refused leaves no trace in its history.
 *
 * @returns asks; the same event again, also by another process, has the same answer
 * @throws MeetingRefused, MeetingNotRunning, EngineUnavailable
 */
export function createAsk({ answers, clock, patienceMs }: AskOptions) {
  return async (uid: string, event: Command, put: PutQuestion): Promise<MeetingOutcome> => {
    const untilMs = performance.now() + patienceMs;
    const known = await answers.lookUp(uid, event, clock.nowMs());
    if (!known) throw new MeetingNotRunning();
    if (known.answer) return outcomeIn(known.answer);
    const callId = randomUUID();
    const expected = answers.expect({ meetingId: known.meetingId, eventKey: event.key, callId });
    try {
      const closed = await putOrFind(expected, () => put(callId));
      const answer = closed ?? (await expected.within(untilMs - performance.now()));
      if (!answer) throw new EngineUnavailable(new Error('no answer in time'));
      return outcomeIn(answer);
    } finally {
      expected.end();
    }
  };
}

/** @returns the answer, when nothing hears the question any more: the same event, asked for by others, came before it */
async function putOrFind(
  expected: ExpectedAnswer,
  put: () => Promise<unknown>,
): Promise<MeetingAnswer | null> {
  try {
    await put();
    return null;
  } catch (error) {
    const answer = await expected.now();
    if (answer) return answer;
    throw error;
  }
}

function outcomeIn(answer: MeetingAnswer): MeetingOutcome {
  if (answer.kind === 'refused') throw new MeetingRefused(answer.code);
  return answer.outcome;
}
