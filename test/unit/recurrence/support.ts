import { openZone, wallAt, type Clock, UTC_CLOCK } from '../../../domain/time/zone.ts';
import { recurrenceSet } from '../../../domain/recurrence/build-set.ts';
import type { EventTime } from '../../../domain/recurrence/event-time.ts';
import { parseRule } from '../../../domain/recurrence/parse-rule.ts';
import type { RecurrenceRule } from '../../../domain/recurrence/rule.ts';
import type { MasterInput, OverrideInput, RecurrenceSet } from '../../../domain/recurrence/set.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** `2026-03-08T09:00` as a wall time. */
export const wall = (local: string): number =>
  Date.parse(`${local.length === 10 ? `${local}T00:00` : local}Z`);

export const zone = (name: string): Clock => {
  const opened = openZone(name);
  if (!opened) throw new Error(`no zone ${name}`);
  return opened;
};

export const NEW_YORK = zone('America/New_York');

/** `2026-03-08` is a DATE, `…Z` is UTC, and others are on a clock; without one they float. */
export const time = (text: string, clock: Clock | null = null): EventTime => {
  if (text.length === 10) return { wall: wall(text), clock: null, allDay: true };
  return text.endsWith('Z')
    ? { wall: wall(text.slice(0, -1)), clock: UTC_CLOCK, allDay: false }
    : { wall: wall(text), clock, allDay: false };
};

export const rule = (text: string): RecurrenceRule => {
  const parsed = parseRule(text);
  if (typeof parsed === 'string') throw new Error(`${parsed}: ${text}`);
  return parsed;
};

interface SeriesParts {
  rules?: string[];
  exRules?: string[];
  dates?: MasterInput['dates'];
  exDates?: EventTime[];
  durationMs?: number;
  durationDays?: number;
  overrides?: OverrideInput<string>[];
  floating?: Clock;
}

export const series = (start: EventTime, parts: SeriesParts = {}): RecurrenceSet<string> =>
  recurrenceSet(
    {
      master: {
        start,
        duration: { days: parts.durationDays ?? 0, ms: parts.durationMs ?? 0 },
        rules: (parts.rules ?? []).map(rule),
        exRules: (parts.exRules ?? []).map(rule),
        dates: parts.dates ?? [],
        exDates: parts.exDates ?? [],
      },
      overrides: parts.overrides ?? [],
    },
    parts.floating,
  );

/** An instant as a clock shows it: `2026-03-08T09:00`, with seconds where there are some. */
export const shown = (clock: Clock, instant: number): string =>
  new Date(wallAt(clock, instant)).toISOString().replace(/(:00)?\.000Z$/, '');
