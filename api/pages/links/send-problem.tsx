import type { Context } from 'koa';
import type { LinkProblem } from '../../../commands/links/link-problem.ts';
import type { ApiDeps } from '../../deps.ts';
import { readerOf } from '../reader.ts';
import { sendPage } from '../render.tsx';
import { linkReader } from './link-reader.ts';
import { LINK_STATUS, LinkProblemPage } from './problem-page.tsx';

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
