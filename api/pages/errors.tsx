import type { Context, Middleware } from 'koa';
import { EngineUnavailable } from '../../activities/meeting/meetings.ts';
import type { Translate } from '../../adapters/texts/texts.ts';
import type { ApiDeps } from '../deps.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { LinkSpent } from '../../queries/link-spent.ts';
import { knownProblem } from '../middleware/as-problem.ts';
import type { Problem } from '../middleware/problem.ts';
import { MessagePage } from './components/message-page.tsx';
import { UnusableForm } from './form-body.ts';
import { readerOf, type Reader } from './reader.ts';
import { sendPage } from './render.tsx';

interface PageError {
  status: number;
  words: (t: Translate) => { title: string; lead: string };
}

const errorOf = (
  status: number,
  group: 'notFound' | 'noRoom' | 'noMeeting' | 'noBooking' | 'linkSpent' | 'tooMany' | 'busy' | 'broken',
): PageError => ({
  status,
  words: (t) => ({ title: t(`page.error.${group}.title`), lead: t(`page.error.${group}.lead`) }),
});

const NOT_FOUND = errorOf(404, 'notFound');
/** What is missing, by its kind: each is asked for in another way. */
const MISSING = new Map([
  ['The room', errorOf(404, 'noRoom')],
  ['The meeting', errorOf(404, 'noMeeting')],
  ['The booking page', errorOf(404, 'noBooking')],
]);
const LINK_SPENT = errorOf(410, 'linkSpent');
const TOO_MANY = errorOf(429, 'tooMany');
const BUSY = errorOf(503, 'busy');
const BROKEN = errorOf(500, 'broken');
const FORMS = { 400: 'incomplete', 403: 'foreign', 413: 'tooLong', 415: 'unreadable' } as const;

const unusable = (status: UnusableForm['status']): PageError => ({
  status,
  words: (t) => ({ title: t('page.error.form.title'), lead: t(`page.error.form.${FORMS[status]}`) }),
});

const refusalAtDoor = (status: number, group: 'full' | 'tooMany'): PageError => ({
  status,
  words: (t) => ({ title: t(`page.room.${group}.title`), lead: t(`page.room.${group}.lead`) }),
});

/** Why somebody is not let into a meeting for now. */
const NOT_LET_IN = {
  'room-full': refusalAtDoor(409, 'full'),
  'too-many-requests': refusalAtDoor(429, 'tooMany'),
};

type NotLetIn = Problem & { code: keyof typeof NOT_LET_IN };

/** The refusal that `sendNotLetIn` has a page for; null: it is another error. */
export function notLetIn(error: unknown): NotLetIn | null {
  const problem = knownProblem(error);
  return problem && problem.code in NOT_LET_IN ? (problem as NotLetIn) : null;
}

/** The page of somebody who is not let in for now, in the words and under the name of the door that they stand at. */
export function sendNotLetIn(ctx: Context, deps: ApiDeps, problem: NotLetIn, door: Place): void {
  ctx.set(headersOf(problem));
  sendError(ctx, deps, NOT_LET_IN[problem.code], door);
}

/** Turns whatever a page throws into a page; an unexpected error goes to the log only. */
export function pageErrors(deps: ApiDeps): Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const shown = shownFor(error);
      if (shown === BROKEN)
        deps.log.error({ err: error, requestId: ctx.state.requestId as unknown }, 'page failed');
      ctx.set(headersOf(error));
      sendError(ctx, deps, shown);
    }
  };
}

/** The page for an address that does not exist. */
export const sendNotFound = (ctx: Context, deps: ApiDeps): void => sendError(ctx, deps, NOT_FOUND);

/** For the end of the application: a browser that asks for an unknown address gets a page, everybody else goes on. */
export function pageNotFound(deps: ApiDeps): Middleware {
  return async (ctx, next) => {
    await next();
    const answered = ctx.status !== 404 || (ctx.body !== undefined && ctx.body !== null);
    if (answered || !isForReader(ctx)) return;
    sendNotFound(ctx, deps);
  };
}

/** For the start of the application: a browser that asks too much gets a page, everybody else goes on. */
export function pageTooMany(deps: ApiDeps): Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (knownProblem(error)?.status !== 429 || !isForReader(ctx)) throw error;
      ctx.set(headersOf(error));
      sendError(ctx, deps, TOO_MANY);
    }
  };
}

const isForReader = (ctx: Context): boolean =>
  !/^\/(api|v1)\//.test(ctx.path) && ctx.accepts('json', 'html') === 'html';

const headersOf = (error: unknown): Record<string, string> => knownProblem(error)?.extras.headers ?? {};

function shownFor(error: unknown): PageError {
  if (error instanceof UnusableForm) return unusable(error.status);
  if (knownProblem(error)?.status === 429) return TOO_MANY;
  if (error instanceof NotPermitted) return MISSING.get(error.what) ?? NOT_FOUND;
  if (error instanceof LinkSpent) return LINK_SPENT;
  if (knownProblem(error)?.code === 'not-found') return NOT_FOUND;
  if (knownProblem(error)?.code === 'room-full') return NOT_LET_IN['room-full'];
  if (error instanceof EngineUnavailable || knownProblem(error)?.status === 503) return BUSY;
  return BROKEN;
}

/** In whose words a page speaks, and under which name; where nothing is known of it, the first tenant's. */
interface Place {
  reader: Reader;
  productName: string;
}

function sendError(ctx: Context, deps: ApiDeps, { status, words }: PageError, place?: Place): void {
  const { reader, productName } = place ?? {
    reader: readerOf(ctx, deps.texts),
    productName: deps.config.firstTenant.productName,
  };
  sendPage(ctx, reader, <MessagePage {...words(reader.t)} productName={productName} />, { status });
}
