import { DAY_MINUTES, overlapIn, overlapInDay } from '../../../domain/availability/overlap.ts';
import type { DayBlock, WeeklyHours } from '../../../domain/availability/schedule.ts';
import { z } from '../fields.ts';

/** As `weekdayOf` counts. */
export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const CLOCK_OR_END = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const clock = (form: RegExp) =>
  z.string().regex(form, { error: 'must be a time of day, for example 09:30', abort: true });

const block = () =>
  z
    .strictObject({
      from: clock(CLOCK).openapi({ example: '09:00' }),
      until: clock(CLOCK_OR_END).openapi({
        description: 'Not included. Where it is not after `from`, it is on the day after; 24:00 is midnight.',
        example: '17:00',
      }),
    })
    .openapi('HoursBlock');

type Block = z.output<ReturnType<typeof block>>;

const OVERLAPS = 'must not overlap another block';
const MOST_BLOCKS = 20;
/** A list that is too long is not looked at. */
const blocks = () => z.array(block()).max(MOST_BLOCKS, { abort: true });

/** Blocks of one day, in their order. */
export const dayBlocks = () =>
  blocks().superRefine((value, context) => {
    const index = overlapInDay(value.map(readBlock));
    if (index !== null) context.addIssue({ code: 'custom', path: [index], message: OVERLAPS });
  });

/** Blocks of days that are not known here. */
export const someBlocks = blocks;

/** The hours of a week; a day that is left out has none. */
export const weeklyHours = () =>
  z
    .strictObject(eachWeekday(() => blocks().optional()))
    .superRefine((value, context) => {
      const overlap = overlapIn(readWeekly(value));
      if (overlap === null) return;
      const { weekday, index } = overlap;
      context.addIssue({ code: 'custom', path: [WEEKDAYS[weekday]!, index], message: OVERLAPS });
    })
    .openapi('WeeklyHours', {
      description: 'A block may pass midnight: it belongs to the day on which it begins.',
    });

export const weeklyHoursOut = () => z.strictObject(eachWeekday(() => z.array(block())));
export const blocksOut = () => z.array(block());

const eachWeekday = <T>(make: () => T): Record<Weekday, T> =>
  Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, make()])) as Record<Weekday, T>;

/** Minutes since the midnight before; what ends on the day after ends beyond 1440. */
export function readBlock({ from, until }: Block): DayBlock {
  const [fromMinute, untilMinute] = [minuteOf(from), minuteOf(until)];
  return { fromMinute, untilMinute: untilMinute > fromMinute ? untilMinute : untilMinute + DAY_MINUTES };
}

export const readBlocks = (value: readonly Block[]): DayBlock[] =>
  value.map(readBlock).sort((one, other) => one.fromMinute - other.fromMinute);

export const readWeekly = (value: { [K in Weekday]?: readonly Block[] | undefined }): WeeklyHours =>
  WEEKDAYS.map((weekday) => readBlocks(value[weekday] ?? []));

export const presentBlock = ({ fromMinute, untilMinute }: DayBlock): Block => ({
  from: clockText(fromMinute),
  until: untilMinute > DAY_MINUTES ? clockText(untilMinute - DAY_MINUTES) : clockText(untilMinute),
});

export const presentWeekly = (weekly: WeeklyHours): Record<Weekday, Block[]> =>
  Object.fromEntries(
    WEEKDAYS.map((name, weekday) => [name, (weekly[weekday] ?? []).map(presentBlock)]),
  ) as Record<Weekday, Block[]>;

function minuteOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
}

const clockText = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
