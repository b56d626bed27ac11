/** Where a member sees to the calendars that they keep here. */
export const CALENDARS = '/calendars';
export const CONNECT = `${CALENDARS}/connect`;
export const INBOX = `${CALENDARS}/inbox`;
export const DELETED = `${CALENDARS}/deleted`;
/** A profile for Apple's programs. */
export const PROFILE = `${CONNECT}/apple.mobileconfig`;
