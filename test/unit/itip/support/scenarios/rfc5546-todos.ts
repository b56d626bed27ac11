import { scenario } from '../scenario.ts';

const TODO = `
      BEGIN:VTODO
      UID:calsrv.example.com-873970198738777-00@example.com
      ORGANIZER:mailto:a@example.com
      ATTENDEE;ROLE=CHAIR:mailto:a@example.com
      ATTENDEE;RSVP=TRUE:mailto:b@example.com
      ATTENDEE;RSVP=TRUE:mailto:c@example.com
      DTSTART:20300701T170000Z
      DUE:20300722T170000Z
      PRIORITY:1
      SUMMARY:Create the requirements document
      DESCRIPTION:Due by the end of the month
      DTSTAMP:20300717T200000Z
      STATUS:NEEDS-ACTION
      END:VTODO`;
const ASSIGNED = `
    users a=a@example.com b=b@example.com c=c@example.com d=d@example.com
    put a ${TODO}
    sent
      REQUEST a > b
        has DUE:20300722T170000Z
      REQUEST a > c
    deliver
    get b
      has SUMMARY:Create the requirements document`;

/** RFC 5546 §4.5: to-dos. */
export const RFC5546_TODOS = [
  scenario('§4.5.1 a VTODO request', ASSIGNED),
  scenario(
    '§4.5.2 a VTODO reply',
    `${ASSIGNED}
    answer b ACCEPTED
    sent
      REPLY b > a
        has BEGIN:VTODO
        has ATTENDEE & mailto:b@ & PARTSTAT=ACCEPTED
    deliver
    get a
      has ATTENDEE & mailto:b@ & PARTSTAT=ACCEPTED
    `,
  ),
  scenario(
    '§4.5.3 a VTODO request for updated status',
    `${ASSIGNED}
    answer b ACCEPTED
    deliver
    sent
      REPLY b > a
      REQUEST a > c quiet
    # The organizer asks how far it is.
    edit a
      COMMENT:How far are you?
    sent
      REQUEST a > b
        has COMMENT:How far are you?
      REQUEST a > c
    deliver
    get b
      has ATTENDEE & mailto:b@ & PARTSTAT=ACCEPTED
    `,
  ),
  scenario(
    '§4.5.4 a reply: percent-complete',
    `${ASSIGNED}
    answer b IN-PROCESS
      PERCENT-COMPLETE:75
      STATUS:IN-PROCESS
    sent
      REPLY b > a
        has PERCENT-COMPLETE:75
        has ATTENDEE & mailto:b@ & PARTSTAT=IN-PROCESS
    deliver
    get a
      has ATTENDEE & mailto:b@ & PARTSTAT=IN-PROCESS
      lacks PERCENT-COMPLETE
    `,
  ),
  scenario(
    '§4.5.5 a reply: completed',
    `${ASSIGNED}
    answer b COMPLETED
      PERCENT-COMPLETE:100
      COMPLETED:20300720T190000Z
      STATUS:COMPLETED
    sent
      REPLY b > a
        has COMPLETED:20300720T190000Z
    deliver
    get a
      has ATTENDEE & mailto:b@ & PARTSTAT=COMPLETED
    `,
  ),
  scenario(
    '§4.5.5 how far the only one is, is how far it is',
    `
    users a=a@example.com b=b@example.com
    put a
      BEGIN:VTODO
      ORGANIZER:mailto:a@example.com
      ATTENDEE:mailto:b@example.com
      DUE:20300722T170000Z
      END:VTODO
    deliver
    answer b IN-PROCESS
      PERCENT-COMPLETE:40
    deliver
    get a
      has PERCENT-COMPLETE:40
    `,
  ),
  scenario(
    '§4.5.6 an updated VTODO request: who has to do it is asked again when it is due at another time',
    `${ASSIGNED}
    answer b IN-PROCESS
    deliver
    edit a
      PRIORITY:5
    deliver
    get b
      has PRIORITY:5
      has ATTENDEE & mailto:b@ & PARTSTAT=IN-PROCESS
    edit a
      DUE:20300801T170000Z
    deliver
    get b
      has DUE:20300801T170000Z
      has SEQUENCE:1
      has ATTENDEE & mailto:b@ & PARTSTAT=NEEDS-ACTION
    `,
  ),
  scenario(
    '§4.5.7 a recurring VTODO, and a reply to an instance of it',
    `
    users a=a@example.com b=b@example.com
    put a ${TODO.replace('PRIORITY:1', 'RRULE:FREQ=MONTHLY;COUNT=10;BYDAY=1FR').replace('20300701T170000Z', '20300705T170000Z')}
    deliver
    answer b COMPLETED @20300802T170000Z
      PERCENT-COMPLETE:100
    sent
      REQUEST a > b
      REQUEST a > c@example.com
      REPLY b > a @20300802T170000Z
        has RECURRENCE-ID:20300802T170000Z
        has PERCENT-COMPLETE:100
    deliver
    get a
      has @20300802T170000Z ATTENDEE & mailto:b@ & PARTSTAT=COMPLETED
    `,
  ),
  scenario(
    'a to-do is not delegated',
    `${ASSIGNED}
    edit b
      ATTENDEE;ROLE=CHAIR:mailto:a@example.com
      ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:d@example.com":mailto:b@example.com
      ATTENDEE;DELEGATED-FROM="mailto:b@example.com":mailto:d@example.com
      ATTENDEE:mailto:c@example.com
    refused allowed-attendee-scheduling-object-change
    `,
  ),
];
