import { parameterOf, textOf } from '../ical/jcal.ts';
import type { JcalComponent, JcalProperty } from '../ical/parse-calendars.ts';
import { addressOf } from '../ical/text.ts';
import { busyKindOf } from './busy-kind.ts';
import type { BusyKind } from './busy-period.ts';

/**
 * How an event takes the time of somebody in whose calendar it is: as it says of itself, unless their own answer says less. No RFC
 * tells what an invitation is that they have not answered: it may come to pass, so it is tentative, as their own TENTATIVE is; to
 * count it as free would let others book over it, and as busy would make who invites anybody decide about their time.
 *
 * @param addresses of theirs, in lower case
 * @returns null: it takes none
 */
export function busyKindFor(event: JcalComponent, addresses: ReadonlySet<string>): BusyKind | null {
  if (textOf(event, 'status').trim().toUpperCase() === 'CANCELLED') return null;
  const kind = busyKindOf(event);
  if (kind === null) return null;
  const answers = new Set<string>();
  let isOrganizer = false;
  for (const property of event[1]) {
    const [name] = property;
    if ((name !== 'attendee' && name !== 'organizer') || !isOf(property, addresses)) continue;
    if (name === 'organizer') isOrganizer = true;
    else answers.add((parameterOf(property, 'partstat') ?? 'NEEDS-ACTION').toUpperCase());
  }
  if (answers.has('DECLINED')) return null;
  // Of several addresses of theirs, the one that was answered counts.
  if (isOrganizer || answers.size === 0 || answers.has('ACCEPTED')) return kind;
  return answers.size === 1 && answers.has('DELEGATED') ? null : 'tentative';
}

/** Apple names people by paths or `urn:uuid:`, and their address by the parameter EMAIL (RFC 7986 §6.2). */
function isOf(property: JcalProperty, addresses: ReadonlySet<string>): boolean {
  const value = String(property[3]);
  const address = addressOf(value) ?? value.trim().toLowerCase();
  const email = parameterOf(property, 'email');
  return addresses.has(address) || (email !== null && addresses.has(addressOf(email) ?? ''));
}
