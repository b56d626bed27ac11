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

/** The meeting's row, locked, with what messages about it need. */
export interface CommitContext {
  roomId: string;
  tenantId: string;
  uid: string;
  revision: number;
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

/**
 * Locks the meeting's row for the rest of the transaction: commits of one meeting happen one after the other.
 * Whatever only refers to the row (answers that arrive, messages that were sent) is written meanwhile.
 */
export async function lockMeeting(trx: Knex.Transaction, roomId: string): Promise<CommitContext | null> {
  const row: CommitContext | undefined = await trx('practice_rooms as room')
    .join('tenants as tenant', 'tenant.id', 'room.tenant_id')
    .where('room.id', roomId)
    .forNoKeyUpdate('room')
    .first({
      roomId: 'room.id',
      tenantId: 'room.tenant_id',
      uid: 'room.ics_uid',
      revision: 'room.revision',
      status: 'room.status',
      title: 'room.title',
      description: 'room.description',
      policy: 'room.policy',
      organizerEmail: 'tenant.organizer_email',
      organizerName: 'tenant.organizer_name',
      productName: 'tenant.product_name',
      unguessableOrganizer: 'tenant.unguessable_organizer',
      language: 'tenant.language',
    });
  return row ?? null;
}

export async function partiesOf(trx: Knex.Transaction, roomId: string): Promise<Map<Role, Party>> {
  const rows: Party[] = await trx('invitations').where('room_id', roomId).select({
    role: 'attendee_role',
    email: 'attendee_email',
    name: 'attendee_name',
    timezone: 'attendee_timezone',
    organizerTagHash: 'organizer_tag_hash',
    language: 'attendee_language',
  });
  return new Map(rows.map((party) => [party.role, party]));
}
