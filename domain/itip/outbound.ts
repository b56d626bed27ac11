import type { CalendarMessage } from '../ical/calendar-message.ts';
import type { CalendarMethod } from '../meeting/message-spec.ts';
import { hideAddresses } from '../meeting/privacy.ts';
import type { Partstat } from '../ical/partstat.ts';
import type { Instant, TimeRange } from '../time/instant.ts';

/**
 * What one attendee's calendar message is made of. It has no field for another's address
 * (rule 4 of the design), and neither has the message.
 */
export interface CalendarView {
  spec: {
    method: CalendarMethod | null;
    sequence: number;
    dtstampMs: Instant;
    time: TimeRange;
    /** How the recipient stands; NEEDS-ACTION when absent. */
    partstat?: Partstat;
    alarmMinutesBefore?: readonly number[];
  };
  uid: string;
  tenant: { organizerName: string };
  /** The ORGANIZER's address, where programs send their answers: the same over the life of an invitation. */
  answerTo: { calendar: string };
  meeting: { title: string; location?: string };
  recipient: { email: string; name: string | null; required: boolean };
  /** IANA name: the zone of DTSTART and DTEND; null: UTC. */
  hostTimezone: string | null;
  /** Where it is entered; absent: it has no video room. */
  links: { join?: string };
}

/** The words of a calendar message; the mail's words say the same. */
export interface CalendarWords {
  description: string;
  comment: string;
}

/**
 * The organizer's REQUEST, CANCEL or DECLINECOUNTER to one attendee; null when the message is mail for people only.
 * The recipient is the only ATTENDEE, and asked for an answer: after a new time anew (RFC 5546 §3.2.2.1), unless they agreed to it
 * before; then it says that they accept.
 */
export function calendarFor(view: CalendarView, words: CalendarWords): CalendarMessage | null {
  const { spec, recipient, tenant, answerTo } = view;
  if (spec.method === null) return null;
  return {
    method: spec.method,
    uid: view.uid,
    sequence: spec.sequence,
    dtstampMs: spec.dtstampMs,
    time: spec.time,
    zone: view.hostTimezone,
    summary: hideAddresses(view.meeting.title),
    description: words.description,
    location: hideAddresses(view.meeting.location ?? ''),
    joinUrl: spec.method === 'CANCEL' ? null : (view.links.join ?? null),
    organizer: { address: answerTo.calendar, name: tenant.organizerName },
    attendee: {
      address: recipient.email,
      name: recipient.name === null ? null : hideAddresses(recipient.name),
      partstat: spec.partstat ?? 'NEEDS-ACTION',
      required: recipient.required,
    },
    comment: words.comment,
    alarmMinutesBefore: spec.alarmMinutesBefore ?? [],
  };
}
