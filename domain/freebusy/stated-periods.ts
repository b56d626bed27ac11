import { durationOf, parameterOf, timeOf } from '../ical/jcal.ts';
import type { JcalComponent } from '../ical/parse-calendars.ts';
import { DAY_MS } from '../time/calendar-days.ts';
import type { TimeRange } from '../time/instant.ts';
import { kindOfBusyType } from './busy-kind.ts';
import type { BusyPeriod } from './busy-period.ts';

/** The FREEBUSY periods of a VFREEBUSY but those that are free. */
export const statedPeriods = ([, properties]: JcalComponent): BusyPeriod[] =>
  properties.flatMap((property): BusyPeriod[] => {
    if (property[0] !== 'freebusy') return [];
    const type = parameterOf(property, 'fbtype') ?? 'BUSY';
    if (type.toUpperCase() === 'FREE') return [];
    const kind = kindOfBusyType(type);
    return property.slice(3).flatMap((value) => {
      const period = periodOf(value);
      return period === null ? [] : { ...period, kind };
    });
  });

/** A PERIOD in UTC, as those of FREEBUSY are (RFC 5545 §3.8.2.6); null: it is none. */
export function periodOf(value: unknown): TimeRange | null {
  const [from, to] = Array.isArray(value) ? (value as unknown[]) : [];
  const startMs = timeOf(from)?.wall;
  if (startMs === undefined) return null;
  const duration = durationOf(to);
  const endMs = timeOf(to)?.wall ?? (duration && startMs + duration.days * DAY_MS + duration.ms);
  return endMs === null ? null : { startMs, endMs };
}
