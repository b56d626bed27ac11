import { scenario } from '../scenario.ts';
import { INVITED, MONTHLY, USERS } from './monthly.ts';

/** RFC 5546 §4.4.1 to §4.4.5: recurring events. */
export const RFC5546_RECURRING = [
  scenario(
    '§4.4.1 a recurring event spanning time zones',
    `${USERS}
    put a
      BEGIN:VTIMEZONE
      TZID:America-SanJose
      BEGIN:STANDARD
      DTSTART:20071104T020000
      RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
      TZOFFSETFROM:-0700
      TZOFFSETTO:-0800
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:20070311T020000
      RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
      TZOFFSETFROM:-0800
      TZOFFSETTO:-0700
      END:DAYLIGHT
      END:VTIMEZONE
      BEGIN:VEVENT
      ORGANIZER:mailto:a@example.com
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.com
      ATTENDEE;RSVP=TRUE:mailto:b@example.com
      DTSTART;TZID=America-SanJose:20300303T140000
      DTEND;TZID=America-SanJose:20300303T150000
      RRULE:FREQ=WEEKLY;COUNT=20
      EXDATE;TZID=America-SanJose:20300317T140000
      SUMMARY:Weekly
      END:VEVENT
    sent
      REQUEST a > b
        has TZID:America-SanJose
        has EXDATE;TZID=America-SanJose:20300317T140000
    deliver
    # Two in the afternoon is another hour in UTC in summer.
    answer b DECLINED @20300324T210000Z
    deliver
    get a
      has RECURRENCE-ID;TZID=America-SanJose:20300324T140000
      has @20300324T210000Z ATTENDEE & mailto:b@ & PARTSTAT=DECLINED
    `,
  ),
  scenario(
    '§4.4.2 modify a recurring instance',
    `${INVITED}
    edit a @20300701T210000Z
      DTSTART:20300703T210000Z
      DTEND:20300703T220000Z
      SEQUENCE:1
    sent
      REQUEST a > b @20300701T210000Z
        has @20300701T210000Z DTSTART:20300703T210000Z
        has @20300701T210000Z SEQUENCE:1
      REQUEST a > c @20300701T210000Z
      REQUEST a > d @20300701T210000Z
    deliver
    get b
      has @20300701T210000Z DTSTART:20300703T210000Z
      has @master DTSTART:20300601T210000Z
    `,
  ),
  scenario(
    '§4.4.2 an organizer elsewhere sends the instance alone',
    `${USERS}
    message a > b REQUEST ${MONTHLY}
    answer b ACCEPTED
    message a > b REQUEST
      BEGIN:VEVENT
      UID:guid-1@example.com
      RECURRENCE-ID:20300701T210000Z
      SEQUENCE:1
      DTSTAMP:20300626T093000Z
      ORGANIZER:mailto:a@example.com
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.com
      ATTENDEE:mailto:b@example.com
      SUMMARY:IETF Calendaring Working Group Meeting
      DTSTART:20300703T210000Z
      DTEND:20300703T220000Z
      END:VEVENT
    outcome b stored updated asks
    get b
      has @20300701T210000Z DTSTART:20300703T210000Z
      lacks @20300701T210000Z ATTENDEE & mailto:b@ & PARTSTAT=ACCEPTED
      has @master ATTENDEE & mailto:b@ & PARTSTAT=ACCEPTED
    # Once more, that is nothing new.
    repeat b
    outcome b ignored nothing-new
    `,
  ),
  scenario(
    '§4.4.3 cancel an instance',
    `${INVITED}
    edit a
      EXDATE:20300701T210000Z
      SEQUENCE:1
    sent
      CANCEL a > b @20300701T210000Z
        has RECURRENCE-ID:20300701T210000Z
        has STATUS:CANCELLED
        has SEQUENCE:1
      CANCEL a > c @20300701T210000Z
      CANCEL a > d @20300701T210000Z
    deliver
    get c
      has @20300701T210000Z STATUS:CANCELLED
      has @master STATUS:CONFIRMED
    `,
  ),
  scenario(
    '§4.4.4 cancel a recurring event',
    `${INVITED}
    edit a @20300701T210000Z
      SUMMARY:A special one
    deliver
    delete a
    deliver
    get b
      has @master STATUS:CANCELLED
      has @20300701T210000Z STATUS:CANCELLED
    `,
  ),
  scenario(
    '§4.4.5 change all future instances',
    `${INVITED}
    # The old rule ends, and another event goes on; or one override is for it and all that follow.
    edit a @20300901T210000Z
      RECURRENCE-ID;RANGE=THISANDFUTURE:20300901T210000Z
      LOCATION:Room 2
      DESCRIPTION:IETF-C&S Discussion
    sent
      REQUEST a > b @20300901T210000Z
        has RECURRENCE-ID;RANGE=THISANDFUTURE:20300901T210000Z
      REQUEST a > c @20300901T210000Z
      REQUEST a > d @20300901T210000Z
    deliver
    get b
      has RECURRENCE-ID;RANGE=THISANDFUTURE:20300901T210000Z
      has LOCATION:Room 2
    # An answer for a later instance is one to what is said of it there.
    answer b ACCEPTED @20301101T210000Z
    deliver
    get a
      has @20301101T210000Z LOCATION:Room 2
      has @20301101T210000Z ATTENDEE & mailto:b@ & PARTSTAT=ACCEPTED
    `,
  ),
];
