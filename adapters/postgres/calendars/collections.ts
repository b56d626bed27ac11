import type { Knex } from 'knex';
import { isUuid } from '../../../domain/uuid.ts';
import type { CollectionKind, Grant } from '../../../policies/privileges.ts';
import type { PrincipalKind } from '../people/principals.ts';

/** A calendar, or where messages come in or go out, as far as one reader is concerned. */
export interface Collection {
  id: string;
  tenantId: string;
  principalId: string;
  kind: CollectionKind;
  /** The last part of its address, in the home of its owner. */
  segment: string;
  /** DAV:displayname. */
  name: string | null;
  /** IANA name: where its floating times and days are. */
  timezone: string;
  components: string[];
  transparent: boolean;
  isDefault: boolean;
  /** By their names in Clark notation, as XML. */
  properties: Record<string, string>;
  version: number;
  versionTag: string;
  /** Null: it has no long or endless series. */
  seriesVersion: string | null;
  createdAt: Date;
  /** Of the principal that it is of. */
  ownerKind: PrincipalKind;
  /** Whose room or resource that is. */
  ownerId: string | null;
  ownerName: string | null;
  /** Those to everybody, to the reader, and to groups of theirs. */
  grants: Grant[];
  /** Groups that the reader is in. */
  groupIds: string[];
}

const COLUMNS = `calendar.id, calendar.tenant_id AS "tenantId", calendar.principal_id AS "principalId", calendar.kind,
  calendar.segment, calendar.name, coalesce(calendar.timezone, owner.timezone) AS timezone, calendar.components,
  calendar.transparent, calendar.is_default AS "isDefault", calendar.properties, calendar.version,
  calendar.version_tag AS "versionTag", calendar.series_version AS "seriesVersion", calendar.created_at AS "createdAt", owner.kind AS "ownerKind",
  owner.owner_id AS "ownerId", owner.name AS "ownerName", granted.grants, granted."groupIds"`;

/** Grants are few, and most collections have none. */
const FROM = `FROM calendars calendar
  JOIN principals owner ON owner.id = calendar.principal_id
 CROSS JOIN LATERAL (
   SELECT coalesce(array_agg(group_id), '{}') AS ids FROM group_members WHERE member_id = :readerId
 ) groups
 CROSS JOIN LATERAL (
   SELECT groups.ids AS "groupIds",
          coalesce(json_agg(json_build_object('principalId', principal_id, 'privileges', privileges)), '[]') AS grants
     FROM calendar_grants
    WHERE calendar_id = calendar.id
      AND (principal_id IS NULL OR principal_id = :readerId OR principal_id = ANY(groups.ids))
 ) granted
WHERE calendar.tenant_id = :tenantId AND calendar.source = 'local' AND calendar.deleted_at IS NULL
  AND owner.deleted_at IS NULL`;

interface Reader {
  tenantId: string;
  readerId: string;
}

/**
 * The collection at an address: in the home of its owner under its own name, and in that of somebody whom it is shared with
 * under its id.
 */
export async function collectionAt(
  knex: Knex,
  reader: Reader,
  { principalId, segment }: { principalId: string; segment: string },
): Promise<Collection | null> {
  const { rows } = await knex.raw<{ rows: Collection[] }>(
    `SELECT ${COLUMNS} ${FROM}
        AND (calendar.principal_id = :principalId AND calendar.segment = :segment
             OR calendar.id = CAST(:id AS uuid) AND EXISTS (
               SELECT FROM calendar_grants shared WHERE shared.calendar_id = calendar.id AND shared.principal_id = :principalId))
      ORDER BY calendar.principal_id = :principalId DESC
      LIMIT 1`,
    { ...reader, principalId, segment, id: isUuid(segment) ? segment : null },
  );
  return rows[0] ?? null;
}

export async function collectionById(knex: Knex, reader: Reader, id: string): Promise<Collection | null> {
  const { rows } = await knex.raw<{ rows: Collection[] }>(`SELECT ${COLUMNS} ${FROM} AND calendar.id = :id`, {
    ...reader,
    id,
  });
  return rows[0] ?? null;
}

/** All of a principal's own, and calendars of others that were shared with them; inbox and outbox last. */
export async function collectionsIn(knex: Knex, reader: Reader, principalId: string): Promise<Collection[]> {
  const { rows } = await knex.raw<{ rows: Collection[] }>(
    `SELECT ${COLUMNS} ${FROM}
        AND (calendar.principal_id = :principalId OR calendar.id IN (
               SELECT calendar_id FROM calendar_grants shared WHERE shared.principal_id = :principalId))
      ORDER BY calendar.kind, calendar.principal_id <> :principalId, calendar.created_at, calendar.id`,
    { ...reader, principalId },
  );
  return rows;
}

/** The one of its kind, without regard to who reads. */
export async function ownCollection(
  knex: Knex,
  { tenantId, principalId }: { tenantId: string; principalId: string },
  which: 'inbox' | 'outbox' | 'default',
): Promise<Collection | null> {
  const { rows } = await knex.raw<{ rows: Collection[] }>(
    `SELECT ${COLUMNS} ${FROM} AND calendar.principal_id = :principalId
        AND CASE WHEN :which = 'default' THEN calendar.is_default ELSE calendar.kind::text = :which END`,
    { tenantId, readerId: principalId, principalId, which },
  );
  return rows[0] ?? null;
}

/** Calendars that a principal keeps here, without regard to who reads; by id, so that whoever locks them does so in one order. */
export async function localCalendarsOf(
  knex: Knex,
  { tenantId, principalId }: { tenantId: string; principalId: string },
): Promise<Collection[]> {
  const { rows } = await knex.raw<{ rows: Collection[] }>(
    `SELECT ${COLUMNS} ${FROM} AND calendar.principal_id = :principalId AND calendar.kind = 'calendar' ORDER BY calendar.id`,
    { tenantId, readerId: principalId, principalId },
  );
  return rows;
}
