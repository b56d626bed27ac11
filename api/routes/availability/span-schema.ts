import { day, dayOut, id, lineOfText, text, timezone, z } from '../fields.ts';
import { next } from './fields.ts';
import { blocksOut, someBlocks, WEEKDAYS } from './hours.ts';

/** How they relate, and how many they may be, the command says. */
const span = { firstDay: day(), lastDay: day() };
const spanOut = { id: id(), firstDay: dayOut(), lastDay: dayOut() };

export const newVacation = z.strictObject({ ...span, reason: text(200).optional() }).openapi('NewVacation');
export const vacation = z.strictObject({ ...spanOut, reason: z.string() }).openapi('Vacation');
export const vacationPage = z
  .strictObject({ vacations: z.array(vacation), next: next() })
  .openapi('Vacations');

const weekday = () => z.enum(WEEKDAYS);
const weekdays = () =>
  z
    .array(weekday())
    .min(1)
    .max(WEEKDAYS.length)
    .nullable()
    .openapi({ description: 'Null: every day.', example: ['saturday'] });

export const newTemporaryHours = z
  .strictObject({
    name: lineOfText(200),
    ...span,
    weekdays: weekdays().optional(),
    blocks: someBlocks().min(1),
  })
  .openapi('NewTemporaryHours');
export const temporaryHours = z
  .strictObject({
    ...spanOut,
    name: z.string(),
    weekdays: z.array(weekday()).nullable(),
    blocks: blocksOut(),
  })
  .openapi('TemporaryHours');
export const temporaryHoursPage = z
  .strictObject({ temporaryHours: z.array(temporaryHours), next: next() })
  .openapi('TemporaryHoursPage');

export const newTravel = z.strictObject({ ...span, timezone: timezone() }).openapi('NewTravel');
export const travel = z.strictObject({ ...spanOut, timezone: z.string() }).openapi('Travel');
export const travelPage = z.strictObject({ travels: z.array(travel), next: next() }).openapi('Travels');
