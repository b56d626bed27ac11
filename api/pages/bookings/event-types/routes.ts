import type Router from '@koa/router';
import {
  changeEventType,
  deleteEventType,
  restoreEventType,
} from '../../../../commands/event-types/change-event-type.ts';
import { TooManyEventTypes } from '../../../../commands/event-types/refusals.ts';
import { SlugTaken } from '../../../../domain/booking/slug-taken.ts';
import { eventTypeFor } from '../../../../queries/event-types.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import type { Context } from 'koa';
import { hostDoors, idIn } from '../doors.ts';
import { EVENT_TYPES } from '../paths.ts';
import { goOn, sendHostPage } from '../show.ts';
import { closeLink, takeLink } from './take-link.ts';
import { makeType, saveType } from './take.ts';
import { deletionPage, showCloseLink, showList, showNew, showType } from './show.tsx';

const WHAT = 'The event type';
const ONE = `${EVENT_TYPES}/:id`;

const named = (ctx: Context, { tenantId }: Member) => ({ tenantId, id: idIn(ctx, WHAT) });

/** GET and POST of event types: all of them, a new one, one with its settings, its switch, its links and its end. */
export function eventTypeRoutes(router: Router, deps: ApiDeps): void {
  const doors = hostDoors(router, deps);
  doors.get(EVENT_TYPES, showList);
  doors.get(`${EVENT_TYPES}/new`, (ctx, deps, actor) => showNew(ctx, deps, actor));
  doors.post(`${EVENT_TYPES}/new`, makeType);
  doors.get(ONE, (ctx, deps, actor) => showType(ctx, deps, actor, idIn(ctx, WHAT)));
  doors.post(ONE, saveType);
  doors.post(`${ONE}/links`, takeLink);
  // Where the address of a link that was made stays in the bar.
  doors.get(`${ONE}/links`, (ctx) => Promise.resolve(goOn(ctx, `${EVENT_TYPES}/${idIn(ctx, WHAT)}`)));
  doors.get(`${ONE}/links/:link/close`, showCloseLink);
  doors.post(`${ONE}/links/:link/close`, closeLink);
  doors.post(`${ONE}/switch`, async (ctx, deps, actor, form) => {
    const { id } = await changeEventType(deps, actor, named(ctx, actor), {
      active: form.get('active') === 'yes',
    });
    goOn(ctx, `${EVENT_TYPES}/${id}`, { done: 'saved' });
  });
  doors.get(`${ONE}/delete`, async (ctx, deps, actor) => {
    const eventType = await eventTypeFor(deps, actor, named(ctx, actor));
    await sendHostPage(ctx, deps, actor, (frame) => deletionPage(frame, eventType));
  });
  doors.post(`${ONE}/delete`, async (ctx, deps, actor) => {
    const { id } = named(ctx, actor);
    await deleteEventType(deps, actor, named(ctx, actor));
    goOn(ctx, EVENT_TYPES, { done: 'deleted', of: id });
  });
  doors.post(`${ONE}/restore`, async (ctx, deps, actor) => {
    try {
      const { id } = await restoreEventType(deps, actor, named(ctx, actor));
      goOn(ctx, `${EVENT_TYPES}/${id}`, { done: 'restored' });
    } catch (error) {
      if (error instanceof SlugTaken) return goOn(ctx, EVENT_TYPES, { done: 'taken' });
      if (error instanceof TooManyEventTypes) return goOn(ctx, EVENT_TYPES, { done: 'tooMany' });
      throw error;
    }
  });
}
