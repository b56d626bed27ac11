import { randomUUID } from 'node:crypto';
import { createBookingLink, revokeLink } from '../../../../commands/event-types/manage-links.ts';
import { InvalidInput } from '../../../../commands/invalid-input.ts';
import { profileFor } from '../../../../queries/availability.ts';
import { typedIn } from '../../forms/submitted.ts';
import { resolveLocal } from '../../time/local.ts';
import { idIn, self, type Take } from '../doors.ts';
import { EVENT_TYPES } from '../paths.ts';
import { goOn } from '../show.ts';
import { linkIn, showType } from './show.tsx';

/** Makes a link, whose address is shown this once. */
export const takeLink: Take = async (ctx, deps, actor, form) => {
  const eventTypeId = idIn(ctx, 'The event type');
  const { tenantId } = actor;
  const typed = typedIn(form);
  const { member } = await profileFor(deps, actor, self(actor));
  // Its last day is one of the host's clocks, and the link works until it ends.
  const ends = typed.until ? resolveLocal({ date: typed.until, time: '23:59' }, member.timezone) : null;
  const expiresAt = ends?.kind === 'instant' ? new Date(ends.ms) : null;
  try {
    const { url } = await createBookingLink(deps, actor, {
      ...{ id: randomUUID(), tenantId, eventTypeId, expiresAt },
      label: (typed.label ?? '').slice(0, 200),
      singleUse: typed.once === 'yes',
    });
    await showType(ctx, deps, actor, eventTypeId, { url });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    goOn(ctx, `${EVENT_TYPES}/${eventTypeId}`, { done: 'linkPast' });
  }
};

/** Switches a link off. */
export const closeLink: Take = async (ctx, deps, actor) => {
  const eventTypeId = idIn(ctx, 'The event type');
  await revokeLink(deps, actor, { tenantId: actor.tenantId, eventTypeId, id: linkIn(ctx) });
  goOn(ctx, `${EVENT_TYPES}/${eventTypeId}`, { done: 'saved' });
};
