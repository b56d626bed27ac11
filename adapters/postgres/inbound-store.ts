import { createHash, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { InboundDecision, InboundStore, InvitedParties, Understanding } from '../../activities/ports.ts';
import type { MeetingStatus, Role } from '../../domain/meeting/state.ts';
import type { Sealer } from '../secrets/sealing.ts';

/** Messages that came in, in PostgreSQL. */
export function createInboundStore(database: Knex, sealer: Sealer): InboundStore {
  return {
    receive: (message) =>
      database.transaction(async (trx) => {
        const { tenantId } = message;
        const seen = await seenBefore(trx, message.dedupeKey, tenantId);
        if (seen) return seen;
        const id = randomUUID();
        const rawId = randomUUID();
        await trx('raw_messages').insert({
          id: rawId,
          sha256: createHash('sha256').update(message.raw).digest(),
          size: message.raw.length,
          sealed: sealer.seal(message.raw),
        });
        const inserted = await trx('imip_messages')
          .insert({
            id,
            arrived_for: message.tenantId,
            dedupe_key: tenantsKey(message.dedupeKey, tenantId),
            door: message.door,
            envelope_from: message.envelope.from,
            envelope_to: message.envelope.to,
            raw_id: rawId,
            received_at: new Date(message.atMs),
          })
          .onConflict('dedupe_key')
          .ignore()
          .returning('id');
        return (
          (inserted.length === 0 ? await seenBefore(trx, message.dedupeKey, tenantId) : null) ?? {
            id,
            earlier: null,
          }
        );
      }),

    invitedParties: (uid, tenantId) => invitedParties(database, uid, tenantId),

    decide: (id, decision, atMs) =>
      database.transaction(async (trx) => {
        await recordDecision(trx, id, decision, atMs);
      }),

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

/** A door that knows its tenant keeps its messages apart: what one tenant hands in says nothing to another. */
const tenantsKey = (dedupeKey: string, tenantId: string | null): string =>
  tenantId === null ? dedupeKey : `${dedupeKey} ${tenantId}`;

/**
 * The message as it came before, through the same door or another: a tenant's own door also finds what was about
 * a meeting of this tenant, and the common door what a tenant handed in about a meeting of its own.
 */
async function seenBefore(
  trx: Knex.Transaction,
  dedupeKey: string,
  tenantId: string | null,
): Promise<{ id: string; earlier: Understanding | null } | null> {
  const row: {
    id: string;
    decision: Understanding['understood'] | null;
    reason: string | null;
    uid: string | null;
  } = await trx('imip_messages')
    .where({ dedupe_key: tenantsKey(dedupeKey, tenantId) })
    .orWhere((other) => {
      if (tenantId !== null) return void other.where({ dedupe_key: dedupeKey, tenant_id: tenantId });
      const ofTenants = trx('tenants').select(trx.raw(`? || ' ' || id`, [dedupeKey]));
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

async function recordDecision(
  trx: Knex.Transaction,
  id: string,
  decision: InboundDecision,
  atMs: number,
): Promise<void> {
  const meeting = decision.meeting
    ? { tenant_id: decision.meeting.tenantId, room_id: decision.meeting.roomId }
    : {};
  const decided = await trx('imip_messages')
    .where({ id })
    .whereNull('decision')
    .update({
      ...meeting,
      uid: storableText(decision.uid),
      method: storableText(decision.method),
      sequence: decision.sequence === null ? null : Math.min(decision.sequence, LARGEST_INT),
      attendee_email: storableText(decision.attendee),
      partstat: storableText(decision.partstat),
      decision: decision.understood,
      reason: decision.reason,
      decided_at: new Date(atMs),
    });
  // Another process was faster with the same message; its decision stands.
  if (decided === 0) return;
  await trx('audit_log').insert({
    ...meeting,
    uid: decision.meeting ? decision.uid : null,
    category: 'inbound',
    what: decision.understood,
    actor: decision.role ?? 'unknown',
    door: 'mail',
    details: {
      messageId: id,
      method: storableText(decision.method),
      sequence: decision.sequence,
      reason: decision.reason,
    },
  });
  if (decision.event === null || decision.meeting === null) return;
  await trx('outbox')
    .insert({
      tenant_id: decision.meeting.tenantId,
      uid: decision.uid,
      event_key: decision.event.key,
      event: JSON.stringify(decision.event, storable),
    })
    .onConflict('event_key')
    .ignore();
}
