import type { OfferedSlot } from '../../../domain/booking/offer.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import type { Reader } from '../reader.ts';
import type { BookingPage } from './context.ts';
import { lengthWords } from './words.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/;

/** The time that begins with what an address or a form says. @returns null for what is no instant */
export function rangeOfStart(
  { lengthMinutes }: Pick<BookingPage, 'lengthMinutes'>,
  start: string,
): TimeRange | null {
  const startMs = INSTANT.test(start) ? Date.parse(start) : NaN;
  return startMs > 0 ? { startMs, endMs: startMs + lengthMinutes * 60_000 } : null;
}

/** What a loser is told, or who comes by an address with a time that is not offered. */
export const takenWords = (
  nearest: readonly OfferedSlot[],
  { t }: Reader,
  was: 'title' | 'notFree' = 'title',
) => ({
  title: t(`page.book.taken.${was}`),
  text: t(nearest.length === 0 ? 'page.book.taken.none' : 'page.book.taken.free'),
});

/** Nobody gets another length than they chose without a word. */
export const otherLengthWords = ({ lengthMinutes, reader }: BookingPage) => ({
  title: reader.t('page.book.otherLength.title'),
  text: reader.t('page.book.otherLength.text', { length: lengthWords(lengthMinutes, reader) }),
});
