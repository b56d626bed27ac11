import { LRUCache } from 'lru-cache';
import type { Instant } from './instant.ts';
import { OffsetSpans } from './offset-spans.ts';
import { offsetTable } from './offset-table.ts';
import { transitions } from './transitions.ts';

/**
 * A time on a clock on the wall, as the milliseconds that `Date.UTC` gives for its fields:
 * 15:00 on the wall is the number for 15:00Z, whatever the zone.
 */
export type WallMs = number;

/** What clocks in one place show. */
export interface Clock {
  /** Milliseconds to add to UTC at that instant; whole seconds. */
  offsetAt(instant: Instant): number;
  /**
   * Milliseconds to subtract from a wall time. One that exists twice is the first of the two, and one that is
   * skipped is counted with the offset from before the gap (both RFC 5545 §3.3.5).
   */
  offsetOfWall(wall: WallMs): number;
  /** The offsets of `offsetOfWall`, for many wall times near each other. */
  wallSpans: OffsetSpans;
}

export const UTC_CLOCK: Clock = {
  offsetAt: () => 0,
  offsetOfWall: () => 0,
  wallSpans: new OffsetSpans(() => ({ from: -Infinity, until: Infinity, offset: 0 })),
};

/** A time zone of the IANA database. */
export interface Zone extends Clock {
  name: string;
  /** What its time is called then: "EST", "GMT+1". */
  abbreviationAt(instant: Instant): string;
}

/** Making a formatter costs more than a hundred uses of it. */
const openedZones = new LRUCache<string, Zone>({ max: 1_000 });

/**
 * Opens a zone by its IANA name; null when there is none of that name.
 * Offsets come from Intl, so they are as new as the time zone data that Node carries, and nothing
 * has to be shipped or kept up to date beside it. It is asked once for each year that is needed.
 */
export function openZone(name: string): Zone | null {
  const known = openedZones.get(name);
  if (known) return known;
  const format = formatFor(name);
  if (!format) return null;
  const asked = {
    offsetAt(instant: Instant) {
      const seconds = Math.floor(instant / 1000) * 1000;
      return wallFields(format, seconds) - seconds;
    },
  };
  const table = offsetTable((from, until) => ({
    before: asked.offsetAt(from),
    changes: transitions(asked, from, until),
  }));
  const zone = { name, ...table, abbreviationAt: abbreviations(name) };
  openedZones.set(name, zone);
  return zone;
}

function abbreviations(timeZone: string): Zone['abbreviationAt'] {
  const named = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' });
  return (instant) => {
    const parts = named.formatToParts(instant);
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat | null {
  // Intl takes offsets too; they are no IANA names.
  if (!/^[a-z]/i.test(timeZone)) return null;
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
}

/** As `12/31/1969 AD, 19:00:00`; the parts one by one take four times as long. */
const WALL = /^(\d+)\/(\d+)\/(\d+) ([AB])\w*, (\d+):(\d+):(\d+)$/;

function wallFields(format: Intl.DateTimeFormat, instant: Instant): WallMs {
  const [, month, day, year, era, hour, minute, second] = WALL.exec(format.format(instant)) ?? [];
  if (era === undefined) return wallParts(format, instant);
  const date = [era === 'B' ? 1 - Number(year) : Number(year), Number(month), Number(day)] as const;
  return wallMs(...date, Number(hour), Number(minute), Number(second));
}

/** Should another version of Intl write it in another way. */
function wallParts(format: Intl.DateTimeFormat, instant: Instant): WallMs {
  const fields: Record<string, number> = {};
  let beforeChrist = false;
  for (const { type, value } of format.formatToParts(instant)) {
    if (type === 'era') beforeChrist = value.startsWith('B');
    else fields[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  return wallMs(beforeChrist ? 1 - year : year, month, day, hour, minute, second);
}

/** The wall time of these fields; months from 1. Unlike `Date.UTC` it takes years before 100 as they are. */
export function wallMs(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): WallMs {
  return new Date(0).setUTCFullYear(year, month - 1, day) + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** The wall time in `zone` at an instant. */
export const wallAt = (zone: Clock, instant: Instant): WallMs => instant + zone.offsetAt(instant);

/** The instant of a wall time; see `Clock.offsetOfWall`. */
export const instantOf = (zone: Clock, wall: WallMs): Instant => wall - zone.offsetOfWall(wall);
