import { EngineUnavailable, MeetingNotRunning } from '../../activities/meeting/meetings.ts';
import type { BookedMeeting } from '../../adapters/postgres/booked-meetings.ts';
import { calendarMessage, type CalendarMessage } from '../../adapters/postgres/outgoing-status.ts';
import type { MeetingDeps } from '../meetings/meeting-input.ts';
import type { Addressee } from './addressee.ts';

/** A calendar message of a meeting to one attendee. */
export interface SentMessage {
  uid: string;
  attendeeEmail: string;
  method: 'REQUEST' | 'CANCEL';
  sequence: number;
  messageId: string;
  /** `prepared` and `deferred`: it is being sent. */
  state: string;
}

/**
 * The message that the meeting's state calls for. It was prepared with the change that called for it;
 * one that had failed is tried once more, the same bytes.
 *
 * @throws EngineUnavailable
 */
export async function bringAbout(
  deps: Pick<MeetingDeps, 'knex' | 'meetings'>,
  { meeting, attendeeId, email }: Addressee,
  about: Pick<SentMessage, 'method' | 'sequence'>,
): Promise<SentMessage> {
  const message = await calendarMessage(deps.knex, { meetingId: meeting.id, to: attendeeId, ...about });
  if (!message) throw new EngineUnavailable(new Error('the change is known, and its message is not'));
  const state = message.state === 'failed' ? await tryAgain(deps, meeting, message) : message.state;
  return { uid: meeting.uid, attendeeEmail: email, ...about, messageId: message.messageId, state };
}

/** A meeting that is over sends nothing any more: its message stays failed. */
async function tryAgain(
  { meetings }: Pick<MeetingDeps, 'meetings'>,
  { uid }: BookedMeeting,
  message: CalendarMessage,
): Promise<string> {
  const { id, to, method, sequence } = message;
  const summary = `${message.kind} to ${to} again, SEQUENCE ${sequence}`;
  try {
    await meetings.resend(uid, { id, to, method, sequence, summary });
    return 'prepared';
  } catch (error) {
    if (error instanceof MeetingNotRunning) return message.state;
    throw error;
  }
}
