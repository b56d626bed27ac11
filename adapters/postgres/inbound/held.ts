import type { Knex } from 'knex';
import type { PendingEvent } from '../../../activities/inbound/ports.ts';
import type { Answered } from '../../../domain/meeting/events.ts';
import { heldOutcome, type HeldOutcome } from '../../../domain/meeting/held.ts';
import { hideAddresses } from '../../../domain/meeting/privacy.ts';
import type { TimelineWord } from '../../../domain/meeting/timeline-word.ts';
import type { ProposalStatus } from '../../../domain/meeting/proposal.ts';
import type { Instant, TimeRange } from '../../../domain/time/instant.ts';
import { addressesOf } from '../people/person.ts';
import type { SignalEvent } from '../../../workflows/meeting/messages.ts';
import { auditRows } from '../audit.ts';

/** For how long an address is one of the attendee's: for this one answer, for the meeting, or for later ones, too. */
export type Remembering = 'no' | 'meeting' | 'always';

/** An answer that waited, or still waits, for its attendee's word. It has no field for another attendee's address. */
export interface HeldView {
  says: Answered['partstat'] | 'COUNTER';
  /** The time that a COUNTER asks for. */
  time: TimeRange | null;
  /** What a COUNTER says to it, without addresses. */
  note: string;
  /** SEQUENCE of the invitation that it is about; null: of the newest. */
  sequence: number | null;
  receivedMs: Instant;
  /** What the attendee said of it. */
  settled: 'confirmed' | 'denied' | null;
  /** What the meeting made of it, once it was confirmed; null: nothing yet. */
  became: HeldOutcome | null;
  /** Where it came from; null when that is another attendee's address, or unknown. */
  sender: string | null;
  /** It came from an address that could be remembered as the attendee's. */
  strangeSender: boolean;
  /** For how long it is remembered. */
  remembered: Remembering;
}

const LONGEST_SENDER = 100;
const LONGEST_NOTE = 500;
const CONFIRMED = 'confirmed-by-link';
const DENIED = 'denied-by-link';

/** The answer that a link asks about; null when the link asks about none. */
export async function heldAnswer(knex: Knex, linkId: string): Promise<HeldView | null> {
  const { rows } = await knex.raw<{ rows: HeldRow[] }>(
    `SELECT message.held, message.reason, message.received_at AS "receivedAt",
            CASE WHEN ${IS_NOT_THE_OTHERS} THEN message.sender END AS sender, ${LEARNABLE} AS "strangeSender",
            (SELECT bool_or(learned.meeting_id IS NULL) FROM learned_addresses learned
              WHERE learned.person_id = invitation.person_id
                AND learned.address_key = message.sender AND learned.learned_from = 'link'
                AND (learned.meeting_id IS NULL OR learned.meeting_id = message.meeting_id)) AS "forAll",
            (SELECT array_agg(line.what)
               FROM meeting_changes change JOIN audit_log line ON line.meeting_id = change.meeting_id
                AND line.category = 'timeline' AND line.at = change.decided_at
              WHERE change.meeting_id = message.meeting_id AND change.event_key = message.held->>'key') AS story,
            (SELECT status FROM pending_proposals proposal
              WHERE proposal.meeting_id = message.meeting_id
                AND proposal.id::text = message.held->>'proposalId') AS "proposalStatus"
       FROM magic_links link JOIN imip_messages message ON message.id = link.inbound_message_id
       JOIN invitations invitation ON invitation.meeting_id = link.meeting_id AND invitation.attendee_id = link.attendee_id
      WHERE link.id = :linkId AND message.held IS NOT NULL`,
    { linkId },
  );
  const [row] = rows;
  if (!row) return null;
  const { held, reason, sender, forAll } = row;
  const time = held.type === 'proposed' ? { startMs: held.startMs, endMs: held.endMs } : null;
  return {
    says: held.type === 'answered' ? held.partstat : 'COUNTER',
    time,
    note: held.type === 'proposed' ? hideAddresses(held.note).slice(0, LONGEST_NOTE).trim() : '',
    sequence: 'sequence' in held ? held.sequence : null,
    receivedMs: row.receivedAt.getTime(),
    settled: reason === CONFIRMED ? 'confirmed' : reason === DENIED ? 'denied' : null,
    became: row.story && heldOutcome(row.story, row.proposalStatus),
    sender: sender?.slice(0, LONGEST_SENDER) ?? null,
    strangeSender: row.strangeSender,
    remembered: forAll === null ? 'no' : forAll ? 'always' : 'meeting',
  };
}

interface HeldRow {
  held: SignalEvent;
  reason: string | null;
  receivedAt: Date;
  sender: string | null;
  strangeSender: boolean;
  forAll: boolean | null;
  story: TimelineWord[] | null;
  proposalStatus: ProposalStatus | null;
}

const TAGLESS = (address: string) => `regexp_replace(${address}, '[+][^@]*@', '@')`;

/** Nobody sees or learns an address of another attendee, whoever wrote in whose name. */
const IS_NOT_THE_OTHERS = `(message.sender IS NOT NULL AND NOT EXISTS (
  SELECT FROM invitations other
   WHERE other.meeting_id = message.meeting_id AND other.attendee_id <> message.attendee_id
     AND (${TAGLESS('other.attendee_key')} = ${TAGLESS('message.sender')}
          OR EXISTS (SELECT FROM ${addressesOf('other')} known WHERE known.address_key = message.sender))))`;

const LEARNABLE = `(message.sender LIKE '%_@_%' AND message.evidence->>'sender' = 'other' AND ${IS_NOT_THE_OTHERS})`;

/**
 * Spends the link and lets the answer count, or not: the message's decision, what the meeting is told and, when
 * wanted, the sender's address as one of the attendee's are written together.
 *
 * @returns the event that waits in the outbox, or null when it is denied; `spent` is false when the link was spent before
 */
export async function settleHeld(
  knex: Knex,
  settling: { linkId: string; confirmed: boolean; remember: Remembering; nowMs: Instant },
): Promise<{ spent: boolean; pending: PendingEvent | null }> {
  const { confirmed, remember, linkId } = settling;
  const { rows } = await knex.raw<{ rows: { uid: string; event: SignalEvent }[] }>(
    `WITH spent AS (
       UPDATE magic_links SET used_at = :now WHERE id = :linkId AND purpose = 'confirm' AND used_at IS NULL
       RETURNING inbound_message_id
     ), message AS (
       UPDATE imip_messages message
          SET decision = CASE WHEN NOT :confirmed THEN 'refused'
                              WHEN message.held->>'type' = 'proposed' THEN 'counter' ELSE 'reply' END,
              reason = :reason, decided_at = :now
         FROM spent WHERE message.id = spent.inbound_message_id AND message.held IS NOT NULL
       RETURNING message.*
     ), told AS (
       INSERT INTO outbox (tenant_id, uid, event_key, event)
       SELECT tenant_id, uid, held->>'key', held FROM message WHERE :confirmed
       ON CONFLICT (event_key) DO NOTHING
     ), learned AS (
       INSERT INTO learned_addresses (tenant_id, principal_id, contact_id, address_key, learned_from, meeting_id)
       SELECT message.tenant_id, principal_id, contact_id, sender, 'link',
              CASE WHEN CAST(:remember AS text) <> 'always' THEN message.meeting_id END
         FROM message JOIN invitations invitation
           ON invitation.meeting_id = message.meeting_id AND invitation.attendee_id = message.attendee_id
        WHERE :confirmed AND CAST(:remember AS text) <> 'no' AND ${LEARNABLE}
       ON CONFLICT DO NOTHING
     ), traced AS (
       ${auditRows({
         from: 'message',
         category: 'inbound',
         what: 'decision',
         actor: 'attendee_id',
         door: `'link'`,
         details: `jsonb_build_object('messageId', id, 'reason', reason)`,
       })}
     )
     SELECT uid, held AS event FROM message`,
    { linkId, confirmed, remember, reason: confirmed ? CONFIRMED : DENIED, now: new Date(settling.nowMs) },
  );
  const [row] = rows;
  return { spent: row !== undefined, pending: confirmed ? (row ?? null) : null };
}

/** Forgets what was learned by a link: the address is not the attendee's any more, neither for the meeting nor for later ones. */
export async function forgetLearned(knex: Knex, linkId: string): Promise<void> {
  await knex.raw(
    `WITH forgotten AS (
       DELETE FROM learned_addresses learned USING magic_links link, imip_messages message, invitations invitation
        WHERE link.id = :linkId AND link.purpose = 'confirm' AND message.id = link.inbound_message_id
          AND invitation.meeting_id = link.meeting_id AND invitation.attendee_id = link.attendee_id
          AND learned.person_id = invitation.person_id
          AND learned.address_key = message.sender AND learned.learned_from = 'link'
          AND (learned.meeting_id IS NULL OR learned.meeting_id = message.meeting_id)
       RETURNING message.tenant_id, message.meeting_id, message.uid, message.attendee_id, message.id
     )
     ${auditRows({
       from: '(SELECT DISTINCT * FROM forgotten) AS once',
       category: 'inbound',
       what: `'alias-forgotten'`,
       actor: 'attendee_id',
       door: `'link'`,
       details: `jsonb_build_object('messageId', id)`,
     })}`,
    { linkId },
  );
}
