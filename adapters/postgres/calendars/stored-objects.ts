import type { Knex } from 'knex';
import type { TimeRange } from '../../../domain/time/instant.ts';

/** A calendar object as it is stored (RFC 4791 §4.1). */
export interface StoredObject {
  /** The last part of its address. */
  name: string;
  uid: string;
  /** As it was sent. */
  raw: string;
  /** Of the bytes, without quotes (RFC 9110 §8.8.3). */
  etag: string;
  /** VEVENT, VTODO, VJOURNAL or VFREEBUSY. */
  component: string;
  /** Null: nobody is told of its changes. */
  scheduleTag: string | null;
  updatedAt: Date;
  createdAt: Date;
  /** The meeting that it stands for. */
  meetingId: string | null;
}

/** All of an object but its text. */
export type ObjectHead = Omit<StoredObject, 'raw'> & { bytes: number };

const HEAD = {
  name: 'name',
  uid: 'uid',
  etag: 'etag',
  component: 'component',
  scheduleTag: 'schedule_tag',
  updatedAt: 'updated_at',
  createdAt: 'created_at',
  meetingId: 'meeting_id',
};
const WHOLE = { ...HEAD, raw: 'raw' };

export async function objectNamed(
  knex: Knex,
  calendarId: string,
  name: string,
): Promise<StoredObject | null> {
  return (
    (await knex('calendar_objects')
      .where({ calendar_id: calendarId, name })
      .first<StoredObject | undefined>(WHOLE)) ?? null
  );
}

/** Those of the names that there are, in no order. */
export const objectsNamed = (
  knex: Knex,
  calendarId: string,
  names: readonly string[],
): Promise<StoredObject[]> =>
  rows<StoredObject>(
    knex,
    `SELECT ${columns(WHOLE)} FROM calendar_objects WHERE calendar_id = :calendarId AND name = ANY(:names)`,
    { calendarId, names: [...names] },
  );

/** How objects are narrowed before they are looked into. */
export interface Narrowing {
  /** Those that may have something in it, or at its ends. */
  range?: TimeRange | undefined;
  component?: string | undefined;
  /** The most that are given. */
  most?: number | undefined;
}

/** The objects of a calendar, by name. */
export const objectsIn = (
  knex: Knex,
  calendarId: string,
  narrowing: Narrowing = {},
): Promise<StoredObject[]> =>
  rows<StoredObject>(knex, `SELECT ${columns(WHOLE)} ${within(narrowing)}`, valuesOf(calendarId, narrowing));

/** The same, without their texts. */
export const objectHeads = (
  knex: Knex,
  calendarId: string,
  narrowing: Narrowing = {},
): Promise<ObjectHead[]> =>
  rows<ObjectHead>(
    knex,
    `SELECT ${columns(HEAD)}, octet_length(raw) AS bytes ${within(narrowing)}`,
    valuesOf(calendarId, narrowing),
  );

const within = ({ range, component, most }: Narrowing): string =>
  `FROM calendar_objects
    WHERE calendar_id = :calendarId AND name IS NOT NULL
      ${range ? `AND span && tstzrange(:start, :end, '[]')` : ''}
      ${component ? 'AND component = :component' : ''}
    ORDER BY name ${most === undefined ? '' : 'LIMIT :most'}`;

const valuesOf = (
  calendarId: string,
  { range, component, most }: Narrowing,
): Record<string, Knex.RawBinding> => ({
  calendarId,
  ...(range ? { start: instant(range.startMs), end: instant(range.endMs) } : {}),
  ...(component ? { component } : {}),
  ...(most === undefined ? {} : { most }),
});

/** A moment as PostgreSQL has it; what lies beyond the calendar has no end. */
export const instant = (ms: number): string =>
  ms <= -8.64e15 || ms >= 8.64e15 ? (ms < 0 ? '-infinity' : 'infinity') : new Date(ms).toISOString();

const columns = (named: Record<string, string>): string =>
  Object.entries(named)
    .map(([as, column]) => `${column} AS "${as}"`)
    .join(', ');

async function rows<T>(knex: Knex, sql: string, values: Record<string, Knex.RawBinding>): Promise<T[]> {
  return (await knex.raw<{ rows: T[] }>(sql, values)).rows;
}

/** What is at an address of a calendar, and what has a UID there. */
export async function objectsAt(
  knex: Knex,
  calendarId: string,
  name: string,
  uid: string,
): Promise<{ existing: StoredObject | null; sameUid: StoredObject | null }> {
  const found = await rows<StoredObject>(
    knex,
    `SELECT ${columns(WHOLE)} FROM calendar_objects
      WHERE calendar_id = :calendarId AND (name = :name OR uid = :uid) AND name IS NOT NULL`,
    { calendarId, name, uid },
  );
  return {
    existing: found.find((object) => object.name === name) ?? null,
    sameUid: found.find((object) => object.uid === uid) ?? null,
  };
}

/** The object of the same UID in another calendar of the same owner; the newest, where there are several. */
export async function otherCopy(
  knex: Knex,
  { id, principalId }: { id: string; principalId: string },
  uid: string,
): Promise<StoredObject | null> {
  const found = await rows<StoredObject>(
    knex,
    `SELECT ${columns(WHOLE)} FROM calendar_objects
      WHERE uid = :uid AND name IS NOT NULL AND calendar_id IN (
              SELECT id FROM calendars WHERE principal_id = :principalId AND id <> :id AND source = 'local' AND deleted_at IS NULL)
      ORDER BY updated_at DESC LIMIT 1`,
    { uid, principalId, id },
  );
  return found[0] ?? null;
}
