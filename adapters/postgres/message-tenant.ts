import type { Knex } from 'knex';

/** Whose message it is; null when it is none of ours. @param messageId with angle brackets */
export async function tenantOfMessage(knex: Knex, messageId: string): Promise<string | null> {
  const row: { tenantId: string } | undefined = await knex('outgoing_messages')
    .where({ message_id: messageId })
    .first({ tenantId: 'tenant_id' });
  return row?.tenantId ?? null;
}
