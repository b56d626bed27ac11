/** What somebody is in a meeting. */
export type Role = 'host' | 'guest';
export const ROLES: readonly Role[] = ['host', 'guest'];

/**
 * Names somebody's part in a meeting, for ever: the role, and from the second of it on a number (`host`, `guest`,
 * `guest-2`). It says nothing of who that is; only the database knows.
 */
export type AttendeeId = string;

/** Somebody's part in a meeting. Without a required one it does not take place; an optional one is told, and may come. */
export interface Part {
  role: Role;
  required: boolean;
}

/** Somebody to be invited. Who it is stands in the database with the request. */
export interface Invite extends Part {
  requestId: string;
}

/** @param nth how many of the role there are with this one, those who were removed included */
export const attendeeId = (role: Role, nth: number): AttendeeId => (nth === 1 ? role : `${role}-${nth}`);

export const roleOf = (id: AttendeeId): Role => (id.startsWith('host') ? 'host' : 'guest');

/** Ids for new attendees, which nobody of the meeting ever had. */
export function idsFor(known: readonly AttendeeId[], parts: readonly Part[]): AttendeeId[] {
  const count = { host: 0, guest: 0 };
  for (const id of known) count[roleOf(id)] += 1;
  return parts.map(({ role }) => attendeeId(role, (count[role] += 1)));
}
