import type { Client } from '@temporalio/client';
import type { Clock } from '../../activities/clock.ts';
import type { Meetings } from '../../activities/meeting/meetings.ts';
import type { MeetingAnswers } from '../../adapters/postgres/answers/answers.ts';
import { createMeetings, type MeetingsOptions } from '../../adapters/temporal/meetings.ts';

/** The meetings for somebody who looked a moment too early, and asks what the meeting refuses. */
export const hastyMeetings = (
  client: Client,
  options: MeetingsOptions,
  answers: MeetingAnswers,
  clock: Clock,
): Meetings =>
  createMeetings(
    client,
    options,
    {
      ...answers,
      async lookUp(...about) {
        const found = await answers.lookUp(...about);
        return found && { ...found, answer: null };
      },
    },
    clock,
  );
