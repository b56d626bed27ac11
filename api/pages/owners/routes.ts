import type Router from '@koa/router';
import type { ApiDeps } from '../../deps.ts';
import { roomDeletionRoutes } from './delete/routes.tsx';
import { roomListRoutes } from './list/routes.ts';
import { roomSettingsRoutes } from './settings/routes.ts';
import { signInRoutes } from './sign-in/routes.tsx';

/** What members see: signing in, their rooms, and the settings of each. */
export function ownerRoutes(router: Router, deps: ApiDeps): void {
  signInRoutes(router, deps);
  roomListRoutes(router, deps);
  roomSettingsRoutes(router, deps);
  roomDeletionRoutes(router, deps);
}
