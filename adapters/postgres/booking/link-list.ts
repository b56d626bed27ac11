import type { Knex } from 'knex';
import { hashToken } from '../../secrets/token.ts';
import { SPENT } from './links.ts';

/** A way to an event type, without the token that opens it. */
export interface BookingLink {
  id: string;
  label: string;
  /** It is spent by the first meeting that is booked with it. */
  singleUse: boolean;
  expiresAt: Date | null;
  /** By a meeting that is not cancelled. */
  used: boolean;
  revokedAt: Date | null;
  createdAt: Date;
}

export interface NewBookingLink {
  id: string;
  tenantId: string;
  eventTypeId: string;
  label: string;
  singleUse: boolean;
  expiresAt: Date | null;
}

const COLUMNS = `
  link.id, link.label, link.single_use AS "singleUse", link.expires_at AS "expiresAt", ${SPENT} AS used,
  link.revoked_at AS "revokedAt", link.created_at AS "createdAt"`;

/**
 * Writes a link. The same id again, whose answer was lost, gets the new token: nobody knows the one that it had.
 *
 * @returns null when the id is another event type's
 */
export async function insertBookingLink(
  trx: Knex.Transaction,
  { id, tenantId, eventTypeId, label, singleUse, expiresAt }: NewBookingLink,
  token: string,
): Promise<BookingLink | null> {
  const { rows } = await trx.raw<{ rows: BookingLink[] }>(
    `INSERT INTO booking_links AS link (id, tenant_id, event_type_id, token_hash, label, single_use, expires_at)
     VALUES (:id, :tenantId, :eventTypeId, :hash, :label, :singleUse, :expiresAt)
     ON CONFLICT (id) DO UPDATE SET token_hash = :hash
       WHERE link.event_type_id = :eventTypeId
     RETURNING ${COLUMNS}`,
    { id, tenantId, eventTypeId, hash: hashToken(token), label, singleUse, expiresAt },
  );
  return rows[0] ?? null;
}

/** Those of an event type, in the order in which they were made. */
export async function bookingLinksOf(
  knex: Knex,
  eventTypeId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<BookingLink[]> {
  const { rows } = await knex.raw<{ rows: BookingLink[] }>(
    `SELECT ${COLUMNS} FROM booking_links link
      WHERE event_type_id = :eventTypeId
        AND (CAST(:after AS uuid) IS NULL
             OR (created_at, id) > (SELECT created_at, id FROM booking_links
                                     WHERE event_type_id = :eventTypeId AND id = :after))
      ORDER BY created_at, id
      LIMIT :limit`,
    { eventTypeId, after: after ?? null, limit },
  );
  return rows;
}

/** It opens nothing any more; what was booked with it stays. @returns false when the event type has no such link */
export async function revokeBookingLink(
  knex: Knex,
  { id, eventTypeId }: { id: string; eventTypeId: string },
): Promise<boolean> {
  const revoked = await knex('booking_links')
    .where({ id, event_type_id: eventTypeId })
    .update({ revoked_at: knex.raw('coalesce(revoked_at, now())') });
  return revoked > 0;
}
