import type { FeedTextReader } from '../../activities/feed/ports.ts';
import { ReadingGivenUp, type ReadingProblem } from '../../activities/reading-failures.ts';
import type { CalendarTextReader } from '../feeds/feed-reader.ts';
import { octetsOf } from './octets.ts';
import { readingOf } from './plain-reading.ts';
import type { Reading } from './reading.ts';

/** Reads calendars in threads, once they were fetched. */
export const createFeedTextReader = (reading: Reading): FeedTextReader => ({
  async read(text, as, asked) {
    const read = await reading.run('feed', { text, as, asked }, text.length).catch(problemOf);
    return typeof read === 'string' ? read : readingOf(read);
  },
});

/** Decodes what was fetched in threads. */
export const createCalendarTextReader =
  (reading: Reading): CalendarTextReader =>
  (content, contentType) =>
    reading.run('calendarText', { content: octetsOf(content), contentType }, content.length).catch(problemOf);

function problemOf(error: unknown): ReadingProblem {
  if (error instanceof ReadingGivenUp) return error.code;
  throw error;
}
