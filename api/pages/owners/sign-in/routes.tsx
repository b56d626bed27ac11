import type Router from '@koa/router';
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from 'koa';
import { endSession } from '../../../../adapters/postgres/people/sessions.ts';
import { roomByName, type Room } from '../../../../adapters/postgres/rooms/rooms.ts';
import {
  requestSignIn,
  signIn,
  signInLink,
  type SignInRequest,
} from '../../../../adapters/postgres/people/sign-ins.ts';
import { newToken } from '../../../../adapters/secrets/token.ts';
import type { ApiDeps } from '../../../deps.ts';
import { limitsOf } from '../../../limits/request.ts';
import { sessionToken, setSessionCookie } from '../../../rooms/session-cookie.ts';
import { queryText, readForm } from '../../form-body.ts';
import { submitted, type Again } from '../../forms/submitted.ts';
import { chosenLanguage, readerOf, type Reader } from '../../reader.ts';
import { pathTo, seeOther, sendPage } from '../../render.tsx';
import { readOwnForm, SIGN_IN } from '../session.ts';
import { LinkPage } from './link-page.tsx';
import { LinkSent, SIGN_IN_FORM, SignInPage } from './sign-in-page.tsx';

const SESSION_DAYS = 30;
/** Whether an address is known is not to be told by how long the answer takes. */
const ANSWER_AFTER_MS = 400;

/** Asking for a link, the link's page with its one button, and the way out. No GET of them signs anybody in. */
export function signInRoutes(router: Router, deps: ApiDeps): void {
  router.get(SIGN_IN, async (ctx) => askForAddress(ctx, deps, await cameFrom(deps, queryText(ctx, 'room'))));
  router.post(SIGN_IN, (ctx) => mailLink(ctx, deps));
  router.get(`${SIGN_IN}/sent`, (ctx) =>
    sendPage(ctx, readerOf(ctx, deps.texts), <LinkSent productName={deps.config.firstTenant.productName} />),
  );
  router.get(`${SIGN_IN}/link`, (ctx) => showLink(ctx, deps, queryText(ctx, 's')));
  router.post(`${SIGN_IN}/link`, (ctx) => spendLink(ctx, deps));
  router.post('/rooms/sign-out', (ctx) => signOut(ctx, deps));
}

/** Where somebody was before they were asked to sign in. */
interface CameFrom {
  /** As the page was told it; empty: nowhere. */
  name: string;
  room: Room | null;
}

const cameFrom = async ({ knex }: ApiDeps, name: string): Promise<CameFrom> => ({
  name,
  room: name === '' ? null : await roomByName(knex, name),
});

const readerFrom = (ctx: Context, deps: ApiDeps, { name, room }: CameFrom): Reader =>
  readerOf(ctx, deps.texts, { tenant: room?.tenantLanguage ?? null, query: { room: name } });

function askForAddress(ctx: Context, deps: ApiDeps, from: CameFrom, again?: Again): void {
  const productName = from.room?.tenantProductName ?? deps.config.firstTenant.productName;
  const page = <SignInPage productName={productName} room={from.name} again={again} />;
  sendPage(ctx, readerFrom(ctx, deps, from), page, { status: again ? 422 : 200 });
}

async function mailLink(ctx: Context, deps: ApiDeps): Promise<void> {
  const form = await readForm(ctx);
  const from = await cameFrom(deps, form.get('room') ?? '');
  const { t } = readerFrom(ctx, deps, from);
  const { values, again } = submitted(SIGN_IN_FORM, form, () => t('page.signIn.invalid'));
  if (!values) return askForAddress(ctx, deps, from, again);
  await limitsOf(ctx).count('signIns');
  const { language } = readerOf(ctx, deps.texts);
  const asked = { email: values.email, room: from.room, language, nowMs: deps.clock.nowMs() };
  await Promise.all([request(deps, asked), wait(ANSWER_AFTER_MS)]);
  seeOther(ctx, pathTo(`${SIGN_IN}/sent`, { lang: chosenLanguage(ctx) }));
}

async function request(deps: ApiDeps, asked: SignInRequest): Promise<void> {
  const pending = await requestSignIn(deps.knex, asked);
  // What cannot be sent now waits in the outbox.
  await Promise.all(pending.map((event) => deps.inbound.relay(event)));
}

async function showLink(ctx: Context, deps: ApiDeps, token: string): Promise<void> {
  const link = await signInLink(deps.knex, token, deps.clock.nowMs());
  const reader = readerOf(ctx, deps.texts, { tenant: link?.tenantLanguage ?? null, query: { s: token } });
  const productName = link?.tenantProductName ?? deps.config.firstTenant.productName;
  const page = <LinkPage link={link} token={token} productName={productName} />;
  sendPage(ctx, reader, page, { status: link?.state === 'open' ? 200 : link ? 410 : 404 });
}

async function spendLink(ctx: Context, deps: ApiDeps): Promise<void> {
  const token = (await readForm(ctx)).get('s') ?? '';
  const nowMs = deps.clock.nowMs();
  const session = { token: newToken(), expiresMs: nowMs + SESSION_DAYS * 86_400_000 };
  const done = await signIn(deps.knex, { token, session, nowMs });
  if (!done) return showLink(ctx, deps, token);
  // Whoever was signed in here before is not any more.
  await endSession(deps.knex, sessionToken(ctx, deps), nowMs);
  setSessionCookie(ctx, deps.config, session.token, SESSION_DAYS * 86_400);
  const path = done.room === null ? '/rooms' : `/rooms/${done.room}/settings`;
  seeOther(ctx, pathTo(path, { lang: chosenLanguage(ctx) }));
}

async function signOut(ctx: Context, deps: ApiDeps): Promise<void> {
  await readOwnForm(ctx, deps);
  await endSession(deps.knex, sessionToken(ctx, deps), deps.clock.nowMs());
  setSessionCookie(ctx, deps.config, '', 0);
  seeOther(ctx, pathTo(SIGN_IN, { lang: chosenLanguage(ctx) }));
}
