import { type Clock, UTC_CLOCK } from '../time/zone.ts';
import type { Instant } from '../time/instant.ts';
import { DAY_MS } from '../time/calendar-days.ts';
import { endOf, instantOfTime, type EventTime } from './event-time.ts';
import { identityIn } from './identity.ts';
import type { RecurrenceRule } from './rule.ts';
import { ruleWalls, type RuleWalls } from './rule-walls.ts';
import type {
  Instance,
  MasterInput,
  OverrideInput,
  RecurrenceInput,
  RecurrenceSet,
  SetDate,
  Stretch,
} from './set.ts';
import { unlimitedWork, type Work } from './work.ts';

/**
 * Makes a set that can be asked for windows. Nothing is expanded.
 *
 * @param floating where floating times and days are looked at
 * @param work what it may cost; without any left, a rule names DTSTART alone, and windows are not complete
 */
export function recurrenceSet<E>(
  { master, overrides }: RecurrenceInput<E>,
  floating: Clock = UTC_CLOCK,
  work: Work = unlimitedWork(),
): RecurrenceSet<E> {
  const base = master ? baseOf<E>(master, floating, work) : withoutMaster<E>(work);
  if (overrides.length === 0) return base;
  const identified = overrides.map((override) => ({
    override,
    id: identityIn(base, override.recurrenceId, override.start.clock ?? floating),
  }));
  return {
    ...base,
    recurs: true,
    leavesOut: true,
    replaced: new Set(identified.map(({ id }) => id)),
    overrides: identified
      .filter(({ override }) => !override.cancelled)
      .map(({ override, id }) => placed(override, id, floating)),
    stretches: stretchesOf(base, identified, floating),
  };
}

const NO_IDS: ReadonlySet<number> = new Set();

/** What only overrides are in. */
const withoutMaster = <E>(work: Work): RecurrenceSet<E> => ({
  clock: UTC_CLOCK,
  allDay: false,
  recurs: true,
  rules: [],
  exRules: [],
  dates: [],
  exIds: NO_IDS,
  exDays: NO_IDS,
  leavesOut: false,
  stretches: [],
  replaced: NO_IDS,
  overrides: [],
  work,
});

function baseOf<E>(master: MasterInput, floating: Clock, work: Work): RecurrenceSet<E> {
  const { start, duration, exDates } = master;
  const rules = wallsOf(master.rules, start, work);
  const dates = datesOf(master, rules, floating);
  const exIds = new Set<Instant>();
  const exDays = new Set<number>();
  const base: RecurrenceSet<E> = {
    clock: start.clock ?? floating,
    allDay: start.allDay,
    recurs: rules.length > 0 || dates.length > 1,
    rules,
    exRules: wallsOf(master.exRules, start, work),
    dates,
    exIds,
    exDays,
    leavesOut: master.exRules.length + exDates.length > 0,
    stretches: [{ fromId: -Infinity, untilId: Infinity, shift: 0, duration, override: null }],
    replaced: NO_IDS,
    overrides: [],
    work,
  };
  for (const date of exDates) {
    if (date.allDay && !start.allDay) exDays.add(Math.floor(date.wall / DAY_MS));
    else exIds.add(identityIn(base, date, floating));
  }
  return base;
}

const wallsOf = (rules: readonly RecurrenceRule[], { wall, allDay }: EventTime, work: Work): RuleWalls[] =>
  rules.map((rule) => ruleWalls(rule, wall, allDay, work));

function datesOf({ start, dates }: MasterInput, rules: readonly RuleWalls[], floating: Clock): SetDate[] {
  const clock = start.clock ?? floating;
  const found = dates.map(({ start: date, duration }) => {
    const id = instantOfTime(inSeries(date, start), clock);
    return { id, wall: id + clock.offsetAt(id), duration };
  });
  if (rules.length === 0 || rules.some((rule) => isBeside(start, rule, floating)))
    found.push({ id: instantOfTime(start, floating), wall: start.wall, duration: null });
  return found.sort((a, b) => a.id - b.id);
}

const isBeside = (start: EventTime, { startIsBeside, last, until }: RuleWalls, floating: Clock): boolean =>
  startIsBeside && start.wall <= last && instantOfTime(start, floating) <= until;

/** A DATE among date-times means the time of DTSTART on that day. */
function inSeries(date: EventTime, start: EventTime): EventTime {
  if (!date.allDay || start.allDay) return date;
  return { ...start, wall: date.wall + (start.wall - Math.floor(start.wall / DAY_MS) * DAY_MS) };
}

function placed<E>({ start, duration, event }: OverrideInput<E>, id: Instant, floating: Clock): Instance<E> {
  const startMs = instantOfTime(start, floating);
  const endMs = endOf(start.wall, startMs, duration, start.clock ?? floating);
  return { recurrenceId: id, startMs, endMs, override: event };
}

/** From each THISANDFUTURE on, the series goes on shifted by as much as that instance (RFC 5545 §3.8.4.4). */
function stretchesOf<E>(
  base: RecurrenceSet<E>,
  identified: readonly { override: OverrideInput<E>; id: Instant }[],
  floating: Clock,
): Stretch<E>[] {
  const stretches = [...base.stretches];
  const ranges = identified.filter(({ override }) => override.thisAndFuture).sort((a, b) => a.id - b.id);
  for (const { override, id } of stretches.length === 0 ? [] : ranges) {
    const before = stretches.pop() as Stretch<E>;
    stretches.push({ ...before, untilId: id });
    if (override.cancelled) return stretches;
    const startMs = instantOfTime(override.start, floating);
    const shift = startMs + base.clock.offsetAt(startMs) - (id + base.clock.offsetAt(id));
    const { duration, event } = override;
    stretches.push({ fromId: id, untilId: Infinity, shift, duration, override: event });
  }
  return stretches;
}
