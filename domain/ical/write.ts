import ICAL from 'ical.js';
import type { Instant, TimeRange } from '../time/instant.ts';
import type { CalendarEntry, CalendarMessage, CalendarUser } from './calendar-message.ts';
import { refold } from './fold.ts';
import { cleanLine, cleanText, cleanUri, mailto } from './text.ts';
import { floating, vtimezone } from './timezone.ts';
import { instantOf, openZone, wallAt, type Zone } from '../time/zone.ts';

const PRODID = '-//Parley//Parley//EN';

/**
 * An iTIP message as iCalendar text: one VEVENT with one ATTENDEE, and the VTIMEZONE that it refers to, if any.
 * CRLF line ends, folded at 75 octets. Nothing that a field contains can add a line, a property or a parameter.
 */
export const writeCalendar = (message: CalendarMessage): string =>
  vcalendar(message, (zone) => vevent(message, zone), message.method);

/**
 * A meeting as iCalendar text that somebody puts into their own calendar: without METHOD it is no message (RFC 5546 §1.4),
 * and it has neither ORGANIZER nor ATTENDEE. With the UID of the invitation, which takes its place when it comes.
 */
export const writeEntry = (entry: CalendarEntry): string => vcalendar(entry, (zone) => eventOf(entry, zone));

function vcalendar(
  timed: Timed,
  eventIn: (zone: Zone | null) => ICAL.Component,
  method?: CalendarMessage['method'],
): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('prodid', PRODID);
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  if (method) calendar.addPropertyWithValue('method', method);
  const zone = zoneOf(timed);
  const rules = zone && vtimezone(zone.name, timed.time.startMs);
  if (rules) calendar.addSubcomponent(rules);
  calendar.addSubcomponent(eventIn(rules ? zone : null));
  return refold(calendar.toString());
}

type Timed = Pick<CalendarMessage, 'time' | 'zone'>;

/**
 * The zone for DTSTART and DTEND; null: they are written in UTC. So they are, too, when a local time could not name
 * the instant: the second passing of an hour that the clock shows twice (RFC 5545 §3.3.5 means the first).
 */
function zoneOf({ zone: name, time }: Timed): Zone | null {
  const zone = name === null || /^(etc\/)?(utc|uct|gmt|zulu|universal)$/i.test(name) ? null : openZone(name);
  if (!zone) return null;
  const exact = (atMs: Instant) => instantOf(zone, wallAt(zone, atMs)) === atMs;
  return exact(time.startMs) && exact(time.endMs) ? zone : null;
}

/** What an event has, whomever it is for. */
function eventOf(entry: CalendarEntry, zone: Zone | null): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('uid', cleanLine(entry.uid));
  event.addPropertyWithValue('dtstamp', utc(entry.dtstampMs));
  event.addPropertyWithValue('sequence', entry.sequence);
  addTime(event, entry.time, zone);
  event.addPropertyWithValue('summary', cleanLine(entry.summary));
  addText(event, 'description', entry.description);
  addPlace(event, entry);
  return event;
}

function vevent(message: CalendarMessage, zone: Zone | null): ICAL.Component {
  const event = eventOf(message, zone);
  addUser(event, 'organizer', message.organizer);
  addAttendee(event, message);
  if (message.method !== 'REPLY' && message.method !== 'COUNTER') {
    event.addPropertyWithValue('status', message.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED');
    event.addPropertyWithValue('transp', 'OPAQUE');
  }
  addText(event, 'comment', message.comment);
  for (const minutes of message.alarmMinutesBefore ?? []) event.addSubcomponent(valarm(message, minutes));
  return event;
}

/**
 * RFC 5545 §3.6.6: what a DISPLAY alarm says has to be there. Its TRIGGER is relative to the start and in minutes, which are exact,
 * also where a day would have 23 or 25 hours (§3.3.6).
 */
function valarm({ summary }: CalendarMessage, minutesBefore: number): ICAL.Component {
  const alarm = new ICAL.Component('valarm');
  alarm.addPropertyWithValue('action', 'DISPLAY');
  alarm.addPropertyWithValue('description', cleanLine(summary));
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString(`-PT${minutesBefore}M`));
  return alarm;
}

function addTime(event: ICAL.Component, time: TimeRange, zone: Zone | null): void {
  for (const [name, atMs] of [
    ['dtstart', time.startMs],
    ['dtend', time.endMs],
  ] as const) {
    const property = event.addPropertyWithValue(name, zone ? floating(wallAt(zone, atMs)) : utc(atMs));
    if (zone) property.setParameter('tzid', zone.name);
  }
}

/** LOCATION is what every client shows and makes clickable; CONFERENCE (RFC 7986 §5.11) gives the newer ones a button. */
function addPlace(event: ICAL.Component, { joinUrl, location = '' }: CalendarEntry): void {
  const place = cleanLine(location);
  if (place !== '') event.addPropertyWithValue('location', place);
  if (joinUrl === null || joinUrl === '') return;
  const url = cleanUri(joinUrl);
  if (place === '') event.addPropertyWithValue('location', url);
  const conference = new ICAL.Property(['conference', { feature: 'VIDEO', label: 'Join' }, 'uri', url]);
  event.addProperty(conference);
}

function addAttendee(event: ICAL.Component, { method, attendee }: CalendarMessage): void {
  const property = addUser(event, 'attendee', attendee);
  property.setParameter('cutype', 'INDIVIDUAL');
  property.setParameter('role', attendee.required ? 'REQ-PARTICIPANT' : 'OPT-PARTICIPANT');
  property.setParameter('partstat', attendee.partstat);
  // Gmail and Apple show no buttons without it, and who has accepted may still decline; the others ask for no answer.
  if (method !== 'REPLY' && method !== 'COUNTER' && method !== 'CANCEL')
    property.setParameter('rsvp', 'TRUE');
}

function addUser(
  event: ICAL.Component,
  role: 'organizer' | 'attendee',
  { address, name }: CalendarUser,
): ICAL.Property {
  const property = event.addPropertyWithValue(role, mailto(address));
  const commonName = cleanLine(name ?? '');
  if (commonName !== '') property.setParameter('cn', commonName);
  return property;
}

function addText(event: ICAL.Component, name: 'description' | 'comment', text: string): void {
  const clean = cleanText(text).trim();
  if (clean !== '') event.addPropertyWithValue(name, clean);
}

const utc = (atMs: Instant): ICAL.Time => ICAL.Time.fromJSDate(new Date(atMs), true);
