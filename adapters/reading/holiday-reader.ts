import { ReadingGivenUp } from '../../activities/reading-failures.ts';
import type { Reading } from './reading.ts';
import type { TaskInput } from './tasks.ts';

/** Reads calendars of holidays in threads. */
export const createHolidayReader = (reading: Pick<Reading, 'run'>) => ({
  read: (ics: string, window: TaskInput<'holidays'>['window']) =>
    reading.run('holidays', { ics, window }, ics.length).catch((error: unknown) => {
      if (error instanceof ReadingGivenUp) return error.code;
      throw error;
    }),
});
