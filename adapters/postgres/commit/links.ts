import { randomUUID } from 'node:crypto';
import type { MessageView } from '../../../activities/ports.ts';
import type { MessageKind, MessageSpec } from '../../../domain/meeting/decision.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { hashToken, newToken } from '../../secrets/token.ts';
import type { LinkPurpose, MagicLinksRow } from '../../../migrations/rows/tables.ts';
import type { CommitContext, Party } from './context.ts';

const FRESH_LINK_MS = 48 * 3_600_000;

export interface LinkRow extends Pick<
  MagicLinksRow,
  | 'id'
  | 'purpose'
  | 'actor_role'
  | 'actor_email'
  | 'proposal_id'
  | 'inbound_message_id'
  | 'created_at'
  | 'expires_at'
> {
  /** In hex. */
  token_hash: string;
}

/** The links of one message: their addresses for the message, their rows, which hold hashes only, for the database. */
export function makeLinks(
  meeting: CommitContext,
  spec: MessageSpec,
  recipient: Party,
  publicUrl: string,
): { links: MessageView['links']; rows: LinkRow[] } {
  const rows: LinkRow[] = [];
  const link = (purpose: LinkPurpose, page: string): string => {
    const token = newToken();
    rows.push({
      id: randomUUID(),
      purpose,
      actor_role: recipient.role,
      actor_email: recipient.email,
      proposal_id: purpose === 'propose' ? null : (spec.proposal?.id ?? null),
      inbound_message_id: purpose === 'confirm' ? (spec.held?.inboundId ?? null) : null,
      token_hash: hashToken(token).toString('hex'),
      created_at: new Date(spec.dtstampMs),
      expires_at: new Date(expiryMs(purpose, spec)),
    });
    return `${publicUrl}/${page}=${token}`;
  };
  const proposes = PROPOSING.includes(spec.kind);
  const decides = spec.kind === 'approval-request';
  return {
    links: {
      join: `${publicUrl}/join/${meeting.meetingId}`,
      propose: proposes ? link('propose', 'reschedule?r') + suggested(spec.suggestion) : null,
      approve: decides ? link('approve', 'approve?t') : null,
      decline: decides ? link('decline', 'decline?t') : null,
      confirm: spec.kind === 'confirm-answer' ? link('confirm', 'confirm?c') : null,
    },
    rows,
  };
}

const PROPOSING: readonly MessageKind[] = [
  'invitation',
  'update',
  'refresh',
  'fresh-link',
  'text-answer',
  'delegation-refused',
];

/** The form begins with this time; whoever has the link may change it there. */
const suggested = (time: TimeRange | undefined): string =>
  time
    ? `&${new URLSearchParams({
        start: new Date(time.startMs).toISOString(),
        end: new Date(time.endMs).toISOString(),
      }).toString()}`
    : '';

/** An invitation is kept for weeks, so its link lives until the meeting starts; a link to decide lives as long as its proposal. */
function expiryMs(purpose: LinkPurpose, spec: MessageSpec): number {
  if (purpose === 'confirm') return Math.min(spec.dtstampMs + FRESH_LINK_MS, spec.time.startMs);
  if (purpose !== 'propose') return spec.proposal?.expiresMs ?? spec.time.startMs;
  return spec.kind === 'fresh-link'
    ? Math.min(spec.dtstampMs + FRESH_LINK_MS, spec.time.startMs)
    : spec.time.startMs;
}
