import type { Knex } from 'knex';
import type { Role } from '../../domain/meeting/state.ts';
import type { TagKind } from '../mail/tagged-address.ts';
import { hashToken } from '../secrets/token.ts';

/** Whom a tag was made for. */
export interface TagOwner {
  tenantId: string;
  roomId: string;
  uid: string;
  /** The party that the message or invitation went to. */
  role: Role;
  /** Of `outgoing_messages`; null for an ORGANIZER's address, which is the invitation's over its whole life. */
  outgoingId: string | null;
  /** With angle brackets; null as above. */
  messageId: string | null;
}

/** Finds whom a tag was made for; null when Parley made none like it. */
export async function ownerOfTag(knex: Knex, kind: TagKind, tag: string): Promise<TagOwner | null> {
  const hash = hashToken(tag.toLowerCase());
  const owner = kind === 'organizer' ? await invitationOf(knex, hash) : await messageOf(knex, hash);
  return owner ?? null;
}

const messageOf = (knex: Knex, hash: Buffer): Promise<TagOwner | undefined> =>
  knex('outgoing_messages').where({ tag_hash: hash }).first<TagOwner | undefined>({
    tenantId: 'tenant_id',
    roomId: 'room_id',
    uid: 'uid',
    role: 'recipient_role',
    outgoingId: 'id',
    messageId: 'message_id',
  });

async function invitationOf(knex: Knex, hash: Buffer): Promise<TagOwner | undefined> {
  const found = await knex('invitations')
    .where({ organizer_tag_hash: hash })
    .first<Pick<TagOwner, 'tenantId' | 'roomId' | 'uid' | 'role'> | undefined>({
      tenantId: 'tenant_id',
      roomId: 'room_id',
      uid: 'uid',
      role: 'attendee_role',
    });
  return found && { ...found, outgoingId: null, messageId: null };
}
