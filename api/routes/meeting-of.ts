import { meetingById, type BookedMeeting } from '../../adapters/postgres/booked-meetings.ts';
import type { MeetingInput } from '../../domain/meeting/state.ts';
import type { ApiDeps } from '../deps.ts';
import { notFound } from '../middleware/problems.ts';
import { isUuid } from './fields.ts';

/** The room, when it is this tenant's. @throws Problem not-found */
export async function requireMeeting(
  deps: ApiDeps,
  tenantId: string,
  meetingId: string,
): Promise<BookedMeeting> {
  const meeting = isUuid(meetingId) ? await meetingById(deps.knex, tenantId, meetingId) : null;
  if (!meeting) throw notFound('The room');
  return meeting;
}

/** What the meeting's workflow starts with. */
export const meetingInput = (meeting: BookedMeeting, deps: ApiDeps): MeetingInput => ({
  uid: meeting.uid,
  tenantId: meeting.tenantId,
  meetingId: meeting.id,
  title: meeting.title,
  startMs: meeting.startMs,
  endMs: meeting.endMs,
  policy: meeting.policy,
  bouncePolicy: deps.config.bouncePolicy,
  proposalExpiryMs: meeting.proposalExpiryHours * 3_600_000,
  budgets: deps.config.budgets,
  notesPauseMs: deps.config.notesPauseMs,
  timings: deps.config.room,
});
