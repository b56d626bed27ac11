import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';

/** An event as a calendar shows it. */
export interface ShownEvent {
  uid: string;
  sequence: number;
  status: 'CONFIRMED' | 'CANCELLED';
  startMs: number;
  endMs: number;
}

interface Delivered extends ShownEvent {
  dtstampMs: number;
}

/**
 * What a calendar shows after it has read a mailbox: of each UID the newest REQUEST or CANCEL, by SEQUENCE and then
 * DTSTAMP (RFC 5546 §2.1.5), in whatever order they came. A message that came twice, by its Message-ID, is one.
 */
export async function readAsCalendar(mailbox: readonly Buffer[]): Promise<Map<string, ShownEvent>> {
  const seen = new Set<string>();
  const newest = new Map<string, Delivered>();
  for (const raw of mailbox) {
    const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
    if (seen.has(mail.messageId ?? '')) continue;
    seen.add(mail.messageId ?? '');
    const part = mail.attachments.find((one) => one.contentType === 'text/calendar');
    const event = part && eventIn(part.content.toString('utf8'));
    const before = event && newest.get(event.uid);
    if (event && (!before || isNewer(event, before))) newest.set(event.uid, event);
  }
  return new Map([...newest].map(([uid, { dtstampMs: _, ...event }]) => [uid, event]));
}

const isNewer = (one: Delivered, other: Delivered): boolean =>
  one.sequence === other.sequence ? one.dtstampMs > other.dtstampMs : one.sequence > other.sequence;

/** Null for what is not an organizer's word about the event: DECLINECOUNTER changes nothing. */
function eventIn(text: string): Delivered | null {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const method = calendar.getFirstPropertyValue('method');
  const vevent = calendar.getFirstSubcomponent('vevent');
  if (!vevent || (method !== 'REQUEST' && method !== 'CANCEL')) return null;
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const event = new ICAL.Event(vevent);
  return {
    uid: event.uid,
    sequence: event.sequence,
    status: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    startMs: event.startDate.toJSDate().getTime(),
    endMs: event.endDate.toJSDate().getTime(),
    dtstampMs: (vevent.getFirstPropertyValue('dtstamp') as ICAL.Time).toJSDate().getTime(),
  };
}
