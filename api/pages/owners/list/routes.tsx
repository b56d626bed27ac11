import type Router from '@koa/router';
import { feedSettings } from '../../../../adapters/postgres/rooms/feed-settings.ts';
import { roomsOf } from '../../../../adapters/postgres/rooms/rooms.ts';
import type { ApiDeps } from '../../../deps.ts';
import { readerOf } from '../../reader.ts';
import { sendPage } from '../../render.tsx';
import { formToken, signedIn } from '../session.ts';
import { RoomListPage } from './page.tsx';

/** GET /rooms: the rooms of whoever is signed in. */
export function roomListRoutes(router: Router, deps: ApiDeps): void {
  router.get('/rooms', async (ctx) => {
    const session = await signedIn(ctx, deps);
    if (!session) return;
    const rooms = await roomsOf(deps.knex, session.tenantId, session.ownerKey);
    const feedOf = await feedSettings(
      deps.knex,
      rooms.map((room) => room.id),
    );
    const page = (
      <RoomListPage
        productName={rooms[0]?.tenantProductName ?? deps.config.firstTenant.productName}
        email={rooms[0]?.ownerEmail ?? session.ownerKey}
        form={formToken(ctx, deps)}
        rooms={rooms.map((room) => ({ name: room.name, feed: feedOf(room.id) }))}
      />
    );
    sendPage(ctx, readerOf(ctx, deps.texts, { tenant: rooms[0]?.tenantLanguage ?? null }), page);
  });
}
