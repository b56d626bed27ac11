import { meetingById, type BookedMeeting } from '../adapters/postgres/booked-meetings.ts';
import { isUuid } from '../domain/uuid.ts';
import type { Actor } from '../policies/actor.ts';
import { may, type Action } from '../policies/may.ts';
import { NotPermitted } from '../policies/not-permitted.ts';
import type { QueryDeps } from './deps.ts';

/** A meeting of a tenant. */
export interface MeetingName {
  tenantId: string;
  meetingId: string;
}

/** The meeting that people were invited to, for somebody who may do that to it. @throws NotPermitted also where there is none */
export async function requireMeeting(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  action: Action,
  { tenantId, meetingId }: MeetingName,
): Promise<BookedMeeting> {
  const meeting = isUuid(meetingId) ? await meetingById(knex, tenantId, meetingId) : null;
  if (!meeting || !may(actor, action, { tenantId, meetingId })) throw new NotPermitted('The meeting');
  return meeting;
}
