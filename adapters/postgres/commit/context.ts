import type { Knex } from 'knex';
import type { DeclinePolicy, MeetingStatus, Role } from '../../../domain/meeting/state.ts';

/** A party as the database knows it; never leaves the adapters as a whole. */
export interface Party {
  role: Role;
  email: string;
  name: string | null;
  timezone: string | null;
  /** Of the ORGANIZER's address of this invitation's own; null: it has the organizer's mailbox. */
  organizerTagHash: Buffer | null;
  /** BCP 47; null: nobody told. */
  language: string | null;
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
  meeting.policy, tenant.organizer_email AS "organizerEmail", tenant.organizer_name AS "organizerName",
  tenant.product_name AS "productName", tenant.unguessable_organizer AS "unguessableOrganizer", tenant.language`;

/** A meeting as a change finds it. */
export interface ChangeContext extends CommitContext {
  revision: number;
  parties: Map<Role, Party>;
}

export interface ContextOptions {
  /** Of a booking request: its guest, who is not invited yet, is a party, too. */
  requestId?: string | null;
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
  { requestId = null, lock = false }: ContextOptions = {},
): Promise<ChangeContext | null> {
  const { rows } = await knex.raw<{ rows: ContextRow[] }>(
    `SELECT ${CONTEXT_COLUMNS}, meeting.revision, party.*
       FROM meetings meeting
       JOIN tenants tenant ON tenant.id = meeting.tenant_id
       LEFT JOIN LATERAL (
         SELECT attendee_role AS role, attendee_email AS email, attendee_name AS name, attendee_timezone AS timezone,
                organizer_tag_hash AS "organizerTagHash", attendee_language AS spoken
           FROM invitations WHERE meeting_id = meeting.id
         UNION ALL
         SELECT 'guest', guest_email, guest_name, guest_timezone, NULL, guest_language
           FROM booking_requests WHERE id = CAST(:requestId AS uuid) AND meeting_id = meeting.id
       ) party ON true
      WHERE meeting.id = :meetingId
      ${lock ? 'FOR NO KEY UPDATE OF meeting' : ''}`,
    { meetingId, requestId },
  );
  const [first] = rows;
  if (!first) return null;
  const { role: _role, email: _email, name: _name, timezone: _timezone, ...others } = first;
  const { organizerTagHash: _hash, spoken: _spoken, ...meeting } = others;
  return { ...meeting, parties: new Map(rows.flatMap(partyIn)) };
}

/** A row for each party; the meeting is the same in all. */
type ContextRow = CommitContext & { revision: number } & (PartyRow | { [Column in keyof PartyRow]: null });

type PartyRow = Omit<Party, 'language'> & { spoken: string | null };

function partyIn({ role, email, name, timezone, organizerTagHash, spoken }: ContextRow): [Role, Party][] {
  if (role === null) return [];
  return [[role, { role, email, name, timezone, organizerTagHash, language: spoken }]];
}
