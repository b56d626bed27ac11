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

const OWN_TIME = 'tstzrange(meeting.start_utc, meeting.end_utc)';

/**
 * What is blocked for a period, as SQL: hosts keep time free before and after what they are booked for.
 *
 * @param whole of which the period is a piece; the buffers are around that
 */
const blockedFor = (period: string, whole = period): string => `
  CASE WHEN starts_with(taken.attendee_id, 'host')
       THEN tstzrange(
              lower(${period}) - make_interval(
                mins => CASE WHEN lower(${period}) = lower(${whole}) THEN meeting.buffer_before_minutes ELSE 0 END),
              upper(${period}) + make_interval(
                mins => CASE WHEN upper(${period}) = upper(${whole}) THEN meeting.buffer_after_minutes ELSE 0 END))
       ELSE ${period} END`;

/** What is blocked for the time that a meeting has. */
export const BLOCKED = blockedFor(OWN_TIME);

/** Those of a meeting's attendees, its room, and the resources that it has already. @param attendees a placeholder for their ids */
const takersOf = (attendees: string, andNew = false): string => `
  SELECT attendee_id, principal_id, contact_id, false AS shared FROM invitations
   WHERE meeting_id = meeting.id AND attendee_id = ANY(${attendees})
  ${andNew ? 'UNION ALL SELECT attendee_id, principal_id, contact_id, false FROM new_invitation' : ''}
  UNION ALL SELECT '${ROOM}', meeting.room_id, NULL, false WHERE meeting.room_id IS NOT NULL
  UNION ALL SELECT attendee_id, principal_id, NULL, shared FROM reservations
             WHERE meeting_id = meeting.id AND starts_with(attendee_id, '${RESOURCE}')`;

/** What was taken for the proposal is free before it is taken again. */
const AFTER_RELEASED = 'WHERE (SELECT count(*) FROM released) >= 0';

const reserve = (
  taken: readonly AttendeeId[],
  { andNew, released }: { andNew: boolean; released: boolean },
): StatementPart => ({
  sql: `reserved AS (
    INSERT INTO reservations (tenant_id, meeting_id, attendee_id, principal_id, contact_id, shared, period, blocked)
    SELECT meeting.tenant_id, meeting.id, taken.*, ${OWN_TIME}, ${BLOCKED}
      FROM meeting CROSS JOIN LATERAL (${takersOf(':taken', andNew)}) taken
     ${released ? AFTER_RELEASED : ''}
    ON CONFLICT (meeting_id, attendee_id) DO UPDATE
       SET period = excluded.period, blocked = excluded.blocked
     WHERE (reservations.period, reservations.blocked) <> (excluded.period, excluded.blocked)
  )`,
  values: { taken: [...taken] },
});

/**
 * Takes the time of a proposal, but for what the meeting itself has of it: nobody is reserved twice at once. Where its own time is in the
 * middle there are two pieces.
 */
const hold = (
  { attendees }: BookingState,
  { startMs, endMs }: TimeRange,
  released: boolean,
): StatementPart => ({
  sql: `held_for_proposal AS (
    INSERT INTO reservations (tenant_id, meeting_id, attendee_id, principal_id, contact_id, shared, period, blocked)
    SELECT meeting.tenant_id, meeting.id, '${PROPOSED}' || piece.nth || '-' || taken.attendee_id, principal_id, contact_id, shared,
           piece.period, ${blockedFor('piece.period', 'wanted.period')}
      FROM meeting
     CROSS JOIN (SELECT tstzrange(CAST(:heldFrom AS timestamptz), CAST(:heldUntil AS timestamptz))) AS wanted (period)
     CROSS JOIN LATERAL unnest(tstzmultirange(wanted.period) - tstzmultirange(${OWN_TIME}))
                        WITH ORDINALITY AS piece (period, nth)
     CROSS JOIN LATERAL (${takersOf(':holding')}) taken
     ${released ? AFTER_RELEASED : ''}
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
