import type { Knex } from 'knex';
import { msOf } from '../milliseconds.ts';
import type { Counted } from '../../../domain/availability/limits.ts';
import type { EventType } from '../../../domain/booking/event-type.ts';
import type { SeatedMeeting } from '../../../domain/booking/offer.ts';
import type { Instant, TimeRange } from '../../../domain/time/instant.ts';

/** A meeting that takes place, did, or may: what is held counts, too. */
const COUNTS = "meeting.status IN ('held', 'scheduled', 'live', 'closed')";

/** Another slot that a guest has asked for, and that is held until the hosts have decided: it counts beside the one they have. */
const HELD_MOVES = `
  SELECT meetings.id, event_type_id, meetings.status, proposed_start_utc, proposed_end_utc
    FROM pending_proposals JOIN meetings ON meetings.id = meeting_id
   WHERE holds AND pending_proposals.status = 'pending'`;

interface Row {
  ofType: boolean;
  hosts: string[];
  startMs: Instant;
  endMs: Instant;
}

/** What counts for limits: the meetings that begin within a range, of an event type, and of its hosts of any event type. */
export async function countedMeetings(
  knex: Knex,
  named: { eventTypeId: string; principalIds: readonly string[]; except?: string | undefined },
  { startMs, endMs }: TimeRange,
): Promise<{ ofType: Counted[]; ofHost: Map<string, Counted[]> }> {
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `SELECT meeting.event_type_id = :eventTypeId AS "ofType", ${msOf('start_utc')} AS "startMs", ${msOf('end_utc')} AS "endMs",
            ARRAY(SELECT principal_id FROM invitations
                   WHERE invitations.meeting_id = meeting.id AND role = 'host' AND removed_at IS NULL
                     AND principal_id IS NOT NULL) AS hosts
       FROM (SELECT id, event_type_id, status, start_utc, end_utc FROM meetings
            UNION ALL ${HELD_MOVES}) AS meeting
      WHERE event_type_id IS NOT NULL AND ${COUNTS} AND start_utc >= :start AND start_utc < :end
        AND meeting.id IS DISTINCT FROM CAST(:except AS uuid)
        AND (meeting.event_type_id = :eventTypeId
             OR EXISTS (SELECT FROM invitations
                         WHERE invitations.meeting_id = meeting.id AND role = 'host' AND removed_at IS NULL
                           AND principal_id = ANY(CAST(:principalIds AS uuid[]))))`,
    {
      eventTypeId: named.eventTypeId,
      principalIds: [...named.principalIds],
      except: named.except ?? null,
      start: new Date(startMs),
      end: new Date(endMs),
    },
  );
  const ofHost = new Map<string, Counted[]>(named.principalIds.map((id) => [id, []]));
  for (const { hosts, ...range } of rows) for (const host of hosts) ofHost.get(host)?.push(range);
  return { ofType: rows.filter(({ ofType }) => ofType), ofHost };
}

/**
 * Meetings of an event type within a range, and how many more guests each has room for: as many as it had when it was booked, whatever
 * the event type says now.
 */
export async function seatedMeetings(
  knex: Knex,
  { id }: Pick<EventType, 'id'>,
  { startMs, endMs, except }: TimeRange & { except?: string },
): Promise<SeatedMeeting[]> {
  const { rows } = await knex.raw<{ rows: (SeatedMeeting & { seats: number; guests: number })[] }>(
    `SELECT meeting.id AS "meetingId", ${msOf('start_utc')} AS "startMs", ${msOf('end_utc')} AS "endMs", meeting.seats,
            (SELECT count(*)::int FROM invitations
              WHERE invitations.meeting_id = meeting.id AND role = 'guest' AND removed_at IS NULL) AS guests
       FROM meetings meeting
      WHERE event_type_id = :id AND status IN ('held', 'scheduled') AND seats > 1 AND start_utc >= :start AND start_utc < :end
        AND meeting.id IS DISTINCT FROM CAST(:except AS uuid)
      ORDER BY start_utc`,
    { id, except: except ?? null, start: new Date(startMs), end: new Date(endMs) },
  );
  return rows.map(({ seats, guests, ...meeting }) => ({
    ...meeting,
    seatsLeft: Math.max(0, seats - guests),
  }));
}
