/** The conference call of RFC 5546 §4.4, on the first of each month. */
export const USERS = `
    users a=a@example.com b=b@example.com c=c@example.com d=d@example.com`;
export const MONTHLY = `
      BEGIN:VEVENT
      UID:guid-1@example.com
      SEQUENCE:0
      RRULE:FREQ=MONTHLY;BYMONTHDAY=1;UNTIL=20310901T210000Z
      ORGANIZER:mailto:a@example.com
      ATTENDEE;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:a@example.com
      ATTENDEE:mailto:b@example.com
      ATTENDEE:mailto:c@example.com
      ATTENDEE:mailto:d@example.com
      DESCRIPTION:IETF-C&S Conference Call
      CLASS:PUBLIC
      SUMMARY:IETF Calendaring Working Group Meeting
      DTSTART:20300601T210000Z
      DTEND:20300601T220000Z
      LOCATION:Conference Call
      DTSTAMP:20300526T083000Z
      STATUS:CONFIRMED
      END:VEVENT`;
export const INVITED = `${USERS}
    now 20300526T083000Z
    put a ${MONTHLY}
    sent
      REQUEST a > b
      REQUEST a > c
      REQUEST a > d
    deliver
    get b
      has RRULE & FREQ=MONTHLY`;
export const REFUSED = `
    outcome b ignored unknown-instance
    sent
      REFRESH b > a quiet
        has UID:guid-1@example.com
        has ATTENDEE & mailto:b@`;
