import type Router from '@koa/router';
import type { ApiDeps } from '../../../deps.ts';
import { memberOf } from '../../../rooms/session-cookie.ts';
import { readOwnForm, signedIn } from '../session.ts';
import { answerOffer, bringBack, makeRoom } from './take.ts';
import { showList } from './show.tsx';

/** GET /rooms: the rooms of whoever is signed in; POST makes one, brings one back, takes one that is offered. */
export function roomListRoutes(router: Router, deps: ApiDeps): void {
  router.get('/rooms', async (ctx) => {
    const session = await signedIn(ctx, deps);
    if (session) await showList(ctx, deps, memberOf(session));
  });
  const taking = { '/rooms': makeRoom, '/rooms/restore': bringBack, '/rooms/offers': answerOffer };
  for (const [path, take] of Object.entries(taking)) {
    router.post(path, async (ctx) => {
      const session = await signedIn(ctx, deps);
      if (session) await take(ctx, deps, memberOf(session), await readOwnForm(ctx, deps));
    });
  }
}
