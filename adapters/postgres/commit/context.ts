import type { Knex } from 'knex';
import { addressesOf } from '../people/person.ts';
import { roleOf, type AttendeeId, type Role } from '../../../domain/meeting/attendee-id.ts';
import type { FormAnswer } from '../../../domain/booking/answers.ts';
import type { Invited } from '../../../domain/meeting/decision.ts';
import type { DeclinePolicy, MeetingStatus } from '../../../domain/meeting/state.ts';

/** An attendee as the database knows them; never leaves the adapters as a whole. */
export interface KnownAttendee {
  id: AttendeeId;
  role: Role;
  required: boolean;
  email: string;
  /** All of the person's, also those that were learned for this meeting: for hiding them in texts. */
  addresses: string[];
  name: string | null;
  timezone: string | null;
  /** Of the ORGANIZER's address of this invitation's own; null: it has the organizer's mailbox. */
  organizerTagHash: Buffer | null;
  /** BCP 47; null: nobody told. */
  language: string | null;
  /** What they answered to the questions of its event type; for hosts alone. */
  formAnswers: readonly FormAnswer[];
  /** Is not in the meeting any more. */
  removed: boolean;
}

/** A meeting whose row this transaction holds, with what messages about it need. */
export interface CommitContext {
  meetingId: string;
  tenantId: string;
  uid: string;
  status: MeetingStatus;
  title: string;
  description: string;
  policy: DeclinePolicy;
  /** Null: it takes place in no room of ours. */
  roomId: string | null;
  /** Null: it was made for people who are known already. */
  eventTypeId: string | null;
  /** Where it is, in words; empty: nobody said. */
  location: string;
  /** It has a video room. */
  online: boolean;
  /** Guests in it; more than one know nothing of each other. */
  seats: number;
  organizerEmail: string;
  organizerName: string;
  productName: string;
  unguessableOrganizer: boolean;
  /** Of people who told none (BCP 47); null: the installation's. */
  language: string | null;
}

/** Of `meeting` and `tenant`, as a CommitContext. */
const CONTEXT_COLUMNS = `
  meeting.id AS "meetingId", meeting.tenant_id AS "tenantId", meeting.ics_uid AS uid, meeting.status, meeting.title, meeting.description,
  meeting.policy, meeting.room_id AS "roomId", meeting.event_type_id AS "eventTypeId", meeting.seats, meeting.location,
  meeting.online,
  tenant.organizer_email AS "organizerEmail", tenant.organizer_name AS "organizerName",
  tenant.product_name AS "productName", tenant.unguessable_organizer AS "unguessableOrganizer", tenant.language`;

/** A meeting as a change finds it. */
export interface ChangeContext extends CommitContext {
  revision: number;
  /** Those who were removed included. */
  attendees: Map<AttendeeId, KnownAttendee>;
}

export interface ContextOptions {
  /** Who is invited with the change is there, too. */
  invited?: readonly Invited[];
  /**
   * Locks the meeting's row for the rest of the transaction: changes of one meeting happen one after the other.
   * Whatever only refers to the row (answers that arrive, messages that were sent) is written meanwhile.
   */
  lock?: boolean;
}

/** @returns null when the meeting is not in this database */
export async function readContext(
  knex: Knex,
  meetingId: string,
  { invited = [], lock = false }: ContextOptions = {},
): Promise<ChangeContext | null> {
  const { rows } = await knex.raw<{ rows: ContextRow[] }>(
    `SELECT ${CONTEXT_COLUMNS}, meeting.revision, attendee.*
       FROM meetings meeting
       JOIN tenants tenant ON tenant.id = meeting.tenant_id
       LEFT JOIN LATERAL (
         SELECT attendee_id AS id, role, required, attendee_email AS email, attendee_name AS name, attendee_timezone AS timezone,
                organizer_tag_hash AS "organizerTagHash", attendee_language AS spoken, removed_at IS NOT NULL AS removed,
                form_answers AS "formAnswers",
                ARRAY(SELECT address_key FROM ${addressesOf('invitation')} known) AS addresses
           FROM invitations invitation WHERE meeting_id = meeting.id
         UNION ALL
         SELECT invited.id, invited.role, invited.required, request.email, request.name, request.timezone, NULL, request.language, false,
                request.form_answers,
                ARRAY(SELECT address_key FROM ${addressesOf('request')} known)
           FROM jsonb_to_recordset(CAST(:invited AS jsonb)) AS invited (id text, role party_role, required boolean, "requestId" uuid)
           JOIN (SELECT *, coalesce(principal_id, contact_id) AS person_id FROM invite_requests) request ON request.id = invited."requestId" AND request.meeting_id = meeting.id
       ) attendee ON true
      WHERE meeting.id = :meetingId
      ORDER BY attendee.role, length(attendee.id), attendee.id
      ${lock ? 'FOR NO KEY UPDATE OF meeting' : ''}`,
    { meetingId, invited: JSON.stringify(invited.map((each) => ({ ...each, role: roleOf(each.id) }))) },
  );
  const [first] = rows;
  if (!first) return null;
  const {
    id: _id,
    role: _role,
    required: _required,
    email: _email,
    name: _name,
    timezone: _timezone,
    addresses: _addresses,
    ...others
  } = first;
  const {
    organizerTagHash: _hash,
    spoken: _spoken,
    removed: _removed,
    formAnswers: _answers,
    ...meeting
  } = others;
  return { ...meeting, attendees: new Map(rows.flatMap(attendeeIn)) };
}

/** A row for each attendee; the meeting is the same in all. */
type ContextRow = CommitContext & { revision: number } & (
    AttendeeRow | { [Column in keyof AttendeeRow]: null }
  );

type AttendeeRow = Omit<KnownAttendee, 'language'> & { spoken: string | null };

function attendeeIn(row: ContextRow): [AttendeeId, KnownAttendee][] {
  if (row.id === null) return [];
  const { spoken: language, id, role, required, email, addresses, name, timezone } = row;
  const { organizerTagHash, removed, formAnswers } = row;
  const who = { id, role, required, email, addresses, name, timezone };
  return [[id, { ...who, organizerTagHash, language, removed, formAnswers }]];
}
