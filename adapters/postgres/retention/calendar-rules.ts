import type { RetentionRule } from './rule.ts';

const VERSIONS = `
  DELETE FROM calendar_object_versions WHERE id IN (
    SELECT id FROM calendar_object_versions WHERE replaced_at < :before LIMIT :batch) RETURNING 1`;

/** Of a deleted calendar: the time that they took counts no more since it was deleted. */
const OBJECTS = `
  DELETE FROM calendar_objects WHERE (calendar_id, uid) IN (
    SELECT object.calendar_id, object.uid
      FROM calendar_objects object JOIN calendars calendar ON calendar.id = object.calendar_id
     WHERE calendar.deleted_at < :before LIMIT :batch) RETURNING 1`;

/** Deleted ones of which nothing is left that could be brought back. */
const CALENDARS = `
  WITH old AS (
    SELECT id FROM calendars calendar
     WHERE deleted_at < :before AND source = 'local'
       AND NOT EXISTS (SELECT FROM calendar_objects object WHERE object.calendar_id = calendar.id)
       AND NOT EXISTS (SELECT FROM calendar_object_versions version WHERE version.calendar_id = calendar.id)
     LIMIT :batch
  ), no_changes AS (
    DELETE FROM calendar_changes WHERE calendar_id IN (SELECT id FROM old)
  ), no_grants AS (
    DELETE FROM calendar_grants WHERE calendar_id IN (SELECT id FROM old)
  )
  DELETE FROM calendars WHERE id IN (SELECT id FROM old) RETURNING 1`;

/**
 * What changed in calendars, as far as it does not say of an object that is there how it came to be as it is. Whoever knows an
 * earlier state than the last that is removed has to read all of the calendar anew (RFC 6578 §3.8). Its present state is never
 * forgotten, for else those who know it would have to as well.
 */
const CHANGES = `
  WITH old AS (
    SELECT change.calendar_id, change.version
      FROM calendar_changes change JOIN calendars calendar ON calendar.id = change.calendar_id
     WHERE change.changed_at < :before AND calendar.kind = 'calendar' AND change.version < calendar.version
       AND (EXISTS (SELECT FROM calendar_changes later
                     WHERE later.calendar_id = change.calendar_id AND later.name = change.name AND later.version > change.version)
            OR NOT EXISTS (SELECT FROM calendar_objects object
                            WHERE object.calendar_id = change.calendar_id AND object.name = change.name))
     ORDER BY change.changed_at LIMIT :batch
  ), gone AS (
    DELETE FROM calendar_changes change USING old
     WHERE change.calendar_id = old.calendar_id AND change.version = old.version
    RETURNING change.calendar_id, change.version
  ), forgotten AS (
    UPDATE calendars SET forgotten_version = greatest(forgotten_version, latest.version)
      FROM (SELECT calendar_id, max(version) AS version FROM gone GROUP BY calendar_id) latest
     WHERE calendars.id = latest.calendar_id
  )
  SELECT 1 FROM gone`;

/** Mails that went out long ago; with whom somebody writes stays, since answers may come late. */
const MAILS = `
  DELETE FROM calendar_mails WHERE id IN (
    SELECT id FROM calendar_mails mail
     WHERE created_at < :before
       AND NOT EXISTS (SELECT FROM outgoing_messages message WHERE message.calendar_mail_id = mail.id)
     LIMIT :batch) RETURNING 1`;

/** In this order: what refers to something goes before it. */
export const CALENDAR_RULES: readonly RetentionRule[] = [
  { what: 'calendar-mails', days: 'changesDays', sql: MAILS },
  { what: 'calendar-versions', days: 'versionsDays', sql: VERSIONS },
  { what: 'deleted-calendar-objects', days: 'versionsDays', sql: OBJECTS },
  { what: 'deleted-calendars', days: 'versionsDays', sql: CALENDARS },
  { what: 'calendar-changes', days: 'changesDays', sql: CHANGES },
];
