import { expect } from 'vitest';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import { HOUR, MeetingScript, type MeetingOptions } from './meeting-script.ts';
import { everythingIn, type SeenMail } from './seen-mail.ts';
import { waitForMail } from './smtp-catcher.ts';
import type { World } from './world.ts';

export const FOUR: readonly AttendeeId[] = ['host', 'guest', 'guest-2', 'guest-3'];

/** A host and two guests who are required, and guest-3, who is optional; each has the invitation. */
export async function fourInvited(world: World, options: MeetingOptions = {}): Promise<MeetingScript> {
  const others = [
    { role: 'guest', required: true },
    { role: 'guest', required: false },
  ] as const;
  const script = await MeetingScript.booked(world, {
    startsInMs: 100 * HOUR,
    others: [...others],
    ...options,
  });
  for (const id of FOUR) await script.mail(id, 1);
  return script;
}

/** Fails when a text that is for one of them holds the address of another. */
export function expectPrivate(script: MeetingScript, id: AttendeeId, text: string): void {
  const others = Object.keys(script.addresses).filter((other) => other !== id);
  const seen = text.toLowerCase();
  for (const other of others) expect(seen, `for ${id}`).not.toContain(script.address(other).toLowerCase());
}

/**
 * Everybody's mail after their invitations, once each has so many: those who are not named have none.
 * Each is for one of them alone: no byte of it has another's address, and its calendar has one ATTENDEE.
 */
export async function mailSince(
  script: MeetingScript,
  counts: Partial<Record<AttendeeId, number>>,
): Promise<Record<AttendeeId, SeenMail[]>> {
  const everybody: Record<AttendeeId, SeenMail[]> = {};
  for (const id of Object.keys(script.addresses)) {
    const all = await script.mail(id, 1 + (counts[id] ?? 0));
    for (const { raw, method, attendees } of all) {
      expectPrivate(script, id, await everythingIn(raw));
      expect(attendees, `ATTENDEE for ${id}`).toEqual(method === null ? [] : [script.address(id)]);
    }
    everybody[id] = all.slice(1);
  }
  const found = Object.entries(everybody).map(([id, { length }]) => [id, length]);
  const expected = Object.keys(everybody).map((id) => [id, counts[id] ?? 0]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  return everybody;
}

/** What calendars are told by mails, as `METHOD SEQUENCE`; a letter in words is null. */
export const toldBy = (mails: readonly SeenMail[]): (string | null)[] =>
  mails.map(({ method, sequence }) => (method === null ? null : `${method} ${sequence}`));

/** The newest of somebody's mail that fits, once it is there. */
export async function newestMail(
  script: MeetingScript,
  id: AttendeeId,
  fits: (subject: string) => boolean,
): Promise<SeenMail> {
  const where = ({ subject }: { subject: string }) => fits(subject);
  await waitForMail(script.world.catcher, { to: script.address(id), where });
  const all = await script.mail(id, 1);
  return all.filter(({ subject }) => fits(subject)).at(-1)!;
}
