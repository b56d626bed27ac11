import type Router from '@koa/router';
import type { Context } from 'koa';
import { confirmByLink } from '../../../commands/links/confirm-by-link.ts';
import { forgetByLink } from '../../../commands/links/forget-by-link.ts';
import { LinkProblem } from '../../../commands/links/link-problem.ts';
import { newestByLink } from '../../../commands/links/newest-by-link.ts';
import type { Remembering } from '../../../queries/links.ts';
import type { ApiDeps } from '../../deps.ts';
import { queryText, readForm } from '../form-body.ts';
import { chosenLanguage } from '../reader.ts';
import { pathTo, seeOther } from '../render.tsx';
import { showConfirmation } from './show.tsx';

/** GET and POST of /confirm: whether an answer in the reader's name was the reader's. */
export function confirmRoutes(router: Router, deps: ApiDeps): void {
  router.get('/confirm', (ctx) =>
    showConfirmation(ctx, deps, {
      token: queryText(ctx, 'c'),
      zone: queryText(ctx, 'zone'),
      sent: queryText(ctx, 'sent') === 'yes',
    }),
  );
  router.post('/confirm', (ctx) => press(ctx, deps));
}

async function press(ctx: Context, deps: ApiDeps): Promise<void> {
  const form = await readForm(ctx);
  const asked = { token: form.get('c') ?? '', zone: form.get('zone') ?? '' };
  try {
    await act(deps, asked.token, form);
  } catch (error) {
    // The page itself tells what became of the link.
    if (!(error instanceof LinkProblem)) throw error;
  }
  const sent = form.get('was') === 'newest' ? { sent: 'yes' } : {};
  seeOther(ctx, pathTo('/confirm', { c: asked.token, zone: asked.zone, lang: chosenLanguage(ctx), ...sent }));
}

function act(deps: ApiDeps, token: string, form: Awaited<ReturnType<typeof readForm>>): Promise<void> {
  switch (form.get('was')) {
    case 'forget':
      return forgetByLink(deps, token);
    case 'newest':
      return newestByLink(deps, token);
    default:
      return confirmByLink(deps, {
        token,
        confirmed: form.get('was') === 'mine',
        remember: rememberingOf(form.get('remember')),
      });
  }
}

/** Unless they say otherwise, an address that they know counts as theirs for this meeting. */
const rememberingOf = (chosen: string | null | undefined): Remembering =>
  chosen === 'always' || chosen === 'no' ? chosen : 'meeting';
