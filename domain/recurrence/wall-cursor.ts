import type { WallMs } from '../ical/zone.ts';
import { DAY_MS } from './calendar-days.ts';
import { firstAtLeast } from './pattern.ts';
import type { Periods } from './periods.ts';
import type { RuleWalls } from './rule-walls.ts';

const NOTHING: readonly number[] = [];

/**
 * Goes through the local times of a rule from one to another, both inclusive, in order. What lies before is not
 * walked through. It is a class, with numbers alone, because a window of one instance costs little more than this.
 */
export class WallCursor {
  private readonly periods: Periods;
  private readonly begin: WallMs;
  private readonly end: WallMs;
  /** The next period. */
  private index: number;
  private base = 0;
  private days = NOTHING;
  private day = 0;
  private midnight = 0;
  private times = NOTHING;
  private timesOfPeriod = NOTHING;
  private time = 0;
  private beside: WallMs;

  constructor({ periods, start, startIsBeside, last }: RuleWalls, from: WallMs, to: WallMs) {
    this.periods = periods;
    this.begin = from > start ? from : start;
    this.end = to < last ? to : last;
    this.beside = startIsBeside && from <= start && start <= this.end ? start : NaN;
    this.index = Math.max(0, periods.indexOf(this.begin));
  }

  /** NaN after the last one. */
  next(): WallMs {
    if (!Number.isNaN(this.beside)) {
      const start = this.beside;
      this.beside = NaN;
      return start;
    }
    while (this.time >= this.times.length) if (!this.nextDay() && !this.nextPeriod()) return NaN;
    const wall = this.midnight + (this.times[this.time++] as number);
    return wall > this.end ? NaN : wall;
  }

  private nextDay(): boolean {
    while (this.day < this.days.length) {
      this.midnight = this.base + (this.days[this.day++] as number);
      if (this.midnight > this.end) return false;
      if (this.midnight + DAY_MS <= this.begin) continue;
      this.times = this.timesOfPeriod;
      this.time = this.midnight >= this.begin ? 0 : firstAtLeast(this.times, this.begin - this.midnight);
      return true;
    }
    return false;
  }

  private nextPeriod(): boolean {
    this.base = this.periods.startOf(this.index);
    if (this.base > this.end) return false;
    const { days, times } = this.periods.patternOf(this.index++);
    this.days = days;
    this.timesOfPeriod = times;
    this.day = 0;
    return true;
  }
}
