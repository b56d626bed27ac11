import { scenario } from '../scenario.ts';

const CALL = `
      BEGIN:VEVENT
      UID:calsrv.example.com-873970198738777@example.com
      SEQUENCE:0
      ORGANIZER:mailto:a@example.com
      ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED;CN=A:mailto:a@example.com
      ATTENDEE;RSVP=TRUE;CUTYPE=INDIVIDUAL:mailto:b@example.com
      ATTENDEE;RSVP=TRUE;CUTYPE=INDIVIDUAL:mailto:c@example.com
      ATTENDEE;RSVP=TRUE;CUTYPE=INDIVIDUAL:mailto:d@example.com
      ATTENDEE;RSVP=FALSE;CUTYPE=ROOM:mailto:conf@example.com
      DTSTAMP:20300611T190000Z
      DTSTART:20300701T200000Z
      DTEND:20300701T210000Z
      SUMMARY:Conference
      STATUS:CONFIRMED
      END:VEVENT`;
const USERS = `
    users a=a@example.com b=b@example.com c=c@example.com d=d@example.com e=e@example.com conf=conf@example.com`;
const INVITED = `${USERS}
    put a ${CALL}
    sent
      REQUEST a > b
        has ATTENDEE & mailto:b@ & PARTSTAT=NEEDS-ACTION
      REQUEST a > c
      REQUEST a > d
      REQUEST a > conf
        has ATTENDEE & mailto:conf@ & RSVP=FALSE
    deliver`;

/** RFC 5546 §4.1 and §4.2: published and group events. */
export const RFC5546_EVENTS = [
  scenario(
    '§4.1.1 to §4.1.5: what is published invites nobody',
    `${USERS}
    # An event without attendees is stored, and that is all.
    put a
      SUMMARY:ST. PAUL SAINTS -VS- DULUTH-SUPERIOR DUKES
      ORGANIZER:mailto:a@example.com
      DTSTART:20300701T200000Z
    sent
    message a > b PUBLISH
      SUMMARY:ST. PAUL SAINTS -VS- DULUTH-SUPERIOR DUKES
      ORGANIZER:mailto:a@example.com
      DTSTART:20300701T200000Z
    outcome b ignored published
    get b nothing
    # Nor does a CANCEL of it find anything.
    message a > b CANCEL
      ORGANIZER:mailto:a@example.com
      DTSTART:20300701T200000Z
      SEQUENCE:2
    outcome b ignored unknown-event
    `,
  ),
  scenario('§4.2.1 a group event request', INVITED),
  scenario(
    '§4.2.2 reply to a group event request',
    `${INVITED}
    answer b ACCEPTED
    sent
      REPLY b > a
        has ATTENDEE & PARTSTAT=ACCEPTED & mailto:b@
        has ORGANIZER:mailto:a@
        has SEQUENCE:0
        has REQUEST-STATUS:2.0;Success
        lacks ATTENDEE & mailto:c@
    deliver
    get a
      has ATTENDEE & mailto:b@ & PARTSTAT=ACCEPTED
    `,
  ),
  scenario(
    '§4.2.3 update an event: another place, then another time',
    `${INVITED}
    answer b ACCEPTED
    deliver
    edit a
      DTSTART:20300701T180000Z
      DTEND:20300701T190000Z
      SUMMARY:Phone conference
      SEQUENCE:1
    deliver
    get b
      has SEQUENCE:1
      has DTSTART:20300701T180000Z
      has SUMMARY:Phone conference
      has ATTENDEE & mailto:b@ & PARTSTAT=NEEDS-ACTION
    `,
  ),
  scenario(
    '§4.2.4 countering an event proposal: accepted by the organizer',
    `${INVITED}
    sent
    message b > a COUNTER
      BEGIN:VEVENT
      UID:calsrv.example.com-873970198738777@example.com
      ORGANIZER:mailto:a@example.com
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.com
      ATTENDEE:mailto:b@example.com
      ATTENDEE:mailto:c@example.com
      DTSTART:20300701T160000Z
      DTEND:20300701T190000Z
      LOCATION:Green Conference Room
      COMMENT:This time works much better and I think the big conference room is too big
      SEQUENCE:0
      END:VEVENT
    outcome a proposal
    get a
      has DTSTART:20300701T200000Z
    approve a
    sent
      REQUEST a > b
        has DTSTART:20300701T160000Z
        has LOCATION:Green Conference Room
        has SEQUENCE:1
      REQUEST a > c
      REQUEST a > d
      REQUEST a > conf
    `,
  ),
  scenario(
    '§4.2.4 countering an event proposal: rejected by the organizer',
    `${INVITED}
    sent
    message b > a COUNTER
      BEGIN:VEVENT
      UID:calsrv.example.com-873970198738777@example.com
      ORGANIZER:mailto:a@example.com
      ATTENDEE:mailto:b@example.com
      DTSTART:20300701T160000Z
      DTEND:20300701T190000Z
      SEQUENCE:0
      END:VEVENT
    disapprove a
    sent
      DECLINECOUNTER a > b
        has UID:calsrv.example.com-873970198738777@example.com
        has COMMENT:It stays.
    deliver
    outcome b proposal-declined
    get b
      has DTSTART:20300701T200000Z
    # A COUNTER of somebody who is not invited, or to an earlier version, proposes nothing.
    message e > a COUNTER
      BEGIN:VEVENT
      UID:calsrv.example.com-873970198738777@example.com
      ORGANIZER:mailto:a@example.com
      DTSTART:20300701T160000Z
      SEQUENCE:0
      END:VEVENT
    outcome a ignored attendee-not-invited
    edit a
      DTSTART:20300701T190000Z
      SEQUENCE:1
    message b > a COUNTER
      BEGIN:VEVENT
      UID:calsrv.example.com-873970198738777@example.com
      ORGANIZER:mailto:a@example.com
      DTSTART:20300701T160000Z
      SEQUENCE:0
      END:VEVENT
    outcome a ignored stale
    `,
  ),
  ...(['ACCEPTED', 'DECLINED'] as const).map((partstat, index) =>
    scenario(
      `§4.2.5 delegating an event, §4.2.${6 + index} the delegate says ${partstat}`,
      `${INVITED}
    edit c
      ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED;CN=A:mailto:a@example.com
      ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:e@example.com":mailto:c@example.com
      ATTENDEE;RSVP=TRUE;DELEGATED-FROM="mailto:c@example.com":mailto:e@example.com
      ATTENDEE:mailto:b@example.com
      ATTENDEE:mailto:d@example.com
      ATTENDEE;CUTYPE=ROOM:mailto:conf@example.com
    sent
      REPLY c > a
        has ATTENDEE & PARTSTAT=DELEGATED & DELEGATED-TO & mailto:c@
      REQUEST c > e
        has ATTENDEE & :mailto:e@ & DELEGATED-FROM & PARTSTAT=NEEDS-ACTION
        has ATTENDEE & :mailto:c@ & PARTSTAT=DELEGATED
        has ORGANIZER:mailto:a@
    deliver
    get e
      has SUMMARY:Conference
    answer e ${partstat}
    deliver
    get a
      has ATTENDEE & :mailto:c@ & PARTSTAT=DELEGATED
      has ATTENDEE & :mailto:e@ & PARTSTAT=${partstat}
    get c
      has ATTENDEE & :mailto:e@ & PARTSTAT=${partstat}
    `,
    ),
  ),
  scenario(
    '§4.2.8 forwarding an event request: whom the organizer did not invite is no attendee by their answer',
    `${INVITED}
    # B sends the request on to E, who is not named in it.
    message b > e REQUEST ${CALL}
    outcome e ignored not-invited
    message e > a REPLY
      BEGIN:VEVENT
      UID:calsrv.example.com-873970198738777@example.com
      ORGANIZER:mailto:a@example.com
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:e@example.com
      SEQUENCE:0
      END:VEVENT
    outcome a ignored attendee-not-invited
    get a
      lacks ATTENDEE & mailto:e@
    `,
  ),
  scenario(
    '§4.2.9 cancel a group event',
    `${INVITED}
    sent
    edit a
      STATUS:CANCELLED
      COMMENT:Mr. B cannot attend. It's raining. Lets cancel.
    sent
      CANCEL a > b
        has STATUS:CANCELLED
        has SEQUENCE:1
        has COMMENT:Mr. B cannot attend.
      CANCEL a > c
      CANCEL a > d
      CANCEL a > conf
    deliver
    get d
      has STATUS:CANCELLED
    `,
  ),
  scenario(
    '§4.2.10 removing attendees: B is told, and the others who stays',
    `${INVITED}
    sent
    edit a
      ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED;CN=A:mailto:a@example.com
      ATTENDEE;RSVP=TRUE;CUTYPE=INDIVIDUAL:mailto:c@example.com
      ATTENDEE;RSVP=TRUE;CUTYPE=INDIVIDUAL:mailto:d@example.com
      ATTENDEE;RSVP=FALSE;CUTYPE=ROOM:mailto:conf@example.com
    sent
      CANCEL a > b
        has ATTENDEE & mailto:b@
      REQUEST a > c quiet
        lacks ATTENDEE & mailto:b@
      REQUEST a > d quiet
      REQUEST a > conf quiet
    deliver
    get b
      has STATUS:CANCELLED
    get c
      lacks STATUS:CANCELLED
    `,
  ),
  scenario(
    '§4.2.11 replacing the organizer (§3.2.2.4)',
    `${INVITED}
    answer c ACCEPTED
    deliver
    sent
      REPLY c > a
      REQUEST a > b quiet
      REQUEST a > d quiet
      REQUEST a > conf quiet
    edit a
      ORGANIZER:mailto:b@example.com
    sent
      REQUEST b > b
        has ORGANIZER:mailto:b@
        has SEQUENCE:1
      REQUEST b > c
      REQUEST b > d
      REQUEST b > conf
    deliver
    get b
      has ORGANIZER:mailto:b@
    get c
      has ORGANIZER:mailto:b@
      has ATTENDEE & mailto:c@ & PARTSTAT=ACCEPTED
    # It is B who changes it from now on, and A who answers.
    edit a
      SUMMARY:Mine again
    refused allowed-attendee-scheduling-object-change
    edit b
      SUMMARY:Under new management
    deliver
    get a
      has SUMMARY:Under new management
    get d
      has SUMMARY:Under new management
    answer d DECLINED
    deliver
    get b
      has ATTENDEE & mailto:d@ & PARTSTAT=DECLINED
    `,
  ),
];
