import type { Knex } from 'knex';
import { writeAudit } from './audit.ts';
import type { LinkView } from './links.ts';

/** What became of a token that somebody used. */
export type TokenUse =
  | 'shown'
  | 'spent'
  | 'answered'
  | 'cancelled'
  | 'withdrawn'
  | 'renewed'
  | 'refused'
  | 'expired'
  | 'used'
  | 'foreign';

/** Writes the use of a link to the audit log: which link, never its token or an address. */
export async function recordTokenUse(
  knex: Knex,
  use: { link: LinkView; what: TokenUse; details?: Record<string, string> },
): Promise<void> {
  const { link } = use;
  await writeAudit(knex, {
    tenantId: link.tenantId,
    meetingId: link.meetingId,
    uid: link.uid,
    category: 'token',
    what: use.what,
    actor: link.attendeeId,
    door: 'link',
    details: { link: link.id, purpose: link.purpose, ...use.details },
  });
}
