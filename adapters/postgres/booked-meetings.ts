import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { domainOf } from '../../domain/itip/address.ts';
import type { AttendeeId, Part } from '../../domain/meeting/attendee-id.ts';
import type {
  BookingInput,
  DeclinePolicy,
  MeetingSource,
  MeetingStatus,
} from '../../domain/meeting/state.ts';
import type { Reminders } from '../../domain/meeting/reminders.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { FormAnswer } from '../../domain/booking/answers.ts';
import { awaitsApproval } from './booking/asked-of-hosts.ts';
import { ensurePerson } from './people/person.ts';
import { storableJson } from './storable.ts';
import { ROOM_NAME } from './rooms/meetings.ts';

/** The row of a meeting of any source; what only a booking has is of no meaning in others. */
export interface KnownMeeting extends Reminders {
  id: string;
  tenantId: string;
  source: MeetingSource;
  uid: string;
  sequence: number;
  title: string;
  description: string;
  startMs: Instant;
  endMs: Instant;
  status: MeetingStatus;
  policy: DeclinePolicy;
  proposalExpiryHours: number;
  cancelReason: string | null;
  readyAt: Date | null;
  closedAt: Date | null;
  videoUrl: string | null;
  metadata: Record<string, string>;
  /** Where it takes place; null: in no room of ours. */
  roomId: string | null;
  /** The name in its address. */
  roomName: string | null;
  createdAt: Date;
  /** Null: it was made for people who are known already. */
  eventTypeId: string | null;
  holdExpiresAt: Date | null;
  seats: number;
  changeUntilMinutes: number | null;
  approvalMinutes: number | null;
  /** It has a video room. */
  online: boolean;
  /** A guest waits for the hosts to decide. */
  awaitsApproval: boolean;
  /** Who takes part since there is the meeting. */
  beganWith: BookingInput['attendees'];
}

/** One that people were, or are to be, invited to. */
export type BookedMeeting = KnownMeeting & { source: 'booking' };

export interface Person {
  email: string;
  name?: string | undefined;
  timezone?: string | undefined;
  /** BCP 47. */
  language?: string | undefined;
}

/** What a meeting has of the event type that it is booked with. */
export interface OfEventType {
  eventTypeId: string;
  /** Its time is held until then. */
  holdExpiresMs: Instant;
  heldBy: Buffer | null;
  linkId: string | null;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  seats: number;
  changeUntilMinutes: number | null;
  /** Null: nobody has to approve it. */
  approvalMinutes: number | null;
  location: string;
  /** It has a video room. */
  online: boolean;
}

export interface NewMeeting {
  id: string;
  tenantId: string;
  organizerEmail: string;
  title: string;
  description: string;
  startMs: Instant;
  endMs: Instant;
  policy: DeclinePolicy;
  proposalExpiryHours: number;
  /** Absent: none. */
  reminders?: Reminders;
  metadata?: Record<string, string>;
  roomId?: string | undefined;
  /** Absent: it is open, and of no event type. */
  booking?: OfEventType;
  /** Who takes part before anybody books. */
  attendees: (Person & Part & { id: AttendeeId })[];
}

const COLUMNS = {
  id: 'id',
  tenantId: 'tenant_id',
  source: 'source',
  uid: 'ics_uid',
  sequence: 'ics_sequence',
  title: 'title',
  description: 'description',
  start: 'start_utc',
  end: 'end_utc',
  status: 'status',
  policy: 'policy',
  proposalExpiryHours: 'proposal_expiry_hours',
  mailMinutesBefore: 'reminder_mail_minutes',
  alarmMinutesBefore: 'reminder_alarm_minutes',
  cancelReason: 'cancel_reason',
  readyAt: 'video_ready_at',
  closedAt: 'video_closed_at',
  videoUrl: 'video_url',
  metadata: 'metadata',
  roomId: 'room_id',
  createdAt: 'created_at',
  eventTypeId: 'event_type_id',
  holdExpiresAt: 'hold_expires_at',
  seats: 'seats',
  changeUntilMinutes: 'change_until_minutes',
  approvalMinutes: 'approval_minutes',
  online: 'online',
} as const;

type Row = Omit<KnownMeeting, 'startMs' | 'endMs'> & { start: Date; end: Date };

const BEGAN_WITH = `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', attendee_id, 'role', role, 'required', required)
                             ORDER BY role, length(attendee_id), attendee_id), '[]')
     FROM invitations WHERE meeting_id = meetings.id AND request_id IS NULL) AS "beganWith"`;

const find = async (knex: Knex, where: Record<string, string>): Promise<KnownMeeting | null> => {
  const row: Row | undefined = await knex('meetings')
    .where(where)
    .first(
      COLUMNS,
      knex.raw(ROOM_NAME),
      knex.raw(BEGAN_WITH),
      knex.raw(`${awaitsApproval('meetings.id')} AS "awaitsApproval"`),
    );
  return row ? meetingOf(row) : null;
};

const meetingOf = ({ start, end, ...rest }: Row): KnownMeeting => ({
  ...rest,
  startMs: start.getTime(),
  endMs: end.getTime(),
});

/** Narrows a meeting to one that people are invited to. */
export const isBooked = (meeting: KnownMeeting | null): meeting is BookedMeeting =>
  meeting?.source === 'booking';

/** @returns null also when the meeting is another tenant's */
export const meetingById = (knex: Knex, tenantId: string, id: string): Promise<KnownMeeting | null> =>
  find(knex, { tenant_id: tenantId, id });

/** @returns null also when the meeting is another tenant's, or one of a room */
export async function meetingByUid(knex: Knex, tenantId: string, uid: string): Promise<BookedMeeting | null> {
  const meeting = await find(knex, { tenant_id: tenantId, ics_uid: uid });
  return isBooked(meeting) ? meeting : null;
}

/** Name, zone and language as they were told, else as a member has set them; every member has a zone, and UTC is none that one set. */
const toldOf = (told: string, member: string): string =>
  `coalesce(${told}.name, ${member}.name), coalesce(${told}.timezone, nullif(${member}.timezone, 'UTC')),
            coalesce(${told}.language, ${member}.language)`;

/**
 * Makes the meeting with the invitations of those who are in it already; the same id again finds the one made before. Their
 * time is taken when it is booked, not before.
 */
export async function createMeeting(knex: Knex, meeting: NewMeeting): Promise<BookedMeeting> {
  const invited = await Promise.all(
    meeting.attendees.map(async ({ email, name, timezone, language, ...part }) => ({
      ...part,
      email,
      name,
      timezone,
      language,
      ...(await ensurePerson(knex, meeting.tenantId, email)),
    })),
  );
  await knex.raw(
    `WITH meeting AS (
       INSERT INTO meetings
         (id, tenant_id, ics_uid, title, description, start_utc, end_utc, policy, proposal_expiry_hours, metadata,
          room_id, reminder_mail_minutes, reminder_alarm_minutes, status, event_type_id, hold_expires_at, held_by,
          booking_link_id, buffer_before_minutes, buffer_after_minutes, seats, change_until_minutes, approval_minutes, location,
          online)
       VALUES (:id, :tenantId, :uid, :title, :description, :start, :end, :policy, :proposalExpiryHours, :metadata, :roomId,
               :mailMinutes, :alarmMinutes, :status, :eventTypeId, :holdExpires, :heldBy, :linkId, :bufferBefore,
               :bufferAfter, :seats, :changeUntil, :approval, :location, :online)
       ON CONFLICT (id) DO NOTHING
       RETURNING *
     )
     INSERT INTO invitations
       (tenant_id, meeting_id, uid, attendee_id, role, required, attendee_email, attendee_name, attendee_timezone,
        attendee_language, principal_id, contact_id)
     SELECT meeting.tenant_id, meeting.id, meeting.ics_uid, invited.id, invited.role, invited.required, invited.email,
            ${toldOf('invited', 'member')}, invited."principalId", invited."contactId"
       FROM meeting, jsonb_to_recordset(CAST(:invited AS jsonb))
              AS invited (id text, role party_role, required boolean, email text, name text, timezone text, language text,
                          "principalId" uuid, "contactId" uuid)
              LEFT JOIN principals member ON member.id = invited."principalId"`,
    {
      id: meeting.id,
      tenantId: meeting.tenantId,
      uid: `${randomUUID()}@${domainOf(meeting.organizerEmail)}`,
      title: meeting.title,
      description: meeting.description,
      start: new Date(meeting.startMs),
      end: new Date(meeting.endMs),
      policy: meeting.policy,
      proposalExpiryHours: meeting.proposalExpiryHours,
      metadata: JSON.stringify(meeting.metadata ?? {}),
      roomId: meeting.roomId ?? null,
      mailMinutes: meeting.reminders?.mailMinutesBefore ?? [],
      alarmMinutes: meeting.reminders?.alarmMinutesBefore ?? [],
      ...bookingValues(meeting.booking),
      invited: JSON.stringify(invited),
    },
  );
  const made = await meetingById(knex, meeting.tenantId, meeting.id);
  if (!isBooked(made)) throw new Error('the id of the meeting is taken');
  return made;
}

const bookingValues = (booking: OfEventType | undefined) => ({
  status: booking ? 'held' : 'open',
  eventTypeId: booking?.eventTypeId ?? null,
  holdExpires: booking ? new Date(booking.holdExpiresMs) : null,
  heldBy: booking?.heldBy ?? null,
  linkId: booking?.linkId ?? null,
  bufferBefore: booking?.bufferBeforeMinutes ?? 0,
  bufferAfter: booking?.bufferAfterMinutes ?? 0,
  seats: booking?.seats ?? 1,
  changeUntil: booking ? booking.changeUntilMinutes : 0,
  approval: booking?.approvalMinutes ?? null,
  location: booking?.location ?? '',
  online: booking?.online ?? true,
});

/** The attendees' addresses, those of removed ones included; for comparing and hiding, never for showing. */
export const attendeesOf = (
  knex: Knex,
  meetingId: string,
): Promise<{ id: AttendeeId; email: string; removed: boolean }[]> =>
  knex('invitations')
    .where({ meeting_id: meetingId })
    .select({ id: 'attendee_id', email: 'attendee_email', removed: knex.raw('removed_at IS NOT NULL') });

/** Writes down who is to be invited; the same id again changes nothing. */
export async function insertInviteRequest(
  knex: Knex,
  request: {
    id: string;
    tenantId: string;
    meetingId: string;
    person: Person;
    /** To the questions of an event type; absent: nothing was asked. */
    answers?: readonly FormAnswer[] | undefined;
  },
): Promise<void> {
  const { email, name, timezone, language } = request.person;
  const { principalId, contactId } = await ensurePerson(knex, request.tenantId, email);
  await knex.raw(
    `INSERT INTO invite_requests
       (id, tenant_id, meeting_id, email, name, timezone, language, principal_id, contact_id, form_answers)
     SELECT CAST(:id AS uuid), CAST(:tenantId AS uuid), CAST(:meetingId AS uuid), :email, ${toldOf('told', 'member')},
            CAST(:principalId AS uuid), CAST(:contactId AS uuid), CAST(:answers AS jsonb)
       FROM (SELECT CAST(:name AS text) AS name, CAST(:timezone AS text) AS timezone, CAST(:language AS text) AS language) told
       LEFT JOIN principals member ON member.id = :principalId
     ON CONFLICT (id) DO NOTHING`,
    {
      ...{ id: request.id, tenantId: request.tenantId, meetingId: request.meetingId },
      ...{ email, name: name ?? null, timezone: timezone ?? null, language: language ?? null },
      ...{ principalId, contactId },
      answers: storableJson(request.answers ?? []),
    },
  );
}
