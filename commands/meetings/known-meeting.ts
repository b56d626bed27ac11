import { meetingById, type BookedMeeting } from '../../adapters/postgres/booked-meetings.ts';
import type { BookingInput } from '../../domain/meeting/state.ts';
import { isUuid } from '../../domain/uuid.ts';
import type { Actor } from '../../policies/actor.ts';
import { may, type Action } from '../../policies/may.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { CommandDeps } from '../deps.ts';

/** What the commands about meetings work with. */
export type MeetingDeps = Pick<CommandDeps, 'knex' | 'meetings' | 'clock' | 'config'>;

/** A meeting of a tenant. */
export interface MeetingName {
  tenantId: string;
  meetingId: string;
}

/** The meeting that people were invited to, for somebody who may do that to it. @throws NotPermitted also where there is none */
export async function requireMeeting(
  { knex }: Pick<MeetingDeps, 'knex'>,
  actor: Actor,
  action: Action,
  { tenantId, meetingId }: MeetingName,
): Promise<BookedMeeting> {
  const meeting = isUuid(meetingId) ? await meetingById(knex, tenantId, meetingId) : null;
  if (!meeting || !may(actor, action, { tenantId, meetingId })) throw new NotPermitted('The meeting');
  return meeting;
}

/** What the meeting's workflow starts with. */
export const meetingInput = (
  meeting: BookedMeeting,
  { config }: Pick<MeetingDeps, 'config'>,
): BookingInput => ({
  uid: meeting.uid,
  tenantId: meeting.tenantId,
  meetingId: meeting.id,
  source: 'booking',
  title: meeting.title,
  startMs: meeting.startMs,
  endMs: meeting.endMs,
  policy: meeting.policy,
  bouncePolicy: config.bouncePolicy,
  proposalExpiryMs: meeting.proposalExpiryHours * 3_600_000,
  budgets: config.budgets,
  notesPauseMs: config.notesPauseMs,
  timings: config.room,
  attendees: meeting.beganWith,
});
