import type { WallMs } from '../time/zone.ts';
import { DAY_MS, firstDayOf, monthOf, shapeOfMonth, shapeOfYear } from '../time/calendar-days.ts';
import { EMPTY_PATTERN, type Pattern } from './pattern.ts';

interface PeriodsCounted {
  in: 'days' | 'months';
  /** The day or month that the period of DTSTART begins with. */
  first: number;
  /** From one to the next, in days or months. */
  step: number;
  /** After this many periods the numbers of their instances repeat. */
  cycle: number;
  /** Which periods have instances, by the day or month that they begin with; null: all. */
  limit: ((first: number) => boolean) | null;
  /** What a pattern follows from, which is worked out once for each of 28 shapes then; null: from more than that. */
  alikeBy: 'month' | 'year' | null;
}

const nothing = (): Pattern => EMPTY_PATTERN;

const KNOWN = 10;
const WORKED_OUT = 100;

/**
 * The periods of a rule from that of DTSTART on: every second month of `FREQ=MONTHLY;INTERVAL=2` is one. They are
 * counted, so that the period of any date is found by dividing and never by walking. All rules have this one class,
 * so that the loop over them is compiled once, with numbers alone.
 */
export class Periods {
  readonly cycle: number;
  private readonly inMonths: boolean;
  private readonly first: number;
  private readonly step: number;
  private readonly limit: ((first: number) => boolean) | null;
  private readonly same: Pattern | null;
  private readonly patternFrom: (first: number) => Pattern;
  private readonly alikeBy: 'month' | 'year' | null;
  private readonly shapes: (Pattern | undefined)[] = [];

  /**
   * @param pattern of all that have instances, where they are alike, else of the one that begins with that day or
   * month. It is no property, since a function that takes its name from one costs more than all the rest here.
   */
  constructor(
    { in: unit, first, step, cycle, limit, alikeBy }: PeriodsCounted,
    pattern: Pattern | ((first: number) => Pattern),
  ) {
    this.cycle = cycle;
    this.inMonths = unit === 'months';
    this.first = first;
    this.step = step;
    this.limit = limit;
    this.same = typeof pattern === 'function' ? null : pattern;
    this.patternFrom = typeof pattern === 'function' ? pattern : nothing;
    this.alikeBy = alikeBy;
  }

  /** As many local times are looked at in the time that a pattern takes. */
  get patternWork(): number {
    return this.same === null && this.alikeBy === null ? WORKED_OUT : KNOWN;
  }

  /** The index of the last period that begins at or before that time. */
  indexOf(wall: WallMs): number {
    const day = Math.floor(wall / DAY_MS);
    return Math.floor(((this.inMonths ? monthOf(day) : day) - this.first) / this.step);
  }

  startOf(index: number): WallMs {
    const first = this.first + index * this.step;
    return (this.inMonths ? firstDayOf(first) : first) * DAY_MS;
  }

  patternOf(index: number): Pattern {
    const first = this.first + index * this.step;
    if (this.limit !== null && !this.limit(first)) return EMPTY_PATTERN;
    if (this.same !== null) return this.same;
    if (this.alikeBy === null) return this.patternFrom(first);
    const shape = this.alikeBy === 'month' ? shapeOfMonth(first) : shapeOfYear(first);
    return (this.shapes[shape] ??= this.patternFrom(first));
  }
}
