import { createHash, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { InboundDecision, InboundStore, InvitedParties, Understanding } from '../../activities/ports.ts';
import type { MeetingStatus, Role } from '../../domain/meeting/state.ts';
import type { Sealer } from '../secrets/sealing.ts';

/** Messages that came in, in PostgreSQL. */
export function createInboundStore(database: Knex, sealer: Sealer): InboundStore {
  return {
    async receive(message) {
      const { dedupeKey, tenantId } = message;
      const seen = await seenBefore(database, dedupeKey, tenantId);
      if (seen) return seen;
      const id = randomUUID();
      if (await insertMessage(database, sealer, id, message)) return { id, earlier: null };
      return (await seenBefore(database, dedupeKey, tenantId)) ?? { id, earlier: null };
    },

    invitedParties: (uid, tenantId) => invitedParties(database, uid, tenantId),

    decide: (id, decision, atMs) => recordDecision(database, id, decision, atMs),

    async stored(id) {
      const row: { sealed: Buffer; tenantId: string | null; receivedAt: Date } = await database(
        'imip_messages as message',
      )
        .join('raw_messages as raw', 'raw.id', 'message.raw_id')
        .where('message.id', id)
        .first({ sealed: 'raw.sealed', tenantId: 'message.arrived_for', receivedAt: 'message.received_at' });
      return { raw: sealer.open(row.sealed), tenantId: row.tenantId, receivedMs: row.receivedAt.getTime() };
    },

    async undecided(beforeMs) {
      const rows: { id: string }[] = await database('imip_messages')
        .whereNull('decision')
        .where('received_at', '<', new Date(beforeMs))
        .orderBy('received_at')
        .limit(100)
        .select('id');
      return rows.map((row) => row.id);
    },
  };
}

/** @returns false when the same message came through another door in the meantime */
async function insertMessage(
  database: Knex,
  sealer: Sealer,
  id: string,
  message: Parameters<InboundStore['receive']>[0],
): Promise<boolean> {
  const raw = {
    id: randomUUID(),
    sha256: createHash('sha256').update(message.raw).digest(),
    size: message.raw.length,
    sealed: sealer.seal(message.raw),
  };
  const inserted = await database('imip_messages')
    .with('raw', database('raw_messages').insert(raw))
    .insert({
      id,
      arrived_for: message.tenantId,
      dedupe_key: tenantsKey(message.dedupeKey, message.tenantId),
      door: message.door,
      envelope_from: message.envelope.from,
      envelope_to: message.envelope.to,
      raw_id: raw.id,
      received_at: new Date(message.atMs),
    })
    .onConflict('dedupe_key')
    .ignore()
    .returning('id');
  return inserted.length > 0;
}

/** A door that knows its tenant keeps its messages apart: what one tenant hands in says nothing to another. */
const tenantsKey = (dedupeKey: string, tenantId: string | null): string =>
  tenantId === null ? dedupeKey : `${dedupeKey} ${tenantId}`;

/**
 * The message as it came before, through the same door or another: a tenant's own door also finds what was about
 * a meeting of this tenant, and the common door what a tenant handed in about a meeting of its own.
 */
async function seenBefore(
  database: Knex,
  dedupeKey: string,
  tenantId: string | null,
): Promise<{ id: string; earlier: Understanding | null } | null> {
  const row: {
    id: string;
    decision: Understanding['understood'] | null;
    reason: string | null;
    uid: string | null;
  } = await database('imip_messages')
    .where({ dedupe_key: tenantsKey(dedupeKey, tenantId) })
    .orWhere((other) => {
      if (tenantId !== null) return void other.where({ dedupe_key: dedupeKey, tenant_id: tenantId });
      const ofTenants = database('tenants').select(database.raw(`? || ' ' || id`, [dedupeKey]));
      void other.whereIn('dedupe_key', ofTenants).whereNotNull('tenant_id');
    })
    .first('id', 'decision', 'reason', 'uid');
  if (!row) return null;
  return {
    id: row.id,
    earlier: row.decision === null ? null : { understood: row.decision, reason: row.reason, uid: row.uid },
  };
}

async function invitedParties(
  database: Knex,
  uid: string,
  tenantId: string | null,
): Promise<InvitedParties | null> {
  if (uid.includes('\0')) return null;
  const rows: {
    tenantId: string;
    roomId: string;
    status: MeetingStatus;
    role: Role;
    address: string;
    timezone: string | null;
  }[] = await database('practice_rooms as room')
    .join('invitations as invitation', 'invitation.room_id', 'room.id')
    .where('room.ics_uid', uid)
    .modify((query) => {
      if (tenantId !== null) void query.where('room.tenant_id', tenantId);
    })
    .select({
      tenantId: 'room.tenant_id',
      roomId: 'room.id',
      status: 'room.status',
      role: 'invitation.attendee_role',
      address: 'invitation.attendee_key',
      timezone: 'invitation.attendee_timezone',
    });
  const [first] = rows;
  if (!first) return null;
  const of = (role: Role) => rows.find((row) => row.role === role);
  return {
    tenantId: first.tenantId,
    roomId: first.roomId,
    status: first.status,
    addresses: { host: of('host')?.address ?? null, guest: of('guest')?.address ?? null },
    timezones: { host: of('host')?.timezone ?? null, guest: of('guest')?.timezone ?? null },
  };
}

const LARGEST_INT = 2 ** 31 - 1;

/** PostgreSQL stores no NUL; a message with one would fail for ever. */
const storableText = (text: string | null): string | null => text && text.replaceAll('\0', '');

const storable = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? storableText(value) : value;

/** Records a decision once: should another process have been faster with the same message, its decision stands. */
async function recordDecision(
  database: Knex,
  id: string,
  decision: InboundDecision,
  atMs: number,
): Promise<void> {
  const { meeting, event } = decision;
  const method = storableText(decision.method);
  // One statement, so that the decision, its trace and what the meeting has to be told are written together.
  await database.raw(
    `WITH decided AS (
       UPDATE imip_messages
          SET tenant_id = :tenantId, room_id = :roomId, uid = :uid, method = :method, sequence = :sequence,
              attendee_email = :attendee, partstat = :partstat, decision = :understood, reason = :reason,
              decided_at = :decidedAt
        WHERE id = :id AND decision IS NULL
       RETURNING tenant_id, room_id, uid
     ), told AS (
       INSERT INTO outbox (tenant_id, uid, event_key, event)
       SELECT tenant_id, uid, :eventKey, CAST(:event AS jsonb) FROM decided WHERE :hasEvent
       ON CONFLICT (event_key) DO NOTHING
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
      attendee: storableText(decision.attendee),
      partstat: storableText(decision.partstat),
      understood: decision.understood,
      reason: decision.reason,
      decidedAt: new Date(atMs),
      hasEvent: event !== null && meeting !== null,
      eventKey: event?.key ?? null,
      event: event && JSON.stringify(event, storable),
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
