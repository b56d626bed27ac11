/** An invitation of Anna's that Ben and Cleo have got. */
export const PLANNING = `
      SUMMARY:Planning
      LOCATION:Room 1
      DTSTART;TZID=Europe/Berlin:20300107T100000
      DTEND;TZID=Europe/Berlin:20300107T110000
      ORGANIZER:mailto:anna@example.org
      ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.org
      ATTENDEE:mailto:ben@example.org
      ATTENDEE:mailto:cleo@example.org`;
export const WEEKLY = `${PLANNING}
      RRULE:FREQ=WEEKLY;COUNT=4`;
export const INVITED = `
    users anna ben=ben@example.org,b@example.com cleo dora
    put anna ${PLANNING}
    deliver
    sent
      REQUEST anna > ben
      REQUEST anna > cleo`;
export const INVITED_WEEKLY = INVITED.replace(PLANNING, WEEKLY);
