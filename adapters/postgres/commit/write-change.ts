import type { Knex } from 'knex';
import type { CommitInput } from '../../../activities/meeting/ports.ts';
import { storableText } from '../../../domain/ical/text.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import type { AttendeeId } from '../../../domain/meeting/attendee-id.ts';
import { attendeeOf, isBooking } from '../../../domain/meeting/state.ts';
import { answerOf } from './invitations.ts';
import { sqlOf, valuesOf, type StatementPart } from '../statement.ts';
import { auditRows } from '../audit.ts';
import { webhookPart } from '../webhooks/tell.ts';
import { storableJson } from '../storable.ts';

export interface WhatElse {
  parts: readonly StatementPart[];
  /** Hashes of the ORGANIZER addresses that invitations have from now on. */
  organizerTags: ReadonlyMap<AttendeeId, Buffer>;
}

/**
 * Writes a change in one statement, which is a transaction and costs a fraction of one with BEGIN and COMMIT around it:
 * the meeting's row, its attendees' invitations, the change in its log, the story's lines in the audit log, the link that
 * it came through, what webhooks tell of it, and what else it has.
 *
 * @returns false when nothing was written, because another change has this one's revision, the one before is missing,
 *   the link was spent before, or the waiting call was refused
 * @throws DatabaseError an exclusion violation when the time of an attendee is taken
 */
export async function writeChange(
  knex: Knex,
  input: CommitInput,
  { parts, organizerTags }: WhatElse,
): Promise<boolean> {
  const besides = [linkPart(input.event), webhookPart(input)].filter((part) => part !== null);
  const all = [...besides, ...parts];
  const { rows } = await knex.raw<{ rows: unknown[] }>(
    `WITH ${meetingPart(input)}${all.length > 0 ? `, ${sqlOf(all)}` : ''} SELECT revision FROM meeting`,
    { ...meetingValues(input, organizerTags), ...valuesOf(all) },
  );
  return rows.length > 0;
}

/** The link that an event came through; null: it came through none. */
export const linkOf = (event: MeetingEvent): string | null =>
  'linkId' in event ? (event.linkId ?? null) : null;

/** A link is good for one change, whoever else has it at the same moment. */
const UNSPENT = `
  unspent AS (
    SELECT id FROM magic_links WHERE id = :linkId AND meeting_id = :meetingId AND used_at IS NULL FOR UPDATE
  ), `;

function meetingPart({ event, callId }: CommitInput): string {
  const throughLink = linkOf(event) !== null;
  const conditions = [
    'revision = :revision - 1',
    ...(throughLink ? ['EXISTS (SELECT FROM unspent)'] : []),
    // Somebody was told so before a crash, and the meeting stands by it.
    ...(callId === null ? [] : ['NOT EXISTS (SELECT FROM meeting_refusals WHERE call_id = :callId)']),
  ];
  const meeting = MEETING.replace('revision = :revision - 1', conditions.join(' AND '));
  return throughLink ? UNSPENT + meeting : meeting;
}

const MEETING = `
  meeting AS (
    UPDATE meetings
       SET status = :status, ics_sequence = :sequence, start_utc = :start, end_utc = :end, revision = :revision,
           video_ready_at = CASE WHEN :madeReady THEN :now WHEN :hasRoom THEN video_ready_at END,
           video_closed_at = CASE WHEN :closed THEN :now ELSE video_closed_at END,
           cancel_reason = coalesce(:cancelReason, cancel_reason), title = coalesce(:title, title), present = :present,
           hold_expires_at = coalesce(:holdExpires, hold_expires_at),
           updated_at = now()
     WHERE id = :meetingId AND revision = :revision - 1
    RETURNING *
  ), logged AS (
    INSERT INTO meeting_changes (tenant_id, meeting_id, revision, event_key, event, decided_at)
    SELECT tenant_id, id, revision, :eventKey, :event, :now FROM meeting
  ), told AS (
    ${auditRows({
      from: `(SELECT tenant_id, id AS meeting_id, ics_uid AS uid FROM meeting) AS meeting,
             jsonb_to_recordset(:story) AS line (at timestamptz, what text, by text, about text, door text)`,
      at: 'line.at',
      category: 'timeline',
      what: 'line.what',
      actor: 'line.by',
      door: 'line.door',
      details: `jsonb_strip_nulls(jsonb_build_object('about', line.about))`,
    })}
  ), invited AS (
    UPDATE invitations
       SET last_partstat = coalesce(answer.partstat, last_partstat), answered_sequence = answer.sequence,
           answered_at = answer.at, removed_at = CASE WHEN answer.removed THEN :now END,
           organizer_tag_hash = coalesce(organizer_tag_hash, decode(answer.tag, 'hex')), updated_at = now()
      FROM meeting, jsonb_to_recordset(:answers)
             AS answer (id text, partstat partstat, sequence int, at timestamptz, tag text, removed boolean)
     WHERE invitations.meeting_id = meeting.id AND invitations.attendee_id = answer.id
  )`
  // PostgreSQL knows the types of values in the places where they go, and not in a CASE or a function's arguments.
  .replace(/:(now|start|end|holdExpires)\b/g, 'CAST(:$1 AS timestamptz)')
  .replace(/:(story|answers|event)\b/g, 'CAST(:$1 AS jsonb)')
  .replace(/:(madeReady|hasRoom|closed)\b/g, 'CAST(:$1 AS boolean)');

/** Spends the link; a proposal that was made with it is found by it. */
function linkPart(event: MeetingEvent): StatementPart | null {
  const linkId = linkOf(event);
  if (linkId === null) return null;
  return {
    sql: `spent AS (
      UPDATE magic_links SET used_at = CAST(:now AS timestamptz), made_proposal_id = CAST(:madeProposalId AS uuid)
        FROM meeting WHERE magic_links.id = :linkId
    )`,
    values: { linkId, madeProposalId: event.type === 'proposed' ? event.proposalId : null },
  };
}

function meetingValues(
  { meetingId, event, nowMs, change, invitations, callId }: CommitInput,
  organizerTags: WhatElse['organizerTags'],
): StatementPart['values'] {
  const { next } = change;
  return {
    meetingId,
    callId,
    status: next.status,
    sequence: next.sequence,
    start: new Date(next.startMs),
    end: new Date(next.endMs),
    holdExpires: isBooking(next) && next.hold ? new Date(next.hold.untilMs) : null,
    revision: next.revision,
    now: new Date(nowMs),
    madeReady: change.video === 'ready',
    hasRoom: next.video.phase !== 'none',
    closed: next.video.phase === 'closed',
    present: next.video.present,
    // The title of a booking is the backend's, with whatever it contains; the workflow knows it without addresses.
    title: event.type === 'calendar-event' ? storableText(next.title) : null,
    cancelReason: event.type === 'cancelled' ? storableText(event.reason) : null,
    eventKey: event.key,
    event: storableJson(event),
    story: storableJson(change.timeline.map(({ atMs, ...line }) => ({ ...line, at: new Date(atMs) }))),
    answers: JSON.stringify(
      [...new Set([...invitations, ...organizerTags.keys()])].map((id) => {
        const invitation = { id, tag: organizerTags.get(id)?.toString('hex') };
        const attendee = isBooking(next) ? attendeeOf(next, id) : undefined;
        if (!attendee) return { ...invitation, ...lastWord(event, id), removed: true };
        return { ...invitation, partstat: attendee.answer.partstat, ...answerOf(next, id) };
      }),
    ),
  };
}

/** What somebody answered who has left with that, as who gives a seat back. */
const lastWord = (event: MeetingEvent, id: AttendeeId) =>
  event.type === 'answered' && event.attendeeId === id ? { partstat: event.partstat } : {};
