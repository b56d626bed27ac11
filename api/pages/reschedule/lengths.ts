import type { Wording } from '../../../adapters/texts/texts.ts';
import type { Option } from '../forms/select.tsx';
import { formatLength } from '../time/format.ts';

const USUAL = [15, 20, 30, 45, 50, 60, 75, 90, 120, 180, 240];

/** The lengths that the form offers, in minutes: the usual ones and the meeting's own. */
export function lengthChoices(own: number, chosen: string, wording: Wording): Option[] {
  const wanted = /^\d{1,5}$/.test(chosen) ? Number(chosen) : own;
  const all = [...new Set([...USUAL, own, wanted])].filter((minutes) => minutes > 0);
  return all
    .sort((one, other) => one - other)
    .map((minutes) => {
      const length = formatLength({ startMs: 0, endMs: minutes * 60_000 }, wording);
      const label = minutes === own ? wording.t('page.reschedule.asNow', { length }) : length;
      return { value: String(minutes), label };
    });
}
