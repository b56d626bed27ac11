import { refold } from '../ical/fold.ts';
import { cleanLine, mailto } from '../ical/text.ts';
import { writtenTime } from '../ical/written-time.ts';
import type { Instant, TimeRange } from '../time/instant.ts';
import { busyByKind, type BusyKind, type BusyPeriod } from './busy-period.ts';

export interface VfreebusyInput {
  uid: string;
  dtstampMs: Instant;
  /** The window that was asked for; it is told whole, in seconds. */
  range: TimeRange;
  /** In any order; they may overlap and reach out of the window. */
  periods: readonly BusyPeriod[];
  /** Addresses without `mailto:`, of an answer to a scheduling message (RFC 5546 §3.3). */
  organizer?: string;
  attendee?: string;
  method?: 'REPLY' | 'PUBLISH';
}

const FBTYPES: readonly (readonly [BusyKind, string])[] = [
  ['busy', 'BUSY'],
  ['tentative', 'BUSY-TENTATIVE'],
  ['unavailable', 'BUSY-UNAVAILABLE'],
];

/** Some readers look at a line as a whole. */
const MOST_IN_A_LINE = 50;

/**
 * A calendar with one VFREEBUSY as iCalendar text, CRLF and folded: when time is taken within a window, and nothing of what takes it.
 * Periods of one kind are merged and clipped; those of two kinds may overlap, as RFC 4791 §7.10 speaks of merging within an FBTYPE.
 */
export function vfreebusy({
  uid,
  dtstampMs,
  range,
  periods,
  organizer,
  attendee,
  method,
}: VfreebusyInput): string {
  const byKind = busyByKind(periods, range);
  return refold(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Parley//Parley//EN',
      'CALSCALE:GREGORIAN',
      ...(method === undefined ? [] : [`METHOD:${method}`]),
      'BEGIN:VFREEBUSY',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${utc(dtstampMs)}`,
      `DTSTART:${utc(range.startMs)}`,
      `DTEND:${utc(range.endMs)}`,
      ...(organizer === undefined ? [] : [`ORGANIZER:${mailto(organizer)}`]),
      ...(attendee === undefined ? [] : [`ATTENDEE:${mailto(attendee)}`]),
      ...FBTYPES.flatMap(([kind, fbtype]) => linesOf(byKind[kind], fbtype)),
      'END:VFREEBUSY',
      'END:VCALENDAR',
    ].join('\r\n'),
  );
}

function linesOf(periods: readonly TimeRange[], fbtype: string): string[] {
  const written = periods.flatMap(({ startMs, endMs }) => {
    const [start, end] = [utc(startMs), utc(endMs)];
    // What takes less than a second takes none that can be written.
    return start === end ? [] : `${start}/${end}`;
  });
  const lines: string[] = [];
  for (let from = 0; from < written.length; from += MOST_IN_A_LINE)
    lines.push(`FREEBUSY;FBTYPE=${fbtype}:${written.slice(from, from + MOST_IN_A_LINE).join(',')}`);
  return lines;
}

/** RFC 5545 §3.3.11. */
const escaped = (text: string): string => cleanLine(text).replace(/[\\;,]/g, '\\$&');

const utc = (atMs: Instant): string => `${writtenTime(atMs)}Z`;
