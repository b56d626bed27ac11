import type Router from '@koa/router';
import type { Context } from 'koa';
import { endOperating, operateByKey } from '../../../../commands/sessions/operate.ts';
import { signOut } from '../../../../commands/sessions/sign-out.ts';
import type { ApiDeps } from '../../../deps.ts';
import { limitsOf } from '../../../limits/request.ts';
import { sessionToken, setSessionCookie } from '../../../rooms/session-cookie.ts';
import { readForm } from '../../form-body.ts';
import { refusedIn, submitted, type Again } from '../../forms/submitted.ts';
import { chosenLanguage, readerOf } from '../../reader.ts';
import { pathTo, seeOther, sendPage } from '../../render.tsx';
import { OPERATOR } from '../paths.ts';
import { operating, readOperatorForm } from '../session.ts';
import { KEY_FORM, OperatorSignInPage } from './page.tsx';

/** The way in by a key, and the way out. No GET signs anybody in. */
export function operatorSignInRoutes(router: Router, deps: ApiDeps): void {
  router.get(`${OPERATOR}/sign-in`, (ctx) => askForKey(ctx, deps));
  router.post(`${OPERATOR}/sign-in`, (ctx) => takeKey(ctx, deps));
  router.post(`${OPERATOR}/sign-out`, (ctx) => leave(ctx, deps));
}

function askForKey(ctx: Context, deps: ApiDeps, again?: Again): void {
  const reader = readerOf(ctx, deps.texts, { query: {} });
  const { productName } = deps.config.firstTenant;
  const page = <OperatorSignInPage productName={productName} again={again} />;
  sendPage(ctx, reader, page, { status: again ? 422 : 200 });
}

async function takeKey(ctx: Context, deps: ApiDeps): Promise<void> {
  const form = await readForm(ctx);
  const { t } = readerOf(ctx, deps.texts);
  const refused = t('page.operator.signIn.refused');
  // Whoever guesses keys is stopped as at the API, and for each try as those who ask for links are.
  await limitsOf(ctx).count('signIns');
  const { values } = submitted(KEY_FORM, form, () => refused);
  const before = sessionToken(ctx, deps, 'operator');
  const began = values && (await operateByKey(deps, { key: values.key, before }));
  if (!began) {
    await limitsOf(ctx).guessed();
    // The key is not shown again.
    return askForKey(ctx, deps, refusedIn({ typed: { key: '' }, errors: [] }, 'key', refused));
  }
  setSessionCookie(ctx, deps.config, began.token, began.seconds, 'operator');
  seeOther(ctx, pathTo(OPERATOR, { lang: chosenLanguage(ctx) }));
}

/** Both sessions end: who leaves wants to be gone. */
async function leave(ctx: Context, deps: ApiDeps): Promise<void> {
  const operator = await operating(ctx, deps);
  if (!operator) return;
  await readOperatorForm(ctx, operator);
  await endOperating(deps, sessionToken(ctx, deps, 'operator'));
  await signOut(deps, sessionToken(ctx, deps));
  setSessionCookie(ctx, deps.config, '', 0, 'operator');
  setSessionCookie(ctx, deps.config, '', 0);
  seeOther(ctx, pathTo(`${OPERATOR}/sign-in`, { lang: chosenLanguage(ctx) }));
}
