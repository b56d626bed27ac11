import { MeetingRefused } from '../../activities/meeting/meetings.ts';
import { attendeesOf, meetingByUid, type BookedMeeting } from '../../adapters/postgres/booked-meetings.ts';
import { isUnbooked } from '../../domain/meeting/state.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import type { Actor } from '../../policies/actor.ts';
import { may } from '../../policies/may.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { CommandDeps } from '../deps.ts';

/** How a calendar names whom a message is for. */
export interface AddresseeName {
  tenantId: string;
  uid: string;
  attendeeEmail: string;
}

/** An attendee of a meeting, found by UID and address. */
export interface Addressee {
  meeting: BookedMeeting;
  attendeeId: AttendeeId;
  /** As they were named. */
  email: string;
}

/** The address is none of an attendee's. */
export class UnknownAttendee extends Error {
  constructor() {
    super('the address is none of an attendee’s');
    this.name = 'UnknownAttendee';
  }
}

/**
 * Whom a calendar message is for, for somebody who may have it sent.
 *
 * @throws NotPermitted also where there is no such meeting; UnknownAttendee; MeetingRefused while nobody has been invited
 */
export async function requireAddressee(
  { knex }: Pick<CommandDeps, 'knex'>,
  actor: Actor,
  { tenantId, uid, attendeeEmail }: AddresseeName,
): Promise<Addressee> {
  // PostgreSQL's text has no NUL, and so no UID of ours.
  const meeting = uid.includes('\0') ? null : await meetingByUid(knex, tenantId, uid);
  if (!meeting || !may(actor, 'ics.compose', { tenantId, meetingId: meeting.id })) {
    throw new NotPermitted('The meeting');
  }
  const email = attendeeEmail.toLowerCase();
  const attendees = await attendeesOf(knex, meeting.id);
  const attendee = attendees.find((one) => !one.removed && one.email.toLowerCase() === email);
  if (!attendee) throw new UnknownAttendee();
  if (attendees.length < 2 || isUnbooked(meeting)) throw new MeetingRefused('not-booked');
  return { meeting, attendeeId: attendee.id, email: attendeeEmail };
}
