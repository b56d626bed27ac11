import { scenario } from '../scenario.ts';
import { INVITED } from './invited.ts';

/** What is an attendee's to change, and what is not (RFC 6638 §3.2.2.1). */
export const ATTENDEE_RULES = [
  scenario(
    'may change what is their own',
    `${INVITED}
    edit ben
      TRANSP:TRANSPARENT
      CATEGORIES:work
      CLASS:PRIVATE
      X-COLOR:red
      SEQUENCE:5
      DTSTAMP:20350101T000000Z
      LAST-MODIFIED:20350101T000000Z
      BEGIN:VALARM
      ACTION:DISPLAY
      DESCRIPTION:soon
      TRIGGER:-PT10M
      END:VALARM
    sent
    # An update leaves it.
    edit anna
      SUMMARY:Budget
    sent
      REQUEST anna > ben
        lacks BEGIN:VALARM
      REQUEST anna > cleo
    deliver
    get ben
      has SUMMARY:Budget
      has TRANSP:TRANSPARENT
      has CATEGORIES:work
      has CLASS:PRIVATE
      has X-COLOR:red
      has TRIGGER:-PT10M
      lacks SEQUENCE:5
    `,
  ),
  ...(
    [
      ['the title', 'SUMMARY:My title'],
      ['the place', 'LOCATION:My room'],
      ['the time', 'DTSTART;TZID=Europe/Berlin:20300107T103000'],
      ['the end', 'DTEND;TZID=Europe/Berlin:20300107T123000'],
      ['the rule', 'RRULE:FREQ=DAILY'],
      ['the state', 'STATUS:CANCELLED'],
      ['the description', 'DESCRIPTION:mine'],
      ['the organizer', 'ORGANIZER:mailto:ben@example.org'],
      ['the organizer away', '-ORGANIZER'],
      ['who is invited', '+ATTENDEE:mailto:dora@example.org'],
      ['themselves away', 'ATTENDEE:mailto:cleo@example.org'],
    ] as const
  ).map(([what, line]) =>
    scenario(
      `may not change ${what}`,
      `${INVITED}
    edit ben
      ${line}
    refused allowed-attendee-scheduling-object-change
    sent
    get ben
      has SUMMARY:Planning
    `,
    ),
  ),
  scenario(
    'writes the same time in another notation: that is no change',
    `${INVITED}
    edit ben
      DTSTART:20300107T090000Z
      DTEND:20300107T100000Z
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org
      ATTENDEE;PARTSTAT=TENTATIVE:MAILTO:Ben@example.org
      ATTENDEE:mailto:cleo@example.org
    sent
      REPLY ben > anna
    `,
  ),
];
