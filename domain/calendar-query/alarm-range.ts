import { durationOf, parameterOf, textOf, timeOf } from '../ical/jcal.ts';
import type { ObjectSeries } from '../ical/object-series.ts';
import type { JcalComponent } from '../ical/parse-calendars.ts';
import { endOf, type EventDuration } from '../recurrence/event-time.ts';
import { instancesBetween } from '../recurrence/instances.ts';
import { DAY_MS } from '../time/calendar-days.ts';
import type { Instant, TimeRange } from '../time/instant.ts';
import { wallAt, type Clock } from '../time/zone.ts';
import { eventOf, setOf } from './part-range.ts';

/**
 * Whether an alarm goes off within a range, for the first time or again (RFC 4791 §9.9, RFC 5545 §3.6.6): one that is relative does
 * so with each instance of what it is in. Bounded; of more instances around the range than are looked at, one is taken to be within.
 *
 * @param parent the event or to-do that it is in
 */
export function alarmMatches(
  alarm: JcalComponent,
  parent: JcalComponent,
  series: ObjectSeries,
  range: TimeRange,
): boolean {
  const again = repetitionOf(alarm);
  return alarm[1].some((property) => {
    const [name, , , value] = property;
    if (name !== 'trigger') return false;
    const at = timeOf(value);
    if (at !== null) return goesOffIn(at.wall, again, range);
    const offset = durationOf(value);
    const toEnd = parameterOf(property, 'related')?.toUpperCase() === 'END';
    return offset !== null && relativeMatches({ offset, toEnd, again }, parent, series, range);
  });
}

/** How often it goes off after the first time, and after how long each. */
interface Repetition {
  count: number;
  everyMs: number;
}

function repetitionOf(alarm: JcalComponent): Repetition {
  const count = Number.parseInt(textOf(alarm, 'repeat'), 10);
  const every = durationOf(textOf(alarm, 'duration'));
  const everyMs = every ? every.days * DAY_MS + every.ms : 0;
  return count > 0 && everyMs > 0
    ? { count: Math.min(count, MOST_REPETITIONS), everyMs }
    : { count: 0, everyMs: 0 };
}

const MOST_REPETITIONS = 1_000_000;

function goesOffIn(first: Instant, { count, everyMs }: Repetition, { startMs, endMs }: TimeRange): boolean {
  if (first >= startMs || count === 0) return first >= startMs && first < endMs;
  const nth = Math.ceil((startMs - first) / everyMs);
  return nth <= count && first + nth * everyMs < endMs;
}

interface RelativeTrigger {
  offset: EventDuration;
  toEnd: boolean;
  again: Repetition;
}

/** Days of a trigger are of the calendar; so far they may be from as many times 24 hours. */
const SLACK_MS = 2 * DAY_MS;
const MOST_LOOKED_AT = 1_000;

function relativeMatches(
  { offset, toEnd, again }: RelativeTrigger,
  parent: JcalComponent,
  series: ObjectSeries,
  range: TimeRange,
): boolean {
  const event = eventOf(parent, series);
  if (event === null) return false;
  const offsetMs = offset.days * DAY_MS + offset.ms;
  const slackMs = offset.days === 0 ? 1 : SLACK_MS;
  // Whose start or end lies there may set it off in the range.
  const fromMs = range.startMs - offsetMs - again.count * again.everyMs - slackMs;
  const { instances, complete } = instancesBetween(
    setOf(event, series),
    fromMs,
    range.endMs - offsetMs + slackMs,
    { limit: MOST_LOOKED_AT },
  );
  const clock = event.start.clock ?? series.zones.floating;
  const found = instances.some(({ startMs, endMs }) =>
    goesOffIn(moved(toEnd ? endMs : startMs, offset, clock), again, range),
  );
  return found || !complete;
}

const moved = (at: Instant, by: EventDuration, clock: Clock): Instant =>
  endOf(wallAt(clock, at), at, by, clock);
