import { refold } from '../ical/fold.ts';
import type { CalendarObject } from '../ical/calendar-object.ts';
import type { JcalComponent } from '../ical/parse-calendars.ts';
import type { ObjectSeries } from '../ical/object-series.ts';
import { writeComponent, writeProperty } from '../ical/write-jcal.ts';
import { periodOf } from '../freebusy/stated-periods.ts';
import { endOf } from '../recurrence/event-time.ts';
import { isWithin } from '../recurrence/window.ts';
import type { TimeRange } from '../time/instant.ts';
import { wallAt, type Clock } from '../time/zone.ts';
import { requestOf, subsetOf, type CalendarDataRequest } from './data-request.ts';
import { expanded, type ExpandLimits } from './expand.ts';
import { eventOf } from './part-range.ts';

export interface CalendarDataOptions {
  /** Where days and floating times are looked at. */
  floating: Clock;
  limits?: ExpandLimits;
}

export const EXPAND_LIMITS: ExpandLimits = { instances: 5_000, characters: 10_000_000 };

/**
 * An object as a report wants it (RFC 4791 §9.6), as iCalendar text. What a client puts back has to be all of it: where everything is
 * wanted, the stored bytes are the answer, and not this.
 *
 * @returns null: expanding it gives more than the limits allow
 */
export function calendarData(
  object: CalendarObject,
  request: CalendarDataRequest,
  { floating, limits = EXPAND_LIMITS }: CalendarDataOptions,
): string | null {
  const { calendar } = object;
  const { comp, expand, limitRecurrenceSet, limitFreebusySet } = request;
  if (expand && object.component !== 'VFREEBUSY' && object.component !== 'VAVAILABILITY')
    return expandedCalendar(object, expand, comp, object.seriesIn(floating), limits);
  const series = limitRecurrenceSet ? object.seriesIn(floating) : null;
  const kept: JcalComponent = [
    calendar[0],
    calendar[1],
    calendar[2]
      .filter((part) => !limitRecurrenceSet || !series || counts(part, series, limitRecurrenceSet))
      .map((part) => (limitFreebusySet ? withPeriodsIn(part, limitFreebusySet) : part)),
  ];
  return writeComponent(subsetOf(kept, comp));
}

function expandedCalendar(
  { calendar, parts }: CalendarObject,
  range: TimeRange,
  comp: CalendarDataRequest['comp'],
  series: ObjectSeries,
  limits: ExpandLimits,
): string | null {
  const [name, properties] = subsetOf([calendar[0], calendar[1], []], comp);
  const [first] = parts;
  const request = first && requestOf(first, comp);
  const text = request === undefined ? '' : expanded(series, range, request, limits);
  if (text === null) return null;
  const head = refold([`BEGIN:${name.toUpperCase()}`, ...properties.map(writeProperty)].join('\r\n'));
  return `${head}${text}END:${name.toUpperCase()}\r\n`;
}

/**
 * Whether a component is needed to know the instances in a range: all but overrides that neither lie there nor replace one that would
 * (RFC 4791 §9.6.6).
 */
function counts(part: JcalComponent, series: ObjectSeries, { startMs, endMs }: TimeRange): boolean {
  const event = eventOf(part, series);
  const instance = event?.recurrenceId
    ? series.set.overrides.find(({ override }) => override === event)
    : undefined;
  if (!event || !instance) return true;
  if (event.thisAndFuture && instance.recurrenceId < endMs) return true;
  if (isWithin(instance.startMs, instance.endMs, startMs, endMs)) return true;
  const { recurrenceId: id } = instance;
  const { clock } = series.set;
  const usualEnd = endOf(wallAt(clock, id), id, series.master?.duration ?? event.duration, clock);
  return isWithin(id, usualEnd, startMs, endMs);
}

const withPeriodsIn = ([name, properties, components]: JcalComponent, range: TimeRange): JcalComponent => [
  name,
  name !== 'vfreebusy'
    ? properties
    : properties.flatMap((property) => {
        if (property[0] !== 'freebusy') return [property];
        const [of, parameters, type, ...values] = property;
        const kept = values.filter((value) => {
          const period = periodOf(value);
          return period !== null && isWithin(period.startMs, period.endMs, range.startMs, range.endMs);
        });
        return kept.length === 0 ? [] : [[of, parameters, type, ...kept]];
      }),
  components,
];
