import { randomUUID } from 'node:crypto';
import type { MessageView } from '../../../activities/delivery/ports.ts';
import type { MessageSpec } from '../../../domain/meeting/decision.ts';
import { linkExpiresMs, LINKS, type LinkPurpose, type MessageLink } from '../../../domain/meeting/links.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { hashToken, newToken } from '../../secrets/token.ts';
import type { MagicLinksRow } from '../../../migrations/rows/tables.ts';
import type { CommitContext, KnownAttendee } from './context.ts';

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

const PAGES: Record<LinkPurpose, string> = {
  propose: 'reschedule?r',
  approve: 'approve?t',
  decline: 'decline?t',
  confirm: 'confirm?c',
};

/** The links of one message: their addresses for the message, their rows, which hold hashes only, for the database. */
export function makeLinks(
  meeting: CommitContext,
  spec: MessageSpec,
  recipient: KnownAttendee,
  publicUrl: string,
): { links: MessageView['links']; rows: LinkRow[] } {
  const join = `${publicUrl}/join/${meeting.meetingId}`;
  const links: MessageView['links'] = { join };
  const rows: LinkRow[] = [];
  const offered: readonly MessageLink[] = LINKS[spec.kind];
  for (const purpose of offered) {
    if (purpose === 'join') continue;
    const token = newToken();
    links[purpose] =
      `${publicUrl}/${PAGES[purpose]}=${token}${purpose === 'propose' ? suggested(spec.suggestion) : ''}`;
    rows.push({
      id: randomUUID(),
      purpose,
      attendee_id: recipient.id,
      actor_email: recipient.email,
      proposal_id: purpose === 'propose' ? null : (spec.proposal?.id ?? null),
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
