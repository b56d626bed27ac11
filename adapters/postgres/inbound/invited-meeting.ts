import type { Knex } from 'knex';
import type { InboundStore } from '../../../activities/inbound/ports.ts';
import type { InvitedMeeting } from '../../../activities/understanding/ports.ts';
import type { AttendeeId } from '../../../domain/meeting/attendee-id.ts';
import type { MeetingStatus } from '../../../domain/meeting/state.ts';
import { addressesOf } from '../people/person.ts';
import { inBatches } from '../in-batches.ts';

interface InvitedRow {
  uid: string;
  tenantId: string;
  meetingId: string;
  status: MeetingStatus;
  sequence: number;
  made: Date;
  organizer: string;
  start: Date;
  end: Date;
  id: AttendeeId;
  address: string;
  aliases: string[];
  timezone: string | null;
  language: string | null;
}

interface Asked {
  uid: string;
  tenantId: string | null;
}

/**
 * Finds the meeting of a UID with those who may answer; null when there is none, or it is another tenant's. What is
 * asked at the same time is asked in one statement.
 */
export function createMeetingReader(database: Knex): InboundStore['invitedMeeting'] {
  const together = inBatches(async (asked: Asked[]) => {
    const rows = await invitedRows(
      database,
      asked.map(({ uid }) => uid),
    );
    return asked.map(({ uid, tenantId }) =>
      meetingIn(rows.filter((row) => row.uid === uid && (tenantId === null || row.tenantId === tenantId))),
    );
  });
  return async (uid, tenantId) => (uid.includes('\0') ? null : together({ uid, tenantId }));
}

async function invitedRows(database: Knex, uids: readonly string[]): Promise<InvitedRow[]> {
  const { rows } = await database.raw<{ rows: InvitedRow[] }>(
    `SELECT meeting.ics_uid AS uid, meeting.tenant_id AS "tenantId", meeting.id AS "meetingId", meeting.status,
            meeting.ics_sequence AS sequence, meeting.created_at AS made,
            lower(tenant.organizer_email) AS organizer, meeting.start_utc AS start, meeting.end_utc AS end,
            invitation.attendee_id AS id, invitation.attendee_key AS address,
            ARRAY(SELECT address_key FROM ${addressesOf('invitation')} other
                   WHERE address_key <> invitation.attendee_key ORDER BY created_at, address_key) AS aliases,
            invitation.attendee_timezone AS timezone, invitation.attendee_language AS language
       FROM meetings meeting
       JOIN tenants tenant ON tenant.id = meeting.tenant_id
       JOIN invitations invitation ON invitation.meeting_id = meeting.id AND invitation.removed_at IS NULL
      WHERE meeting.ics_uid = ANY(:uids)`,
    { uids },
  );
  return rows;
}

function meetingIn(rows: readonly InvitedRow[]): InvitedMeeting | null {
  const [first] = rows;
  if (!first) return null;
  const each = <T>(read: (row: InvitedRow) => T): Record<AttendeeId, T> =>
    Object.fromEntries(rows.map((row) => [row.id, read(row)]));
  return {
    tenantId: first.tenantId,
    meetingId: first.meetingId,
    uid: first.uid,
    status: first.status,
    sequence: first.sequence,
    madeMs: first.made.getTime(),
    startMs: first.start.getTime(),
    endMs: first.end.getTime(),
    organizer: first.organizer,
    addresses: each((row) => [row.address, ...row.aliases]),
    timezones: each((row) => row.timezone),
    languages: each((row) => row.language),
  };
}
