import type { Knex } from 'knex';
import type { Door, Role, TimelineEntry } from '../../domain/meeting/state.ts';
import type { Partstat } from '../../domain/ical/partstat.ts';
import type { Instant } from '../../domain/time/instant.ts';

/** How the newest message to one party fares; no address, no words of the mail server. */
export interface DeliveryView {
  state: string;
  kind: string;
  method: string | null;
  sequence: number;
  sentAt: Date | null;
}

export interface AnswerView {
  role: Role;
  partstat: Partstat;
  answeredAt: Date | null;
  delivery: DeliveryView | null;
}

export interface ProposalView {
  id: string;
  proposedBy: Role;
  start: Date;
  end: Date;
  note: string;
  createdAt: Date;
  expiresAt: Date;
}

export interface TimelineView {
  what: string;
  at: Date;
  by: TimelineEntry['by'];
  door: Door;
}

/** Both parties' answers, each with the state of its newest message. */
export async function answersOf(knex: Knex, meetingId: string): Promise<AnswerView[]> {
  const invitations = await knex('invitations').where({ meeting_id: meetingId }).select({
    role: 'attendee_role',
    partstat: 'last_partstat',
    answeredAt: 'answered_at',
  });
  const newest = await knex('outgoing_messages')
    .where({ meeting_id: meetingId })
    .distinctOn('recipient_role')
    .orderBy([
      'recipient_role',
      { column: 'revision', order: 'desc' },
      { column: 'prepared_at', order: 'desc' },
    ])
    .select<(DeliveryView & { role: Role })[]>({
      role: 'recipient_role',
      state: 'state',
      kind: 'kind',
      method: 'method',
      sequence: 'sequence',
      sentAt: 'sent_at',
    });
  return invitations.map((answer) => ({
    ...answer,
    delivery: newest.find((message) => message.role === answer.role) ?? null,
  }));
}

export const openProposalsOf = (knex: Knex, meetingId: string): Promise<ProposalView[]> =>
  knex('pending_proposals').where({ meeting_id: meetingId, status: 'pending' }).orderBy('created_at').select({
    id: 'id',
    proposedBy: 'proposed_by',
    start: 'proposed_start_utc',
    end: 'proposed_end_utc',
    note: 'note',
    createdAt: 'created_at',
    expiresAt: 'expires_at',
  });

/** The newest lines of the meeting's story, the oldest of them first. */
export async function timelineOf(knex: Knex, meetingId: string): Promise<TimelineView[]> {
  const newest = await knex('audit_log')
    .where({ meeting_id: meetingId, category: 'timeline' })
    .orderBy('id', 'desc')
    .limit(LONGEST_TIMELINE)
    .select<TimelineView[]>({ what: 'what', at: 'at', by: 'actor', door: 'door' });
  return newest.reverse();
}

const LONGEST_TIMELINE = 500;

export type RoomPhase = 'none' | 'ready' | 'closed';

export const phaseOf = (meeting: {
  readyAt: Instant | Date | null;
  closedAt: Instant | Date | null;
}): RoomPhase => (meeting.closedAt !== null ? 'closed' : meeting.readyAt !== null ? 'ready' : 'none');
