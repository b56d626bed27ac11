import { readObject, type CalendarObject } from '../../../domain/ical/calendar-object.ts';
import type { JcalComponent } from '../../../domain/ical/parse-calendars.ts';
import { writeComponent } from '../../../domain/ical/write-jcal.ts';
import { STORED_LIMITS } from '../limits.ts';

/** A calendar that the server made or changed, as the text that is stored, and read again. */
export function storedForm(calendar: JcalComponent): { text: string; object: CalendarObject } {
  const text = writeComponent(calendar);
  const object = readObject(text, { limits: STORED_LIMITS });
  if ('problem' in object) throw new Error(`what was written cannot be stored: ${object.problem.code}`);
  return { text, object };
}

/** A stored text as a calendar; null where it cannot be read any more. */
export function calendarIn(text: string): JcalComponent | null {
  const object = readObject(text, { limits: STORED_LIMITS });
  return 'problem' in object ? null : object.calendar;
}
