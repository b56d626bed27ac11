import type { Knex } from 'knex';
import { changeTerms } from '../../../domain/meeting/changing.ts';
import { newAttendee, type Used } from '../../../domain/meeting/attendees.ts';
import type { AttendeeId, Part } from '../../../domain/meeting/attendee-id.ts';
import { dayOf, nextDayMs, USED_UP } from '../../../domain/meeting/budgets.ts';
import {
  type Budgets,
  openMeeting,
  type BookingInput,
  type BookingState,
  type MeetingSource,
  type MeetingState,
} from '../../../domain/meeting/state.ts';
import type { Proposal } from '../../../domain/meeting/proposal.ts';
import type { Instant } from '../../../domain/time/instant.ts';

/** How a meeting stands, as far as the database knows it, and whether an event is among its changes. */
export interface Standing {
  meetingId: string;
  /** Enough to see that a command would be refused. What only the workflow knows is as at the beginning. */
  state: MeetingState;
  committed: boolean;
}

interface StandingRow {
  id: string;
  uid: string;
  title: string;
  policy: BookingState['policy'];
  eventTypeId: string | null;
  changeUntilMinutes: number | null;
  seats: number;
  source: MeetingSource;
  tenantId: string;
  status: MeetingState['status'];
  sequence: number;
  revision: number;
  start: Date;
  end: Date;
  committed: boolean;
  attendees: (Part & { id: AttendeeId; removed: boolean })[];
  usedUp: { what: string; by: AttendeeId }[];
  proposals: (Pick<Proposal, 'id' | 'proposedBy' | 'asked' | 'waitsFor'> & {
    start: number;
    end: number;
    expires: number;
  })[];
}

const DAY_MS = 24 * 3_600_000;

/** @returns null when the meeting is not in this database */
export async function readStanding(
  database: Knex,
  { uid, eventKey, nowMs }: { uid: string; eventKey: string; nowMs: Instant },
): Promise<Standing | null> {
  const { rows } = await database.raw<{ rows: StandingRow[] }>(
    `SELECT meeting.id, meeting.tenant_id AS "tenantId", meeting.ics_uid AS uid, meeting.title, meeting.policy, meeting.source,
            meeting.event_type_id AS "eventTypeId", meeting.change_until_minutes AS "changeUntilMinutes", meeting.seats,
            meeting.status, meeting.ics_sequence AS sequence, meeting.revision, meeting.start_utc AS start, meeting.end_utc AS end,
            EXISTS (
              SELECT FROM meeting_changes WHERE meeting_id = meeting.id AND event_key = :eventKey
            ) AS committed,
            coalesce((
              SELECT jsonb_agg(jsonb_build_object('id', id, 'proposedBy', proposed_by, 'asked', asked, 'waitsFor', waits_for,
                       'start', 1000 * extract(epoch FROM proposed_start_utc),
                       'end', 1000 * extract(epoch FROM proposed_end_utc),
                       'expires', 1000 * extract(epoch FROM expires_at)))
                FROM pending_proposals WHERE meeting_id = meeting.id AND status = 'pending'
            ), '[]') AS proposals,
            coalesce((
              SELECT jsonb_agg(jsonb_build_object('id', attendee_id, 'role', role, 'required', required,
                       'removed', removed_at IS NOT NULL))
                FROM invitations WHERE meeting_id = meeting.id
            ), '[]') AS attendees,
            coalesce((
              SELECT jsonb_agg(jsonb_build_object('what', what, 'by', actor))
                FROM audit_log
               WHERE meeting_id = meeting.id AND what LIKE '%-used-up' AND category = 'timeline'
                 AND at >= :today AND at < :tomorrow
            ), '[]') AS "usedUp"
       FROM meetings meeting
      WHERE meeting.ics_uid = :uid`,
    { uid, eventKey, today: new Date(nextDayMs(nowMs) - DAY_MS), tomorrow: new Date(nextDayMs(nowMs)) },
  );
  const [row] = rows;
  return row ? { meetingId: row.id, state: stateIn(row, nowMs), committed: row.committed } : null;
}

const NO_TIMINGS = { readyBeforeMs: 0, graceMs: 0, forceCloseMs: 0 };

/** How large the budgets are, only the meeting knows; the database knows which are used up. */
const UNUSED: Budgets = { proposals: 1, links: 1, refreshes: 1, questions: 1 };

function stateIn(row: StandingRow, nowMs: Instant): MeetingState {
  const { uid, tenantId, title, policy, source, status, sequence, revision } = row;
  const time = { startMs: row.start.getTime(), endMs: row.end.getTime() };
  const input = { uid, tenantId, title, ...time, meetingId: row.id, timings: NO_TIMINGS };
  const stands = { status, sequence, revision };
  if (source !== 'booking') return { ...openMeeting({ ...input, source }), ...stands };
  const unread = { bouncePolicy: 'keep', proposalExpiryMs: 0, notesPauseMs: 0 } as const;
  return {
    ...openMeeting({
      ...input,
      ...unread,
      ...ofEventType(row),
      source,
      policy,
      attendees: [],
      budgets: UNUSED,
    }),
    ...stands,
    attendees: row.attendees
      .filter(({ removed }) => !removed)
      .map(({ id, ...part }) => ({
        ...newAttendee(id, part, sequence),
        used: usedUpBy(id, row.usedUp, nowMs),
      })),
    removed: row.attendees.filter(({ removed }) => removed).map(({ id }) => id),
    proposals: row.proposals.map(proposalIn),
  };
}

/** What decides whether guests may change it. */
const ofEventType = ({ eventTypeId, ...terms }: StandingRow): Partial<BookingInput> =>
  eventTypeId === null ? {} : { eventTypeId, ...changeTerms(terms) };

const usedUpBy = (id: AttendeeId, lines: StandingRow['usedUp'], nowMs: Instant): Used => ({
  day: dayOf(nowMs),
  times: Object.fromEntries(
    Object.entries(USED_UP).flatMap(([kind, what]) =>
      lines.some((line) => line.by === id && line.what === what) ? [[kind, 1]] : [],
    ),
  ),
});

const proposalIn = ({ start, end, expires, ...who }: StandingRow['proposals'][number]): Proposal => ({
  ...who,
  door: 'link',
  startMs: start,
  endMs: end,
  note: '',
  createdMs: 0,
  expiresMs: expires,
});
