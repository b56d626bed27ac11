import type { Knex } from 'knex';
import type { InboundStore, MailOwner } from '../../../activities/ports.ts';

type Named = Parameters<InboundStore['ownersOf']>[0];

/** More than these are named by no honest message. */
const MOST_NAMED = 50;

/** Whom the addresses and Message-IDs among these that are ours were given to. */
export async function ownersOf(database: Knex, named: Named, tenantId: string | null): Promise<MailOwner[]> {
  const messageIds = named.messageIds.filter((id) => !id.includes('\0')).slice(0, MOST_NAMED);
  if (messageIds.length === 0) return [];
  return database('outgoing_messages')
    .whereIn('message_id', messageIds)
    .modify((query) => {
      if (tenantId !== null) void query.where({ tenant_id: tenantId });
    })
    .orderBy('prepared_at', 'desc')
    .select<MailOwner[]>(database.raw(`'message-id' AS via`), {
      tenantId: 'tenant_id',
      roomId: 'room_id',
      uid: 'uid',
      role: 'recipient_role',
      messageId: 'message_id',
      method: 'method',
      sequence: 'sequence',
    });
}
