import { insertInviteRequest } from '../../adapters/postgres/booked-meetings.ts';
import { attendeeOfRequest, personsOf } from '../../adapters/postgres/attendees.ts';
import type { Tenant } from '../../adapters/postgres/tenants.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import type { Actor } from '../../policies/actor.ts';
import type { MeetingName } from '../../queries/known-meeting.ts';
import { requireBookedMeeting } from './booked-meeting.ts';
import { prepareInvitees, type Invitee } from './invitees.ts';
import type { MeetingDeps } from './meeting-input.ts';

/**
 * Invites somebody else to a booked meeting.
 *
 * @returns their id in it
 * @throws NotPermitted, CannotInvite; MeetingRefused, MeetingNotRunning, EngineUnavailable
 */
export async function addAttendee(
  deps: MeetingDeps,
  actor: Actor,
  tenant: Tenant,
  { meetingId, invitee, requestKey }: { meetingId: string; invitee: Invitee; requestKey: string },
): Promise<AttendeeId> {
  const named = { tenantId: tenant.id, meetingId };
  const { uid, roomId } = await requireBookedMeeting(deps, actor, 'meetings.change', named);
  const before = await attendeeOfRequest(deps.knex, requestKey);
  if (before !== null) return before;
  const { role, required, ...person } = invitee;
  const present = [...(await personsOf(deps.knex, meetingId)), ...(roomId === null ? [] : [roomId])];
  await prepareInvitees(deps.knex, tenant, [invitee], present);
  await insertInviteRequest(deps.knex, { ...named, id: requestKey, person });
  const invite = { requestId: requestKey, role, required };
  await deps.meetings.update(uid, {
    type: 'attendee-added',
    key: `attendee-added/${requestKey}`,
    door: 'api',
    invite,
  });
  const id = await attendeeOfRequest(deps.knex, requestKey);
  if (id === null) throw new Error('the attendee was invited, and is not in the database');
  return id;
}

/**
 * Takes somebody out of a booked meeting; who is out already stays out.
 *
 * @throws NotPermitted; MeetingRefused, MeetingNotRunning, EngineUnavailable
 */
export async function removeAttendee(
  deps: MeetingDeps,
  actor: Actor,
  named: MeetingName & { attendeeId: AttendeeId },
): Promise<void> {
  const { uid } = await requireBookedMeeting(deps, actor, 'meetings.change', named);
  const { attendeeId } = named;
  // Nobody is taken out twice, so the event needs no id of its own.
  const key = `attendee-removed/${attendeeId}`;
  await deps.meetings.update(uid, { type: 'attendee-removed', key, door: 'api', attendeeId });
}

/**
 * Has the newest invitation sent once more.
 *
 * @param attendeeId null: to everybody
 * @throws NotPermitted; MeetingRefused, MeetingNotRunning, EngineUnavailable
 */
export async function resendInvitation(
  deps: MeetingDeps,
  actor: Actor,
  named: MeetingName & { attendeeId: AttendeeId | null; requestKey: string },
): Promise<void> {
  const { uid } = await requireBookedMeeting(deps, actor, 'meetings.change', named);
  await deps.meetings.update(uid, {
    type: 'resend-requested',
    key: `resend/${named.requestKey}`,
    door: 'api',
    attendeeId: named.attendeeId,
  });
}
