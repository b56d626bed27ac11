import { scenario } from '../scenario.ts';

const PLANNING = `
      SUMMARY:Planning
      LOCATION:Room 1
      DTSTART:20300107T100000Z
      DTEND:20300107T110000Z
      ORGANIZER:mailto:anna@example.org
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org
      ATTENDEE:mailto:ben@example.org
      ATTENDEE:mailto:cleo@example.org`;
const WEEKLY = `${PLANNING}
      RRULE:FREQ=WEEKLY;COUNT=4`;

/** What an organizer changes in a series, and who hears of it (RFC 6638 §3.2.1, §3.2.6). */
export const ORGANIZER_OF_SERIES = [
  scenario(
    'takes one instance out: a CANCEL of it alone',
    `
    users anna ben cleo
    put anna ${WEEKLY}
    deliver
    sent
      REQUEST anna > ben
      REQUEST anna > cleo
    edit anna
      EXDATE:20300114T100000Z
    sent
      CANCEL anna > ben @20300114T100000Z
        has RECURRENCE-ID:20300114T100000Z
        has SEQUENCE:1
        lacks RRULE
      CANCEL anna > cleo @20300114T100000Z
    deliver
    get ben
      has @20300114T100000Z STATUS:CANCELLED
      lacks @master STATUS:CANCELLED
    # And gives it back.
    edit anna
      -EXDATE
    deliver
    get ben
      lacks STATUS:CANCELLED
      has @master SEQUENCE:2
    `,
  ),
  scenario(
    'moves one instance',
    `
    users anna ben cleo
    put anna ${WEEKLY}
    deliver
    sent
      REQUEST anna > ben
      REQUEST anna > cleo
    edit anna @20300114T100000Z
      DTSTART:20300114T150000Z
      DTEND:20300114T160000Z
    sent
      REQUEST anna > ben @20300114T100000Z
        has @20300114T100000Z DTSTART:20300114T150000Z
        has @20300114T100000Z SEQUENCE:1
        has @master RRULE
      REQUEST anna > cleo @20300114T100000Z
    deliver
    get cleo
      has @20300114T100000Z DTSTART:20300114T150000Z
    `,
  ),
  scenario(
    'invites somebody to one instance: they see this one',
    `
    users anna ben cleo dora
    put anna ${WEEKLY}
    deliver
    sent
      REQUEST anna > ben
      REQUEST anna > cleo
    edit anna @20300114T100000Z
      +ATTENDEE:mailto:dora@example.org
    sent
      REQUEST anna > dora
        lacks RRULE
        has RECURRENCE-ID:20300114T100000Z
      REQUEST anna > ben @20300114T100000Z quiet
      REQUEST anna > cleo @20300114T100000Z quiet
    deliver
    get dora
      lacks RRULE
    answer dora ACCEPTED
    deliver
    get anna
      has @20300114T100000Z ATTENDEE & dora@ & PARTSTAT=ACCEPTED
    # Ben is not to come to another: it is left out for him.
    edit anna @20300121T100000Z
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org
      ATTENDEE:mailto:cleo@example.org
    deliver
    get ben
      has @20300121T100000Z STATUS:CANCELLED
    edit anna
      SUMMARY:Planning again
    deliver
    get ben
      has @master EXDATE & 20300121T100000Z
      lacks RECURRENCE-ID:20300121T100000Z
    `,
  ),
  scenario(
    'deletes it',
    `
    users anna ben cleo
    put anna ${WEEKLY}
    deliver
    sent
      REQUEST anna > ben
      REQUEST anna > cleo
    delete anna
    sent
      CANCEL anna > ben
        has SEQUENCE:1
        has STATUS:CANCELLED
        lacks RECURRENCE-ID
      CANCEL anna > cleo
    deliver
    get ben
      has STATUS:CANCELLED
    # Nobody hears of a copy that goes after it was cancelled.
    delete ben
    sent
    `,
  ),
];
