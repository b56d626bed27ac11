import type { CommitInput } from '../../../activities/meeting/ports.ts';
import type { AttendeeId } from '../../../domain/meeting/attendee-id.ts';
import type { ProposalChange } from '../../../domain/meeting/decision.ts';
import { attendeeOf, holdsTime, isBooking, type BookingState } from '../../../domain/meeting/state.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import type { StatementPart } from '../statement.ts';
import { RESOURCE, ROOM } from './busy.ts';

/** How what is reserved for a proposal begins; a number follows, and whose it is. */
const PROPOSED = 'proposed-';

/**
 * Takes the time of those whose invitation stands otherwise from now on, and of the meeting's room and resources, or gives it back;
 * the same at the time of a proposal that holds it. The exclusion constraint on `reservations` decides whether it is free.
 */
export function reservationParts({ change, invitations }: CommitInput): StatementPart[] {
  const { next, invited, proposals } = change;
  if (!isBooking(next)) return [];
  const standOtherwise = invitations.length + invited.length > 0;
  if (standOtherwise && !holdsTime(next)) return [ALL_FREED];
  const released = proposals.some(({ status, proposal }) => status !== 'pending' && proposal.holds);
  const held = proposals.find(isHeldAnew);
  const taken = invitations.filter((id) => attendeeOf(next, id));
  const freed = invitations.filter((id) => !attendeeOf(next, id));
  return [
    ...(released ? [RELEASED] : []),
    ...(standOtherwise ? [reserve(taken, { andNew: invited.length > 0, released })] : []),
    ...(freed.length > 0 ? [{ sql: SOME_FREED, values: { freed } }] : []),
    ...(held ? [hold(next, held.proposal, released)] : []),
  ];
}

const isHeldAnew = ({ isNew, status, proposal }: ProposalChange): boolean =>
  isNew === true && status === 'pending' && proposal.holds === true;

/** What hosts keep free around what they were booked for. */
export const BLOCKED = `
  CASE WHEN starts_with(taken.attendee_id, 'host')
       THEN tstzrange(meeting.start_utc - make_interval(mins => meeting.buffer_before_minutes),
                      meeting.end_utc + make_interval(mins => meeting.buffer_after_minutes))
       ELSE tstzrange(meeting.start_utc, meeting.end_utc) END`;

/** The meeting's room, and the resources that it has already. */
const THINGS = `
  SELECT '${ROOM}', meeting.room_id, NULL, false WHERE meeting.room_id IS NOT NULL
  UNION ALL SELECT attendee_id, principal_id, NULL, shared FROM reservations
             WHERE meeting_id = meeting.id AND starts_with(attendee_id, '${RESOURCE}')`;

/** What was taken for the proposal is free before it is taken again. */
const AFTER_RELEASED = '(SELECT count(*) FROM released) >= 0';

const reserve = (
  taken: readonly AttendeeId[],
  { andNew, released }: { andNew: boolean; released: boolean },
): StatementPart => ({
  sql: `reserved AS (
    INSERT INTO reservations (tenant_id, meeting_id, attendee_id, principal_id, contact_id, shared, period, blocked)
    SELECT meeting.tenant_id, meeting.id, taken.*, tstzrange(meeting.start_utc, meeting.end_utc), ${BLOCKED}
      FROM meeting CROSS JOIN LATERAL (
             SELECT attendee_id, principal_id, contact_id, false FROM invitations
              WHERE meeting_id = meeting.id AND attendee_id = ANY(:taken)
             ${andNew ? 'UNION ALL SELECT attendee_id, principal_id, contact_id, false FROM new_invitation' : ''}
             UNION ALL ${THINGS}
           ) taken
     ${released ? `WHERE ${AFTER_RELEASED}` : ''}
    ON CONFLICT (meeting_id, attendee_id) DO UPDATE
       SET period = excluded.period, blocked = excluded.blocked
     WHERE (reservations.period, reservations.blocked) <> (excluded.period, excluded.blocked)
  )`,
  values: { taken: [...taken] },
});

/**
 * Takes the time of a proposal, but for what the meeting itself has of it: nobody is reserved twice at once. Where its own time is in the
 * middle there are two pieces; the buffers are around the whole.
 */
const hold = (
  { attendees }: BookingState,
  { startMs, endMs }: TimeRange,
  released: boolean,
): StatementPart => ({
  sql: `held_for_proposal AS (
    INSERT INTO reservations (tenant_id, meeting_id, attendee_id, principal_id, contact_id, shared, period, blocked)
    SELECT meeting.tenant_id, meeting.id, '${PROPOSED}' || piece.nth || '-' || taken.attendee_id, principal_id, contact_id, shared,
           piece.period,
           CASE WHEN starts_with(taken.attendee_id, 'host')
                THEN tstzrange(CASE WHEN lower(piece.period) = lower(wanted.period)
                                    THEN lower(piece.period) - make_interval(mins => meeting.buffer_before_minutes)
                                    ELSE lower(piece.period) END,
                               CASE WHEN upper(piece.period) = upper(wanted.period)
                                    THEN upper(piece.period) + make_interval(mins => meeting.buffer_after_minutes)
                                    ELSE upper(piece.period) END)
                ELSE piece.period END
      FROM meeting
     CROSS JOIN (SELECT tstzrange(CAST(:heldFrom AS timestamptz), CAST(:heldUntil AS timestamptz))) AS wanted (period)
     CROSS JOIN LATERAL unnest(tstzmultirange(wanted.period) - tstzmultirange(tstzrange(meeting.start_utc, meeting.end_utc)))
                        WITH ORDINALITY AS piece (period, nth)
     CROSS JOIN LATERAL (
             SELECT attendee_id, principal_id, contact_id, false FROM invitations
              WHERE meeting_id = meeting.id AND attendee_id = ANY(:holding)
             UNION ALL ${THINGS}
           ) AS taken (attendee_id, principal_id, contact_id, shared)
     ${released ? `WHERE ${AFTER_RELEASED}` : ''}
  )`,
  values: {
    heldFrom: new Date(startMs),
    heldUntil: new Date(endMs),
    holding: attendees.map(({ id }) => id),
  },
});

const ALL_FREED: StatementPart = {
  sql: 'freed AS (DELETE FROM reservations USING meeting WHERE reservations.meeting_id = meeting.id)',
  values: {},
};

const SOME_FREED = `freed AS (
  DELETE FROM reservations USING meeting
   WHERE reservations.meeting_id = meeting.id
     AND regexp_replace(reservations.attendee_id, '^${PROPOSED}[0-9]+-', '') = ANY(:freed)
)`;

const RELEASED: StatementPart = {
  sql: `released AS (
    DELETE FROM reservations USING meeting
     WHERE reservations.meeting_id = meeting.id AND starts_with(reservations.attendee_id, '${PROPOSED}')
    RETURNING 1
  )`,
  values: {},
};
