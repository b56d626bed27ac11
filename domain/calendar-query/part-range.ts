import type { FeedEvent } from '../ical/feed-event.ts';
import { timeOf } from '../ical/jcal.ts';
import type { ObjectSeries } from '../ical/object-series.ts';
import type { JcalComponent } from '../ical/parse-calendars.ts';
import { periodOf } from '../freebusy/stated-periods.ts';
import { endOf, instantOfTime } from '../recurrence/event-time.ts';
import { instancesBetween } from '../recurrence/instances.ts';
import type { Instance, RecurrenceSet } from '../recurrence/set.ts';
import type { Instant, TimeRange } from '../time/instant.ts';

/**
 * Whether a component has something within a range, as the tables of RFC 4791 §9.9 have it. The ends of a to-do count as within. Costs
 * no more than to find one instance.
 *
 * @param part of the object: the series itself, or an override
 */
export function partMatches(part: JcalComponent, series: ObjectSeries, range: TimeRange): boolean {
  const [name] = part;
  if (name === 'vfreebusy') return freeBusyMatches(part, range);
  const event = eventOf(part, series);
  if (name === 'vavailability') return hoursMatch(part, event, series, range);
  if (event === null) return name === 'vtodo' && !isReplaced(part, series) && untimedMatches(part, range);
  const set = setOf(event, series);
  if (name !== 'vtodo')
    return instancesBetween(set, range.startMs, range.endMs, { limit: 1 }).instances.length > 0;
  const { instances, complete } = instancesBetween(set, range.startMs - 1, range.endMs + 1, {
    limit: AT_THE_ENDS,
  });
  const isWithin = todoTest(part, range);
  return !complete || instances.some(isWithin);
}

/** More instances than can lie at the ends of a range without one within. */
const AT_THE_ENDS = 100;

/** What was read of a component; null: it has no time, or a newer override stands for it. */
export const eventOf = (part: JcalComponent, { master, overrides }: ObjectSeries): FeedEvent | null =>
  master?.component === part ? master : (overrides.find(({ component }) => component === part) ?? null);

/** The instances that are as one component says. */
export function setOf(event: FeedEvent, { master, set }: ObjectSeries): RecurrenceSet<FeedEvent> {
  const source = event === master ? null : event;
  if (set.overrides.length === 0) return set;
  return {
    ...set,
    stretches: set.stretches.filter(({ override }) => override === source),
    overrides: set.overrides.filter(({ override }) => override === source),
  };
}

const has = ([, properties]: JcalComponent, name: string): boolean =>
  properties.some((property) => property[0] === name);

const timesOf = ([, properties]: JcalComponent, names: readonly string[]): Instant[] =>
  properties.flatMap(([name, , , value]) => (names.includes(name) ? (timeOf(value)?.wall ?? []) : []));

/** The rows of the table for VTODO that have a DTSTART or a DUE. */
export function todoTest(
  part: JcalComponent,
  { startMs, endMs }: TimeRange,
): (instance: Instance) => boolean {
  if (!has(part, 'dtstart')) return ({ startMs: due }) => startMs < due && endMs >= due;
  if (has(part, 'due'))
    return ({ startMs: from, endMs: due }) =>
      (startMs < due || startMs <= from) && (endMs > from || endMs >= due);
  if (has(part, 'duration'))
    return ({ startMs: from, endMs: until }) => startMs <= until && (endMs > from || endMs >= until);
  return ({ startMs: from }) => startMs <= from && endMs > from;
}

/** The other rows of it: when it was made and done. */
function untimedMatches(part: JcalComponent, { startMs, endMs }: TimeRange): boolean {
  const [created] = timesOf(part, ['created']);
  const [completed] = timesOf(part, ['completed']);
  if (completed === undefined) return created === undefined || endMs > created;
  if (created === undefined) return startMs <= completed && endMs >= completed;
  return (startMs <= created || startMs <= completed) && (endMs >= created || endMs >= completed);
}

/** A newer override of the same instance stands for it, so that it says nothing. */
const isReplaced = (part: JcalComponent, series: ObjectSeries): boolean =>
  has(part, 'recurrence-id') && eventOf(part, series) === null;

/** Hours may begin or end nowhere (RFC 7953 §3.1). */
function hoursMatch(
  part: JcalComponent,
  event: FeedEvent | null,
  { zones }: ObjectSeries,
  { startMs, endMs }: TimeRange,
): boolean {
  if (event === null) return true;
  const from = instantOfTime(event.start, zones.floating);
  const until =
    has(part, 'dtend') || has(part, 'duration')
      ? endOf(event.start.wall, from, event.duration, event.start.clock ?? zones.floating)
      : Infinity;
  return startMs < until && endMs > from;
}

function freeBusyMatches(part: JcalComponent, { startMs, endMs }: TimeRange): boolean {
  const [from] = timesOf(part, ['dtstart']);
  const [until] = timesOf(part, ['dtend']);
  if (from !== undefined && until !== undefined) return startMs <= until && endMs > from;
  return part[1].some(
    ([name, , , ...values]) =>
      name === 'freebusy' &&
      values.some((value) => {
        const period = periodOf(value);
        return period !== null && startMs < period.endMs && endMs > period.startMs;
      }),
  );
}
