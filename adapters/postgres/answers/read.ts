import type { Knex } from 'knex';
import type { RefusalCode } from '../../../domain/meeting/decision.ts';
import type { MeetingStatus } from '../../../domain/meeting/state.ts';
import type { MeetingOutcome } from '../../../workflows/meeting/messages.ts';
import { inBatches } from '../in-batches.ts';

/** What became of an event: it was committed, and so the meeting stands; or it was refused. */
export type MeetingAnswer =
  { kind: 'committed'; outcome: MeetingOutcome } | { kind: 'refused'; code: RefusalCode };

/** What somebody waits for: that the event is committed, or this call of it refused. */
export interface Question {
  meetingId: string;
  eventKey: string;
  callId: string;
}

interface AnswerRow {
  committed: boolean;
  code: RefusalCode | null;
  status: MeetingStatus;
  sequence: number;
  start: Date;
  end: Date;
}

/** @returns reads the answer to a question; null when there is none yet. What was committed was not refused */
export const answerReader = (database: Knex): ((question: Question) => Promise<MeetingAnswer | null>) =>
  inBatches(async (questions: Question[]) => {
    const { rows } = await database.raw<{ rows: AnswerRow[] }>(
      `SELECT change.revision IS NOT NULL AS committed, refusal.code, meeting.status, meeting.ics_sequence AS sequence,
              meeting.start_utc AS start, meeting.end_utc AS end
         FROM unnest(CAST(:meetingIds AS uuid[]), CAST(:eventKeys AS text[]), CAST(:callIds AS uuid[]))
                WITH ORDINALITY AS question (meeting_id, event_key, call_id, place)
         LEFT JOIN meetings meeting ON meeting.id = question.meeting_id
         LEFT JOIN meeting_changes change USING (meeting_id, event_key)
         LEFT JOIN meeting_refusals refusal USING (call_id)
        ORDER BY question.place`,
      {
        meetingIds: questions.map(({ meetingId }) => meetingId),
        eventKeys: questions.map(({ eventKey }) => eventKey),
        callIds: questions.map(({ callId }) => callId),
      },
    );
    return rows.map(answerIn);
  });

function answerIn({ committed, code, ...meeting }: AnswerRow): MeetingAnswer | null {
  if (committed) return { kind: 'committed', outcome: outcomeIn(meeting) };
  return code === null ? null : { kind: 'refused', code };
}

const outcomeIn = (row: Omit<AnswerRow, 'committed' | 'code'>): MeetingOutcome => ({
  status: row.status,
  sequence: row.sequence,
  startMs: row.start.getTime(),
  endMs: row.end.getTime(),
});

export const outcomeOf = ({ status, sequence, startMs, endMs }: MeetingOutcome): MeetingOutcome => ({
  status,
  sequence,
  startMs,
  endMs,
});
