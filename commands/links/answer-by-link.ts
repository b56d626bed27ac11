import type { Answering } from '../../domain/meeting/message-spec.ts';
import { spending, type LinkDeps } from './link-uses.ts';
import { openToAnswer } from './look-at-link.ts';

export interface AnswerInput {
  token: string;
  partstat: Answering;
  /** The SEQUENCE of the time that was shown: an answer is to that one. */
  sequence: number;
  /** The same answer with the same key again counts once. */
  requestKey: string;
}

/**
 * Answers an invitation with a link. The link stays as it is: until the meeting starts the answer can be changed with it.
 *
 * @throws LinkProblem; MeetingRefused `stale-sequence` when the meeting has moved since; MeetingNotRunning, EngineUnavailable
 */
export async function answerByLink(deps: LinkDeps, input: AnswerInput): Promise<void> {
  const { partstat, sequence } = input;
  const link = await openToAnswer(deps, input.token);
  await spending(deps, link, 'answered', () =>
    deps.meetings.update(link.uid, {
      type: 'answered',
      key: `answer/${link.id}/${input.requestKey}/${partstat}`,
      door: 'link',
      attendeeId: link.attendeeId,
      partstat,
      sequence,
      dtstampMs: deps.clock.nowMs(),
    }),
  );
}
