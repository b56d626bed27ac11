import type { Knex } from 'knex';
import type { InboundStore } from '../../../activities/inbound/ports.ts';
import type { MailOwner } from '../../../activities/understanding/ports.ts';
import { inBatches } from '../in-batches.ts';
import { ourNames, type Named, type Tag } from './our-names.ts';

interface Asked {
  messageIds: string[];
  /** Of the addresses that messages and invitations were given, by their kind. */
  ofMessages: Tag[];
  ofInvitations: Tag[];
  tenantId: string | null;
}

/**
 * Finds whom the addresses and Message-IDs among those named that are ours were given to. What is asked at the same
 * time is asked together.
 *
 * @param separator what stands between a mailbox and its tag
 */
export function createOwnersReader(database: Knex, separator: string): InboundStore['ownersOf'] {
  const together = inBatches(async (asked: Asked[]): Promise<MailOwner[][]> => {
    const [messages, invitations] = await Promise.all([
      messagesOf(database, asked),
      invitationsOf(database, asked),
    ]);
    return asked.map((one) => [
      ...messages.filter(isOf(one)).flatMap((row) => ownersByMessage(row, one)),
      ...invitations.filter(isOf(one)).flatMap((row) => ownersByInvitation(row, one)),
    ]);
  });
  return async (named, tenantId) => {
    const asked = askedOf(named, tenantId, separator);
    const { messageIds, ofMessages, ofInvitations } = asked;
    return messageIds.length + ofMessages.length + ofInvitations.length === 0 ? [] : together(asked);
  };
}

function askedOf(named: Named, tenantId: string | null, separator: string): Asked {
  const { messageIds, tags } = ourNames(named, separator);
  return {
    messageIds,
    ofMessages: tags.filter(({ kind }) => kind !== 'organizer'),
    ofInvitations: tags.filter(({ kind }) => kind === 'organizer'),
    tenantId,
  };
}

const isOf =
  ({ tenantId }: Asked) =>
  (row: { tenantId: string }): boolean =>
    tenantId === null || row.tenantId === tenantId;

type MessageRow = Omit<MailOwner, 'via'> & { tagHash: Buffer | null };

async function messagesOf(database: Knex, asked: readonly Asked[]): Promise<MessageRow[]> {
  const messageIds = asked.flatMap((one) => one.messageIds);
  const hashes = hashesOf(asked.flatMap((one) => one.ofMessages));
  if (messageIds.length + hashes.length === 0) return [];
  const { rows } = await database.raw<{ rows: MessageRow[] }>(
    `SELECT tenant_id AS "tenantId", meeting_id AS "meetingId", uid, attendee_id AS "attendeeId", message_id AS "messageId",
            method, sequence, tag_hash AS "tagHash"
       FROM outgoing_messages
      WHERE meeting_id IS NOT NULL
        AND (message_id = ANY(:messageIds)
             OR tag_hash = ANY(ARRAY(SELECT decode(hash, 'hex') FROM unnest(CAST(:hashes AS text[])) AS hash)))
      ORDER BY prepared_at DESC`,
    { messageIds, hashes },
  );
  return rows;
}

function ownersByMessage({ tagHash, ...owner }: MessageRow, { messageIds, ofMessages }: Asked): MailOwner[] {
  const kinds = ofMessages.filter(({ hash }) => tagHash?.equals(hash)).map(({ kind }) => kind);
  const byId = owner.messageId !== null && messageIds.includes(owner.messageId);
  return [...kinds, ...(byId ? (['message-id'] as const) : [])].map((via) => ({ ...owner, via }));
}

type InvitationRow = Pick<MailOwner, 'tenantId' | 'meetingId' | 'uid' | 'attendeeId'> & { tagHash: Buffer };

async function invitationsOf(database: Knex, asked: readonly Asked[]): Promise<InvitationRow[]> {
  const hashes = hashesOf(asked.flatMap((one) => one.ofInvitations));
  if (hashes.length === 0) return [];
  const { rows } = await database.raw<{ rows: InvitationRow[] }>(
    `SELECT tenant_id AS "tenantId", meeting_id AS "meetingId", uid, attendee_id AS "attendeeId", organizer_tag_hash AS "tagHash"
       FROM invitations
      WHERE organizer_tag_hash = ANY(ARRAY(SELECT decode(hash, 'hex') FROM unnest(CAST(:hashes AS text[])) AS hash))`,
    { hashes },
  );
  return rows;
}

const ownersByInvitation = ({ tagHash, ...owner }: InvitationRow, { ofInvitations }: Asked): MailOwner[] =>
  ofInvitations.some(({ hash }) => hash.equals(tagHash))
    ? [{ ...owner, via: 'organizer', messageId: null, method: null, sequence: null }]
    : [];

const hashesOf = (tags: readonly Tag[]): string[] => tags.map(({ hash }) => hash.toString('hex'));
