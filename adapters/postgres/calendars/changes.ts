import type { Knex } from 'knex';

/** A state of a calendar that somebody knows. */
export interface KnownVersion {
  version: number;
  tag: string;
  /** The version of the calendar when they began to read all of it, and of what was gone by then they need not hear. */
  begunAt: number | null;
}

/** What changed since; several changes of one object are one. */
export interface ChangesSince {
  /** By the version of the last change, the oldest first. */
  names: { name: string; version: number; tag: string }[];
  /** There are more than were asked for. */
  more: boolean;
}

/**
 * The names of what changed in a calendar since somebody looked.
 *
 * @returns null when the calendar never had that version, or it was so long ago that nobody knows what changed since
 */
export async function changesSince(
  knex: Knex,
  calendarId: string,
  { version, tag, begunAt }: KnownVersion,
  most: number,
): Promise<ChangesSince | null> {
  const calendar = await knex('calendars').where({ id: calendarId }).first('forgotten_version');
  if (!calendar || calendar.forgotten_version > (begunAt ?? version)) return null;
  // The first state of all has no change that led to it.
  if (version > 0) {
    const known = await knex('calendar_changes')
      .where({ calendar_id: calendarId, version, version_tag: tag })
      .first('version');
    if (!known) return null;
  }
  const { rows } = await knex.raw<{ rows: ChangesSince['names'] }>(
    `SELECT name, version, version_tag AS tag FROM calendar_changes change
      WHERE calendar_id = :calendarId AND version > :version
        AND NOT EXISTS (SELECT FROM calendar_changes later
                         WHERE later.calendar_id = change.calendar_id AND later.name = change.name AND later.version > change.version)
      ORDER BY version LIMIT :limit`,
    { calendarId, version, limit: most + 1 },
  );
  return { names: rows.slice(0, most), more: rows.length > most };
}
