import { formatLength } from '../time/format.ts';

const USUAL = [15, 20, 30, 45, 50, 60, 75, 90, 120, 180, 240];

/** The lengths that the form offers, in minutes: the usual ones and the meeting's own. */
export function lengthChoices(own: number, chosen: string): { minutes: number; label: string }[] {
  const wanted = /^\d{1,5}$/.test(chosen) ? Number(chosen) : own;
  const all = [...new Set([...USUAL, own, wanted])].filter((minutes) => minutes > 0);
  return all
    .sort((one, other) => one - other)
    .map((minutes) => {
      const length = formatLength({ startMs: 0, endMs: minutes * 60_000 });
      return { minutes, label: minutes === own ? `${length} (as now)` : length };
    });
}
