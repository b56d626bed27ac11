import { scenario } from '../scenario.ts';

const USERS = `
    users cyrus=cyrus@example.com wilfredo=wilfredo@example.com,wilfredo@example.org bernard=bernard@example.net mike=mike@example.org`;
const MEETING = `
      BEGIN:VEVENT
      UID:9263504FD3AD
      SEQUENCE:0
      DTSTAMP:20300602T185254Z
      DTSTART:20300602T160000Z
      DTEND:20300602T170000Z
      TRANSP:OPAQUE
      SUMMARY:Lunch
      ORGANIZER;CN="Cyrus Daboo":mailto:cyrus@example.com
      ATTENDEE;CN="Cyrus Daboo";CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED:mailto:cyrus@example.com
      ATTENDEE;CN="Wilfredo Sanchez Vega";CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:wilfredo@example.com
      ATTENDEE;CN="Bernard Desruisseaux";CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:bernard@example.net
      ATTENDEE;CN="Mike Douglass";CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:mike@example.org
      END:VEVENT`;
const REVIEW = `
      BEGIN:VEVENT
      UID:9263504FD3AD
      SEQUENCE:0
      DTSTART;TZID=America/Montreal:20300606T100000
      DTEND;TZID=America/Montreal:20300606T110000
      RRULE:FREQ=WEEKLY;COUNT=5
      SUMMARY:Review Internet-Draft
      ORGANIZER:mailto:cyrus@example.com
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:cyrus@example.com
      ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:bernard@example.net
      END:VEVENT`;

/** RFC 6638, appendix B. */
export const RFC6638 = [
  scenario(
    'B.1 to B.4: an organizer invites several, one receives it, replies, and the organizer receives the reply',
    `${USERS}
    put cyrus ${MEETING}
    sent
      REQUEST cyrus > wilfredo
        has ATTENDEE & mailto:bernard@ & RSVP=TRUE
      REQUEST cyrus > bernard
      REQUEST cyrus > mike
    deliver
    get wilfredo
      has SUMMARY:Lunch
      lacks METHOD
    answer wilfredo ACCEPTED
    sent
      REPLY wilfredo > cyrus
        has ATTENDEE & PARTSTAT=ACCEPTED & mailto:wilfredo@example.com
        has REQUEST-STATUS:2.0
    deliver
    get cyrus
      has ATTENDEE & mailto:wilfredo@ & PARTSTAT=ACCEPTED & SCHEDULE-STATUS=2.0
    sent
      REQUEST cyrus > bernard quiet
      REQUEST cyrus > mike quiet
    `,
  ),
  scenario(
    'B.7 an attendee declines an instance of a recurring event',
    `${USERS}
    put cyrus ${REVIEW}
    deliver
    answer bernard ACCEPTED
    deliver
    answer bernard DECLINED @20300613T140000Z
    sent
      REQUEST cyrus > bernard
      REPLY bernard > cyrus
        lacks RECURRENCE-ID
      REPLY bernard > cyrus @20300613T140000Z
        has RECURRENCE-ID;TZID=America/Montreal:20300613T100000
        has ATTENDEE & PARTSTAT=DECLINED
        lacks RRULE
    deliver
    get cyrus
      has @20300613T140000Z ATTENDEE & mailto:bernard@ & PARTSTAT=DECLINED
      has @master ATTENDEE & mailto:bernard@ & PARTSTAT=ACCEPTED
    `,
  ),
  scenario(
    'B.8 an attendee removes an instance of a recurring event',
    `${USERS}
    put cyrus ${REVIEW}
    deliver
    answer bernard ACCEPTED
    deliver
    edit bernard
      EXDATE;TZID=America/Montreal:20300613T100000
    sent
      REQUEST cyrus > bernard
      REPLY bernard > cyrus
      REPLY bernard > cyrus @20300613T140000Z
        has ATTENDEE & PARTSTAT=DECLINED
    deliver
    get cyrus
      has @20300613T140000Z ATTENDEE & mailto:bernard@ & PARTSTAT=DECLINED
      lacks EXDATE
    `,
  ),
];
