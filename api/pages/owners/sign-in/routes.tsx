import type Router from '@koa/router';
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from 'koa';
import { requestSignIn } from '../../../../commands/sessions/request-sign-in.ts';
import { signIn } from '../../../../commands/sessions/sign-in.ts';
import { signOut } from '../../../../commands/sessions/sign-out.ts';
import { SIGN_IN_TARGETS, type SignInTarget } from '../../../../domain/principals/sign-in-target.ts';
import { seenRoom, type SeenRoom } from '../../../../queries/rooms.ts';
import { signInLinkOf } from '../../../../queries/sessions.ts';
import type { ApiDeps } from '../../../deps.ts';
import { limitsOf } from '../../../limits/request.ts';
import { sessionToken, setSessionCookie } from '../../../rooms/session-cookie.ts';
import { queryText, readForm } from '../../form-body.ts';
import { submitted, type Again } from '../../forms/submitted.ts';
import { chosenLanguage, readerOf, type Reader } from '../../reader.ts';
import { pathTo, seeOther, sendPage } from '../../render.tsx';
import { OPERATOR } from '../../operator/paths.ts';
import { readOwnForm, SIGN_IN } from '../session.ts';
import { TARGETS } from './targets.ts';
import { LinkPage } from './link-page.tsx';
import { LinkSent, SIGN_IN_FORM, SignInPage } from './sign-in-page.tsx';

/** Whether an address is known is not to be told by how long the answer takes. */
const ANSWER_AFTER_MS = 400;

/** Asking for a link, the link's page with its one button, and the way out. No GET of them signs anybody in. */
export function signInRoutes(router: Router, deps: ApiDeps): void {
  router.get(SIGN_IN, async (ctx) =>
    askForAddress(ctx, deps, await cameFrom(deps, queryText(ctx, 'room'), queryText(ctx, 'to'))),
  );
  router.post(SIGN_IN, (ctx) => mailLink(ctx, deps));
  router.get(`${SIGN_IN}/sent`, (ctx) =>
    sendPage(ctx, readerOf(ctx, deps.texts), <LinkSent productName={deps.config.firstTenant.productName} />),
  );
  router.get(`${SIGN_IN}/link`, (ctx) => showLink(ctx, deps, queryText(ctx, 's'), queryText(ctx, 'to')));
  router.post(`${SIGN_IN}/link`, (ctx) => spendLink(ctx, deps));
  router.post('/rooms/sign-out', (ctx) => leave(ctx, deps));
}

/** Where somebody was before they were asked to sign in. */
interface CameFrom {
  /** As the page was told it; empty: nowhere. */
  name: string;
  room: SeenRoom | null;
  /** Where they want to go; absent: to their rooms. */
  to: SignInTarget | undefined;
}

const cameFrom = async (deps: ApiDeps, name: string, to: string): Promise<CameFrom> => ({
  name,
  room: await seenRoom(deps, name),
  to: destination(to),
});

/** Nobody is sent elsewhere than to pages of ours. */
const destination = (to: string): SignInTarget | undefined => SIGN_IN_TARGETS.find((one) => one === to);

const readerFrom = (ctx: Context, deps: ApiDeps, { name, room, to }: CameFrom): Reader =>
  readerOf(ctx, deps.texts, {
    tenant: room?.tenantLanguage ?? null,
    query: { room: name, ...(to && { to }) },
  });

function askForAddress(ctx: Context, deps: ApiDeps, from: CameFrom, again?: Again): void {
  const productName = from.room?.tenantProductName ?? deps.config.firstTenant.productName;
  const page = <SignInPage productName={productName} room={from.name} to={from.to} again={again} />;
  sendPage(ctx, readerFrom(ctx, deps, from), page, { status: again ? 422 : 200 });
}

async function mailLink(ctx: Context, deps: ApiDeps): Promise<void> {
  const form = await readForm(ctx);
  const from = await cameFrom(deps, form.get('room') ?? '', form.get('to') ?? '');
  const { t } = readerFrom(ctx, deps, from);
  const { values, again } = submitted(SIGN_IN_FORM, form, () => t('page.signIn.invalid'));
  if (!values) return askForAddress(ctx, deps, from, again);
  await limitsOf(ctx).count('signIns');
  const { language } = readerOf(ctx, deps.texts);
  const asked = { email: values.email, room: from.name, to: from.to, language };
  await Promise.all([requestSignIn(deps, asked), wait(ANSWER_AFTER_MS)]);
  seeOther(ctx, pathTo(`${SIGN_IN}/sent`, { lang: chosenLanguage(ctx) }));
}

async function showLink(ctx: Context, deps: ApiDeps, token: string, wanted: string): Promise<void> {
  const to = destination(wanted);
  const link = await signInLinkOf(deps, token);
  const reader = readerOf(ctx, deps.texts, {
    tenant: link?.tenantLanguage ?? null,
    query: { s: token, ...(to && { to }) },
  });
  const productName = link?.tenantProductName ?? deps.config.firstTenant.productName;
  const page = <LinkPage link={link} token={token} to={to} productName={productName} />;
  sendPage(ctx, reader, page, { status: link?.state === 'open' ? 200 : link ? 410 : 404 });
}

async function spendLink(ctx: Context, deps: ApiDeps): Promise<void> {
  const form = await readForm(ctx);
  const [token, to] = [form.get('s') ?? '', form.get('to') ?? ''];
  const done = await signIn(deps, { link: token, before: sessionToken(ctx, deps) });
  if (!done) return showLink(ctx, deps, token, to);
  setSessionCookie(ctx, deps.config, done.token, done.seconds);
  const target = destination(to);
  const path =
    done.room !== null
      ? `/rooms/${done.room}/settings`
      : target
        ? TARGETS[target].path
        : done.operates
          ? OPERATOR
          : '/rooms';
  seeOther(ctx, pathTo(path, { lang: chosenLanguage(ctx) }));
}

async function leave(ctx: Context, deps: ApiDeps): Promise<void> {
  await readOwnForm(ctx, deps);
  await signOut(deps, sessionToken(ctx, deps));
  setSessionCookie(ctx, deps.config, '', 0);
  seeOther(ctx, pathTo(SIGN_IN, { lang: chosenLanguage(ctx) }));
}
