import type { RouterContext } from '@koa/router';
import type { Next } from 'koa';
import { isRoomName } from '../../../domain/rooms/name.ts';
import { setPageHeaders } from '../render.tsx';
import { roomPath } from './page-room.ts';

/**
 * Leads a room's address in capitals to the one that rooms have, with its query: people write names as they are spoken. Whether
 * there is such a room is not looked at, and so not told.
 */
export function leadToName(ctx: RouterContext, next: Next): Promise<void> | undefined {
  const written = ctx.params.name ?? '';
  const name = written.toLowerCase();
  if (name === written || !isRoomName(name)) return next();
  setPageHeaders(ctx);
  ctx.redirect(roomPath(name) + ctx.search);
  ctx.status = 308;
}
