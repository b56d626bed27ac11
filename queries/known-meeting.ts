import { meetingById, type KnownMeeting } from '../adapters/postgres/booked-meetings.ts';
import { isUuid } from '../domain/uuid.ts';
import type { Actor } from '../policies/actor.ts';
import type { Action } from '../policies/may.ts';
import { permit } from '../policies/permit.ts';
import type { QueryDeps } from './deps.ts';

/** A meeting of a tenant. */
export interface MeetingName {
  tenantId: string;
  meetingId: string;
}

/** The meeting, of any source, for somebody who may do that to it. @throws NotPermitted also where there is none */
export async function requireMeeting(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  action: Action,
  { tenantId, meetingId }: MeetingName,
): Promise<KnownMeeting> {
  const meeting = isUuid(meetingId) ? await meetingById(knex, tenantId, meetingId) : null;
  return permit(actor, action, meeting && { ...meeting, meetingId }, 'The meeting');
}
