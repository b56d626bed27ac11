import { scenario } from '../scenario.ts';
import { INVITED, INVITED_WEEKLY, PLANNING, WEEKLY } from './invited.ts';

/** What an attendee says, and what the organizer hears of it (RFC 6638 §3.2.2). */
export const ATTENDEE = [
  scenario(
    'accepts one instance and declines another',
    `${INVITED_WEEKLY}
    answer ben ACCEPTED @20300114T090000Z
    sent
      REPLY ben > anna @20300114T090000Z
        has RECURRENCE-ID;TZID=Europe/Berlin:20300114T100000
        has ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    deliver
    get anna
      has @20300114T090000Z ATTENDEE & ben@ & PARTSTAT=ACCEPTED
      lacks @master ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    sent
      REQUEST anna > cleo @20300114T090000Z quiet
    # The series is called otherwise; the answer for the one instance stays at both.
    edit anna
      SUMMARY:Budget
    deliver
    get ben
      has @20300114T090000Z ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    answer ben DECLINED @20300121T090000Z
    deliver
    get anna
      has @20300121T090000Z ATTENDEE & ben@ & PARTSTAT=DECLINED
    `,
  ),
  scenario(
    'takes an instance out, which declines it',
    `${INVITED_WEEKLY}
    answer ben ACCEPTED
    deliver
    sent
      REPLY ben > anna
      REQUEST anna > cleo quiet
    edit ben
      EXDATE;TZID=Europe/Berlin:20300114T100000
    sent
      REPLY ben > anna @20300114T090000Z
        has ATTENDEE & ben@ & PARTSTAT=DECLINED
        has RECURRENCE-ID;TZID=Europe/Berlin:20300114T100000
    deliver
    get anna
      has @20300114T090000Z ATTENDEE & ben@ & PARTSTAT=DECLINED
      has @master ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    # It does not come back with the next change of the organizer.
    edit anna
      LOCATION:Room 2
    deliver
    get ben
      has LOCATION:Room 2
      has @master EXDATE;TZID=Europe/Berlin:20300114T100000
      lacks RECURRENCE-ID;TZID=Europe/Berlin:20300114T100000
      has @master ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    # But with a new time.
    edit anna
      DTSTART;TZID=Europe/Berlin:20300107T140000
      DTEND;TZID=Europe/Berlin:20300107T150000
    deliver
    get ben
      lacks EXDATE
      has @master ATTENDEE & ben@ & PARTSTAT=NEEDS-ACTION
    `,
  ),
  scenario(
    'takes out the only instance that there is: that is declined, though nothing is left',
    `${INVITED.replace(PLANNING, `${PLANNING}\n      RRULE:FREQ=WEEKLY;COUNT=1`)}
    edit ben
      EXDATE;TZID=Europe/Berlin:20300107T100000
    sent
      REPLY ben > anna @20300107T090000Z
        has ATTENDEE & ben@ & PARTSTAT=DECLINED
    `,
  ),
  scenario(
    'deletes the event, which declines it; nothing that is old brings it back',
    `${INVITED}
    delete ben
    sent
      REPLY ben > anna
        has ATTENDEE & ben@ & PARTSTAT=DECLINED
    # The invitation comes a second time.
    repeat ben
    outcome ben ignored declined-before
    deliver
    get anna
      has ATTENDEE & ben@ & PARTSTAT=DECLINED
    edit anna
      SUMMARY:Budget
    deliver
    get ben nothing
    # A new time asks again.
    edit anna
      DTSTART;TZID=Europe/Berlin:20300108T100000
      DTEND;TZID=Europe/Berlin:20300108T110000
    deliver
    get ben
      has ATTENDEE & ben@ & PARTSTAT=NEEDS-ACTION
    `,
  ),
  scenario(
    'deletes it without a word: Schedule-Reply: F',
    `${INVITED}
    delete ben quietly
    sent
    deliver
    get anna
      lacks ATTENDEE & ben@ & PARTSTAT=DECLINED
    `,
  ),
  scenario(
    'deletes what was declined before: nobody hears it again',
    `${INVITED}
    answer ben DECLINED
    deliver
    sent
      REPLY ben > anna
      REQUEST anna > cleo quiet
    delete ben
    sent
    `,
  ),
  scenario(
    'answers with the answers of others as they were some time ago: these are kept',
    `${INVITED}
    answer cleo ACCEPTED
    deliver
    edit ben
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:ben@example.org
      ATTENDEE:mailto:cleo@example.org
    get ben
      has ATTENDEE & cleo@ & PARTSTAT=ACCEPTED
      has ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    `,
  ),
  scenario(
    'says something with the answer, which the organizer alone sees',
    `${INVITED}
    answer ben TENTATIVE
      COMMENT:I may be late.
    sent
      REPLY ben > anna
        has COMMENT:I may be late.
    deliver
    get anna
      has X-CALENDARSERVER-ATTENDEE-COMMENT & ben@ & I may be late.
    sent
      REQUEST anna > cleo quiet
        lacks X-CALENDARSERVER-ATTENDEE-COMMENT
    `,
  ),
  scenario(
    'is invited at another address of theirs, and answers as that',
    `
    users anna ben=ben@example.org,b@example.com
    put anna
      SUMMARY:Planning
      DTSTART:20300107T100000Z
      ORGANIZER:mailto:anna@example.org
      ATTENDEE:mailto:b@example.com
    deliver
    answer ben ACCEPTED
    sent
      REQUEST anna > ben
      REPLY ben > anna
        has ATTENDEE & mailto:b@example.com
        lacks ATTENDEE & ben@
    deliver
    get anna
      has ATTENDEE & b@example.com & PARTSTAT=ACCEPTED
    `,
  ),
  scenario(
    'answers while the organizer changes the title: the answer counts',
    `${INVITED}
    edit anna
      SUMMARY:Budget
    answer ben ACCEPTED
    deliver
    get anna
      has ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    get ben
      has SUMMARY:Budget
      has ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    `,
  ),
  scenario(
    'answers while the organizer moves it: the answer was to the old time',
    `${INVITED}
    edit anna
      DTSTART;TZID=Europe/Berlin:20300107T140000
      DTEND;TZID=Europe/Berlin:20300107T150000
    answer ben ACCEPTED
    deliver
    get anna
      lacks ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    get ben
      has ATTENDEE & ben@ & PARTSTAT=NEEDS-ACTION
    `,
  ),
  scenario(
    'answers while the organizer raises SEQUENCE for another reason: the answer counts, and is given again',
    `${INVITED}
    edit anna
      STATUS:TENTATIVE
    answer ben ACCEPTED
    deliver
    get anna
      has SEQUENCE:1
      has ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    get ben
      has ATTENDEE & ben@ & PARTSTAT=ACCEPTED
      has STATUS:TENTATIVE
    `,
  ),
  scenario(
    'stores an invitation from a mail by their own program: the answer in it is sent',
    `
    users anna ben
    put ben ${PLANNING.replace('ATTENDEE:mailto:ben', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:ben')}
    sent
      REPLY ben > anna
        has ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    `,
  ),
  scenario(
    'stores a series of which an instance is left out: that declines nothing',
    `
    users anna ben
    put ben ${WEEKLY}
      EXDATE;TZID=Europe/Berlin:20300107T100000
    sent
    `,
  ),
  scenario(
    'sends a delegate',
    `${INVITED}
    edit ben
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org
      ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:dora@example.org":mailto:ben@example.org
      ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;DELEGATED-FROM="mailto:ben@example.org":mailto:dora@example.org
      ATTENDEE:mailto:cleo@example.org
    sent
      REPLY ben > anna
        has ATTENDEE & ben@example.org & PARTSTAT=DELEGATED & DELEGATED-TO
      REQUEST ben > dora
        has ATTENDEE & mailto:dora@ & DELEGATED-FROM
    # Dora answers before Anna knows of her.
    deliver
    get dora
      has SUMMARY:Planning
    get anna
      has ATTENDEE & PARTSTAT=DELEGATED
      has ATTENDEE & :mailto:dora@ & DELEGATED-FROM
    answer dora ACCEPTED
    sent
      REQUEST anna > cleo quiet
      REQUEST anna > dora quiet
      REPLY dora > anna
      REPLY dora > ben
    deliver
    get anna
      has ATTENDEE & :mailto:dora@ & PARTSTAT=ACCEPTED
    get ben
      has ATTENDEE & :mailto:dora@ & PARTSTAT=ACCEPTED
    `,
  ),
];
