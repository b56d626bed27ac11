import type { MessageView } from '../../../activities/delivery/ports.ts';
import type { PreparedMessage } from '../../../activities/meeting/ports.ts';
import type { AttendeeId } from '../../../domain/meeting/attendee-id.ts';
import type { MessageSpec } from '../../../domain/meeting/message-spec.ts';
import { hideAddressesAndThese, hideTheseAddresses } from '../../../domain/meeting/privacy.ts';
import type { ChangeContext, KnownAttendee } from '../commit/context.ts';
import type { StatementPart } from '../statement.ts';
import { linkParts, makeLinks, type LinkRow } from './meeting-links.ts';
import { ownAddresses } from './own-addresses.ts';
import { nameMessage, sealMessage, type Draft, type MessageTools, type SealedMessage } from './prepare.ts';
import { MEETING_AS_OWNER, messagesPart } from './store.ts';

/** A meeting's message as it is stored, and will go out. */
export interface MeetingMessage {
  prepared: PreparedMessage;
  message: SealedMessage;
  links: LinkRow[];
  /** Of an ORGANIZER's address that the recipient's invitation has got just now; null: none. */
  newOrganizerTag: Buffer | null;
}

/** Prepares the messages of a change. */
export const prepareMessages = (
  tools: MessageTools,
  context: ChangeContext,
  specs: readonly MessageSpec[],
): Promise<MeetingMessage[]> => Promise.all(specs.map((spec) => prepareOne(tools, context, spec)));

async function prepareOne(
  tools: MessageTools,
  context: ChangeContext,
  spec: MessageSpec,
): Promise<MeetingMessage> {
  const { meetingId: ownerId, organizerEmail } = context;
  const recipient = context.attendees.get(spec.to);
  if (!recipient) throw new Error('a message is to an attendee of its meeting');
  const { key, kind, method, sequence, to, usefulUntilMs } = spec;
  const passing = usefulUntilMs === undefined ? {} : { usefulUntilMs };
  const draft: Draft = { ownerId, key, kind, method, sequence, to, ...passing };
  const names = nameMessage(tools, organizerEmail, draft);
  const { answerTo, newOrganizerTag } = ownAddresses(tools.tags, context, spec, recipient, names.addresses);
  const { links, rows } = makeLinks(context, spec, recipient, tools.publicUrl);
  const view = viewFor(context, spec, recipient, { messageId: names.messageId, answerTo, links });
  const { raw } = await tools.composer.compose(view);
  return {
    prepared: { id: names.id, to, method, sequence, summary: summaryOf(spec) },
    message: sealMessage(tools, draft, names, raw),
    links: rows,
    newOrganizerTag,
  };
}

function viewFor(
  context: ChangeContext,
  spec: MessageSpec,
  recipient: KnownAttendee,
  { messageId, answerTo, links }: Pick<MessageView, 'messageId' | 'answerTo' | 'links'>,
): MessageView {
  const { attendees, ...meeting } = context;
  const all = [...attendees.values()];
  // Of many guests who come on their own, none learns of another.
  const knowsGuests = meeting.seats === 1 || recipient.role === 'host';
  // What is offered to all has nobody's address, as on its page; a backend may name a help desk to those whom it knows.
  const hide = meeting.eventTypeId === null ? hideTheseAddresses : hideAddressesAndThese;
  const addresses = [...new Set(all.flatMap(({ email, addresses: others }) => [email, ...others]))];
  return {
    spec: {
      ...spec,
      reason: hideTheseAddresses(spec.reason, addresses),
      ...(spec.proposal === null
        ? {}
        : { proposal: { ...spec.proposal, note: hideTheseAddresses(spec.proposal.note, addresses) } }),
    },
    uid: meeting.uid,
    messageId,
    tenant: meeting,
    answerTo,
    meeting: {
      title: hide(meeting.title, addresses),
      location: hide(meeting.location, addresses),
      description: hide(descriptionFor(recipient, meeting.description, all), addresses),
    },
    recipient: { ...recipient, language: recipient.language ?? meeting.language },
    others: all
      .filter(({ id, role, removed }) => id !== recipient.id && !removed && (role === 'host' || knowsGuests))
      .map(({ id, name, timezone }) => ({ id, name, timezone })),
    ...(spec.former !== undefined && {
      former: { name: all.find(({ id }) => id === spec.former)?.name ?? null },
    }),
    hostTimezone: all.find(({ role, removed }) => role === 'host' && !removed)?.timezone ?? null,
    links,
  };
}

/** Hosts read what guests answered to the questions of the event type. */
function descriptionFor({ role }: KnownAttendee, description: string, all: readonly KnownAttendee[]): string {
  if (role !== 'host') return description;
  const answers = all
    .filter((other) => !other.removed)
    .map(({ name, formAnswers }) => answersOf(name, formAnswers))
    .filter((told) => told !== '');
  return [description, ...answers].filter((part) => part.trim() !== '').join('\n\n');
}

const answersOf = (name: string | null, answers: KnownAttendee['formAnswers']): string =>
  answers.length === 0
    ? ''
    : [...(name === null ? [] : [name]), ...answers.map(({ label, value }) => `${label}: ${value}`)].join(
        '\n',
      );

/** What an operator sees beside the activity that sends it. */
export const summaryOf = (spec: Pick<MessageSpec, 'kind' | 'to' | 'sequence'>): string =>
  `${spec.kind} to the ${spec.to}, SEQUENCE ${spec.sequence}`;

/** Stores a meeting's messages, with their links; the meeting's row is taken from `meeting`. */
export const messageParts = (messages: readonly MeetingMessage[]): StatementPart[] =>
  messages.length === 0
    ? []
    : [
        MEETING_AS_OWNER,
        messagesPart(messages.map(({ message }) => message)),
        ...linkParts(messages.flatMap(({ links }) => links)),
      ];

/** Hashes of the ORGANIZER addresses that the recipients' invitations have got just now. */
export const newOrganizerTags = (messages: readonly MeetingMessage[]): Map<AttendeeId, Buffer> =>
  new Map(
    messages.flatMap(({ prepared: { to }, newOrganizerTag }) =>
      newOrganizerTag === null ? [] : [[to, newOrganizerTag] as const],
    ),
  );
