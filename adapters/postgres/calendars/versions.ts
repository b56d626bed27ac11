import type { Knex } from 'knex';

/** An object as it was before it was overwritten or deleted. */
export interface ObjectVersion {
  id: string;
  calendarId: string;
  name: string;
  uid: string;
  raw: string;
  component: string;
  /** It was deleted then, and not overwritten. */
  deleted: boolean;
  replacedAt: Date;
}

const COLUMNS = `version.id, version.calendar_id AS "calendarId", version.name, version.uid, version.raw,
  version.component, version.deleted, version.replaced_at AS "replacedAt"`;

/** How a page of versions is asked for. */
export interface VersionPage {
  limit: number;
  /** The id of the last one of the page before. */
  after?: string | undefined;
}

/** The last that was replaced first; without those that are as the object is now. */
export async function versionsIn(
  knex: Knex,
  calendarIds: readonly string[],
  { limit, after }: VersionPage,
): Promise<ObjectVersion[]> {
  const { rows } = await knex.raw<{ rows: ObjectVersion[] }>(
    `SELECT ${COLUMNS} FROM calendar_object_versions version
      WHERE version.calendar_id = ANY(CAST(:ids AS uuid[]))
        AND NOT EXISTS (SELECT FROM calendar_objects object
                         WHERE object.calendar_id = version.calendar_id AND object.uid = version.uid AND object.raw = version.raw)
        ${after === undefined ? '' : `AND (version.replaced_at, version.id) < (SELECT last.replaced_at, last.id FROM calendar_object_versions last WHERE last.id = :after)`}
      ORDER BY version.replaced_at DESC, version.id DESC LIMIT :limit`,
    { ids: [...calendarIds], limit, ...(after === undefined ? {} : { after }) },
  );
  return rows;
}

export async function versionIn(knex: Knex, calendarId: string, id: string): Promise<ObjectVersion | null> {
  const { rows } = await knex.raw<{ rows: ObjectVersion[] }>(
    `SELECT ${COLUMNS} FROM calendar_object_versions version WHERE version.calendar_id = :calendarId AND version.id = :id`,
    { calendarId, id },
  );
  return rows[0] ?? null;
}
