import type { WallMs } from '../ical/zone.ts';
import { DAY_MS, firstDayOf, monthOf } from './calendar-days.ts';
import type { Pattern } from './pattern.ts';

interface PeriodsCounted {
  in: 'days' | 'months';
  /** The day or month that the period of DTSTART begins with. */
  first: number;
  /** From one to the next, in days or months. */
  step: number;
  /** After this many periods the numbers of their instances repeat. */
  cycle: number;
  /** Of all periods, where they are alike, else of the one that begins with that day or month. */
  pattern: Pattern | ((first: number) => Pattern);
}

/**
 * The periods of a rule from that of DTSTART on: every second month of `FREQ=MONTHLY;INTERVAL=2` is one. They are
 * counted, so that the period of any date is found by dividing and never by walking. All rules have this one class,
 * so that what asks it is compiled into one loop.
 */
export class Periods {
  readonly cycle: number;
  private readonly inMonths: boolean;
  private readonly first: number;
  private readonly step: number;
  private readonly same: Pattern | null;
  private readonly patternFrom: (first: number) => Pattern;

  constructor({ in: unit, first, step, cycle, pattern }: PeriodsCounted) {
    this.cycle = cycle;
    this.inMonths = unit === 'months';
    this.first = first;
    this.step = step;
    this.same = typeof pattern === 'function' ? null : pattern;
    this.patternFrom = typeof pattern === 'function' ? pattern : () => pattern;
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
    return this.same ?? this.patternFrom(this.first + index * this.step);
  }
}
