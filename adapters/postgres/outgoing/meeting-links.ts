import { randomUUID } from 'node:crypto';
import type { MessageView } from '../../../activities/delivery/ports.ts';
import type { MessageSpec } from '../../../domain/meeting/message-spec.ts';
import {
  linkExpiresMs,
  linksOf,
  purposeOf,
  type LinkPurpose,
  type MessageLink,
} from '../../../domain/meeting/links.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { hashToken, newToken } from '../../secrets/token.ts';
import type { MagicLinksRow } from '../../../migrations/rows/tables.ts';
import type { CommitContext, KnownAttendee } from '../commit/context.ts';
import type { StatementPart } from '../statement.ts';

export interface LinkRow extends Pick<
  MagicLinksRow,
  | 'id'
  | 'purpose'
  | 'attendee_id'
  | 'actor_email'
  | 'proposal_id'
  | 'inbound_message_id'
  | 'created_at'
  | 'expires_at'
> {
  /** In hex. */
  token_hash: string;
}

const PAGES: Record<Exclude<MessageLink, 'join'>, string> = {
  answer: 'answer?t',
  cancel: 'answer/cancel?t',
  propose: 'reschedule?r',
  approve: 'approve?t',
  decline: 'decline?t',
  confirm: 'confirm?c',
};

const DECISIONS: ReadonlySet<LinkPurpose> = new Set(['approve', 'decline']);

/** The links of one message: their addresses for the message, their rows, which hold hashes only, for the database. */
export function makeLinks(
  meeting: CommitContext,
  spec: MessageSpec,
  recipient: KnownAttendee,
  publicUrl: string,
): { links: MessageView['links']; rows: LinkRow[] } {
  const join = `${publicUrl}/join/${meeting.meetingId}`;
  const links: MessageView['links'] = meeting.online ? { join } : {};
  const rows: LinkRow[] = [];
  for (const link of linksOf(spec)) {
    if (link === 'join') continue;
    const purpose = purposeOf(link);
    const token = newToken();
    links[link] =
      `${publicUrl}/${PAGES[link]}=${token}${purpose === 'propose' ? suggested(spec.suggestion) : ''}`;
    rows.push({
      id: randomUUID(),
      purpose,
      attendee_id: recipient.id,
      actor_email: recipient.email,
      proposal_id: DECISIONS.has(purpose) ? (spec.proposal?.id ?? null) : null,
      inbound_message_id: purpose === 'confirm' ? (spec.held?.inboundId ?? null) : null,
      token_hash: hashToken(token).toString('hex'),
      created_at: new Date(spec.dtstampMs),
      expires_at: new Date(linkExpiresMs(purpose, spec)),
    });
  }
  return { links, rows };
}

/** The form begins with this time; whoever has the link may change it there. */
const suggested = (time: TimeRange | undefined): string =>
  time
    ? `&${new URLSearchParams({
        start: new Date(time.startMs).toISOString(),
        end: new Date(time.endMs).toISOString(),
      }).toString()}`
    : '';

/** Stores the links of a meeting's messages, for the `owner` of these. */
export const linkParts = (links: readonly LinkRow[]): StatementPart[] =>
  links.length === 0 ? [] : [{ sql: LINK_ROWS, values: { links: JSON.stringify(links) } }];

const LINK_ROWS = `links AS (
    INSERT INTO magic_links
      (id, tenant_id, meeting_id, uid, purpose, attendee_id, actor_email, proposal_id, inbound_message_id, token_hash,
       created_at, expires_at)
    SELECT link.id, owner.tenant_id, owner.meeting_id, owner.uid, link.purpose, link.attendee_id, link.actor_email,
           link.proposal_id, link.inbound_message_id, decode(link.token_hash, 'hex'), link.created_at, link.expires_at
      FROM owner, jsonb_to_recordset(CAST(:links AS jsonb))
             AS link (id uuid, purpose link_purpose, attendee_id text, actor_email text, proposal_id uuid,
                      inbound_message_id uuid, token_hash text, created_at timestamptz, expires_at timestamptz)
  )`;
