import type { Knex } from 'knex';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import type { LinkPurpose } from '../../domain/meeting/links.ts';

/** A link that was mailed, without what opens it. */
export interface ListedLink {
  id: string;
  purpose: LinkPurpose;
  attendeeId: AttendeeId;
  /** To decide: about which proposal. */
  proposalId: string | null;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

/** The links of a meeting, the newest first. */
export const linksOf = (knex: Knex, meetingId: string): Promise<ListedLink[]> =>
  knex('magic_links')
    .where({ meeting_id: meetingId })
    .orderBy([{ column: 'created_at', order: 'desc' }, 'attendee_id', 'purpose'])
    .limit(MOST_LINKS)
    .select({
      id: 'id',
      purpose: 'purpose',
      attendeeId: 'attendee_id',
      proposalId: 'proposal_id',
      createdAt: 'created_at',
      expiresAt: 'expires_at',
      usedAt: 'used_at',
    });

const MOST_LINKS = 500;
