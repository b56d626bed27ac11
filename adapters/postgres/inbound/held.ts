import type { Knex } from 'knex';
import type { PendingEvent } from '../../../activities/inbound-ports.ts';
import type { Answered } from '../../../domain/meeting/events.ts';
import type { Instant, TimeRange } from '../../../domain/meeting/state.ts';
import type { SignalEvent } from '../../../workflows/meeting/messages.ts';

/** An answer that waited, or still waits, for its party's word. It has no field for anybody's address. */
export interface HeldView {
  says: Answered['partstat'] | 'COUNTER';
  /** The time that a COUNTER asks for. */
  time: TimeRange | null;
  receivedMs: Instant;
  /** What the party said of it. */
  settled: 'confirmed' | 'denied' | null;
  /** It came from an address that could be remembered as the party's. */
  strangeSender: boolean;
}

const CONFIRMED = 'confirmed-by-link';
const DENIED = 'denied-by-link';

/** The answer that a link asks about; null when the link asks about none. */
export async function heldAnswer(knex: Knex, linkId: string): Promise<HeldView | null> {
  const row: HeldRow | undefined = await knex('magic_links as link')
    .join('imip_messages as message', 'message.id', 'link.inbound_message_id')
    .where('link.id', linkId)
    .whereNotNull('message.held')
    .first({
      held: 'message.held',
      reason: 'message.reason',
      receivedAt: 'message.received_at',
      strangeSender: knex.raw(`${LEARNABLE}`),
    });
  if (!row) return null;
  const { held, reason } = row;
  const time = held.type === 'proposed' ? { startMs: held.startMs, endMs: held.endMs } : null;
  return {
    says: held.type === 'answered' ? held.partstat : 'COUNTER',
    time,
    receivedMs: row.receivedAt.getTime(),
    settled: reason === CONFIRMED ? 'confirmed' : reason === DENIED ? 'denied' : null,
    strangeSender: row.strangeSender,
  };
}

interface HeldRow {
  held: SignalEvent;
  reason: string | null;
  receivedAt: Date;
  strangeSender: boolean;
}

/** Never the address of anybody who is invited to the same meeting. */
const LEARNABLE = `(
  message.sender IS NOT NULL AND message.sender LIKE '%_@_%' AND message.evidence->>'sender' = 'other'
  AND NOT EXISTS (SELECT 1 FROM invitations WHERE room_id = message.room_id AND attendee_key = message.sender))`;

/**
 * Spends the link and lets the answer count, or not: the message's decision, what the meeting is told and, when
 * wanted, the sender's address as one of the attendee's are written together.
 *
 * @returns the event that waits in the outbox, or null when it is denied; `spent` is false when the link was spent before
 */
export async function settleHeld(
  knex: Knex,
  settling: { linkId: string; confirmed: boolean; remember: boolean; nowMs: Instant },
): Promise<{ spent: boolean; pending: PendingEvent | null }> {
  const { confirmed, remember, linkId } = settling;
  const { rows } = await knex.raw<{ rows: { uid: string; event: SignalEvent }[] }>(
    `WITH spent AS (
       UPDATE magic_links SET used_at = :now WHERE id = :linkId AND purpose = 'confirm' AND used_at IS NULL
       RETURNING inbound_message_id, lower(actor_email) AS attendee
     ), message AS (
       UPDATE imip_messages message
          SET decision = CASE WHEN NOT :confirmed THEN 'refused'
                              WHEN message.held->>'type' = 'proposed' THEN 'counter' ELSE 'reply' END,
              reason = :reason, decided_at = :now
         FROM spent WHERE message.id = spent.inbound_message_id AND message.held IS NOT NULL
       RETURNING message.*, spent.attendee
     ), told AS (
       INSERT INTO outbox (tenant_id, uid, event_key, event)
       SELECT tenant_id, uid, held->>'key', held FROM message WHERE :confirmed
       ON CONFLICT (event_key) DO NOTHING
     ), learned AS (
       INSERT INTO attendee_aliases (tenant_id, attendee_key, alias_key, learned_from)
       SELECT tenant_id, attendee, sender, 'link' FROM message WHERE :confirmed AND :remember AND ${LEARNABLE}
       ON CONFLICT DO NOTHING
     ), traced AS (
       INSERT INTO audit_log (tenant_id, room_id, uid, category, what, actor, door, details)
       SELECT tenant_id, room_id, uid, 'inbound', decision, role::text, 'link',
              jsonb_build_object('messageId', id, 'reason', reason)
         FROM message
     )
     SELECT uid, held AS event FROM message`,
    { linkId, confirmed, remember, reason: confirmed ? CONFIRMED : DENIED, now: new Date(settling.nowMs) },
  );
  const [row] = rows;
  return { spent: row !== undefined, pending: confirmed ? (row ?? null) : null };
}
