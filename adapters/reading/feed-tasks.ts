import type { InstanceName, ReadAs } from '../../activities/feed/ports.ts';
import { readText } from '../../activities/feed/reading.ts';
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
