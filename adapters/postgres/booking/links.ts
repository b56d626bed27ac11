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

/**
 * The link of a token that leads to an event type now, but for being spent.
 *
 * @param by the meeting that may have spent it: its own booking is asked for again
 * @returns null when it leads nowhere
 */
export async function openBookingLink(
  knex: Knex,
  { eventTypeId, token, by }: { eventTypeId: string; token: string; by?: string | undefined },
  nowMs: Instant,
): Promise<(OpenLink & { isSpent: boolean }) | null> {
  if (!looksLikeToken(token)) return null;
  const { rows } = await knex.raw<{ rows: (OpenLink & { isSpent: boolean })[] }>(
    `SELECT link.id, link.single_use AS "singleUse",
            ${SPENT} AND link.used_by IS DISTINCT FROM CAST(:by AS uuid) AS "isSpent"
       FROM booking_links link
      WHERE token_hash = :hash AND event_type_id = :eventTypeId AND revoked_at IS NULL
        AND (expires_at IS NULL OR expires_at > :now)`,
    { hash: hashToken(token), eventTypeId, by: by ?? null, now: new Date(nowMs) },
  );
  return rows[0] ?? null;
}

/** The link of a single use that a hold was made with; null: none. */
export async function singleUseLinkOf(trx: Knex.Transaction, meetingId: string): Promise<string | null> {
  const { rows } = await trx.raw<{ rows: { id: string }[] }>(
    `SELECT link.id FROM meetings JOIN booking_links link ON link.id = meetings.booking_link_id
      WHERE meetings.id = :meetingId AND link.single_use`,
    { meetingId },
  );
  return rows[0]?.id ?? null;
}

/**
 * Spends a link of a single use, in a transaction that has locked its event type. The same meeting may do so again.
 *
 * @returns false when another meeting was faster
 */
export async function spendBookingLink(
  trx: Knex.Transaction,
  id: string,
  meetingId: string,
): Promise<boolean> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `UPDATE booking_links link SET used_by = :meetingId
      WHERE id = :id AND (link.used_by = :meetingId OR NOT (${SPENT})) RETURNING id`,
    { id, meetingId },
  );
  return rows.length > 0;
}
