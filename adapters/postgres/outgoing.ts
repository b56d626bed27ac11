import type { Knex } from 'knex';
import type { MeetingStore, OutgoingMessage } from '../../activities/ports.ts';
import type { Sealer } from '../secrets/sealing.ts';

type Attempt = Parameters<MeetingStore['recordAttempt']>[1];

interface OutgoingRow {
  id: string;
  tenant_id: string;
  room_id: string;
  uid: string;
  recipient_role: string;
  kind: string;
  method: string | null;
  sequence: number;
  message_id: string;
}

/** A prepared message with its envelope and its bytes as they were fixed. */
export async function readOutgoing(database: Knex, sealer: Sealer, id: string): Promise<OutgoingMessage> {
  const row: { from: string; to: string; sealed: Buffer; state: string } | undefined = await database(
    'outgoing_messages as message',
  )
    .join('raw_messages as raw', 'raw.id', 'message.raw_id')
    .join('tenants as tenant', 'tenant.id', 'message.tenant_id')
    .join('invitations as invitation', (on) =>
      on.on('invitation.room_id', 'message.room_id').on('invitation.attendee_role', 'message.recipient_role'),
    )
    .where('message.id', id)
    .first({
      from: 'tenant.organizer_email',
      to: 'invitation.attendee_email',
      sealed: 'raw.sealed',
      state: 'message.state',
    });
  if (!row) throw new Error('the message is not in this database');
  const sent = row.state !== 'prepared' && row.state !== 'deferred' && row.state !== 'failed';
  return { id, from: row.from, to: row.to, raw: sealer.open(row.sealed), sent };
}

/** Records what became of an attempt to send; one that settles the message goes to the audit log. */
export async function recordAttempt(database: Knex, id: string, { state, response }: Attempt): Promise<void> {
  await database.transaction(async (trx) => {
    const [row] = (await trx('outgoing_messages')
      .where({ id })
      .update({
        state,
        last_response: response.slice(0, 500),
        attempts: trx.raw('attempts + 1'),
        sent_at: state === 'sent' ? trx.fn.now() : undefined,
      })
      .returning('*')) as OutgoingRow[];
    if (!row || state === 'deferred') return;
    if (row.method === 'REQUEST' || row.method === 'CANCEL') await updateInvitation(trx, row, state);
    await trx('audit_log').insert({
      tenant_id: row.tenant_id,
      room_id: row.room_id,
      uid: row.uid,
      category: state === 'failed' ? 'timeline' : 'outbound',
      what: state === 'failed' ? 'delivery-failed' : 'message-sent',
      actor: 'parley',
      door: 'mail',
      details: {
        kind: row.kind,
        method: row.method,
        sequence: row.sequence,
        to: row.recipient_role,
        messageId: row.message_id,
      },
    });
  });
}

async function updateInvitation(
  trx: Knex.Transaction,
  row: OutgoingRow,
  state: 'sent' | 'failed',
): Promise<void> {
  await trx('invitations')
    .where({ room_id: row.room_id, attendee_role: row.recipient_role })
    .update({
      last_method_sent: row.method,
      last_message_id: row.message_id,
      delivery_state: JSON.stringify({ state, method: row.method, sequence: row.sequence }),
      updated_at: trx.fn.now(),
    });
}
