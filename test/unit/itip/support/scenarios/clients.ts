import { scenario } from '../scenario.ts';

const EVENT = `
      SUMMARY:Planning
      DTSTART:20300107T100000Z
      DTEND:20300107T110000Z
      ORGANIZER:mailto:anna@example.org
      ATTENDEE:mailto:anna@example.org
      ATTENDEE:mailto:ben@example.org`;

/** What programs do that breaks other servers. */
export const CLIENTS = [
  scenario(
    'an event that is over mails nobody, made, changed or deleted',
    `
    users anna ben
    now 20310101T000000Z
    put anna ${EVENT}
    edit anna
      SUMMARY:Budget
    delete anna
    sent
    # A series whose last instance is past is over, too.
    put anna ${EVENT}
      RRULE:FREQ=WEEKLY;COUNT=10
    sent
    # One that goes on is not.
    put anna ${EVENT}
      RRULE:FREQ=WEEKLY
    sent
      REQUEST anna > ben
    # A change of an instance that is past is told to nobody.
    edit anna @20300114T100000Z
      SUMMARY:What was
    sent
    edit anna @20310113T100000Z
      SUMMARY:What will be
    sent
      REQUEST anna > ben @20310113T100000Z
    `,
  ),
  scenario(
    'an event that is moved out of the past is told',
    `
    users anna ben
    now 20310101T000000Z
    put anna ${EVENT}
    edit anna
      DTSTART:20310107T100000Z
      DTEND:20310107T110000Z
    sent
      REQUEST anna > ben
    `,
  ),
  scenario(
    'an answer to what is over is told to nobody',
    `
    users anna ben
    put anna ${EVENT}
    deliver
    now 20310101T000000Z
    sent
      REQUEST anna > ben
    answer ben ACCEPTED
    delete ben
    sent
    `,
  ),
  scenario(
    'an import mails nobody',
    `
    users anna ben
    put anna silently ${EVENT}
    sent
    `,
  ),
  scenario(
    'SCHEDULE-AGENT=CLIENT and NONE: hands off',
    `
    users anna ben cleo dora
    put anna ${EVENT.replace('ATTENDEE:mailto:ben', 'ATTENDEE;SCHEDULE-AGENT=CLIENT:mailto:ben')}
      ATTENDEE;SCHEDULE-AGENT=NONE:mailto:cleo@example.org
      ATTENDEE;SCHEDULE-AGENT=SERVER:mailto:dora@example.org
    sent
      REQUEST anna > dora
        lacks ATTENDEE & SCHEDULE-AGENT
    edit anna
      DTSTART:20300108T100000Z
      DTEND:20300108T110000Z
    get anna
      has ATTENDEE & ben@ & SCHEDULE-AGENT=CLIENT
      lacks ATTENDEE & ben@ & SCHEDULE-STATUS
    sent
      REQUEST anna > dora
    # From now on the program sends to Dora, too: she is not uninvited.
    edit anna
      ATTENDEE;SCHEDULE-AGENT=CLIENT:mailto:dora@example.org
    sent
    `,
  ),
  scenario(
    'an attendee whose program schedules: hands off, and no reply',
    `
    users anna ben
    put ben ${EVENT.replace('ORGANIZER:', 'ORGANIZER;SCHEDULE-AGENT=CLIENT:').replace('ATTENDEE:mailto:ben', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:ben')}
    edit ben
      SUMMARY:Mine
    delete ben
    sent
    `,
  ),
  scenario(
    'SCHEDULE-FORCE-SEND sends, and is not kept',
    `
    users anna ben
    put anna ${EVENT}
    deliver
    sent
      REQUEST anna > ben
    edit anna
      ATTENDEE:mailto:anna@example.org
      ATTENDEE;SCHEDULE-FORCE-SEND=REQUEST:mailto:ben@example.org
    sent
      REQUEST anna > ben
        lacks ATTENDEE & SCHEDULE-FORCE-SEND
    get anna
      lacks ATTENDEE & SCHEDULE-FORCE-SEND
    edit ben
      ORGANIZER;SCHEDULE-FORCE-SEND=REPLY:mailto:anna@example.org
    get ben
      lacks ORGANIZER & SCHEDULE-FORCE-SEND
    sent
      REPLY ben > anna
    `,
  ),
  scenario(
    'SEQUENCE that a program raised is taken, one that it lowered is not',
    `
    users anna ben
    put anna ${EVENT}
      SEQUENCE:4
    sent
      REQUEST anna > ben
        has SEQUENCE:4
    edit anna
      SUMMARY:Budget
      SEQUENCE:2
    sent
      REQUEST anna > ben
        has SEQUENCE:4
    edit anna
      DTSTART:20300107T093000Z
      SEQUENCE:5
    sent
      REQUEST anna > ben
        has SEQUENCE:5
    `,
  ),
  scenario(
    'the organizer alone gets nothing',
    `
    users anna ben
    put anna
      SUMMARY:Alone
      DTSTART:20300107T100000Z
      ORGANIZER:mailto:anna@example.org
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org
    sent
    `,
  ),
  scenario(
    'Outlook’s invalid:nomail is an attendee whom nothing reaches',
    `
    users anna ben
    put anna ${EVENT}
      ATTENDEE:invalid:nomail
    sent
      REQUEST anna > ben
      REQUEST anna > invalid:nomail
    `,
  ),
  scenario(
    'the components name two organizers',
    `
    users anna ben
    put anna
      BEGIN:VEVENT
      DTSTART:20300107T100000Z
      RRULE:FREQ=DAILY
      ORGANIZER:mailto:anna@example.org
      ATTENDEE:mailto:ben@example.org
      END:VEVENT
      BEGIN:VEVENT
      DTSTART:20300108T100000Z
      RECURRENCE-ID:20300108T100000Z
      ORGANIZER:mailto:ben@example.org
      ATTENDEE:mailto:ben@example.org
      END:VEVENT
    refused same-organizer-in-all-components
    sent
    `,
  ),
  scenario(
    'the organizer gives the event to somebody who is not here',
    `
    users anna ben
    put anna ${EVENT}
    edit anna
      ORGANIZER:mailto:somebody@example.com
    refused allowed-organizer-scheduling-object-change
    `,
  ),
  scenario(
    'alarms, private properties and parameters stay where they are',
    `
    users anna ben
    put anna ${EVENT.replace('ATTENDEE:mailto:ben', 'ATTENDEE;SCHEDULE-STATUS=1.2;X-PARLEY-ASKED=0:mailto:ben')}
      X-KEPT:yes
      X-MOZ-LASTACK:20300101T000000Z
      X-PARLEY-DECLINED:1
      BEGIN:VALARM
      ACTION:DISPLAY
      DESCRIPTION:soon
      TRIGGER:-PT10M
      END:VALARM
    sent
      REQUEST anna > ben
        has X-KEPT:yes
        lacks BEGIN:VALARM
        lacks X-MOZ-LASTACK
        lacks X-PARLEY
        lacks ATTENDEE & SCHEDULE-STATUS
        lacks ATTENDEE & X-PARLEY
    `,
  ),
  scenario(
    'a rule that ends earlier asks nobody again; one that ends later does',
    `
    users anna ben
    put anna ${EVENT}
      RRULE:FREQ=WEEKLY;COUNT=10
    deliver
    answer ben ACCEPTED
    deliver
    edit anna
      RRULE:FREQ=WEEKLY;COUNT=5
    get anna
      has SEQUENCE:1
      has ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    deliver
    get ben
      has RRULE & COUNT=5
      has ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    edit anna
      RRULE:FREQ=WEEKLY;COUNT=20
    get anna
      has SEQUENCE:2
      has ATTENDEE & ben@ & PARTSTAT=NEEDS-ACTION
    deliver
    get ben
      has ATTENDEE & ben@ & PARTSTAT=NEEDS-ACTION
    `,
  ),
  scenario(
    'all-day events and those without a zone',
    `
    users anna ben
    put anna
      SUMMARY:Fair
      DTSTART;VALUE=DATE:20300107
      DTEND;VALUE=DATE:20300109
      RRULE:FREQ=YEARLY
      ORGANIZER:mailto:anna@example.org
      ATTENDEE:mailto:ben@example.org
    deliver
    answer ben ACCEPTED @20310107T000000Z
    deliver
    get anna
      has RECURRENCE-ID;VALUE=DATE:20310107
      has @20310107T000000Z ATTENDEE & ben@ & PARTSTAT=ACCEPTED
    `,
  ),
];
