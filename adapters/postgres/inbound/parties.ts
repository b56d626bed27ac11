import type { Knex } from 'knex';
import type { InvitedParties } from '../../../activities/ports.ts';
import type { MeetingStatus, Role } from '../../../domain/meeting/state.ts';

interface PartyRow {
  tenantId: string;
  roomId: string;
  status: MeetingStatus;
  start: Date;
  end: Date;
  role: Role;
  address: string;
  aliases: string[];
  timezone: string | null;
  language: string | null;
}

/** The meeting of a UID with those who may answer; null when there is none, or it is another tenant's. */
export async function invitedParties(
  database: Knex,
  uid: string,
  tenantId: string | null,
): Promise<InvitedParties | null> {
  if (uid.includes('\0')) return null;
  const { rows } = await database.raw<{ rows: PartyRow[] }>(
    `SELECT room.tenant_id AS "tenantId", room.id AS "roomId", room.status, room.start_utc AS start,
            room.end_utc AS end, invitation.attendee_role AS role, invitation.attendee_key AS address,
            ARRAY(SELECT alias_key FROM attendee_aliases alias
                   WHERE alias.tenant_id = room.tenant_id AND alias.attendee_key = invitation.attendee_key
                   ORDER BY alias.created_at) AS aliases,
            invitation.attendee_timezone AS timezone, invitation.attendee_language AS language
       FROM practice_rooms room JOIN invitations invitation ON invitation.room_id = room.id
      WHERE room.ics_uid = :uid AND (CAST(:tenantId AS uuid) IS NULL OR room.tenant_id = CAST(:tenantId AS uuid))`,
    { uid, tenantId },
  );
  const [first] = rows;
  if (!first) return null;
  const each = <T>(read: (row: PartyRow) => T, nobody: T): Record<Role, T> => {
    const of = (role: Role): T => {
      const row = rows.find((one) => one.role === role);
      return row ? read(row) : nobody;
    };
    return { host: of('host'), guest: of('guest') };
  };
  return {
    tenantId: first.tenantId,
    roomId: first.roomId,
    status: first.status,
    startMs: first.start.getTime(),
    endMs: first.end.getTime(),
    addresses: each<string[]>((row) => [row.address, ...row.aliases], []),
    timezones: each<string | null>((row) => row.timezone, null),
    languages: each<string | null>((row) => row.language, null),
  };
}
