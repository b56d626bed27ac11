import { createHash, randomUUID } from 'node:crypto';
import type { MailComposer } from '../../../activities/delivery/ports.ts';
import type { ItipMethod } from '../../../domain/itip/broker/messages.ts';
import type { CalendarMethod } from '../../../domain/meeting/message-spec.ts';
import type { AttendeeId } from '../../../domain/meeting/attendee-id.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { MessageIds } from '../../mail/message-ids.ts';
import type { AddressTags, MessageAddresses } from '../../mail/tagged-address.ts';
import type { Sealer } from '../../secrets/sealing.ts';

/** What messages are written, named and sealed with. */
export interface MessageTools {
  composer: MailComposer;
  sealer: Sealer;
  messageIds: MessageIds;
  publicUrl: string;
  /** Absent: every message has the organizer's mailbox as its only address. */
  tags?: AddressTags;
}

/** A message that is to be written. */
export interface Draft {
  /** What it belongs to: a meeting's id, a sign-in's, a notice's or a calendar mail's. */
  ownerId: string;
  /** Names it among those of its owner. */
  key: string;
  kind: string;
  /** Null: it is about no calendar event. */
  method: CalendarMethod | ItipMethod | null;
  sequence: number;
  /** Null: to a member, who signs in or is told something. */
  to: AttendeeId | null;
  /** From then on it is not sent; absent: it is of use at any time. */
  usefulUntilMs?: Instant;
}

/** What a message is known by; fixed before it is written, and so before the first attempt to send it. */
export interface MessageNames {
  id: string;
  /** With angle brackets. */
  messageId: string;
  /** Its own; null: it has none. */
  addresses: MessageAddresses | null;
}

/** A message as it is stored, and will go out. */
export interface SealedMessage extends Draft, MessageNames {
  size: number;
  sha256: Buffer;
  sealed: Buffer;
}

/**
 * Names a message, whoever it belongs to.
 *
 * @param organizerEmail the mailbox that it comes from
 */
export function nameMessage(
  { messageIds, tags }: Pick<MessageTools, 'messageIds' | 'tags'>,
  organizerEmail: string,
  { ownerId, key }: Pick<Draft, 'ownerId' | 'key'>,
): MessageNames {
  const id = randomUUID();
  return {
    id,
    messageId: messageIds(`${ownerId}/${key}`, organizerEmail),
    addresses: tags?.tagsMessages ? tags.ofMessage(organizerEmail, id) : null,
  };
}

/** Seals a written message: every attempt to send it repeats these bytes (rule 3 of the design). */
export const sealMessage = (
  { sealer }: Pick<MessageTools, 'sealer'>,
  draft: Draft,
  names: MessageNames,
  raw: Buffer,
): SealedMessage => ({
  ...draft,
  ...names,
  size: raw.length,
  sha256: createHash('sha256').update(raw).digest(),
  sealed: sealer.seal(raw),
});
