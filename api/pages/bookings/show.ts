import type { Context } from 'koa';
import type { VNode } from 'preact';
import { productNameFor } from '../../../queries/colleagues.ts';
import type { ApiDeps } from '../../deps.ts';
import type { Member } from '../../rooms/session-cookie.ts';
import { formToken } from '../owners/session.ts';
import { chosenLanguage, readerOf } from '../reader.ts';
import { pathTo, seeOther, sendPage } from '../render.tsx';
import type { HostFrame } from './frame.tsx';

interface Options {
  status?: number;
  /** For the answer to a POST: the query by which a GET of the same path shows the same. */
  query?: Record<string, string>;
}

/** Answers with a page of a host. */
export async function sendHostPage(
  ctx: Context,
  deps: ApiDeps,
  actor: Member,
  page: (frame: HostFrame) => VNode,
  { status = 200, query }: Options = {},
): Promise<void> {
  const { productName, language } = await productNameFor(deps, actor, actor.tenantId);
  const reader = readerOf(ctx, deps.texts, { tenant: language, ...(query && { query }) });
  sendPage(ctx, reader, page({ productName, form: formToken(ctx, deps) }), { status });
}

/** Leads on after a form has done something. */
export const goOn = (ctx: Context, path: string, query: Record<string, string | undefined> = {}): void =>
  seeOther(ctx, pathTo(path, { ...query, lang: chosenLanguage(ctx) }));
