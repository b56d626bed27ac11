import type Router from '@koa/router';
import type { ApiDeps } from '../../deps.ts';
import { roomListRoutes } from './list/routes.tsx';
import { roomSettingsRoutes } from './settings/routes.ts';
import { signInRoutes } from './sign-in/routes.tsx';

/** What the owners of rooms see: signing in, their rooms, and the settings of each. */
export function ownerRoutes(router: Router, deps: ApiDeps): void {
  signInRoutes(router, deps);
  roomListRoutes(router, deps);
  roomSettingsRoutes(router, deps);
}
