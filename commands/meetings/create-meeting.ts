import { MeetingRefused } from '../../activities/meeting/meetings.ts';
import {
  createMeeting as insertMeeting,
  type BookedMeeting,
} from '../../adapters/postgres/booked-meetings.ts';
import { roomById } from '../../adapters/postgres/rooms/rooms.ts';
import type { Tenant } from '../../adapters/postgres/tenants.ts';
import { idsFor } from '../../domain/meeting/attendee-id.ts';
import { remindersOf, type ReminderSettings } from '../../domain/meeting/reminders.ts';
import { timeProblem } from '../../domain/meeting/moving.ts';
import type { DeclinePolicy } from '../../domain/meeting/state.ts';
import type { TimeRange } from '../../domain/time/instant.ts';
import type { Actor } from '../../policies/actor.ts';
import { may } from '../../policies/may.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { prepareInvitees, type Invitee } from './invitees.ts';
import type { MeetingDeps } from './meeting-input.ts';

export interface CreateMeeting extends TimeRange {
  /** The same id again is the same meeting. */
  id: string;
  title: string;
  description?: string | undefined;
  /** The tenant's when absent. */
  policy?: DeclinePolicy | undefined;
  proposalExpiryHours?: number | undefined;
  /** What it leaves out is the tenant's. */
  reminders?: ReminderSettings | undefined;
  metadata?: Record<string, string> | undefined;
  /** Where it takes place: a room of the tenant, whose time is taken with that of the people. */
  roomId?: string | undefined;
  /** Who takes part before it is booked; the first host is the one whose zone its calendar entries are in. */
  attendees: readonly Invitee[];
}

/**
 * Makes a meeting that is open: nobody gets mail, and nobody's time is taken, before it is booked.
 *
 * @throws NotPermitted also where there is no such room, CannotInvite; MeetingRefused when no meeting can be at that time
 */
export async function createMeeting(
  { knex, clock }: Pick<MeetingDeps, 'knex' | 'clock'>,
  actor: Actor,
  tenant: Tenant,
  meeting: CreateMeeting,
): Promise<BookedMeeting> {
  if (!may(actor, 'meetings.book', { tenantId: tenant.id })) throw new NotPermitted('The tenant');
  const problem = timeProblem(meeting, clock.nowMs());
  if (problem) throw new MeetingRefused(problem);
  const room = meeting.roomId === undefined ? undefined : await roomById(knex, meeting.roomId);
  if (room === null || (room && room.tenantId !== tenant.id)) throw new NotPermitted('The room');
  await prepareInvitees(knex, tenant, meeting.attendees, room ? [room.id] : []);
  const ids = idsFor([], meeting.attendees);
  return insertMeeting(knex, {
    id: meeting.id,
    tenantId: tenant.id,
    organizerEmail: tenant.organizerEmail,
    title: meeting.title,
    description: meeting.description ?? '',
    startMs: meeting.startMs,
    endMs: meeting.endMs,
    policy: meeting.policy ?? tenant.policy,
    proposalExpiryHours: meeting.proposalExpiryHours ?? tenant.proposalExpiryHours,
    reminders: remindersOf(meeting.reminders ?? {}, tenant),
    metadata: meeting.metadata ?? {},
    roomId: room?.id,
    attendees: meeting.attendees.map((attendee, at) => ({ ...attendee, id: ids[at]! })),
  });
}
