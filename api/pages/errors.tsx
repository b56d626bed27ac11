import type { Context, Middleware } from 'koa';
import { EngineUnavailable } from '../../activities/ports.ts';
import type { ApiDeps } from '../deps.ts';
import { knownProblem } from '../middleware/as-problem.ts';
import { MessagePage } from './components/message-page.tsx';
import { UnusableForm } from './form-body.ts';
import { sendPage } from './render.ts';

interface ErrorWords {
  status: number;
  title: string;
  lead: string;
}

const NOT_FOUND: ErrorWords = {
  status: 404,
  title: 'There is nothing here',
  lead: 'The address may have been cut off on its way. The links in the newest mail about your meeting will work.',
};
const BUSY: ErrorWords = {
  status: 503,
  title: 'One moment, please',
  lead: 'We could not reach our own engine just now. Nothing is lost: please try again in a minute.',
};
const BROKEN: ErrorWords = {
  status: 500,
  title: 'Something went wrong on our side',
  lead: 'It has been noted. Please go back and try again; pressing a button twice does no harm.',
};
const FORMS: Record<UnusableForm['status'], string> = {
  400: 'The form did not arrive whole. Please go back and send it again.',
  403: 'The form came from another site. Please open the link in your mail again.',
  413: 'The form was too long. Please go back and shorten the note.',
  415: 'The form came in a shape that we do not understand. Please go back and send it again.',
};

/** Turns whatever a page throws into a page; an unexpected error goes to the log only. */
export function pageErrors(deps: ApiDeps): Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const words = wordsOf(error);
      if (words === BROKEN)
        deps.log.error({ err: error, requestId: ctx.state.requestId as unknown }, 'page failed');
      sendError(ctx, deps, words);
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
    if (answered || ctx.path.startsWith('/api/') || ctx.accepts('json', 'html') !== 'html') return;
    sendNotFound(ctx, deps);
  };
}

function wordsOf(error: unknown): ErrorWords {
  if (error instanceof UnusableForm) {
    return { status: error.status, title: 'We could not read that', lead: FORMS[error.status] };
  }
  if (error instanceof EngineUnavailable || knownProblem(error)?.status === 503) return BUSY;
  return BROKEN;
}

function sendError(ctx: Context, deps: ApiDeps, { status, title, lead }: ErrorWords): void {
  sendPage(ctx, <MessagePage title={title} lead={lead} productName={deps.config.firstTenant.productName} />, {
    status,
  });
}
