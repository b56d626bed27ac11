import type { Knex } from 'knex';
import type { Grant } from '../../../policies/privileges.ts';

/** A calendar that an object is, or will be, in. */
export interface TargetCalendar {
  id: string;
  tenantId: string;
  principalId: string;
  /** IANA name. */
  timezone: string;
}

/** Somebody who keeps a calendar here, as far as messages about one UID are concerned. */
export interface ScheduleTarget {
  principalId: string;
  kind: 'individual' | 'room' | 'resource' | 'group';
  /** All of theirs, in lower case, the primary one first. */
  addresses: string[];
  /** Whose room or resource it is. */
  ownerId: string | null;
  inbox: { id: string; grants: Grant[] };
  /** Where invitations go. */
  calendar: TargetCalendar;
  /** Their object of the UID. */
  existing: {
    name: string;
    raw: string;
    scheduleTag: string | null;
    meetingId: string | null;
    calendar: TargetCalendar;
  } | null;
  /** Where they have none, the one that they deleted last. */
  deleted: string | null;
}

/**
 * Lets nobody else change objects of a UID in a tenant, or the calendars where they are or go, until the transaction ends. All who
 * come wait in the same order.
 *
 * @param about.calendarId another one that is to change; null: none is
 */
export async function lockScheduling(
  trx: Knex.Transaction,
  {
    tenantId,
    uid,
    calendarId,
    addresses,
  }: { tenantId: string; uid: string; calendarId: string | null; addresses: readonly string[] },
): Promise<void> {
  await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`uid ${tenantId} ${uid}`]);
  await trx.raw(
    `SELECT id FROM calendars
      WHERE id = CAST(:calendarId AS uuid)
         OR id IN (SELECT calendar_id FROM calendar_objects WHERE tenant_id = :tenantId AND uid = :uid AND name IS NOT NULL)
         OR is_default AND deleted_at IS NULL AND principal_id IN (
              SELECT principal_id FROM principal_addresses WHERE tenant_id = :tenantId AND address_key = ANY(:addresses))
      ORDER BY id FOR NO KEY UPDATE`,
    { tenantId, uid, calendarId, addresses: [...addresses] },
  );
}

/** Those of some addresses that are of somebody who keeps a calendar here. @param addresses in lower case */
export async function scheduleTargets(
  trx: Knex,
  { tenantId, uid, addresses }: { tenantId: string; uid: string; addresses: readonly string[] },
): Promise<ScheduleTarget[]> {
  const { rows } = await trx.raw<{ rows: ScheduleTarget[] }>(
    `SELECT principal.id AS "principalId", principal.kind, principal.owner_id AS "ownerId",
            ARRAY(SELECT address_key FROM principal_addresses theirs WHERE theirs.principal_id = principal.id
                   ORDER BY is_primary DESC, address_key) AS addresses,
            json_build_object('id', inbox.id, 'grants', (
              SELECT coalesce(json_agg(json_build_object('principalId', principal_id, 'privileges', privileges)), '[]')
                FROM calendar_grants WHERE calendar_id = inbox.id)) AS inbox,
            ${calendarJson('first')} AS calendar,
            (SELECT json_build_object('name', object.name, 'raw', object.raw, 'scheduleTag', object.schedule_tag,
                                      'meetingId', object.meeting_id, 'calendar', ${calendarJson('holder')})
               FROM calendar_objects object JOIN calendars holder ON holder.id = object.calendar_id
              WHERE object.tenant_id = :tenantId AND object.uid = :uid AND holder.principal_id = principal.id
                AND holder.source = 'local' AND holder.deleted_at IS NULL
              ORDER BY object.updated_at DESC LIMIT 1) AS existing,
            (SELECT version.raw FROM calendar_object_versions version JOIN calendars holder ON holder.id = version.calendar_id
              WHERE version.tenant_id = :tenantId AND version.uid = :uid AND version.deleted AND holder.principal_id = principal.id
              ORDER BY version.replaced_at DESC LIMIT 1) AS deleted
       FROM principals principal
       JOIN calendars inbox ON inbox.principal_id = principal.id AND inbox.kind = 'inbox'
       JOIN calendars first ON first.principal_id = principal.id AND first.is_default AND first.deleted_at IS NULL
      WHERE principal.tenant_id = :tenantId AND principal.deleted_at IS NULL
        AND principal.id IN (SELECT principal_id FROM principal_addresses
                              WHERE tenant_id = :tenantId AND address_key = ANY(:addresses))`,
    { tenantId, uid, addresses: [...addresses] },
  );
  return rows;
}

const calendarJson = (table: string): string =>
  `json_build_object('id', ${table}.id, 'tenantId', ${table}.tenant_id, 'principalId', ${table}.principal_id,
                     'timezone', coalesce(${table}.timezone, principal.timezone))`;
