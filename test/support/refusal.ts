import { MeetingRefused } from '../../activities/meeting/meetings.ts';

/** The code that a call is refused with. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.catch((caught: unknown) => caught);
  if (!(error instanceof MeetingRefused)) throw new Error('it was not refused', { cause: error });
  return error.code;
}
