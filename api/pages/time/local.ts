import type { Instant } from '../../../domain/time/instant.ts';
import { readWall } from '../../../domain/time/wall.ts';
import { openZone, wallAt, wallMs, type Zone } from '../../../domain/time/zone.ts';

/** What native date and time inputs hold. */
export interface LocalInput {
  /** YYYY-MM-DD */
  date: string;
  /** HH:MM */
  time: string;
}

export type Resolved =
  | { kind: 'instant'; ms: number }
  | { kind: 'invalid' }
  /** The clocks skip this time; `suggestion` is the first one that exists after it. */
  | { kind: 'gap'; suggestion: LocalInput };

const FORMAT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/;

/** The instant of a local time in a zone. One that happens twice is taken the first time (see `happensTwice`). */
export function resolveLocal(input: LocalInput, zone: string): Resolved {
  const wall = wallOf(input);
  if (wall === null) return { kind: 'invalid' };
  const read = readWall(zoneOf(zone), wall);
  if (read.kind === 'gap') return { kind: 'gap', suggestion: localOf(read.end, zone) };
  return { kind: 'instant', ms: read.kind === 'twice' ? read.first : read.instant };
}

/** Whether the clock of a zone shows this instant's time twice, because it is turned back; and which of them this is. */
export function happensTwice(ms: number, zone: string): 'first' | 'second' | null {
  const clock = zoneOf(zone);
  const read = readWall(clock, wallAt(clock, ms));
  if (read.kind !== 'twice') return null;
  return read.first === ms ? 'first' : 'second';
}

/** An instant as the inputs show it. */
export function localOf(ms: number, zone: string): LocalInput {
  const shown = new Date(wallAt(zoneOf(zone), ms)).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** @returns null when there is no such day or time, or it is outside the years that people plan in */
function wallOf({ date, time }: LocalInput): number | null {
  const parts = FORMAT.exec(`${date}T${time}`)?.slice(1).map(Number);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
  const wall = wallMs(year, month, day, hour, minute);
  const isReal = new Date(wall).toISOString().startsWith(`${date}T${time.slice(0, 5)}`);
  return isReal && year >= 1970 && year <= 9998 ? wall : null;
}

/** Names of zones are checked where they come in. */
function zoneOf(name: string): Zone {
  const zone = openZone(name);
  if (!zone) throw new Error('there is no such time zone');
  return zone;
}

/** When a day begins on the clocks of a zone. @returns null: there is no such day */
export function dayBegin(date: string, zone: string): Instant | null {
  const midnight = resolveLocal({ date, time: '00:00' }, zone);
  const begin = midnight.kind === 'gap' ? resolveLocal(midnight.suggestion, zone) : midnight;
  return begin.kind === 'instant' ? begin.ms : null;
}
