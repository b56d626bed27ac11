import { addressIn } from '../../../domain/itip/broker/users.ts';
import type { JcalComponent } from '../../../domain/ical/parse-calendars.ts';

/** Everybody who is named in a calendar as organizer or attendee, as addresses in lower case or as they are written. */
export function usersIn(calendar: JcalComponent | null): string[] {
  const users = (calendar?.[2] ?? []).flatMap(([, properties]) =>
    properties.filter(([name]) => name === 'organizer' || name === 'attendee').map(addressIn),
  );
  return [...new Set(users)];
}

const OF_PRINCIPAL =
  /^(?:urn:uuid:|(?:https?:\/\/[^/]+)?\/(?:dav\/)?principals\/(?:__uids__\/)?)([0-9a-f-]{36})\/?$/i;

/** The id of a principal that is written by its path or its UUID, as Apple's programs do (RFC 6638 §3.1). */
export const uuidIn = (uri: string): string | null =>
  OF_PRINCIPAL.exec(uri.trim())?.[1]?.toLowerCase() ?? null;
