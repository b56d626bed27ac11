import { knownEventType } from '../adapters/postgres/booking/event-types.ts';
import { openBookingLink, type OpenLink } from '../adapters/postgres/booking/links.ts';
import type { EventType } from '../domain/booking/event-type.ts';
import type { Actor } from '../policies/actor.ts';
import { may } from '../policies/may.ts';
import { NotPermitted } from '../policies/not-permitted.ts';
import type { QueryDeps } from './deps.ts';
import { LinkSpent } from './link-spent.ts';

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
 * @throws NotPermitted also where there is none of this id; LinkSpent
 */
export async function bookableFor(
  deps: Pick<QueryDeps, 'knex' | 'clock'>,
  actor: Actor,
  { id, ...shown }: { id: string } & ShownLink,
): Promise<Bookable> {
  const eventType = await knownEventType(deps.knex, id);
  if (!eventType) throw new NotPermitted('The event type');
  return permittedBookable(deps, actor, eventType, shown);
}

/** A link that somebody shows. */
export interface ShownLink {
  /** Absent: they show none. */
  token?: string | undefined;
  /** The meeting that they book, which may have spent it. */
  meetingId?: string | undefined;
}

/** The same, of an event type that was read. @throws NotPermitted; LinkSpent */
export async function permittedBookable(
  { knex, clock }: Pick<QueryDeps, 'knex' | 'clock'>,
  actor: Actor,
  eventType: EventType,
  { token, meetingId: by }: ShownLink,
): Promise<Bookable> {
  const named = { eventTypeId: eventType.id, by };
  const link = token === undefined ? null : await openBookingLink(knex, { ...named, token }, clock.nowMs());
  if (token !== undefined && !link) throw new NotPermitted('The link');
  if (link?.isSpent) throw new LinkSpent();
  const subject = { tenantId: eventType.tenantId, ownerId: eventType.ownerId };
  const isOpen = link !== null || eventType.access === 'public';
  if (!may(actor, 'event-type.book', { ...subject, isOpen })) throw new NotPermitted('The event type');
  return { eventType, link, isOwn: may(actor, 'event-type.see', subject) };
}
