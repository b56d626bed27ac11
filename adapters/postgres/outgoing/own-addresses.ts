import type { MessageView } from '../../../activities/delivery/ports.ts';
import type { MessageSpec } from '../../../domain/meeting/message-spec.ts';
import type { AddressTags, MessageAddresses } from '../../mail/tagged-address.ts';
import type { CommitContext, KnownAttendee } from '../commit/context.ts';

/** Where the answers to one message go, and what the database keeps of the invitation's own address. */
export interface OwnAddresses {
  answerTo: MessageView['answerTo'];
  /** Of an ORGANIZER's address that the invitation has got just now; null: it has one already, or none. */
  newOrganizerTag: Buffer | null;
}

/** @param message the message's own addresses; null: it has none */
export function ownAddresses(
  tags: AddressTags | undefined,
  meeting: CommitContext,
  spec: Pick<MessageSpec, 'kind'>,
  recipient: KnownAttendee,
  message: MessageAddresses | null,
): OwnAddresses {
  const { organizerEmail, meetingId } = meeting;
  const invitation = hasOwnOrganizer(meeting, spec, recipient)
    ? tags?.ofInvitation(organizerEmail, meetingId, recipient.id)
    : null;
  return {
    answerTo: { mail: message?.replyTo ?? null, calendar: invitation?.address ?? organizerEmail },
    newOrganizerTag: recipient.organizerTagHash === null ? (invitation?.hash ?? null) : null,
  };
}

/**
 * Chosen with the first REQUEST and kept from then on: to a calendar program another ORGANIZER is another person,
 * whose update or CANCEL is none of this event's (RFC 5546 §2.1.4).
 */
const hasOwnOrganizer = (
  meeting: CommitContext,
  spec: Pick<MessageSpec, 'kind'>,
  recipient: KnownAttendee,
): boolean =>
  recipient.organizerTagHash !== null || (meeting.unguessableOrganizer && spec.kind === 'invitation');
