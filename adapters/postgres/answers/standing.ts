import type { Knex } from 'knex';
import { dayOf, nextDayMs, NO_BUDGETS, USED_UP, type Budgets } from '../../../domain/meeting/budgets.ts';
import {
  openMeeting,
  type MeetingInput,
  type MeetingState,
  type Proposal,
  type Role,
} from '../../../domain/meeting/state.ts';
import type { Instant } from '../../../domain/time/instant.ts';

/** How a meeting stands, as far as the database knows it, and whether an event is among its changes. */
export interface Standing {
  meetingId: string;
  /** Enough to see that a command would be refused. What only the workflow knows is as at the beginning. */
  state: MeetingState;
  committed: boolean;
}

interface StandingRow extends Pick<MeetingInput, 'uid' | 'title' | 'policy' | 'source'> {
  id: string;
  tenantId: string;
  status: MeetingState['status'];
  sequence: number;
  revision: number;
  start: Date;
  end: Date;
  committed: boolean;
  usedUp: { what: string; by: Role }[];
  proposals: { id: string; by: Role; start: number; end: number; expires: number }[];
}

const DAY_MS = 24 * 3_600_000;

/** @returns null when the meeting is not in this database */
export async function readStanding(
  database: Knex,
  { uid, eventKey, nowMs }: { uid: string; eventKey: string; nowMs: Instant },
): Promise<Standing | null> {
  const { rows } = await database.raw<{ rows: StandingRow[] }>(
    `SELECT meeting.id, meeting.tenant_id AS "tenantId", meeting.ics_uid AS uid, meeting.title, meeting.policy, meeting.source,
            meeting.status, meeting.ics_sequence AS sequence, meeting.revision, meeting.start_utc AS start, meeting.end_utc AS end,
            EXISTS (
              SELECT FROM meeting_changes WHERE meeting_id = meeting.id AND event_key = :eventKey
            ) AS committed,
            coalesce((
              SELECT jsonb_agg(jsonb_build_object('id', id, 'by', proposed_by,
                       'start', 1000 * extract(epoch FROM proposed_start_utc),
                       'end', 1000 * extract(epoch FROM proposed_end_utc),
                       'expires', 1000 * extract(epoch FROM expires_at)))
                FROM pending_proposals WHERE meeting_id = meeting.id AND status = 'pending'
            ), '[]') AS proposals,
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

/** Of what follows no command is refused, so it need not be read. */
const UNREAD = {
  bouncePolicy: 'keep',
  proposalExpiryMs: 0,
  budgets: NO_BUDGETS,
  notesPauseMs: 0,
  timings: { readyBeforeMs: 0, graceMs: 0, forceCloseMs: 0 },
} as const;

function stateIn(
  { id, start, end, committed: _, proposals, usedUp, ...row }: StandingRow,
  nowMs: Instant,
): MeetingState {
  const { status, sequence, revision, ...input } = row;
  const time = { startMs: start.getTime(), endMs: end.getTime() };
  return {
    ...openMeeting({ ...input, ...time, ...UNREAD, meetingId: id }),
    status,
    sequence,
    revision,
    proposals: proposals.map(proposalIn),
    budgets: UNUSED,
    used: {
      day: dayOf(nowMs),
      by: { host: usedUpBy('host', usedUp), guest: usedUpBy('guest', usedUp) },
    },
  };
}

/** How large the budgets are, only the meeting knows; the database knows which are used up. */
const UNUSED: Budgets = { proposals: 1, links: 1, refreshes: 1, questions: 1 };

const usedUpBy = (role: Role, lines: StandingRow['usedUp']): Partial<Budgets> =>
  Object.fromEntries(
    Object.entries(USED_UP).flatMap(([kind, what]) =>
      lines.some((line) => line.by === role && line.what === what) ? [[kind, 1]] : [],
    ),
  );

const proposalIn = ({ id, by, start, end, expires }: StandingRow['proposals'][number]): Proposal => ({
  id,
  proposedBy: by,
  door: 'link',
  startMs: start,
  endMs: end,
  note: '',
  createdMs: 0,
  expiresMs: expires,
});
