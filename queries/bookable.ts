import { knownEventType } from '../adapters/postgres/booking/event-types.ts';
import { openBookingLink, type OpenLink } from '../adapters/postgres/booking/links.ts';
import type { EventType } from '../domain/booking/event-type.ts';
import type { Actor } from '../policies/actor.ts';
import { may } from '../policies/may.ts';
import { NotPermitted } from '../policies/not-permitted.ts';
import type { QueryDeps } from './deps.ts';

export type { BookedMeeting } from '../adapters/postgres/booked-meetings.ts';

/** An event type that somebody may book, and the link that they showed. */
export interface Bookable {
  eventType: EventType;
  link: OpenLink | null;
  /** It is theirs: they may know what nobody else may. */
  isOwn: boolean;
}

/**
 * An event type for who may see its slots and book it: the tenant's key, its owner, and, as it says, whoever comes or shows a link.
 *
 * @throws NotPermitted also where there is none of this id, or the link is spent
 */
export async function bookableFor(
  deps: Pick<QueryDeps, 'knex' | 'clock'>,
  actor: Actor,
  { id, token }: { id: string; token?: string | undefined },
): Promise<Bookable> {
  const eventType = await knownEventType(deps.knex, id);
  if (!eventType) throw new NotPermitted('The event type');
  return permittedBookable(deps, actor, eventType, token);
}

/** The same, of an event type that was read. @throws NotPermitted also when the link is spent */
export async function permittedBookable(
  { knex, clock }: Pick<QueryDeps, 'knex' | 'clock'>,
  actor: Actor,
  eventType: EventType,
  token: string | undefined,
): Promise<Bookable> {
  const link = token === undefined ? null : await openBookingLink(knex, eventType.id, token, clock.nowMs());
  if (token !== undefined && !link) throw new NotPermitted('The link');
  const subject = { tenantId: eventType.tenantId, ownerId: eventType.ownerId };
  const isOpen = link !== null || eventType.access === 'public';
  if (!may(actor, 'event-type.book', { ...subject, isOpen })) throw new NotPermitted('The event type');
  return { eventType, link, isOwn: may(actor, 'event-type.see', subject) };
}
