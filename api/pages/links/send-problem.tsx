import type { Context } from 'koa';
import { LinkProblem } from '../../../commands/links/link-problem.ts';
import type { ApiDeps } from '../../deps.ts';
import { readerOf } from '../reader.ts';
import { sendPage } from '../render.tsx';
import { linkReader } from './link-reader.ts';
import { LINK_STATUS, LinkProblemPage } from './problem-page.tsx';

/** What a look at a link gives; null when it does not work any more, and the reader has been told. */
export async function lookOrTell<T>(
  ctx: Context,
  deps: ApiDeps,
  token: string,
  look: Promise<T>,
): Promise<T | null> {
  try {
    return await look;
  } catch (error) {
    if (!(error instanceof LinkProblem)) throw error;
    sendLinkProblem(ctx, deps, error, token);
    return null;
  }
}

/** Answers that a link does not work. */
export function sendLinkProblem(
  ctx: Context,
  deps: ApiDeps,
  { code, link }: LinkProblem,
  token: string,
): void {
  const reader = link ? linkReader(ctx, deps.texts, link) : readerOf(ctx, deps.texts);
  sendPage(
    ctx,
    reader,
    <LinkProblemPage
      code={code}
      link={link}
      token={token}
      productName={link?.tenantProductName ?? deps.config.firstTenant.productName}
      nowMs={deps.clock.nowMs()}
    />,
    { status: LINK_STATUS[code] },
  );
}
