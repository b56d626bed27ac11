import type Router from '@koa/router';
import type { ApiDeps } from '../../deps.ts';
import { askToEnd, end } from './end.tsx';
import { beat, enter, leave } from './enter.ts';
import { streamEvents } from './events.ts';
import { showInside } from './show-inside.tsx';
import { showRoom, showWaiting } from './show.tsx';
import { start } from './start.ts';

/** A room's meetings, where one waits for them, and where they are. GET shows; POST enters, leaves, starts and ends. */
export function roomRoutes(router: Router, deps: ApiDeps): void {
  router.get('/room/:name', (ctx) => showRoom(ctx, deps, ctx.params.name ?? ''));
  router.get('/room/:name/events', (ctx) => streamEvents(ctx, deps, ctx.params.name ?? ''));
  router.post('/room/:name/start', (ctx) => start(ctx, deps, ctx.params.name ?? ''));
  router.get('/room/:name/waiting/:meeting', (ctx) =>
    showWaiting(ctx, deps, ctx.params.name ?? '', ctx.params.meeting ?? ''),
  );
  router.get('/room/:name/in/:meeting', (ctx) =>
    showInside(ctx, deps, ctx.params.name ?? '', ctx.params.meeting ?? ''),
  );
  router.post('/room/:name/join/:meeting', (ctx) =>
    enter(ctx, deps, ctx.params.name ?? '', ctx.params.meeting ?? ''),
  );
  router.get('/room/:name/end/:meeting', (ctx) =>
    askToEnd(ctx, deps, ctx.params.name ?? '', ctx.params.meeting ?? ''),
  );
  router.post('/room/:name/end/:meeting', (ctx) =>
    end(ctx, deps, ctx.params.name ?? '', ctx.params.meeting ?? ''),
  );
  router.post('/room/:name/leave/:meeting', (ctx) =>
    leave(ctx, deps, ctx.params.name ?? '', ctx.params.meeting ?? ''),
  );
  router.post('/room/:name/beat/:meeting', (ctx) =>
    beat(ctx, deps, ctx.params.name ?? '', ctx.params.meeting ?? ''),
  );
}
