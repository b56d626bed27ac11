import type Router from '@koa/router';
import type { ApiDeps } from '../../deps.ts';
import { readForm } from '../form-body.ts';
import { askedBy, askedIn } from './address.ts';
import { sendBookedFile, showBooked } from './booked.tsx';
import { sendEmbedScript } from './embed.ts';
import { showMember } from './member-page.tsx';
import { showEventType } from './show.tsx';
import { takeForm } from './take.tsx';

/** Where anybody books a time with a member. GET shows; POST books. */
export function bookRoutes(router: Router, deps: ApiDeps): void {
  router.get('/book/embed.js', sendEmbedScript);
  router.get('/book/:member', (ctx) => showMember(ctx, deps, ctx.params.member ?? ''));
  router.get('/book/:member/:event', (ctx) => showEventType(ctx, deps, askedIn(ctx, ctx.params)));
  router.post('/book/:member/:event', async (ctx) => {
    const form = await readForm(ctx);
    return takeForm(ctx, deps, askedBy(form, ctx.params), form);
  });
  router.get('/book/:member/:event/booked', (ctx) => showBooked(ctx, deps, askedIn(ctx, ctx.params)));
  router.get('/book/:member/:event/booked.ics', (ctx) => sendBookedFile(ctx, deps, askedIn(ctx, ctx.params)));
}
