import type { Knex } from 'knex';
import type { MailOwner } from '../../../activities/inbound-ports.ts';
import { ourNames, type Named, type Tag } from './our-names.ts';

/**
 * Whom the addresses and Message-IDs among these that are ours were given to.
 *
 * @param separator what stands between a mailbox and its tag
 */
export async function ownersOf(
  database: Knex,
  named: Named,
  tenantId: string | null,
  separator: string,
): Promise<MailOwner[]> {
  const { messageIds, tags } = ourNames(named, separator);
  const ofMessages = tags.filter(({ kind }) => kind !== 'organizer');
  const ofInvitations = tags.filter(({ kind }) => kind === 'organizer');
  const [messages, invitations] = await Promise.all([
    messageIds.length + ofMessages.length === 0 ? [] : messagesOf(database, messageIds, ofMessages, tenantId),
    ofInvitations.length === 0 ? [] : invitationsOf(database, ofInvitations, tenantId),
  ]);
  return [...messages, ...invitations];
}

type MessageRow = Omit<MailOwner, 'via'> & { tagHash: Buffer | null };

async function messagesOf(
  database: Knex,
  messageIds: readonly string[],
  tags: readonly Tag[],
  tenantId: string | null,
): Promise<MailOwner[]> {
  const hashes = tags.map(({ hash }) => hash);
  const rows: MessageRow[] = await database('outgoing_messages')
    .where((either) => void either.whereIn('message_id', messageIds).orWhereIn('tag_hash', hashes))
    .whereNotNull('room_id')
    .modify((query) => {
      if (tenantId !== null) void query.where({ tenant_id: tenantId });
    })
    .orderBy('prepared_at', 'desc')
    .select({
      tenantId: 'tenant_id',
      roomId: 'room_id',
      uid: 'uid',
      role: 'recipient_role',
      messageId: 'message_id',
      method: 'method',
      sequence: 'sequence',
      tagHash: 'tag_hash',
    });
  return rows.flatMap(({ tagHash, ...owner }): MailOwner[] => {
    const kinds = tags.filter(({ hash }) => tagHash?.equals(hash)).map(({ kind }) => kind);
    const byId = owner.messageId !== null && messageIds.includes(owner.messageId);
    return [...kinds, ...(byId ? (['message-id'] as const) : [])].map((via) => ({ ...owner, via }));
  });
}

async function invitationsOf(
  database: Knex,
  tags: readonly Tag[],
  tenantId: string | null,
): Promise<MailOwner[]> {
  const rows: Pick<MailOwner, 'tenantId' | 'roomId' | 'uid' | 'role'>[] = await database('invitations')
    .whereIn(
      'organizer_tag_hash',
      tags.map(({ hash }) => hash),
    )
    .modify((query) => {
      if (tenantId !== null) void query.where({ tenant_id: tenantId });
    })
    .select({ tenantId: 'tenant_id', roomId: 'room_id', uid: 'uid', role: 'attendee_role' });
  return rows.map((row) => ({ ...row, via: 'organizer', messageId: null, method: null, sequence: null }));
}
