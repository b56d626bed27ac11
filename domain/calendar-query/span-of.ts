import { periodOf } from '../freebusy/stated-periods.ts';
import type { CalendarObject } from '../ical/calendar-object.ts';
import { timeOf } from '../ical/jcal.ts';
import { spanOfSet } from '../recurrence/span.ts';
import type { TimeRange } from '../time/instant.ts';
import { UTC_CLOCK, type Clock } from '../time/zone.ts';

/** No two places are further apart; a query may be about another than the calendar's (RFC 4791 §7.3). */
const FURTHEST_MS = 28 * 3_600_000;

/**
 * The span in which something of an object can match a time range on its component, so that an index finds all candidates: those
 * whose span has a moment in common with the range, both with their ends (`startMs <= range.endMs && endMs >= range.startMs`).
 * Alarms may be anywhere, and do not count. With the ends of what goes on for ever, which are -Infinity and Infinity. Nothing is expanded.
 *
 * @param floating where floating times are looked at; which place it is makes no difference, and one that the object was read for
 * before saves reading it again
 * @returns null: there is no time range that it matches
 */
export function spanOf(object: CalendarObject, floating: Clock = UTC_CLOCK): TimeRange | null {
  const { component, parts, isFloating } = object;
  const spans: (TimeRange | null)[] = parts.map((part) => {
    const stamps = (...names: string[]) =>
      part[1].flatMap(([name, , , value]) => (names.includes(name) ? (timeOf(value)?.wall ?? []) : []));
    switch (component) {
      case 'VFREEBUSY':
        return hull([
          ...stamps('dtstart', 'dtend'),
          ...part[1].flatMap(([name, , , ...values]) =>
            name !== 'freebusy'
              ? []
              : values.flatMap((value) => Object.values(periodOf(value) ?? {}) as number[]),
          ),
        ]);
      case 'VAVAILABILITY':
        return EVER;
      case 'VTODO': {
        if (stamps('dtstart', 'due').length > 0) return null;
        const [completed] = stamps('completed');
        const [created] = stamps('created');
        if (completed !== undefined) return hull([completed, created ?? completed]);
        return created === undefined ? EVER : { startMs: created, endMs: Infinity };
      }
      default:
        return null;
    }
  });
  if (component !== 'VFREEBUSY') spans.push(widened(spanOfSet(object.seriesIn(floating).set), isFloating));
  return hull(spans.flatMap((span) => (span ? [span.startMs, span.endMs] : [])));
}

const EVER: TimeRange = { startMs: -Infinity, endMs: Infinity };

function hull(instants: readonly number[]): TimeRange | null {
  if (instants.length === 0) return null;
  const [startMs, endMs] = instants.reduce(
    ([least, most], each) => [Math.min(least, each), Math.max(most, each)],
    [Infinity, -Infinity],
  );
  return { startMs, endMs };
}

const widened = (span: TimeRange | null, isFloating: boolean): TimeRange | null =>
  span && isFloating ? { startMs: span.startMs - FURTHEST_MS, endMs: span.endMs + FURTHEST_MS } : span;
