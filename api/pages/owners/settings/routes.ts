import type Router from '@koa/router';
import type { ApiDeps } from '../../../deps.ts';
import { readOwnForm, signedIn } from '../session.ts';
import { takeSettings } from './take.ts';
import { ownRoom, showSettings } from './show.tsx';

/** GET and POST of /rooms/NAME/settings; only the room's owner gets there. */
export function roomSettingsRoutes(router: Router, deps: ApiDeps): void {
  router.get('/rooms/:name/settings', async (ctx) => {
    const session = await signedIn(ctx, deps, ctx.params.name);
    const room = session && (await ownRoom(ctx, deps, session, ctx.params.name ?? ''));
    if (room) await showSettings(ctx, deps, room, {});
  });
  router.post('/rooms/:name/settings', async (ctx) => {
    const session = await signedIn(ctx, deps, ctx.params.name);
    if (!session) return;
    const form = await readOwnForm(ctx, deps);
    const room = await ownRoom(ctx, deps, session, ctx.params.name ?? '');
    if (room) await takeSettings(ctx, deps, room, form);
  });
}
