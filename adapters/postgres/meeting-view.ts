import type { Knex } from 'knex';
import type { AttendeeId, Role } from '../../domain/meeting/attendee-id.ts';
import type { DeliveryStatus } from '../../domain/delivery/delivery-status.ts';
import type { CalendarMethod, MessageKind } from '../../domain/meeting/message-spec.ts';
import type { TimelineEntry } from '../../domain/meeting/state.ts';
import type { TimelineWord } from '../../domain/meeting/timeline-word.ts';
import type { Door } from '../../domain/meeting/door.ts';
import type { Partstat } from '../../domain/ical/partstat.ts';

/** How the newest message to one attendee fares. */
export interface DeliveryView {
  status: DeliveryStatus;
  kind: MessageKind;
  method: CalendarMethod | null;
  sequence: number;
  sentAt: Date | null;
  /** Why it is not there; null: it is on its way, or was taken. */
  problem: DeliveryProblem | null;
}

export interface DeliveryProblem {
  /** An SMTP code, or a stable word. */
  code: string;
  /** What the mail server said, or else the code. */
  words: string;
  /** Since when it waits; null: it does not wait any more. */
  since: Date | null;
  nextAttemptAt: Date | null;
}

export interface AnswerView {
  id: AttendeeId;
  role: Role;
  required: boolean;
  name: string | null;
  timezone: string | null;
  language: string | null;
  partstat: Partstat;
  answeredAt: Date | null;
  delivery: DeliveryView | null;
}

export interface ProposalView {
  id: string;
  proposedBy: AttendeeId;
  asked: AttendeeId[];
  /** Who of them has not approved yet. */
  waitsFor: AttendeeId[];
  start: Date;
  end: Date;
  note: string;
  createdAt: Date;
  expiresAt: Date;
}

export interface TimelineView {
  what: TimelineWord;
  at: Date;
  by: TimelineEntry['by'];
  /** Null: whom else it happened to, if to anybody, is not told. */
  about: AttendeeId | null;
  door: Door;
}

interface LastAttempt extends Omit<DeliveryProblem, 'code' | 'words'> {
  code: string | null;
  words: string | null;
}

/** The attendees with their answers, each with the state of their newest message; those who were removed are not among them. */
export async function answersOf(knex: Knex, meetingId: string): Promise<AnswerView[]> {
  const invitations = await knex('invitations')
    .where({ meeting_id: meetingId, removed_at: null })
    .orderByRaw('role, length(attendee_id), attendee_id')
    .select({
      id: 'attendee_id',
      role: 'role',
      required: 'required',
      name: 'attendee_name',
      timezone: 'attendee_timezone',
      language: 'attendee_language',
      partstat: 'last_partstat',
      answeredAt: 'answered_at',
    });
  const newest = await knex('outgoing_messages')
    .where({ meeting_id: meetingId })
    .distinctOn('attendee_id')
    .orderBy(['attendee_id', { column: 'revision', order: 'desc' }, { column: 'prepared_at', order: 'desc' }])
    .select<(Omit<DeliveryView, 'problem'> & LastAttempt & { to: AttendeeId })[]>({
      code: 'last_code',
      words: 'last_response',
      since: 'deferred_since',
      nextAttemptAt: 'next_attempt_at',
      to: 'attendee_id',
      status: 'state',
      kind: 'kind',
      method: 'method',
      sequence: 'sequence',
      sentAt: 'sent_at',
    });
  return invitations.map((answer) => {
    const message = newest.find(({ to }) => to === answer.id);
    if (!message) return { ...answer, delivery: null };
    const { to: _to, code, words, since, nextAttemptAt, ...delivery } = message;
    const problem = code === null ? null : { code, words: words ?? code, since, nextAttemptAt };
    return { ...answer, delivery: { ...delivery, problem } };
  });
}

export const openProposalsOf = (knex: Knex, meetingId: string): Promise<ProposalView[]> =>
  knex('pending_proposals').where({ meeting_id: meetingId, status: 'pending' }).orderBy('created_at').select({
    id: 'id',
    proposedBy: 'proposed_by',
    asked: 'asked',
    waitsFor: 'waits_for',
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
    .select<TimelineView[]>('what', 'at', { by: 'actor' }, 'door', knex.raw(`details->>'about' AS about`));
  return newest.reverse();
}

const LONGEST_TIMELINE = 500;
