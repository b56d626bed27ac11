import { eventTypeBySlug, publicEventTypesOf } from '../adapters/postgres/booking/event-types.ts';
import { memberBySlug, type BookableMember } from '../adapters/postgres/booking/first-profile.ts';
import type { EventType } from '../domain/booking/event-type.ts';
import { isSlug } from '../domain/booking/slug.ts';
import { ANYONE } from '../policies/actor.ts';
import { NotPermitted } from '../policies/not-permitted.ts';
import { bookableFor } from './bookable.ts';
import type { QueryDeps } from './deps.ts';

export type { BookableMember } from '../adapters/postgres/booking/first-profile.ts';

type Deps = Pick<QueryDeps, 'knex' | 'clock'>;

/** Whose page it is. @throws NotPermitted where nobody has the slug */
async function member({ knex }: Deps, slug: string): Promise<BookableMember> {
  const found = isSlug(slug) ? await memberBySlug(knex, slug) : null;
  if (!found) throw new NotPermitted('The page');
  return found;
}

/** What anybody can book with a member, in the order in which it was made. @throws NotPermitted */
export async function memberPageOf(
  deps: Deps,
  memberSlug: string,
): Promise<{ member: BookableMember; eventTypes: EventType[] }> {
  const found = await member(deps, memberSlug);
  return { member: found, eventTypes: await publicEventTypesOf(deps.knex, found.id) };
}

/**
 * One event type, as whoever has its address may book it.
 *
 * @param token of a link to it, which one that is not public needs; anything
 * @throws NotPermitted also where it is not active, needs a link, or another one
 */
export async function bookablePageOf(
  deps: Deps,
  { memberSlug, eventSlug, token }: { memberSlug: string; eventSlug: string; token?: string | undefined },
): Promise<{ member: BookableMember; eventType: EventType }> {
  const found = await member(deps, memberSlug);
  const eventType = isSlug(eventSlug) ? await eventTypeBySlug(deps.knex, found.id, eventSlug) : null;
  if (!eventType?.active) throw new NotPermitted('The page');
  await bookableFor(deps, ANYONE, { id: eventType.id, token });
  return { member: found, eventType };
}
