import { createHash, randomUUID } from 'node:crypto';
import type { MailComposer, MessageView } from '../../../activities/delivery/ports.ts';
import type { PreparedMessage } from '../../../activities/meeting/ports.ts';
import type { MessageSpec } from '../../../domain/meeting/decision.ts';
import { hideTheseAddresses } from '../../../domain/meeting/privacy.ts';
import type { MessageIds } from '../../mail/message-ids.ts';
import type { AddressTags } from '../../mail/tagged-address.ts';
import type { Sealer } from '../../secrets/sealing.ts';
import type { ChangeContext, KnownAttendee } from './context.ts';
import { makeLinks, type LinkRow } from './links.ts';
import { ownAddresses, type OwnAddresses } from './own-addresses.ts';

export interface MessageTools {
  composer: MailComposer;
  sealer: Sealer;
  messageIds: MessageIds;
  publicUrl: string;
  /** Absent: every message has the organizer's mailbox as its only address. */
  tags?: AddressTags;
}

/** A message as it is stored, and will go out. */
export interface ComposedMessage {
  prepared: PreparedMessage;
  spec: MessageSpec;
  messageId: string;
  size: number;
  sha256: Buffer;
  sealed: Buffer;
  links: LinkRow[];
  own: OwnAddresses;
}

/**
 * Composes the messages of a change. Message-ID, DTSTAMP and bytes are fixed here, before the first attempt to send,
 * so that every attempt repeats the same message (rule 3 of the design).
 */
export const composeMessages = (
  tools: MessageTools,
  context: ChangeContext,
  specs: readonly MessageSpec[],
): Promise<ComposedMessage[]> => Promise.all(specs.map((spec) => composeMessage(tools, context, spec)));

function viewFor(
  context: ChangeContext,
  spec: MessageSpec,
  recipient: KnownAttendee,
  answerTo: MessageView['answerTo'],
  { publicUrl, messageIds }: Pick<MessageTools, 'publicUrl' | 'messageIds'>,
): { view: MessageView; rows: LinkRow[] } {
  const { attendees, ...meeting } = context;
  const all = [...attendees.values()];
  const addresses = all.map(({ email }) => email);
  const { links, rows } = makeLinks(meeting, spec, recipient, publicUrl);
  const view: MessageView = {
    spec: {
      ...spec,
      reason: hideTheseAddresses(spec.reason, addresses),
      ...(spec.proposal === null
        ? {}
        : { proposal: { ...spec.proposal, note: hideTheseAddresses(spec.proposal.note, addresses) } }),
    },
    uid: meeting.uid,
    messageId: messageIds(`${meeting.meetingId}/${spec.key}`, meeting.organizerEmail),
    tenant: meeting,
    answerTo,
    meeting: {
      title: hideTheseAddresses(meeting.title, addresses),
      description: hideTheseAddresses(meeting.description, addresses),
    },
    recipient: { ...recipient, language: recipient.language ?? meeting.language },
    others: all
      .filter(({ id, removed }) => id !== recipient.id && !removed)
      .map(({ id, name, timezone }) => ({ id, name, timezone })),
    hostTimezone: attendees.get('host')?.timezone ?? null,
    links,
  };
  return { view, rows };
}

/** One message composed. */
async function composeMessage(
  tools: MessageTools,
  context: ChangeContext,
  spec: MessageSpec,
): Promise<ComposedMessage> {
  const { composer, sealer, tags } = tools;
  const id = randomUUID();
  const recipient = context.attendees.get(spec.to);
  if (!recipient) throw new Error('a message is to an attendee of its meeting');
  const own: OwnAddresses = ownAddresses(tags, context, spec, recipient, id);
  const { view, rows: links } = viewFor(context, spec, recipient, own.answerTo, tools);
  const { raw } = await composer.compose(view);
  const { to, method, sequence } = spec;
  return {
    prepared: { id, to, method, sequence, summary: summaryOf(spec) },
    spec,
    messageId: view.messageId,
    size: raw.length,
    sha256: createHash('sha256').update(raw).digest(),
    sealed: sealer.seal(raw),
    links,
    own,
  };
}

/** What an operator sees beside the activity that sends it. */
export const summaryOf = (spec: Pick<MessageSpec, 'kind' | 'to' | 'sequence'>): string =>
  `${spec.kind} to the ${spec.to}, SEQUENCE ${spec.sequence}`;
