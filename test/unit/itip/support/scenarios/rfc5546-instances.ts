import { scenario } from '../scenario.ts';
import { INVITED, REFUSED } from './monthly.ts';

/** RFC 5546 §4.4.6 to §4.4.10 and §4.7: instances that are added, asked for and proposed. */
export const RFC5546_INSTANCES = [
  scenario(
    '§4.4.6 add a new instance to a recurring event',
    `${INVITED}
    sent
    message a > b ADD
      BEGIN:VEVENT
      UID:guid-1@example.com
      SEQUENCE:1
      DTSTAMP:20300527T093000Z
      ORGANIZER:mailto:a@example.com
      ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:a@example.com
      ATTENDEE;RSVP=TRUE:mailto:b@example.com
      SUMMARY:IETF Calendaring Working Group Meeting
      DTSTART:20300615T210000Z
      DTEND:20300615T220000Z
      STATUS:CONFIRMED
      END:VEVENT
    outcome b stored updated asks
    get b
      has @master RDATE:20300615T210000Z
      has @20300615T210000Z DTSTART:20300615T210000Z
      has @master SEQUENCE:1
    answer b ACCEPTED @20300615T210000Z
    sent
      REPLY b > a @20300615T210000Z
    # The same again is old.
    repeat b
    outcome b ignored stale
    `,
  ),
  scenario(
    '§4.4.7 add a new series of instances to a recurring event: the whole is asked for',
    `${INVITED}
    sent
    message a > b ADD
      BEGIN:VEVENT
      UID:guid-1@example.com
      SEQUENCE:1
      DTSTAMP:20300527T093000Z
      ORGANIZER:mailto:a@example.com
      ATTENDEE;RSVP=TRUE:mailto:b@example.com
      DTSTART:20300605T210000Z
      DTEND:20300605T220000Z
      RRULE:FREQ=WEEKLY;BYDAY=TU,TH
      END:VEVENT ${REFUSED}
    deliver
    outcome a refresh
    sent
      REQUEST a > b quiet
    `,
  ),
  scenario(
    '§4.4.8 refreshing a recurring event',
    `${INVITED}
    edit a @20300701T210000Z
      SUMMARY:A special one
    sent
      REQUEST a > b @20300701T210000Z
      REQUEST a > c @20300701T210000Z
      REQUEST a > d @20300701T210000Z
    message b > a REFRESH
      BEGIN:VEVENT
      UID:guid-1@example.com
      ORGANIZER:mailto:a@example.com
      ATTENDEE:mailto:b@example.com
      END:VEVENT
    outcome a refresh
    sent
      REQUEST a > b quiet
        has @master RRULE
        has @20300701T210000Z SUMMARY:A special one
    `,
  ),
  scenario(
    '§4.4.9 counter an instance of a recurring event',
    `${INVITED}
    sent
    message b > a COUNTER
      BEGIN:VEVENT
      UID:guid-1@example.com
      RECURRENCE-ID:20300701T210000Z
      SEQUENCE:0
      ORGANIZER:mailto:a@example.com
      ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:a@example.com
      ATTENDEE;RSVP=TRUE:mailto:b@example.com
      DTSTART:20300703T200000Z
      DTEND:20300703T210000Z
      COMMENT:May we bump this by two days? I have a conflict
      END:VEVENT
    outcome a proposal
    approve a
    sent
      REQUEST a > b @20300701T210000Z
        has @20300701T210000Z DTSTART:20300703T200000Z
        has @20300701T210000Z SEQUENCE:1
        has @master DTSTART:20300601T210000Z
      REQUEST a > c @20300701T210000Z
      REQUEST a > d @20300701T210000Z
    `,
  ),
  scenario(
    '§4.4.10 error reply to a request',
    `${INVITED}
    message b > a REPLY
      BEGIN:VEVENT
      UID:guid-1@example.com
      SEQUENCE:0
      DTSTAMP:20300527T093000Z
      ORGANIZER:mailto:a@example.com
      ATTENDEE;PARTSTAT=DECLINED:mailto:b@example.com
      REQUEST-STATUS:3.0;Invalid Property Name;FONT
      END:VEVENT
    get a
      has ATTENDEE & mailto:b@ & SCHEDULE-STATUS=3.0
    `,
  ),
  scenario(
    '§4.7.1 event refresh',
    `${INVITED}
    sent
    message d > a REFRESH
      BEGIN:VEVENT
      UID:guid-1@example.com
      ORGANIZER:mailto:a@example.com
      ATTENDEE:mailto:d@example.com
      END:VEVENT
    sent
      REQUEST a > d quiet
        has LOCATION:Conference Call
    `,
  ),
  scenario(
    '§4.7.2 bad RECURRENCE-ID: the whole is asked for',
    `${INVITED}
    sent
    message a > b REQUEST
      BEGIN:VEVENT
      UID:guid-1@example.com
      RECURRENCE-ID:20300702T210000Z
      SEQUENCE:1
      DTSTAMP:20300627T093000Z
      ORGANIZER:mailto:a@example.com
      ATTENDEE:mailto:b@example.com
      DTSTART:20300703T210000Z
      DTEND:20300703T220000Z
      END:VEVENT ${REFUSED}
    `,
  ),
];
