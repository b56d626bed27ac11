import type { RouterContext } from '@koa/router';
import type { Next } from 'koa';
import { isRoomName } from '../../../domain/rooms/name.ts';
import { NotPermitted } from '../../../policies/not-permitted.ts';
import { renamedRoom } from '../../../queries/rooms.ts';
import type { ApiDeps } from '../../deps.ts';
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

/** Leads from a name that a room had until not long ago to the one that it has, with whatever else the address says. */
export const leadToNewName =
  (deps: ApiDeps) =>
  async (ctx: RouterContext, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      const former = ctx.params.name ?? '';
      const name = error instanceof NotPermitted ? await renamedRoom(deps, former) : null;
      if (name === null) throw error;
      setPageHeaders(ctx);
      ctx.redirect(roomPath(name) + ctx.path.slice(roomPath(former).length) + ctx.search);
      // The name may be another room's one day.
      ctx.status = 307;
    }
  };
