import type { TextKey } from '../../../../adapters/texts/keys.ts';
import type { SignInTarget } from '../../../../domain/principals/sign-in-target.ts';
import { BOOKINGS } from '../../bookings/paths.ts';
import { CALENDARS } from '../../calendars/paths.ts';

interface Target {
  path: string;
  /** Of the page that asks for the address. */
  title: TextKey;
  /** What leads there is called. */
  leads: TextKey;
}

/** Where signing in leads, by its name in addresses. */
export const TARGETS = {
  bookings: { path: BOOKINGS, title: 'page.host.signIn', leads: 'page.host.toBookings' },
  calendars: { path: CALENDARS, title: 'page.calendars.signIn', leads: 'page.calendars.toCalendars' },
} as const satisfies Record<SignInTarget, Target>;
