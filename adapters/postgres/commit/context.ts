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
  roomId: string;
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

/** Of `room` and `tenant`, as a CommitContext. */
export const CONTEXT_COLUMNS = `
  room.id AS "roomId", room.tenant_id AS "tenantId", room.ics_uid AS uid, room.status, room.title, room.description,
  room.policy, tenant.organizer_email AS "organizerEmail", tenant.organizer_name AS "organizerName",
  tenant.product_name AS "productName", tenant.unguessable_organizer AS "unguessableOrganizer", tenant.language`;

/**
 * Locks the meeting's row for the rest of the transaction: changes of one meeting happen one after the other.
 * Whatever only refers to the row (answers that arrive, messages that were sent) is written meanwhile.
 */
export async function lockMeeting(
  trx: Knex.Transaction,
  roomId: string,
): Promise<(CommitContext & { revision: number }) | null> {
  const { rows } = await trx.raw<{ rows: (CommitContext & { revision: number })[] }>(
    `SELECT ${CONTEXT_COLUMNS}, room.revision
       FROM practice_rooms room JOIN tenants tenant ON tenant.id = room.tenant_id
      WHERE room.id = :roomId
        FOR NO KEY UPDATE OF room`,
    { roomId },
  );
  return rows[0] ?? null;
}

export async function partiesOf(knex: Knex, roomId: string): Promise<Map<Role, Party>> {
  const rows: Party[] = await knex('invitations').where('room_id', roomId).select({
    role: 'attendee_role',
    email: 'attendee_email',
    name: 'attendee_name',
    timezone: 'attendee_timezone',
    organizerTagHash: 'organizer_tag_hash',
    language: 'attendee_language',
  });
  return new Map(rows.map((party) => [party.role, party]));
}
