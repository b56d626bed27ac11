import type Router from '@koa/router';
import { principalFor } from '../../../../queries/principals.ts';
import { roomsFor } from '../../../../queries/rooms.ts';
import type { ApiDeps } from '../../../deps.ts';
import { actorOfSession } from '../../../rooms/session-cookie.ts';
import { readerOf } from '../../reader.ts';
import { sendPage } from '../../render.tsx';
import { formToken, signedIn } from '../session.ts';
import { RoomListPage } from './page.tsx';

/** GET /rooms: the rooms of whoever is signed in. */
export function roomListRoutes(router: Router, deps: ApiDeps): void {
  router.get('/rooms', async (ctx) => {
    const session = await signedIn(ctx, deps);
    if (!session) return;
    const { tenantId, principalId } = session;
    const actor = actorOfSession(session);
    const member = await principalFor(deps, actor, { tenantId, id: principalId });
    const rooms = await roomsFor(deps, actor);
    const page = (
      <RoomListPage
        productName={rooms[0]?.tenantProductName ?? deps.config.firstTenant.productName}
        email={member.addresses[0]?.address ?? ''}
        form={formToken(ctx, deps)}
        rooms={rooms}
      />
    );
    sendPage(ctx, readerOf(ctx, deps.texts, { tenant: rooms[0]?.tenantLanguage ?? null }), page);
  });
}
