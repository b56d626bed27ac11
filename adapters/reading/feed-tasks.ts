import type { InstanceName, ReadAs } from '../../activities/feed/ports.ts';
import { readText } from '../../activities/feed/reading.ts';
import { readHolidays } from '../../domain/feeds/holidays.ts';
import type { DayNumber } from '../../domain/time/calendar-days.ts';
import { calendarText } from '../feeds/calendar-text.ts';
import { bufferOf } from './octets.ts';
import { plainReading } from './plain-reading.ts';

export interface FeedOctets {
  content: Uint8Array;
  contentType: string | undefined;
}

/** A feed's octets as a calendar's text. */
export const readCalendarText = ({ content, contentType }: FeedOctets) =>
  calendarText(bufferOf(content), contentType);

export interface FeedText {
  text: string;
  as: ReadAs;
  /** Null: everything is read. */
  asked: readonly InstanceName[] | null;
}

/** What a feed's text says of a room. */
export function readFeedText({ text, as, asked }: FeedText) {
  const read = readText(text, as, asked);
  return typeof read === 'string' ? read : plainReading(read, asked ?? []);
}

export interface HolidayText {
  ics: string;
  window: { fromDay: DayNumber; untilDay: DayNumber };
}

/** The days off of a calendar's text. */
export function readHolidayText({ ics, window }: HolidayText) {
  const decoded = calendarText(Buffer.from(ics), undefined);
  return typeof decoded === 'string' ? decoded : readHolidays(decoded.text, window);
}
