import type { WallMs } from '../time/zone.ts';
import { CYCLE_DAYS, DAY_MS, greatestCommonDivisor, mod } from '../time/calendar-days.ts';
import { dayLimit } from './day-parts.ts';
import { AT_ONCE, atPositions, EMPTY_PATTERN, type Pattern } from './pattern.ts';
import { Periods } from './periods.ts';
import type { RecurrenceRule } from './rule.ts';
import { secondsNamed, timesOfHour, timesOfMinute } from './times-of-day.ts';
import type { Work } from './work.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const UNITS = { HOURLY: HOUR_MS, MINUTELY: MINUTE_MS, SECONDLY: 1_000 };

/** More are not kept: of a rule that steps by 86,399 seconds, no two days are alike. */
const MOST_KEPT = 1_000;
/** A step of a day is kept, too, and memory is dearer than time. */
const STEP_WORK = 4;

/**
 * FREQ=HOURLY, MINUTELY and SECONDLY, in local time: a period here is a day with all its steps. A day's pattern
 * follows from where in it the first step falls.
 */
export function subDailyPeriods(
  rule: RecurrenceRule,
  freq: keyof typeof UNITS,
  start: WallMs,
  work: Work,
): Periods {
  const unit = UNITS[freq];
  const step = unit * rule.interval;
  const anchor = start - mod(start, unit);
  const limit = dayLimit(rule);
  const times = timesOfStep(rule, freq, start);
  const patterns = new Map<number, Pattern>();
  const phases = step / greatestCommonDivisor(step, DAY_MS);
  return new Periods(
    {
      in: 'days',
      first: Math.floor(start / DAY_MS),
      step: 1,
      cycle: limit === null ? phases : (CYCLE_DAYS / greatestCommonDivisor(CYCLE_DAYS, phases)) * phases,
      limit,
      alikeBy: null,
    },
    (day) => {
      const phase = mod(anchor - day * DAY_MS, step);
      if (phase >= DAY_MS) return EMPTY_PATTERN;
      const known = patterns.get(phase);
      if (known) return known;
      if (work.left <= 0) return EMPTY_PATTERN;
      const pattern = { days: AT_ONCE, times: timesInDay(rule, freq, { phase, step, times }, work) };
      if (patterns.size < MOST_KEPT) patterns.set(phase, pattern);
      return pattern;
    },
  );
}

/** What the smaller parts expand one step to, in milliseconds from its start; BYSETPOS picks among them. */
function timesOfStep(rule: RecurrenceRule, freq: keyof typeof UNITS, start: WallMs): Float64Array {
  const times =
    freq === 'HOURLY' ? timesOfHour(rule, start) : freq === 'MINUTELY' ? timesOfMinute(rule, start) : [0];
  return atPositions({ days: new Float64Array(times), times: AT_ONCE }, rule.bySetPos).days;
}

/** The larger parts limit the steps (RFC 5545 §3.3.10, the table); what is limited is stepped over at once. */
function timesInDay(
  { byHour, byMinute, bySecond }: RecurrenceRule,
  freq: keyof typeof UNITS,
  { phase, step, times }: { phase: number; step: number; times: Float64Array },
  work: Work,
): Float64Array {
  const hours = named(byHour, 24);
  const minutes = named(freq === 'HOURLY' ? [] : byMinute, 60);
  const seconds = named(freq === 'SECONDLY' ? secondsNamed(bySecond) : [], 60);
  const found: number[] = [];
  let at = phase;
  const skipTo = (next: number) => (at += Math.ceil((next - at) / step) * step);
  while (at < DAY_MS) {
    work.left -= STEP_WORK;
    if (!hours[Math.floor(at / HOUR_MS)]) skipTo((Math.floor(at / HOUR_MS) + 1) * HOUR_MS);
    else if (!minutes[Math.floor(at / MINUTE_MS) % 60]) skipTo((Math.floor(at / MINUTE_MS) + 1) * MINUTE_MS);
    else {
      if (seconds[Math.floor(at / 1000) % 60]) for (const time of times) found.push(at + time);
      at += step;
    }
  }
  return new Float64Array(found);
}

const named = (list: readonly number[], size: number): boolean[] =>
  Array.from({ length: size }, (_, index) => list.length === 0 || list.includes(index));
