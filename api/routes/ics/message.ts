import type { z } from 'zod';
import { MeetingNotRunning } from '../../../activities/meeting/meetings.ts';
import { calendarMessage, type CalendarMessage } from '../../../adapters/postgres/outgoing-status.ts';
import { attendeesOf, meetingByUid, type BookedMeeting } from '../../../adapters/postgres/booked-meetings.ts';
import type { AttendeeId } from '../../../domain/meeting/attendees.ts';
import type { ApiDeps } from '../../deps.ts';
import { engineUnavailable, notFound, refused } from '../../middleware/problems.ts';
import { Problem } from '../../middleware/problem.ts';
import type { sentMessage } from './schema.ts';

/** An attendee of a meeting, named by UID and address. */
export interface Addressee {
  meeting: BookedMeeting;
  attendeeId: AttendeeId;
  email: string;
}

/** @throws Problem not-found, unknown-attendee; not-booked while nobody has been invited */
export async function requireAddressee(
  deps: ApiDeps,
  tenantId: string,
  named: { uid: string; attendeeEmail: string },
): Promise<Addressee> {
  const meeting = named.uid.includes('\0') ? null : await meetingByUid(deps.knex, tenantId, named.uid);
  if (!meeting) throw notFound('The meeting');
  const email = named.attendeeEmail.toLowerCase();
  const attendees = await attendeesOf(deps.knex, meeting.id);
  const attendee = attendees.find((one) => !one.removed && one.email.toLowerCase() === email);
  if (!attendee) throw new Problem('unknown-attendee', 'The address is none of an attendee’s.');
  if (attendees.length < 2 || meeting.status === 'open') throw refused('not-booked');
  return { meeting, attendeeId: attendee.id, email: named.attendeeEmail };
}

/**
 * The message that the meeting's state calls for. It was prepared with the change that called for it;
 * one that had failed is tried once more, the same bytes.
 */
export async function bringAbout(
  deps: ApiDeps,
  to: Addressee,
  about: { method: 'REQUEST' | 'CANCEL'; sequence: number },
): Promise<z.input<typeof sentMessage>> {
  const message = await calendarMessage(deps.knex, { meetingId: to.meeting.id, to: to.attendeeId, ...about });
  if (!message) throw engineUnavailable();
  const state = message.state === 'failed' ? await tryAgain(deps, to.meeting, message) : message.state;
  return {
    uid: to.meeting.uid,
    attendeeEmail: to.email,
    ...about,
    messageId: message.messageId,
    state: state as z.input<typeof sentMessage>['state'],
  };
}

/** A meeting that is over sends nothing any more: its message stays failed. */
async function tryAgain(deps: ApiDeps, meeting: BookedMeeting, message: CalendarMessage): Promise<string> {
  const { id, to, method, sequence } = message;
  const summary = `${message.kind} to ${to} again, SEQUENCE ${sequence}`;
  try {
    await deps.meetings.resend(meeting.uid, { id, to, method, sequence, summary });
    return 'prepared';
  } catch (error) {
    if (error instanceof MeetingNotRunning) return message.state;
    throw error;
  }
}
