import type Router from '@koa/router';
import { deleteRoom } from '../../../../commands/rooms/delete-room.ts';
import { deletionFor } from '../../../../queries/rooms.ts';
import type { ApiDeps } from '../../../deps.ts';
import { memberOf } from '../../../rooms/session-cookie.ts';
import { chosenLanguage, readerOf } from '../../reader.ts';
import { pathTo, seeOther, sendPage } from '../../render.tsx';
import { namedIn } from '../../rooms/context.ts';
import { formToken, readOwnForm, signedIn } from '../session.ts';
import { DeletePage } from './page.tsx';

/** GET /rooms/NAME/delete asks, POST deletes; only the room's owner gets there. */
export function roomDeletionRoutes(router: Router, deps: ApiDeps): void {
  router.get('/rooms/:name/delete', async (ctx) => {
    const session = await signedIn(ctx, deps, ctx.params.name);
    if (!session) return;
    const shown = await deletionFor(deps, memberOf(session), namedIn(ctx.params).name);
    const reader = readerOf(ctx, deps.texts, { tenant: shown.room.tenantLanguage });
    sendPage(ctx, reader, <DeletePage {...shown} form={formToken(ctx, deps)} />);
  });
  router.post('/rooms/:name/delete', async (ctx) => {
    const session = await signedIn(ctx, deps, ctx.params.name);
    if (!session) return;
    await readOwnForm(ctx, deps);
    const { name } = await deleteRoom(deps, memberOf(session), namedIn(ctx.params).name);
    seeOther(ctx, pathTo('/rooms', { done: 'deleted', room: name, lang: chosenLanguage(ctx) }));
  });
}
