import type { Knex } from 'knex';
import type { AttendeeId } from '../../../domain/meeting/attendee-id.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { PendingProposalsRow } from '../../../migrations/rows/tables.ts';
import { linkProposal, type LinkProposal } from '../link-proposal.ts';
import { msOf } from '../milliseconds.ts';

/** What a guest asks the hosts for: the booking itself, or another time. */
export interface AskedOfHosts {
  /** Of the proposal. */
  id: string;
  startMs: Instant;
  endMs: Instant;
  /** They can decide until then. */
  untilMs: Instant;
  /** Of all who are asked, who has not approved yet. */
  waitsFor: AttendeeId[];
}

const takesPart = (role: 'guest' | 'host', who: string): string =>
  `EXISTS (SELECT FROM invitations person
            WHERE person.meeting_id = proposal.meeting_id AND person.role = '${role}' AND person.removed_at IS NULL
              AND ${who})`;

const fromThose = (meeting: string): string =>
  `FROM pending_proposals proposal
    WHERE proposal.meeting_id = ${meeting} AND proposal.status = 'pending'
      AND ${takesPart('guest', 'person.attendee_id = proposal.proposed_by')}
      AND ${takesPart('host', 'person.attendee_id = ANY (proposal.waits_for)')}`;

const inOrder = 'ORDER BY proposal.created_at, proposal.id';

/** Whether a guest waits for the hosts to decide, as SQL. @param meeting its id there */
export const awaitsApproval = (meeting: string): string => `EXISTS (SELECT ${fromThose(meeting)})`;

const ASKED = `json_build_object('id', proposal.id, 'startMs', ${msOf('proposal.proposed_start_utc')},
  'endMs', ${msOf('proposal.proposed_end_utc')}, 'untilMs', ${msOf('proposal.expires_at')}, 'waitsFor', proposal.waits_for)`;

/** What they are asked for, as SQL, of several guests the one who asked first; null: nothing. @param meeting its id there */
export const askedOfHosts = (meeting: string): string =>
  `(SELECT ${ASKED} ${fromThose(meeting)} ${inOrder} LIMIT 1)`;

/** The proposals of guests that wait for hosts of a meeting, the oldest first. */
export async function proposalsForHosts(knex: Knex, meetingId: string): Promise<LinkProposal[]> {
  const { rows } = await knex.raw<{ rows: PendingProposalsRow[] }>(
    `SELECT proposal.* ${fromThose('CAST(:meetingId AS uuid)')} ${inOrder}`,
    { meetingId },
  );
  return rows.map(linkProposal);
}
