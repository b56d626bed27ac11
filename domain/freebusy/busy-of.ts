import type { CalendarObject } from '../ical/calendar-object.ts';
import type { FeedEvent } from '../ical/feed-event.ts';
import type { JcalComponent } from '../ical/parse-calendars.ts';
import type { ObjectSeries } from '../ical/object-series.ts';
import { firstInstances } from '../recurrence/instances.ts';
import { spanOfSet } from '../recurrence/span.ts';
import type { TimeRange } from '../time/instant.ts';
import type { Clock } from '../time/zone.ts';
import { busyKindFor } from './own-part.ts';
import type { BusyKind, BusyPeriod } from './busy-period.ts';
import { hoursOf } from './hours.ts';
import { seriesForm, seriesSet, type SeriesForm } from './series-form.ts';
import { statedPeriods } from './stated-periods.ts';

/** What an object takes of the time of whose calendar it is in. */
export interface BusyOfObject {
  /** Of what is single, or ends and has few instances; in no order, and they may overlap. */
  periods: BusyPeriod[];
  /** Of what does not: see `busyBetween`. */
  series: SeriesForm | null;
  /** All of it lies within; Infinity: it goes on for ever. Null: it takes none. */
  span: TimeRange | null;
}

export interface BusyOptions {
  /** Of the principal whose calendar it is, all of them, in lower case and without `mailto:`. */
  addresses: readonly string[];
  /** Where days and floating times are looked at. */
  calendarZone: Clock;
}

/** A row for each is cheaper than to look through a rule; a year of weekly meetings is. */
const MOST_PERIODS = 64;

/**
 * Reads what a calendar object takes of somebody's time (RFC 4791 §7.10): its events that are not cancelled, transparent or declined by
 * them, the periods of a VFREEBUSY, and what lies outside the hours of a VAVAILABILITY. To-dos and journal entries take none.
 */
export function busyOf(object: CalendarObject, { addresses, calendarZone }: BusyOptions): BusyOfObject {
  const { component, parts } = object;
  if (component === 'VFREEBUSY') return ofPeriods(parts.flatMap((part) => statedPeriods(part)));
  if (component === 'VAVAILABILITY') return { ...NONE, ...hoursOf(object, calendarZone) };
  if (component !== 'VEVENT') return NONE;
  const kindOf = kinds(new Set(addresses));
  const series = object.seriesIn(calendarZone);
  return periodsOf(series, kindOf) ?? asSeries(series, kindOf, calendarZone);
}

const NONE: BusyOfObject = { periods: [], series: null, span: null };

type KindOf = (event: FeedEvent) => BusyKind | null;

function kinds(addresses: ReadonlySet<string>): KindOf {
  const known = new Map<JcalComponent, BusyKind | null>();
  return ({ component }) => {
    const found = known.get(component);
    if (found !== undefined) return found;
    const kind = busyKindFor(component, addresses);
    known.set(component, kind);
    return kind;
  };
}

/** Null: they are too many. A series that is cancelled as a whole has no instances, whatever its overrides say. */
function periodsOf({ master, overrides, set }: ObjectSeries, kindOf: KindOf): BusyOfObject | null {
  const events = master ? [master, ...overrides] : overrides;
  if (master?.status === 'CANCELLED' || events.every((event) => kindOf(event) === null)) return ofPeriods([]);
  if (overrides.some(({ thisAndFuture, status }) => thisAndFuture && status === 'CANCELLED')) return null;
  if (spanOfSet(set)?.endMs === Infinity) return null;
  const { instances, complete } = firstInstances(set, MOST_PERIODS);
  if (!complete) return null;
  return ofPeriods(
    instances.flatMap(({ startMs, endMs, override }) => {
      const kind = kindOf(override ?? (master as FeedEvent));
      return kind === null ? [] : { startMs, endMs, kind };
    }),
  );
}

function ofPeriods(all: readonly BusyPeriod[]): BusyOfObject {
  const periods = all.filter(({ startMs, endMs }) => startMs < endMs);
  const span = periods.reduce<TimeRange | null>(
    (whole, { startMs, endMs }) => ({
      startMs: Math.min(whole?.startMs ?? startMs, startMs),
      endMs: Math.max(whole?.endMs ?? endMs, endMs),
    }),
    null,
  );
  return { periods, series: null, span };
}

function asSeries(series: ObjectSeries, kindOf: KindOf, floating: Clock): BusyOfObject {
  const form = seriesForm(series, kindOf);
  return { periods: [], series: form, span: spanOfSet(seriesSet(form, floating).set) };
}
