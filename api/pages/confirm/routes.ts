import type Router from '@koa/router';
import type { Context } from 'koa';
import type { ApiDeps } from '../../deps.ts';
import { confirmByLink } from '../../links/confirm.ts';
import { LinkProblem } from '../../links/problem.ts';
import { queryText, readForm } from '../form-body.ts';
import { chosenLanguage } from '../reader.ts';
import { pathTo, seeOther } from '../render.tsx';
import { showConfirmation } from './show.tsx';

/** GET and POST of /confirm: whether an answer in the reader's name was the reader's. */
export function confirmRoutes(router: Router, deps: ApiDeps): void {
  router.get('/confirm', (ctx) =>
    showConfirmation(ctx, deps, { token: queryText(ctx, 'c'), zone: queryText(ctx, 'zone') }),
  );
  router.post('/confirm', (ctx) => press(ctx, deps));
}

async function press(ctx: Context, deps: ApiDeps): Promise<void> {
  const form = await readForm(ctx);
  const asked = { token: form.get('c') ?? '', zone: form.get('zone') ?? '' };
  try {
    await confirmByLink(deps, {
      token: asked.token,
      confirmed: form.get('was') === 'mine',
      remember: form.get('remember') === 'yes',
    });
  } catch (error) {
    // The page itself tells what became of the link.
    if (!(error instanceof LinkProblem)) throw error;
  }
  seeOther(ctx, pathTo('/confirm', { c: asked.token, zone: asked.zone, lang: chosenLanguage(ctx) }));
}
