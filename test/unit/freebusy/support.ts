import { readObject, type CalendarObject } from '../../../domain/ical/calendar-object.ts';
import { calendarOf, lines } from '../growth/pieces.ts';

export const vevent = (...inside: string[]): string =>
  lines('BEGIN:VEVENT', 'UID:a', ...inside, 'END:VEVENT');

/** The object of these components. */
export function objectOf(...components: string[]): CalendarObject {
  const read = readObject(calendarOf(lines(...components)));
  if ('problem' in read) throw new Error(`${read.problem.code} in ${components.join('\n')}`);
  return read;
}

/** `2026-03-02T09:00Z`, to the minute. */
export const minute = (ms: number): string =>
  Number.isFinite(ms) ? new Date(ms).toISOString().replace(':00.000', '') : String(ms);
