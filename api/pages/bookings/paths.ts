/** Where a host finds all of theirs. */
export const BOOKINGS = '/bookings';
export const AVAILABILITY = `${BOOKINGS}/availability`;
export const EVENT_TYPES = `${BOOKINGS}/event-types`;
export const LIST = `${BOOKINGS}/list`;
export const WHY = `${BOOKINGS}/why`;
