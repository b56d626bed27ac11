import type { Knex } from 'knex';
import { withoutSubAddress } from '../../../activities/understanding/authenticity.ts';
import type { InboundDecision } from '../../../activities/understanding/decision.ts';
import { recordDelivery } from '../outgoing-status.ts';

const LARGEST_INT = 2 ** 31 - 1;
const MOST_RECIPIENTS = 100;

/** PostgreSQL stores no NUL; a message with one would fail for ever. */
const storableText = (text: string | null): string | null => text && text.replaceAll('\0', '');

const storable = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? storableText(value) : value;

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value, storable));

/**
 * Records a decision once, with all that has to follow from it: should another process have been faster with the
 * same message, its decision stands.
 */
export async function recordDecision(
  database: Knex,
  id: string,
  decision: InboundDecision,
  atMs: number,
): Promise<void> {
  const { delivery, meeting } = decision;
  if (delivery === null || meeting === null) return write(database, id, decision, atMs);
  await database.transaction(async (trx) => {
    const { messageId, event, detail } = delivery;
    await recordDelivery(trx, meeting.tenantId, { messageId, event, detail, at: new Date(atMs) });
    await write(trx, id, decision, atMs);
  });
}

async function write(database: Knex, id: string, decision: InboundDecision, atMs: number): Promise<void> {
  const { meeting, event } = decision;
  const method = storableText(decision.method);
  // One statement, so that the decision, its trace and what follows from it are written together.
  await database.raw(
    `WITH decided AS (
       UPDATE imip_messages
          SET tenant_id = :tenantId, room_id = :roomId, uid = :uid, method = :method, sequence = :sequence,
              sender = :sender, attendee_email = :attendee, partstat = :partstat, role = :role,
              decision = :understood, reason = :reason, evidence = CAST(:evidence AS jsonb),
              held = CAST(:held AS jsonb), decided_at = :decidedAt,
              addressed_to = (SELECT id FROM tenants WHERE lower(organizer_email) = ANY(:recipients)
                               ORDER BY created_at LIMIT 1)
        WHERE id = :id AND decision IS NULL
       RETURNING tenant_id, room_id, uid
     ), told AS (
       INSERT INTO outbox (tenant_id, uid, event_key, event)
       SELECT tenant_id, uid, :eventKey, CAST(:event AS jsonb) FROM decided WHERE :hasEvent
       -- Decided again, it is told again: the meeting takes each key once.
       ON CONFLICT (event_key) DO UPDATE SET delivered_at = NULL, gave_up_at = NULL
     )
     INSERT INTO audit_log (tenant_id, room_id, uid, category, what, actor, door, details)
     SELECT tenant_id, room_id, CASE WHEN room_id IS NOT NULL THEN uid END, 'inbound', :understood, :actor, 'mail',
            CAST(:details AS jsonb)
       FROM decided`,
    {
      id,
      tenantId: meeting?.tenantId ?? null,
      roomId: meeting?.roomId ?? null,
      uid: storableText(decision.uid),
      method,
      sequence: decision.sequence === null ? null : Math.min(decision.sequence, LARGEST_INT),
      sender: storableText(decision.sender),
      attendee: storableText(decision.attendee),
      partstat: storableText(decision.partstat),
      role: decision.role,
      understood: decision.understood,
      reason: decision.reason,
      evidence: json(decision.evidence),
      held: json(decision.held),
      recipients: decision.recipients
        .slice(0, MOST_RECIPIENTS)
        .map((address) => withoutSubAddress(address.replaceAll('\0', ''))),
      decidedAt: new Date(atMs),
      hasEvent: event !== null && meeting !== null,
      eventKey: event?.key ?? null,
      event: json(event),
      actor: decision.role ?? 'unknown',
      details: JSON.stringify({
        messageId: id,
        method,
        sequence: decision.sequence,
        reason: decision.reason,
      }),
    },
  );
}
