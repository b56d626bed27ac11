import type Router from '@koa/router';
import { ownRoomFor } from '../../../../queries/rooms.ts';
import type { ApiDeps } from '../../../deps.ts';
import { actorOfSession } from '../../../rooms/session-cookie.ts';
import { namedIn } from '../../rooms/context.ts';
import { readOwnForm, signedIn } from '../session.ts';
import { takeSettings } from './take.ts';
import { showSettings } from './show.tsx';

/** GET and POST of /rooms/NAME/settings; only the room's owner gets there. */
export function roomSettingsRoutes(router: Router, deps: ApiDeps): void {
  router.get('/rooms/:name/settings', async (ctx) => {
    const session = await signedIn(ctx, deps, ctx.params.name);
    if (!session) return;
    await showSettings(ctx, deps, actorOfSession(session), namedIn(ctx.params).name, {});
  });
  router.post('/rooms/:name/settings', async (ctx) => {
    const session = await signedIn(ctx, deps, ctx.params.name);
    if (!session) return;
    const actor = actorOfSession(session);
    const form = await readOwnForm(ctx, deps);
    const room = await ownRoomFor(deps, actor, namedIn(ctx.params).name);
    await takeSettings(ctx, deps, { actor, room }, form);
  });
}
