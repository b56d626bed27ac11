import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { BusyPeriod } from '../../../domain/freebusy/busy-period.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { instant } from './stored-objects.ts';

/** An object that is to be stored, and what was read of it. */
export interface WrittenObject {
  name: string;
  uid: string;
  raw: string;
  component: string;
  scheduleTag: string | null;
  meetingId: string | null;
  /** In which it may be found; null: it has no time. */
  span: TimeRange | null;
  periods: readonly BusyPeriod[];
  /** What takes time beside the periods, as JSON, and when. */
  series: { form: unknown; span: TimeRange } | null;
}

interface Whose {
  id: string;
  tenantId: string;
  principalId: string;
}

/** Of the bytes (RFC 9110 §8.8.3), without quotes. */
export const etagOf = (raw: string): string =>
  createHash('sha256').update(raw).digest('base64url').slice(0, 27);

/** Counts a change of the calendar, and keeps whose name it was. */
const COUNTED = `counted AS (
    UPDATE calendars SET version = version + 1, version_tag = substr(md5(gen_random_uuid()::text), 1, 12)
     WHERE id = :calendarId RETURNING version, version_tag
  ), noted AS (
    INSERT INTO calendar_changes (calendar_id, version, version_tag, tenant_id, name)
    SELECT :calendarId, version, version_tag, :tenantId, :name FROM counted
  )`;

const KEPT = (which: string, deleted: boolean): string => `kept AS (
    INSERT INTO calendar_object_versions (tenant_id, calendar_id, name, uid, raw, component, deleted)
    SELECT tenant_id, calendar_id, name, uid, raw, component, ${deleted} FROM calendar_objects WHERE ${which}
  )`;

/**
 * Writes an object into a calendar whose row is locked, in the place of the one of its UID; that one is kept for a while.
 */
export async function writeObject(
  trx: Knex.Transaction,
  calendar: Whose,
  object: WrittenObject,
): Promise<void> {
  const { span } = object;
  const taken = busyParts(object);
  await trx.raw(
    `WITH ${COUNTED}, ${KEPT('calendar_id = :calendarId AND uid = :uid AND raw <> :raw', false)}, written AS (
       INSERT INTO calendar_objects
         (tenant_id, calendar_id, uid, name, etag, raw, component, schedule_tag, meeting_id, span)
       VALUES (:tenantId, :calendarId, :uid, :name, :etag, :raw, :component, :scheduleTag, :meetingId,
               ${span ? `tstzrange(:spanStart, :spanEnd, '[]')` : 'NULL'})
       ON CONFLICT (calendar_id, uid) DO UPDATE
         SET name = excluded.name, etag = excluded.etag, raw = excluded.raw, component = excluded.component,
             schedule_tag = excluded.schedule_tag, meeting_id = excluded.meeting_id, span = excluded.span, updated_at = now()
     )${taken}
     SELECT 1`,
    {
      ...ofCalendar(calendar),
      name: object.name,
      uid: object.uid,
      raw: object.raw,
      etag: etagOf(object.raw),
      component: object.component,
      scheduleTag: object.scheduleTag,
      meetingId: object.meetingId,
      principalId: calendar.principalId,
      ...timeValues(object),
    },
  );
}

/** When an object takes time, in the place of what it said before. */
function busyParts({ series, periods }: Pick<WrittenObject, 'series' | 'periods'>): string {
  const goes = (table: string): string =>
    `, no_more_${table} AS (DELETE FROM ${table} WHERE calendar_id = :calendarId AND uid = :uid)`;
  const taken =
    periods.length === 0
      ? ''
      : `, taken AS (
       INSERT INTO busy_periods (tenant_id, principal_id, calendar_id, uid, kind, period)
       SELECT :tenantId, :principalId, :calendarId, :uid, CAST(kind AS busy_kind),
              tstzrange(to_timestamp("startMs" / 1000.0), to_timestamp("endMs" / 1000.0))
         FROM jsonb_to_recordset(CAST(:periods AS jsonb)) AS period (kind text, "startMs" double precision, "endMs" double precision))`;
  const repeated = !series
    ? goes('busy_series')
    : `, repeated AS (
       INSERT INTO busy_series (tenant_id, principal_id, calendar_id, uid, span, series)
       VALUES (:tenantId, :principalId, :calendarId, :uid, tstzrange(:seriesStart, :seriesEnd), CAST(:series AS jsonb))
       ON CONFLICT (calendar_id, uid) DO UPDATE
         SET span = excluded.span, series = excluded.series, version = gen_random_uuid())`;
  return `${goes('busy_periods')}${taken}${repeated}`;
}

/** Gives an object a text that says the same of its time. */
export async function rewriteObject(
  trx: Knex.Transaction,
  calendarId: string,
  name: string,
  raw: string,
): Promise<void> {
  await trx.raw(
    `WITH calendar AS (SELECT tenant_id FROM calendars WHERE id = :calendarId), counted AS (
       UPDATE calendars SET version = version + 1, version_tag = substr(md5(gen_random_uuid()::text), 1, 12)
        WHERE id = :calendarId RETURNING version, version_tag
     ), noted AS (
       INSERT INTO calendar_changes (calendar_id, version, version_tag, tenant_id, name)
       SELECT :calendarId, version, version_tag, calendar.tenant_id, :name FROM counted, calendar
     )
     UPDATE calendar_objects SET raw = :raw, etag = :etag, updated_at = now()
      WHERE calendar_id = :calendarId AND name = :name`,
    { calendarId, name, raw, etag: etagOf(raw) },
  );
}

/** When an object takes time, by another reading of the same bytes. */
export async function writeTime(
  trx: Knex.Transaction,
  calendar: Whose,
  { uid, span, periods, series }: Pick<WrittenObject, 'uid' | 'span' | 'periods' | 'series'>,
): Promise<void> {
  await trx.raw(
    `WITH written AS (
       UPDATE calendar_objects SET span = ${span ? `tstzrange(:spanStart, :spanEnd, '[]')` : 'NULL'}
        WHERE calendar_id = :calendarId AND uid = :uid
     )${busyParts({ series, periods })}
     SELECT 1`,
    {
      ...ofCalendar(calendar),
      principalId: calendar.principalId,
      uid,
      ...timeValues({ span, periods, series }),
    },
  );
}

function timeValues({ span, periods, series }: Pick<WrittenObject, 'span' | 'periods' | 'series'>) {
  return {
    ...(span ? { spanStart: instant(span.startMs), spanEnd: instant(span.endMs) } : {}),
    ...(series
      ? {
          series: JSON.stringify(series.form),
          seriesStart: instant(series.span.startMs),
          seriesEnd: instant(series.span.endMs),
        }
      : {}),
    ...(periods.length > 0 ? { periods: JSON.stringify(periods) } : {}),
  };
}

/** Removes an object from a calendar whose row is locked; what it was is kept for a while. */
export async function removeObject(trx: Knex.Transaction, calendar: Whose, name: string): Promise<void> {
  await trx.raw(
    `WITH ${COUNTED}, ${KEPT('calendar_id = :calendarId AND name = :name', true)}
     DELETE FROM calendar_objects WHERE calendar_id = :calendarId AND name = :name`,
    { ...ofCalendar(calendar), name },
  );
}

const ofCalendar = ({ id, tenantId }: Whose) => ({ calendarId: id, tenantId });

/** Lets nobody else write into a calendar until the transaction ends. @returns false: it is gone */
export async function lockCalendar(trx: Knex.Transaction, calendarId: string): Promise<boolean> {
  const row = await trx('calendars')
    .where({ id: calendarId })
    .whereNull('deleted_at')
    .forNoKeyUpdate()
    .first('id');
  return row !== undefined;
}
