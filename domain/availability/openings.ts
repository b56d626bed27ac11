import { DAY_MS, type DayNumber } from '../time/calendar-days.ts';
import type { TimeRange } from '../time/instant.ts';
import { dayAt, firstShown } from '../time/wall.ts';
import type { Clock } from '../time/zone.ts';
import { clockOn, daysOf, type DayBlock, type Schedule } from './schedule.ts';

const MINUTE_MS = 60_000;
/** A block lasts two days at most, and no clock is further from UTC than fifteen hours. */
const AROUND_DAYS = 3;

/**
 * The blocks of a schedule as instants: each from when the clocks first show its beginning until they first show its end.
 * So 13:00 to 18:00 is that also on the day on which the clocks change; what lies in a gap alone is nothing; and of an hour
 * that comes twice a block has both when it reaches beyond it, and the first when it begins and ends in it.
 *
 * @returns whole blocks, also what of them lies outside the range, by their start; they may overlap
 */
export function openings(schedule: Schedule, { startMs, endMs }: TimeRange): TimeRange[] {
  const hoursOn = daysOf(schedule);
  const found: TimeRange[] = [];
  const last = dayAt(schedule.zone, endMs) + AROUND_DAYS;
  for (let day = dayAt(schedule.zone, startMs) - AROUND_DAYS; day <= last; day++) {
    const { blocks } = hoursOn(day);
    if (blocks.length === 0) continue;
    const clock = clockOn(schedule, day);
    for (const block of blocks) {
      const opening = openingOf(clock, day, block);
      if (opening.startMs < opening.endMs) found.push(opening);
    }
  }
  return found
    .filter((opening) => opening.endMs > startMs && opening.startMs < endMs)
    .sort((one, other) => one.startMs - other.startMs);
}

const openingOf = (clock: Clock, day: DayNumber, { fromMinute, untilMinute }: DayBlock): TimeRange => ({
  startMs: firstShown(clock, day * DAY_MS + fromMinute * MINUTE_MS),
  endMs: firstShown(clock, day * DAY_MS + untilMinute * MINUTE_MS),
});
