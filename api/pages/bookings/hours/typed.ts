import type { DayBlock } from '../../../../domain/availability/schedule.ts';
import { presentBlock } from '../../../routes/availability/hours.ts';

/** A block as its two fields have it: HH:MM, or nothing. */
export interface TypedBlock {
  from: string;
  until: string;
}

/** More than a day may have, so that what is too much is refused and not lost. */
const MOST_ROWS = 24;

/** The blocks that stand in the fields `PREFIX.0.from`, `PREFIX.0.until` and so on; what is wholly empty is none. */
export const typedBlocks = (form: URLSearchParams, prefix: string): TypedBlock[] =>
  Array.from({ length: MOST_ROWS }, (_, at) => ({
    from: clock(form.get(`${prefix}.${at}.from`)),
    until: clock(form.get(`${prefix}.${at}.until`)),
  })).filter(({ from, until }) => from !== '' || until !== '');

/** Some browsers send seconds, too. */
const clock = (typed: string | null): string => (typed ?? '').trim().slice(0, 5);

/** A field of a time of day knows no 24:00. */
export const typedOf = (block: DayBlock): TypedBlock => {
  const { from, until } = presentBlock(block);
  return { from, until: until === '24:00' ? '00:00' : until };
};

/** What a button that adds or takes away a row wants; null: it is another button. */
export interface RowWish {
  prefix: string;
  /** Null: one more. */
  remove: number | null;
}

export function rowWish(pressed: string): RowWish | null {
  const [what = '', prefix = '', at = ''] = pressed.split(' ');
  if (what === 'add') return { prefix, remove: null };
  return what === 'remove' && /^\d{1,2}$/.test(at) ? { prefix, remove: Number(at) } : null;
}

/** The rows of one list, after the wish. */
export function withWish(rows: readonly TypedBlock[], prefix: string, wish: RowWish | null): TypedBlock[] {
  if (wish?.prefix !== prefix) return [...rows];
  return wish.remove === null
    ? [...rows, { from: '', until: '' }]
    : rows.filter((_, at) => at !== wish.remove);
}
