import type { Knex } from 'knex';
import type { InboundStore } from '../../../activities/inbound/ports.ts';
import type { InboundDecision } from '../../../activities/understanding/decision.ts';
import { inBatches } from '../in-batches.ts';
import { recordDelivery } from '../outgoing-status.ts';
import { auditRows } from '../audit.ts';
import { storableJson } from '../storable.ts';

const LARGEST_INT = 2 ** 31 - 1;
const MOST_RECIPIENTS = 100;
const MOST_TAGS = 3;

interface Decided {
  id: string;
  decision: InboundDecision;
  atMs: number;
}

/**
 * Records decisions once, each with all that has to follow from it: should another process have been faster with the
 * same message, its decision stands. Those that come at the same time are written in one statement.
 */
export function createDecisionWriter(database: Knex): InboundStore['decide'] {
  const together = inBatches<Decided>(async (decided) => {
    await write(database, decided);
    return decided.map(() => undefined);
  });
  return async (id, decision, atMs) => {
    const { delivery } = decision;
    if (delivery === null) return together({ id, decision, atMs });
    await database.transaction(async (trx) => {
      const { tenantId, messageId, event, detail } = delivery;
      const at = new Date(atMs);
      await recordDelivery(trx, tenantId, { messageId, event, detail, at, door: 'mail' });
      await write(trx, [{ id, decision, atMs }]);
    });
  };
}

/** One statement, so that a decision, its trace and what follows from it are written together. */
async function write(database: Knex, decided: readonly Decided[]): Promise<void> {
  await database.raw(
    `WITH entry AS (
       SELECT * FROM jsonb_to_recordset(CAST(:entries AS jsonb)) AS entry (
         id uuid, tenant_id uuid, meeting_id uuid, uid text, method text, sequence int, sender text, attendee text,
         partstat text, attendee_id text, decision text, reason text, evidence jsonb, held jsonb, recipients text[],
         decided_at timestamptz, event_key text, event jsonb)
     ), decided AS (
       UPDATE imip_messages message
          SET tenant_id = entry.tenant_id, meeting_id = entry.meeting_id, uid = entry.uid, method = entry.method,
              sequence = entry.sequence, sender = entry.sender, attendee_email = entry.attendee,
              partstat = entry.partstat, attendee_id = entry.attendee_id, decision = entry.decision, reason = entry.reason,
              evidence = entry.evidence, held = entry.held, decided_at = entry.decided_at,
              addressed_to = (SELECT id FROM tenants WHERE lower(organizer_email) = ANY(entry.recipients)
                               -- The exact mailbox before one that it may be a sub-address of, the longest first.
                               ORDER BY array_position(entry.recipients, lower(organizer_email)), created_at LIMIT 1)
         FROM entry
        WHERE message.id = entry.id AND message.decision IS NULL
       RETURNING entry.*
     ), told AS (
       INSERT INTO outbox (tenant_id, uid, event_key, event)
       SELECT DISTINCT ON (event_key) tenant_id, uid, event_key, event FROM decided
        WHERE event_key IS NOT NULL AND tenant_id IS NOT NULL
       -- Decided again, it is told again: the meeting takes each key once.
       ON CONFLICT (event_key) DO UPDATE SET delivered_at = NULL, gave_up_at = NULL
     )
     ${auditRows({
       from: 'decided',
       uid: 'CASE WHEN meeting_id IS NOT NULL THEN uid END',
       category: 'inbound',
       what: 'decision',
       actor: `coalesce(attendee_id, 'unknown')`,
       door: `'mail'`,
       details: `jsonb_build_object('messageId', id, 'method', method, 'sequence', sequence, 'reason', reason)`,
     })}`,
    { entries: storableJson(decided.map(entryOf)) },
  );
}

const entryOf = ({ id, decision, atMs }: Decided) => ({
  id,
  tenant_id: decision.meeting?.tenantId ?? decision.delivery?.tenantId ?? null,
  meeting_id: decision.meeting?.meetingId ?? null,
  uid: decision.uid,
  method: decision.method,
  sequence: decision.sequence === null ? null : Math.min(decision.sequence, LARGEST_INT),
  sender: decision.sender,
  attendee: decision.attendee,
  partstat: decision.partstat,
  attendee_id: decision.attendeeId,
  decision: decision.understood,
  reason: decision.reason,
  evidence: decision.evidence,
  held: decision.held,
  recipients: mailboxesOf(decision.recipients.slice(0, MOST_RECIPIENTS)),
  decided_at: new Date(atMs),
  event_key: decision.event?.key ?? null,
  event: decision.event,
});

/** The recipients, then the mailboxes that they may be sub-addresses of: `me+host+tag@x` is `me+host@x` before it is `me@x`. */
function mailboxesOf(recipients: readonly string[]): string[] {
  const found = new Set(recipients);
  for (const address of recipients) {
    const at = address.lastIndexOf('@');
    for (
      let plus = address.lastIndexOf('+', at), tags = 0;
      plus > 0 && tags < MOST_TAGS;
      plus = address.lastIndexOf('+', plus - 1), tags += 1
    ) {
      found.add(address.slice(0, plus) + address.slice(at));
    }
  }
  return [...found];
}
