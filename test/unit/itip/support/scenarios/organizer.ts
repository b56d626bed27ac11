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

/** What an organizer changes, and who hears of it (RFC 6638 §3.2.1). */
export const ORGANIZER = [
  scenario(
    'invites; SEQUENCE stays, and who is asked is asked in words',
    `
    users anna ben cleo
    # Apple's programs leave PARTSTAT and RSVP out. What is stored stays as it is.
    put anna ${PLANNING}
    sent
      REQUEST anna > ben
        has ATTENDEE & ben@ & PARTSTAT=NEEDS-ACTION & RSVP=TRUE
        has ATTENDEE & cleo@ & RSVP=TRUE
        has SEQUENCE:0
        has METHOD:REQUEST
      REQUEST anna > cleo
    get anna
      lacks ATTENDEE & RSVP
      lacks SEQUENCE
    deliver
    get ben
      has SUMMARY:Planning
      lacks METHOD
    sent
    `,
  ),
  scenario(
    'hears an answer, and tells the others without raising SEQUENCE',
    `
    users anna ben cleo
    put anna ${PLANNING}
    deliver
    sent
      REQUEST anna > ben
      REQUEST anna > cleo
    answer ben ACCEPTED
    sent
      REPLY ben > anna
        has ATTENDEE & ben@ & PARTSTAT=ACCEPTED
        lacks ATTENDEE & cleo@
        lacks ATTENDEE & RSVP
    deliver
    outcome anna stored answered
    get anna
      has ATTENDEE & ben@ & PARTSTAT=ACCEPTED & SCHEDULE-STATUS=2.0
    sent
      REQUEST anna > cleo quiet
        has ATTENDEE & ben@ & PARTSTAT=ACCEPTED
        has SEQUENCE:0
        lacks ATTENDEE & SCHEDULE-STATUS
        lacks ATTENDEE & X-PARLEY
    get cleo
      has ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    # The same object once more says nothing.
    edit anna
      SUMMARY:Planning
    sent
    `,
  ),
  scenario(
    'moves it: SEQUENCE is raised, everybody is asked again',
    `
    users anna ben cleo
    put anna ${PLANNING}
    deliver
    answer ben ACCEPTED
    deliver
    sent
      REQUEST anna > ben
      REQUEST anna > cleo
      REPLY ben > anna
      REQUEST anna > cleo quiet
    edit anna
      DTSTART:20300107T120000Z
      DTEND:20300107T130000Z
    get anna
      has SEQUENCE:1
      has ATTENDEE & ben@ & PARTSTAT=NEEDS-ACTION
      has ATTENDEE & anna@ & PARTSTAT=ACCEPTED
    sent
      REQUEST anna > ben
        has SEQUENCE:1
        has ATTENDEE & ben@ & PARTSTAT=NEEDS-ACTION & RSVP=TRUE
      REQUEST anna > cleo
    deliver
    outcome ben stored updated asks
    get ben
      has DTSTART:20300107T120000Z
      has ATTENDEE & ben@ & PARTSTAT=NEEDS-ACTION
    `,
  ),
  scenario(
    'changes title and place: answers stay, SEQUENCE stays',
    `
    users anna ben cleo
    put anna ${PLANNING}
    deliver
    answer ben ACCEPTED
    deliver
    edit anna
      SUMMARY:Budget
      LOCATION:Room 2
    deliver
    get anna
      lacks SEQUENCE:1
      has ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    outcome ben stored updated
    get ben
      has SUMMARY:Budget
      has LOCATION:Room 2
      has ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    `,
  ),
  scenario(
    'adds and removes somebody',
    `
    users anna ben cleo dora
    put anna ${PLANNING}
    deliver
    sent
      REQUEST anna > ben
      REQUEST anna > cleo
    edit anna
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org
      ATTENDEE:mailto:ben@example.org
      ATTENDEE:mailto:dora@example.org
    sent
      REQUEST anna > ben quiet
      REQUEST anna > dora
      CANCEL anna > cleo
        has STATUS:CANCELLED
        has ATTENDEE & cleo@
        lacks ATTENDEE & ben@
    deliver
    get cleo
      has STATUS:CANCELLED
    get dora
      has SUMMARY:Planning
    # Cleo is invited again after all.
    edit anna
      +ATTENDEE:mailto:cleo@example.org
    deliver
    get cleo
      lacks STATUS:CANCELLED
    `,
  ),
  scenario(
    'changes ROLE and PARTSTAT of one by hand: who is concerned hears of it',
    `
    users anna ben cleo
    put anna ${PLANNING}
    deliver
    sent
      REQUEST anna > ben
      REQUEST anna > cleo
    edit anna
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org
      ATTENDEE;ROLE=OPT-PARTICIPANT:mailto:ben@example.org
      ATTENDEE:mailto:cleo@example.org
    sent
      REQUEST anna > ben
        has ATTENDEE & ben@ & ROLE=OPT-PARTICIPANT
    edit anna
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org
      ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:ben@example.org
      ATTENDEE:mailto:cleo@example.org
    sent
      REQUEST anna > ben
      REQUEST anna > cleo quiet
    deliver
    get ben
      has ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    `,
  ),
  scenario(
    'cancels by STATUS, and by deleting',
    `
    users anna ben cleo
    put anna ${PLANNING}
    deliver
    sent
      REQUEST anna > ben
      REQUEST anna > cleo
    edit anna
      STATUS:CANCELLED
    sent
      CANCEL anna > ben
        has SEQUENCE:1
        has ATTENDEE & cleo@
      CANCEL anna > cleo
    deliver
    get ben
      has STATUS:CANCELLED
    delete anna
    sent
    `,
  ),
  scenario(
    'the organizer gives the event to the only one who attends it',
    `
    users anna ben
    put anna ${PLANNING.replace(/\n.*cleo.*/, '')}
    deliver
    sent
      REQUEST anna > ben
    edit anna
      ORGANIZER:mailto:ben@example.org
    sent
      REQUEST ben > ben
        has ORGANIZER:mailto:ben@
        has SEQUENCE:1
    deliver
    get ben
      has ORGANIZER:mailto:ben@
    edit ben
      SUMMARY:Under new management
    deliver
    get anna
      has SUMMARY:Under new management
    `,
  ),
];
