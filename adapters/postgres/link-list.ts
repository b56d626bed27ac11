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
  /** What it was about is over: its proposal was decided, its recipient was taken out, or nobody meets any more. */
  over: boolean;
}

/** The links of a meeting, the newest first. */
export const linksOf = (knex: Knex, meetingId: string): Promise<ListedLink[]> =>
  knex('magic_links as link')
    .join('meetings as meeting', 'meeting.id', 'link.meeting_id')
    .leftJoin('pending_proposals as proposal', 'proposal.id', 'link.proposal_id')
    .leftJoin('invitations as invitation', (on) =>
      on
        .on('invitation.meeting_id', 'link.meeting_id')
        .on('invitation.attendee_id', 'link.attendee_id')
        .onNull('invitation.removed_at'),
    )
    .where('link.meeting_id', meetingId)
    .orderBy([{ column: 'link.created_at', order: 'desc' }, 'link.attendee_id', 'link.purpose'])
    .limit(MOST_LINKS)
    .select({
      id: 'link.id',
      purpose: 'link.purpose',
      attendeeId: 'link.attendee_id',
      proposalId: 'link.proposal_id',
      createdAt: 'link.created_at',
      expiresAt: 'link.expires_at',
      usedAt: 'link.used_at',
      over: knex.raw(
        `invitation.id IS NULL OR meeting.status <> 'scheduled' OR coalesce(proposal.status <> 'pending', false)`,
      ),
    });

const MOST_LINKS = 500;
