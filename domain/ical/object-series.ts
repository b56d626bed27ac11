import { recurrenceSet } from '../recurrence/build-set.ts';
import type { RecurrenceSet } from '../recurrence/set.ts';
import type { Work } from '../recurrence/work.ts';
import type { Clock } from '../time/zone.ts';
import { readFeedEvent, type EventProblem, type FeedEvent } from './feed-event.ts';
import { seriesOf } from './feed-series.ts';
import { objectZones, type FeedZones, type ObjectZones } from './feed-zones.ts';
import type { JcalComponent, JcalProperty } from './parse-calendars.ts';

/** When the components of an object are, in one place of the world. */
export interface ObjectSeries {
  /** Null: there are only single instances of a series, or nothing that has a time. */
  master: FeedEvent | null;
  /** Of several of one instance, the newest. */
  overrides: readonly FeedEvent[];
  /** Each instance that the object tells of, those that are cancelled, too. */
  set: RecurrenceSet<FeedEvent>;
  zones: ObjectZones;
  /** Not to be relied on: the budget for its rules has ended. */
  isCut: boolean;
}

/** What the rules of one object may cost to be worked out; a usual one takes a few hundred. */
const WORK_OF_AN_OBJECT = 5_000_000;

export const workOfObject = (): Work => ({ left: WORK_OF_AN_OBJECT });

/**
 * @param parts all components of the object but VTIMEZONEs
 * @param floating where days and floating times are looked at; what the object says of it (X-WR-TIMEZONE) does not count, as the
 * calendar that it is in has a zone (RFC 4791 §5.2.2)
 * @param report is told of what is wrong
 */
export function objectSeries(
  calendar: JcalComponent,
  parts: readonly JcalComponent[],
  uid: string,
  floating: Clock,
  report: (problem: EventProblem, property: string) => void = () => undefined,
): ObjectSeries {
  const zones = objectZones(calendar, floating);
  const events = parts.flatMap((part) => readPart(part, uid, zones, report) ?? []);
  const work = workOfObject();
  const [whole] = seriesOf(
    events.map((event) => ({ event, floating })),
    work,
    () => undefined,
  );
  const master = whole?.master ?? null;
  const overrides = (whole?.overrides ?? []).filter(({ recurrenceId }) => recurrenceId !== null);
  const set = recurrenceSet(
    {
      master: master && { start: master.start, duration: master.duration, ...master.recurrence },
      overrides: overrides.flatMap((event) => {
        const { recurrenceId, thisAndFuture, start, duration } = event;
        return recurrenceId
          ? [{ recurrenceId, thisAndFuture, cancelled: false, start, duration, event }]
          : [];
      }),
    },
    floating,
    work,
  );
  const isCut = work.left <= 0;
  // Windows have a budget of their own.
  work.left = WORK_OF_AN_OBJECT;
  return { master, overrides, set, zones, isCut };
}

/** Null: it has no time, or none that is understood. */
function readPart(
  part: JcalComponent,
  uid: string,
  zones: FeedZones,
  report: (problem: EventProblem, property: string) => void,
): FeedEvent | null {
  const asEvent = timesAsOfEvent(part);
  try {
    const event = asEvent && readFeedEvent(asEvent, uid, zones, report);
    return event && { ...event, component: part };
  } catch {
    // What no test has thought of is refused, and ends nothing else.
    report('time-unreadable', part[0].toUpperCase());
    return null;
  }
}

const has = ([, properties]: JcalComponent, name: string): boolean =>
  properties.some((property) => property[0] === name);

/**
 * A component with the times of an event. A to-do ends when it is due, and one that is only due is at that moment (programs let it
 * recur by DUE, though RFC 5545 §3.6.2 would have a DTSTART for it); a journal entry has a start alone.
 */
function timesAsOfEvent(part: JcalComponent): JcalComponent | null {
  const [name, properties] = part;
  if (name === 'vevent') return part;
  const starts = has(part, 'dtstart');
  if (!starts && !(name === 'vtodo' && has(part, 'due'))) return null;
  const due = starts ? 'dtend' : 'dtstart';
  const renamed = properties.flatMap((property): JcalProperty[] => {
    const [own, ...rest] = property;
    if (own === 'dtend') return name === 'vtodo' || name === 'vjournal' ? [] : [property];
    if (own === 'duration') return starts && name !== 'vjournal' ? [property] : [];
    return [own === 'due' && name === 'vtodo' ? [due, ...rest] : property];
  });
  return [name, renamed, part[2]];
}
