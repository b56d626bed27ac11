import type { Knex } from 'knex';
import type { Instant } from '../../../domain/time/instant.ts';
import { hashToken, looksLikeToken } from '../../secrets/token.ts';

/** A way to an event type that is not public. */
export interface OpenLink {
  id: string;
  singleUse: boolean;
}

/** A meeting that was booked by a link of a single use spends it, unless it is cancelled. */
export const SPENT = `link.single_use AND EXISTS (
  SELECT FROM meetings WHERE meetings.id = link.used_by AND meetings.status <> 'cancelled')`;

/** The link of a token that leads to an event type now. @returns null when it does not, or is spent */
export async function openBookingLink(
  knex: Knex,
  eventTypeId: string,
  token: string,
  nowMs: Instant,
): Promise<OpenLink | null> {
  if (!looksLikeToken(token)) return null;
  const { rows } = await knex.raw<{ rows: OpenLink[] }>(
    `SELECT link.id, link.single_use AS "singleUse"
       FROM booking_links link
      WHERE token_hash = :hash AND event_type_id = :eventTypeId AND revoked_at IS NULL
        AND (expires_at IS NULL OR expires_at > :now) AND NOT (${SPENT})`,
    { hash: hashToken(token), eventTypeId, now: new Date(nowMs) },
  );
  return rows[0] ?? null;
}

/** Spends a link of a single use, in the transaction that takes the slot. @returns false when somebody was faster */
export async function spendBookingLink(
  trx: Knex.Transaction,
  id: string,
  meetingId: string,
): Promise<boolean> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `UPDATE booking_links link SET used_by = :meetingId WHERE id = :id AND NOT (${SPENT}) RETURNING id`,
    { id, meetingId },
  );
  return rows.length > 0;
}
