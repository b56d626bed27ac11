import { day, dayOut, id, text, z } from '../fields.ts';
import { next } from './fields.ts';
import { blocksOut, dayBlocks } from './hours.ts';

const MOST_AT_ONCE = 366;

const available = () =>
  z.boolean().openapi({ description: 'False, without blocks: nothing can be booked on this day.' });

export const newOverride = z
  .strictObject({
    day: day(),
    available: available().optional(),
    blocks: dayBlocks().optional(),
    label: text(200).optional(),
  })
  .refine(({ available: is, blocks }) => is !== false || (blocks ?? []).length === 0, {
    path: ['blocks'],
    message: 'must be absent where available is false',
  })
  .refine(({ available: is, blocks }) => is === false || (blocks ?? []).length > 0, {
    path: ['blocks'],
    message: 'must have at least one block, or available must be false',
  })
  .openapi('NewDateOverride', {
    example: { day: '2030-05-17', blocks: [{ from: '10:00', until: '12:00' }], label: 'Morning only' },
  });

export const newOverrides = z
  .strictObject({ overrides: z.array(newOverride).min(1).max(MOST_AT_ONCE, { abort: true }) })
  .openapi('NewDateOverrides');

export const override = z
  .strictObject({
    id: id(),
    day: dayOut(),
    available: available(),
    blocks: blocksOut(),
    label: z.string(),
  })
  .openapi('DateOverride');

export const overrideList = z.strictObject({ overrides: z.array(override) }).openapi('DateOverridesPut');
export const overridePage = z
  .strictObject({ overrides: z.array(override), next: next() })
  .openapi('DateOverrides');
