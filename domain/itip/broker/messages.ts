import type { JcalComponent, JcalProperty } from '../../ical/parse-calendars.ts';
import { parameterOf } from '../../ical/jcal.ts';
import { mailto } from '../../ical/text.ts';
import type { Instant } from '../../time/instant.ts';
import {
  adding,
  dateTimeOf,
  keeping,
  mappingProperties,
  propertiesOf,
  propertyOf,
  SEQUENCE,
  STATUS,
  without,
  withoutParameters,
  withParameters,
  withProperty,
} from './edit.ts';
import type { Part, Snapshot } from './snapshot.ts';
import { addressIn, isOf, type CalendarUser } from './users.ts';

const OF_ORGANIZERS = ['REQUEST', 'CANCEL', 'ADD', 'DECLINECOUNTER'] as const;
const OF_ATTENDEES = ['REPLY', 'COUNTER', 'REFRESH'] as const;
const METHODS = [...OF_ORGANIZERS, ...OF_ATTENDEES];

/** Those with which people schedule (RFC 5546 §1.4); a PUBLISH asks and answers nothing. */
export type ItipMethod = (typeof METHODS)[number];

/** @param text as METHOD has it, in upper case. @returns null: it is none of these */
export const itipMethod = (text: string): ItipMethod | null =>
  METHODS.find((method) => method === text) ?? null;

/** Whether it is an attendee who says it, and not the organizer. */
export const isOfAttendee = (method: ItipMethod): boolean => OF_ATTENDEES.some((one) => one === method);

/** A message to one recipient. */
export interface ItipMessage {
  method: ItipMethod;
  uid: string;
  /** Addresses in lower case, without `mailto:`. */
  recipient: string;
  sender: string;
  /** With METHOD. It has neither alarms, nor parameters or properties that are the sender's own. */
  calendar: JcalComponent;
  /** The instances that it is about, by RECURRENCE-ID as an instant; null: the whole event. */
  recurrenceIds: (Instant | null)[];
  /** False: it tells only who takes part, and how others answered. */
  significant: boolean;
}

const PRODID = '-//Parley//Parley//EN';

/** Names of what a server or a program keeps for itself. */
const isPrivate = (name: string): boolean =>
  /^(?:x-parley-|x-calendarserver-|x-moz-(?:lastack|snooze|generation|send))/.test(name);

/**
 * Without what is the sender's own: alarms, parameters of scheduling (RFC 6638 §7), private properties.
 *
 * @param isAnswer its REQUEST-STATUS says what became of a request (RFC 5546 §3.6); elsewhere it is left from an answer
 */
export function publicPart(component: JcalComponent, isAnswer = false): JcalComponent {
  const kept = keeping(component, ([name]) => !isPrivate(name) && (isAnswer || name !== 'request-status'));
  return mappingProperties(kept, (property) =>
    withoutParameters(property, (name) => name.startsWith('schedule-') || isPrivate(name)),
  );
}

/** Components as a message, with the VTIMEZONEs of the calendar that they are of. */
export function messageCalendar(
  method: ItipMethod,
  of: JcalComponent,
  components: readonly JcalComponent[],
): JcalComponent {
  const zones = of[2].filter(([name]) => name === 'vtimezone');
  return [
    'vcalendar',
    [
      ['prodid', {}, 'text', PRODID],
      ['version', {}, 'text', '2.0'],
      ['calscale', {}, 'text', 'GREGORIAN'],
      ['method', {}, 'text', method],
    ],
    [...zones, ...components],
  ];
}

/** When the message is made (RFC 6638 §3.2.5). */
const stamped = (component: JcalComponent, nowMs: Instant): JcalComponent =>
  withProperty(component, dateTimeOf('dtstamp', nowMs));

/**
 * A component as the organizer requests it: attendees of whom no answer is known are asked for one (RFC 5546 §3.2.2, RFC 5545
 * §3.2.17), which programs leave out of what they store.
 */
export function requestPart(
  { component, sequence }: Part,
  organizer: CalendarUser,
  nowMs: Instant,
): JcalComponent {
  const asking = mappingProperties(publicPart(component), (property) => {
    if (property[0] !== 'attendee' || isOf(organizer, addressIn(property))) return property;
    const partstat = parameterOf(property, 'partstat');
    const isOpen = partstat === null || partstat.toUpperCase() === 'NEEDS-ACTION';
    if (!isOpen || (partstat !== null && parameterOf(property, 'rsvp') !== null)) return property;
    return withParameters(property, {
      partstat: 'NEEDS-ACTION',
      rsvp: parameterOf(property, 'rsvp') ?? 'TRUE',
    });
  });
  return withProperty(stamped(asking, nowMs), SEQUENCE(sequence));
}

/** A component that takes place no more, for the attendees who are named; null: all (RFC 5546 §3.2.5). */
export function cancelPart(
  { component }: Part,
  sequence: number,
  attendees: readonly string[] | null,
  nowMs: Instant,
): JcalComponent {
  const stripped = publicPart(component);
  const [name, properties] = without(stripped, 'exdate');
  const kept = properties.filter(
    (property) => property[0] !== 'attendee' || attendees === null || attendees.includes(addressIn(property)),
  );
  const named: JcalComponent = [name, kept, []];
  return withProperty(withProperty(stamped(named, nowMs), SEQUENCE(sequence)), STATUS('CANCELLED'));
}

/** What an answer repeats of what it answers, so that its reader knows which time is meant. */
const ANSWERED = [
  'uid',
  'recurrence-id',
  'organizer',
  'dtstart',
  'dtend',
  'duration',
  'due',
  'summary',
  'comment',
];
const DONE = ['percent-complete', 'completed', 'status'];

/**
 * A component of an answer: one ATTENDEE, who answers (RFC 5546 §3.2.3).
 *
 * @param sequence of the request that is answered
 */
export function replyPart(
  { component }: Part,
  attendee: JcalProperty,
  sequence: number,
  nowMs: Instant,
): JcalComponent {
  const names = component[0] === 'vtodo' ? [...ANSWERED, ...DONE] : ANSWERED;
  const kept = keeping(publicPart(component), ([name]) => names.includes(name));
  const answer = withoutParameters(
    attendee,
    (name) => name.startsWith('schedule-') || isPrivate(name) || name === 'rsvp',
  );
  return adding(stamped(kept, nowMs), SEQUENCE(sequence), answer, [
    'request-status',
    {},
    'text',
    ['2.0', 'Success'],
  ]);
}

/** An attendee asks for the newest version (RFC 5546 §3.2.6); null when nobody is known to ask. */
export function refreshMessage(snapshot: Snapshot, attendee: string, nowMs: Instant): ItipMessage | null {
  const { organizer, uid, calendar, name } = snapshot;
  if (!organizer) return null;
  const component: JcalComponent = [
    name,
    [
      ['uid', {}, 'text', uid],
      withoutParameters(organizer.property, (of) => of.startsWith('schedule-')),
      ['attendee', {}, 'cal-address', mailto(attendee)],
      dateTimeOf('dtstamp', nowMs),
    ],
    [],
  ];
  return {
    method: 'REFRESH',
    ...{ uid, recipient: organizer.address, sender: attendee },
    calendar: messageCalendar('REFRESH', calendar, [component]),
    recurrenceIds: [null],
    significant: false,
  };
}

/** What somebody wrote, one paragraph a COMMENT. */
export const commentOf = (component: JcalComponent): string =>
  propertiesOf(component, 'comment')
    .map(([, , , value]) => String(value))
    .filter((text) => text.trim() !== '')
    .join('\n');

export const hasMethod = (calendar: JcalComponent): string | null => {
  const method = propertyOf(['', calendar[1], []], 'method');
  return method ? String(method[3]).trim().toUpperCase() : null;
};
