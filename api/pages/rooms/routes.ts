import type Router from '@koa/router';
import type { RouterContext } from '@koa/router';
import type { Context } from 'koa';
import type { ApiDeps } from '../../deps.ts';
import { answerBeat } from '../presence.ts';
import { namedIn, type Named } from './context.ts';
import { askToEnd, end } from './end.tsx';
import { enter, leave } from './enter.ts';
import { leadToName, leadToNewName } from './lead-to-name.ts';
import { streamEvents } from './events.ts';
import { showInside } from './show-inside.tsx';
import { showRoom, showWaiting } from './show.tsx';
import { start } from './start.ts';

type Page = (ctx: Context, deps: ApiDeps, named: Named) => Promise<void>;

/** A room's meetings, where one waits for them, and where they are. GET shows; POST enters, leaves, starts and ends. */
export function roomRoutes(router: Router, deps: ApiDeps): void {
  const about = (page: Page) => (ctx: RouterContext) => page(ctx, deps, namedIn(ctx.params));
  router.use('/room/:name', leadToNewName(deps));
  router.get('/room/:name', leadToName, about(showRoom));
  router.get('/room/:name/events', about(streamEvents));
  router.post('/room/:name/start', about(start));
  router.get('/room/:name/waiting/:meeting', about(showWaiting));
  router.get('/room/:name/in/:meeting', about(showInside));
  router.post('/room/:name/join/:meeting', about(enter));
  router.get('/room/:name/end/:meeting', about(askToEnd));
  router.post('/room/:name/end/:meeting', about(end));
  router.post('/room/:name/leave/:meeting', about(leave));
  router.post('/room/:name/beat/:meeting', (ctx) =>
    answerBeat(ctx, deps, { room: ctx.params.name ?? '', meetingId: ctx.params.meeting ?? '' }),
  );
}
