/** Where somebody goes who signs in, besides to their rooms. */
export const SIGN_IN_TARGETS = ['bookings', 'calendars'] as const;
export type SignInTarget = (typeof SIGN_IN_TARGETS)[number];
