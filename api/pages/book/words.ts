import type { Wording } from '../../../adapters/texts/texts.ts';
import { formatLength } from '../time/format.ts';

/** As in "1 h 30 min". */
export const lengthWords = (minutes: number, wording: Wording): string =>
  formatLength({ startMs: 0, endMs: minutes * 60_000 }, wording);
