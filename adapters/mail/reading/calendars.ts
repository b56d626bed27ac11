import type { Attachment } from 'mailparser';
import { CALENDAR_TEXT_LIMIT } from '../../../domain/ical/prepare.ts';
import type { ReceivedCalendar } from '../../../domain/itip/inbound.ts';
import { decodeText, parametersOf } from './decode-text.ts';

const MOST_CALENDARS = 10;

/** A message's calendars, the likeliest first, each text once. */
export function calendarsOf(attachments: readonly Attachment[]): ReceivedCalendar[] {
  const found = attachments
    .map((attachment) => ({ attachment, rank: rankOf(attachment) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .slice(0, MOST_CALENDARS)
    .map(({ attachment }) => calendarOf(attachment));
  return found.filter(({ text }, index) => found.findIndex((other) => other.text === text) === index);
}

/** Outlook takes only a calendar part without an attachment's disposition for an invitation or an answer. */
function rankOf({ contentType, contentDisposition, filename }: Attachment): number | null {
  const type = contentType.toLowerCase();
  if (type === 'text/calendar') return contentDisposition?.toLowerCase() === 'attachment' ? 1 : 0;
  if (type === 'application/ics' || type === 'text/x-vcalendar') return 2;
  return /\.ics$/i.test(filename ?? '') ? 3 : null;
}

function calendarOf(attachment: Attachment): ReceivedCalendar {
  const { method, charset } = parametersOf(attachment);
  // One character more than is read, so that the reader knows that there was more.
  const text = decodeText(attachment.content.subarray(0, 4 * CALENDAR_TEXT_LIMIT + 4), charset);
  return { text: text.slice(0, CALENDAR_TEXT_LIMIT + 1), method: method?.toUpperCase() ?? null };
}
