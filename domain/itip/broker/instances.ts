import { endOf } from '../../recurrence/event-time.ts';
import { instancesBetween } from '../../recurrence/instances.ts';
import { LATEST } from '../../recurrence/window.ts';
import { eventTime } from '../../ical/feed-zones.ts';
import type { JcalComponent, JcalProperty } from '../../ical/parse-calendars.ts';
import type { Instant } from '../../time/instant.ts';
import { UTC_CLOCK, wallAt } from '../../time/zone.ts';
import { propertyOf, without, withProperty } from './edit.ts';
import { readPart, type Part, type Snapshot } from './snapshot.ts';

/** Whether the master has an instance of that RECURRENCE-ID; what it leaves out is none. */
export const hasInstance = ({ series }: Snapshot, id: Instant): boolean =>
  series.recurs &&
  instancesBetween(series, id, id + 1).instances.some(({ recurrenceId }) => recurrenceId === id);

/**
 * An instance as an override of its own that changes nothing yet: what the master says, at the instance's time, with RECURRENCE-ID
 * in the notation of DTSTART (RFC 5545 §3.8.4.4).
 *
 * @returns null when there is no master with a start
 */
export function instanceAt(snapshot: Snapshot, id: Instant): Part | null {
  const { master, overrides } = snapshot;
  const idLike = master && propertyOf(master.component, 'dtstart');
  if (!master || !idLike) return null;
  const ranges = [...overrides.values()].filter(
    (part) => part.event?.thisAndFuture && part.id !== null && part.id <= id,
  );
  const of = ranges.reduce((last, part) => ((last.id ?? -Infinity) > (part.id ?? 0) ? last : part), master);
  const { event, startMs } = of;
  if (!event || startMs === null) return null;
  const start = of.id === null ? id : id + startMs - of.id;
  const clock = event.start.clock ?? UTC_CLOCK;
  const end = endOf(wallAt(clock, start), start, event.duration, clock);
  let component: JcalComponent = without(of.component, 'rrule', 'exrule', 'rdate', 'exdate', 'recurrence-id');
  for (const name of ['dtstart', 'dtend', 'due']) {
    const property = propertyOf(component, name);
    if (property)
      component = withProperty(component, timeLike(snapshot, property, name === 'dtstart' ? start : end));
  }
  component = withProperty(component, recurrenceIdAt(snapshot, id) as JcalProperty);
  return readPart(component, id, snapshot.uid, snapshot.zones);
}

/** The RECURRENCE-ID of an instance; null without a master. */
export function recurrenceIdAt(snapshot: Snapshot, id: Instant): JcalProperty | null {
  const start = snapshot.master && propertyOf(snapshot.master.component, 'dtstart');
  return start && timeLike(snapshot, ['recurrence-id', ...start.slice(1)] as JcalProperty, id);
}

/** A property with another time, in the notation that it has. */
export function timeLike({ zones }: Snapshot, property: JcalProperty, ms: Instant): JcalProperty {
  const [name, parameters, type, value] = property;
  const time = eventTime(property, value, zones);
  const clock = typeof time === 'string' ? UTC_CLOCK : (time.clock ?? UTC_CLOCK);
  const isUtc = typeof value === 'string' && value.endsWith('Z');
  const local = new Date(wallAt(clock, ms)).toISOString();
  return [
    name,
    parameters,
    type,
    type === 'date' ? local.slice(0, 10) : local.slice(0, 19) + (isUtc ? 'Z' : ''),
  ];
}

/** Where a time without a zone is, it is over twelve hours later than in UTC at the most. */
const LATEST_PLACE_MS = 12 * 3_600_000;

const slackOf = ({ event }: Part): number => (event?.start.clock === null ? LATEST_PLACE_MS : 0);

/** Whether an event's time is past, and with a series that of its last instance. What says no time never is. */
export function isOver(snapshot: Snapshot, nowMs: Instant): boolean {
  const { master, overrides } = snapshot;
  const first = master ?? [...overrides.values()][0];
  if (!first || (master && !master.event)) return false;
  const { instances, complete } = instancesBetween(snapshot.set(), nowMs - slackOf(first), LATEST, {
    limit: 1,
  });
  return instances.length === 0 && complete;
}

export const isPartOver = (part: Part, nowMs: Instant): boolean =>
  part.endMs !== null && part.endMs + slackOf(part) <= nowMs;
