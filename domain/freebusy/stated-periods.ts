import { durationOf, parameterOf, timeOf } from '../ical/jcal.ts';
import type { JcalComponent } from '../ical/parse-calendars.ts';
import { DAY_MS } from '../time/calendar-days.ts';
import { kindOfBusyType } from './busy-kind.ts';
import type { BusyPeriod } from './busy-period.ts';

/** The FREEBUSY periods of a VFREEBUSY but those that are free; they are in UTC (RFC 5545 §3.8.2.6). */
export const statedPeriods = ([, properties]: JcalComponent): BusyPeriod[] =>
  properties.flatMap((property): BusyPeriod[] => {
    const [name, , , ...values] = property;
    const type = parameterOf(property, 'fbtype') ?? 'BUSY';
    if (name !== 'freebusy' || type.toUpperCase() === 'FREE') return [];
    const kind = kindOfBusyType(type);
    return values.flatMap((value) => {
      const [from, to] = Array.isArray(value) ? (value as unknown[]) : [];
      const startMs = timeOf(from)?.wall;
      const duration = durationOf(to);
      const endMs = timeOf(to)?.wall ?? (duration && (startMs ?? 0) + duration.days * DAY_MS + duration.ms);
      return startMs === undefined || endMs === null ? [] : { startMs, endMs, kind };
    });
  });
