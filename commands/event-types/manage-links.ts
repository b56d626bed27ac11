import { eventTypeById } from '../../adapters/postgres/booking/event-types.ts';
import {
  insertBookingLink,
  revokeBookingLink,
  type BookingLink,
  type NewBookingLink,
} from '../../adapters/postgres/booking/link-list.ts';
import { memberSlugOf } from '../../adapters/postgres/booking/first-profile.ts';
import { newToken } from '../../adapters/secrets/token.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';
import { InvalidInput } from '../invalid-input.ts';

/** A link, and its address as it can be seen this once. */
export interface LinkWithUrl extends BookingLink {
  url: string;
}

/**
 * Makes a link that opens an event type which is not open to all, or opens one for a single meeting.
 *
 * @throws NotPermitted
 * @throws InvalidInput an end that is past; a public event type needs no link of many uses
 */
export async function createBookingLink(
  { knex, config, clock }: Pick<CommandDeps, 'knex' | 'config' | 'clock'>,
  actor: Actor,
  link: NewBookingLink,
): Promise<LinkWithUrl> {
  const eventType = permit(
    actor,
    'event-type.change',
    await eventTypeById(knex, link.tenantId, link.eventTypeId),
    'The event type',
  );
  if (link.expiresAt !== null && link.expiresAt.getTime() <= clock.nowMs())
    throw new InvalidInput('expiresAt', 'must not be past');
  if (!link.singleUse && eventType.access !== 'secret')
    throw new InvalidInput('singleUse', 'must be true where the access of the event type is not secret');
  const token = newToken();
  const made = await knex.transaction((trx) => insertBookingLink(trx, link, token));
  const slug = await memberSlugOf(knex, eventType.ownerId);
  if (!made || slug === null) throw new Error('the link has no event type of its own, or its owner no pages');
  return { ...made, url: `${config.publicUrl}/book/${slug}/${eventType.slug}?k=${token}` };
}

/** Closes a link; closed again, it stays so. @throws NotPermitted also where there is none */
export async function revokeLink(
  { knex }: Pick<CommandDeps, 'knex'>,
  actor: Actor,
  { tenantId, eventTypeId, id }: { tenantId: string; eventTypeId: string; id: string },
): Promise<void> {
  permit(actor, 'event-type.change', await eventTypeById(knex, tenantId, eventTypeId), 'The event type');
  if (!(await revokeBookingLink(knex, { id, eventTypeId }))) throw new NotPermitted('The link');
}
