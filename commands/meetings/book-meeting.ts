import { EngineUnavailable, MeetingNotRunning, MeetingRefused } from '../../activities/meeting/meetings.ts';
import { personsOf } from '../../adapters/postgres/attendees.ts';
import {
  insertInviteRequest,
  meetingById,
  type BookedMeeting,
} from '../../adapters/postgres/booked-meetings.ts';
import type { Tenant } from '../../adapters/postgres/tenants.ts';
import type { FormAnswer } from '../../domain/booking/answers.ts';
import { isOver } from '../../domain/meeting/state.ts';
import type { MeetingOutcome } from '../../workflows/meeting/messages.ts';
import type { Actor } from '../../policies/actor.ts';
import { requireBookedMeeting } from './booked-meeting.ts';
import { prepareInvitees, type Invitee } from './invitees.ts';
import { meetingInput, type MeetingDeps } from './meeting-input.ts';

export interface BookMeeting {
  meetingId: string;
  /** The same key again is the same booking. */
  requestKey: string;
  /** Who comes with the booking; absent: those who are in the meeting already are all. */
  guest?: Invitee | undefined;
}

/**
 * Books an open meeting: everybody's time is taken and everybody gets their invitation, or nothing happens.
 *
 * @throws NotPermitted, CannotInvite; MeetingRefused, EngineUnavailable
 */
export async function bookMeeting(
  deps: MeetingDeps,
  actor: Actor,
  tenant: Tenant,
  { meetingId, requestKey, guest }: BookMeeting,
): Promise<{ meeting: BookedMeeting; outcome: MeetingOutcome }> {
  const meeting = await requireBookedMeeting(deps, actor, 'meetings.book', {
    tenantId: tenant.id,
    meetingId,
  });
  return bookKnown(deps, tenant, meeting, { requestKey, guest });
}

/** Books a meeting that was looked up for whoever may book it. */
export async function bookKnown(
  deps: MeetingDeps,
  tenant: Tenant,
  meeting: BookedMeeting,
  { requestKey, guest, answers }: Omit<BookMeeting, 'meetingId'> & { answers?: readonly FormAnswer[] },
): Promise<{ meeting: BookedMeeting; outcome: MeetingOutcome }> {
  const meetingId = meeting.id;
  if (isOver(meeting)) throw new MeetingRefused('meeting-over');
  if (guest) {
    const { role, required: _, ...person } = guest;
    // Who books with the same key again is in it already.
    const hosts = await personsOf(deps.knex, meetingId, 'host');
    await prepareInvitees(deps.knex, tenant, [{ ...guest, role }], hosts);
    await insertInviteRequest(deps.knex, { id: requestKey, tenantId: tenant.id, meetingId, person, answers });
  }
  const invites = guest ? [{ requestId: requestKey, role: guest.role, required: guest.required }] : [];
  const event = { type: 'booked', key: `booked/${requestKey}`, door: 'api', invites } as const;
  try {
    return { meeting, outcome: await deps.meetings.book(meetingInput(meeting, deps), event) };
  } catch (error) {
    if (!(error instanceof MeetingNotRunning)) throw error;
    const now = await meetingById(deps.knex, tenant.id, meetingId);
    throw now && isOver(now) ? new MeetingRefused('meeting-over') : new EngineUnavailable(error);
  }
}
