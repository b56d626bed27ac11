import { createHash, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { MailComposer, MessageView, PreparedMessage } from '../../../activities/ports.ts';
import type { MessageSpec } from '../../../domain/meeting/decision.ts';
import { hideTheseAddresses } from '../../../domain/meeting/privacy.ts';
import { otherRole, type Role } from '../../../domain/meeting/state.ts';
import type { AddressTags } from '../../mail/tagged-address.ts';
import type { Sealer } from '../../secrets/sealing.ts';
import { partiesOf, type CommitContext, type Party } from './context.ts';
import { makeLinks, type LinkRow } from './links.ts';
import { ownAddresses, rememberOrganizerTag, type OwnAddresses } from './own-addresses.ts';

export interface MessageTools {
  composer: MailComposer;
  sealer: Sealer;
  publicUrl: string;
  /** Absent: every message has the organizer's mailbox as its only address. */
  tags?: AddressTags;
}

/**
 * Composes and stores the messages of a change. Message-ID, DTSTAMP and bytes are fixed here, before the first
 * attempt to send, so that every attempt repeats the same message (rule 3 of the design).
 */
export async function prepareMessages(
  knex: Knex,
  tools: MessageTools,
  meeting: CommitContext,
  specs: MessageSpec[],
  revision: number,
): Promise<PreparedMessage[]> {
  if (specs.length === 0) return [];
  const parties = await partiesOf(knex, meeting.roomId);
  const rows = await Promise.all(specs.map((spec) => rowsFor(tools, meeting, spec, parties, revision)));
  const links = rows.flatMap((row) => row.links);
  await knex('outgoing_messages')
    .with('raw', knex('raw_messages').insert(rows.map((row) => row.raw)))
    .modify((statement) => {
      if (links.length > 0) void statement.with('links', knex('magic_links').insert(links));
    })
    .insert(rows.map((row) => row.outgoing));
  for (const { recipient, own } of rows) await rememberOrganizerTag(knex, meeting, recipient, own);
  return rows.map((row) => row.prepared);
}

interface MessageParties {
  recipient: Party;
  counterpart: Party;
}

function partiesFor(spec: MessageSpec, parties: Map<Role, Party>): MessageParties {
  const recipient = parties.get(spec.to);
  const counterpart = parties.get(otherRole(spec.to));
  if (!recipient || !counterpart) throw new Error('a message needs both parties');
  return { recipient, counterpart };
}

function viewFor(
  meeting: CommitContext,
  spec: MessageSpec,
  { recipient, counterpart }: MessageParties,
  hostTimezone: string | null,
  answerTo: MessageView['answerTo'],
  publicUrl: string,
): { view: MessageView; rows: LinkRow[] } {
  const addresses = [recipient.email, counterpart.email];
  const { links, rows } = makeLinks(meeting, spec, recipient, publicUrl);
  const view: MessageView = {
    spec: { ...spec, reason: hideTheseAddresses(spec.reason, addresses) },
    uid: meeting.uid,
    messageId: messageIdOf(meeting, spec),
    tenant: meeting,
    answerTo,
    meeting: {
      title: hideTheseAddresses(meeting.title, addresses),
      description: hideTheseAddresses(meeting.description, addresses),
    },
    recipient: { ...recipient, language: recipient.language ?? meeting.language },
    counterpart: { name: counterpart.name, timezone: counterpart.timezone },
    hostTimezone,
    links,
  };
  return { view, rows };
}

/** The same message always has the same Message-ID: it is made of what the message is, and tells nothing about it. */
function messageIdOf(meeting: CommitContext, spec: MessageSpec): string {
  const digest = createHash('sha256').update(`${meeting.roomId}/${spec.key}`).digest('hex').slice(0, 32);
  return `<${digest}@${meeting.organizerEmail.split('@').at(-1)}>`;
}

/** One message composed, and the rows that keep it. */
async function rowsFor(
  { composer, sealer, publicUrl, tags }: MessageTools,
  meeting: CommitContext,
  spec: MessageSpec,
  parties: Map<Role, Party>,
  revision: number,
) {
  const id = randomUUID();
  const both = partiesFor(spec, parties);
  const own: OwnAddresses = ownAddresses(tags, meeting, spec, both.recipient, id);
  const zone = parties.get('host')?.timezone ?? null;
  const { view, rows: links } = viewFor(meeting, spec, both, zone, own.answerTo, publicUrl);
  const { raw } = await composer.compose(view);
  const rawId = randomUUID();
  return {
    raw: {
      id: rawId,
      sha256: createHash('sha256').update(raw).digest(),
      size: raw.length,
      sealed: sealer.seal(raw),
    },
    outgoing: {
      id,
      tenant_id: meeting.tenantId,
      room_id: meeting.roomId,
      uid: meeting.uid,
      recipient_role: spec.to,
      kind: spec.kind,
      method: spec.method,
      sequence: spec.sequence,
      message_key: spec.key,
      revision,
      message_id: view.messageId,
      raw_id: rawId,
      tag_hash: own.messageTagHash,
    },
    links,
    recipient: both.recipient,
    own,
    prepared: {
      id,
      to: spec.to,
      method: spec.method,
      sequence: spec.sequence,
      summary: summaryOf(spec),
    } satisfies PreparedMessage,
  };
}

/** What an operator sees beside the activity that sends it. */
export const summaryOf = (spec: Pick<MessageSpec, 'kind' | 'to' | 'sequence'>): string =>
  `${spec.kind} to the ${spec.to}, SEQUENCE ${spec.sequence}`;
