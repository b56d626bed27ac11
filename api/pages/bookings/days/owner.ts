import type { DaysOwner } from '../../../../queries/availability.ts';
import { eventTypeFor } from '../../../../queries/event-types.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { knownId, self } from '../doors.ts';

/** Whose days a page is about. */
export interface Whose {
  owner: DaysOwner;
  /** The id of the event type, as addresses and forms say it; empty: the member's own. */
  of: string;
  /** Of the event type; null: the member's own. */
  title: string | null;
  /** What the member has set for themselves counts: it is theirs, or they take the meetings of the event type. */
  countsOwn: boolean;
}

/** @param of the id of an event type, or nothing. @throws NotPermitted for one that is not theirs */
export async function whoseDays(deps: ApiDeps, actor: Member, of: string): Promise<Whose> {
  if (of === '') return { owner: { kind: 'principal', ...self(actor) }, of, title: null, countsOwn: true };
  const id = knownId(of, 'The event type');
  const { title, hosts } = await eventTypeFor(deps, actor, { tenantId: actor.tenantId, id });
  const countsOwn = hosts.some(({ principalId }) => principalId === actor.principalId);
  return { owner: { kind: 'event-type', tenantId: actor.tenantId, id }, of: id, title, countsOwn };
}

/** What the member has for themselves, where the page is about an event type in which that counts, too. */
export const ofMember = async <T>(
  actor: Member,
  { title, countsOwn }: Whose,
  read: (owner: DaysOwner) => Promise<T[]>,
): Promise<T[]> => (title !== null && countsOwn ? read({ kind: 'principal', ...self(actor) }) : []);
