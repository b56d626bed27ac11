import { ANSWER_LIMITS } from '../../../domain/ical/prepare.ts';
import type { ReceivedCalendar } from '../../../domain/itip/inbound.ts';
import { decodeCalendar } from './decode-calendar.ts';
import type { Part } from './take-apart.ts';

const MOST_CALENDARS = 10;

/** A message's calendars, the likeliest first, each text once. */
export function calendarsOf(parts: readonly Part[]): ReceivedCalendar[] {
  const found = parts
    .map((part) => ({ part, rank: rankOf(part) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .slice(0, MOST_CALENDARS)
    .map(({ part }) => calendarOf(part));
  return found.filter(({ text }, index) => found.findIndex((other) => other.text === text) === index);
}

/** Outlook takes only a calendar part without an attachment's disposition for an invitation or an answer. */
function rankOf({ type, disposition, filename }: Part): number | null {
  if (type === 'text/calendar') return disposition === 'attachment' ? 1 : 0;
  if (type === 'application/ics' || type === 'text/x-vcalendar') return 2;
  // A message within the message is somebody else's, whatever it is called.
  return /\.ics$/i.test(filename ?? '') && !RETURNED.test(type) ? 3 : null;
}

const RETURNED = /^message\/|^text\/(?:rfc822|global)-headers$/;

function calendarOf({ content, parameters: { method, charset } }: Part): ReceivedCalendar {
  // One character more than is read, so that the reader knows that there was more.
  const text = decodeCalendar(content.subarray(0, 4 * ANSWER_LIMITS.characters + 4), charset);
  return { text: text.slice(0, ANSWER_LIMITS.characters + 1), method: method?.toUpperCase() ?? null };
}
