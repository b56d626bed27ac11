import { addressOf, cleanLine } from '../ical/text.ts';
import { parameterOf } from '../ical/jcal.ts';
import type { JcalComponent } from '../ical/parse-calendars.ts';

/** Somebody whom the calendar invites; for the room's owner alone. */
export interface FeedAttendee {
  email: string;
  name: string | null;
  /** In upper case; NEEDS-ACTION unless given (RFC 5545 §3.2.12). */
  partstat: string;
}

/** What a list for people holds; a mailing list of thousands is none. */
const MOST = 500;
const LONGEST = 200;

/** Those of a VEVENT who have an address, each once, in its order. */
export function attendeesOf([, properties]: JcalComponent): FeedAttendee[] {
  const found = new Map<string, FeedAttendee>();
  for (const property of properties) {
    if (property[0] !== 'attendee') continue;
    const email = addressOf(String(property[3])) ?? parameterAddress(property);
    if (email === null || found.has(email)) continue;
    found.set(email, {
      email,
      name: shortLine(parameterOf(property, 'cn') ?? '') || null,
      partstat: shortLine(parameterOf(property, 'partstat') ?? '').toUpperCase() || 'NEEDS-ACTION',
    });
    if (found.size === MOST) break;
  }
  return [...found.values()];
}

/** Apple and Exchange name people by a URN or a path, and their address beside it (RFC 7986 §6.2). */
function parameterAddress(property: Parameters<typeof parameterOf>[0]): string | null {
  const email = parameterOf(property, 'email');
  return email === null ? null : addressOf(email);
}

const shortLine = (text: string): string => cleanLine(text).slice(0, LONGEST);
