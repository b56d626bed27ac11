import {
  eventTypeById,
  eventTypesOf,
  type EventTypeFilter,
} from '../adapters/postgres/booking/event-types.ts';
import { bookingLinksOf, type BookingLink } from '../adapters/postgres/booking/link-list.ts';
import type { EventType } from '../domain/booking/event-type.ts';
import type { Actor } from '../policies/actor.ts';
import { permit } from '../policies/permit.ts';
import type { QueryDeps } from './deps.ts';

export type { BookingLink } from '../adapters/postgres/booking/link-list.ts';
export type { EventType } from '../domain/booking/event-type.ts';

/** An event type, by its tenant and its own id. */
export interface NamedEventType {
  tenantId: string;
  id: string;
}

type Deps = Pick<QueryDeps, 'knex'>;

/** One event type. @throws NotPermitted also where there is none of this id */
export async function eventTypeFor(
  { knex }: Deps,
  actor: Actor,
  { tenantId, id }: NamedEventType,
): Promise<EventType> {
  return permit(actor, 'event-type.see', await eventTypeById(knex, tenantId, id), 'The event type');
}

/** Those of an owner, or, where none is named, of a tenant; in the order in which they were made. @throws NotPermitted */
export async function eventTypesFor(
  { knex }: Deps,
  actor: Actor,
  tenantId: string,
  filter: EventTypeFilter,
): Promise<EventType[]> {
  const { ownerId } = filter;
  permit(
    actor,
    'event-types.list',
    { tenantId, ...(ownerId !== undefined && { id: ownerId }) },
    'The member',
  );
  return eventTypesOf(knex, tenantId, filter);
}

/** The links to an event type, without what opens it, in the order in which they were made. @throws NotPermitted */
export async function bookingLinksFor(
  deps: Deps,
  actor: Actor,
  named: NamedEventType,
  page: { after?: string | undefined; limit: number },
): Promise<BookingLink[]> {
  await eventTypeFor(deps, actor, named);
  return bookingLinksOf(deps.knex, named.id, page);
}
