import type Router from '@koa/router';
import type { Context } from 'koa';
import { refusalOf } from '../../../activities/meeting/meetings.ts';
import { LinkProblem } from '../../../commands/links/link-problem.ts';
import { renewLink } from '../../../commands/links/renew-link.ts';
import type { RefusalCode } from '../../../domain/meeting/decision.ts';
import { linkOf, type LinkView } from '../../../queries/links.ts';
import type { ApiDeps } from '../../deps.ts';
import { limitsOf } from '../../limits/request.ts';
import { MessagePage } from '../components/message-page.tsx';
import { readForm } from '../form-body.ts';
import { chosenLanguage, readerOf, useReader } from '../reader.ts';
import { pathTo, seeOther, sendPage } from '../render.tsx';
import { refusalStatus } from '../refusal-status.ts';
import { refusalWords } from '../words.ts';
import { linkReader } from './link-reader.ts';
import { sendLinkProblem } from './send-problem.tsx';

/** POST /links/renew mails a fresh link; GET /links/renewed says so, and does nothing. */
export function renewRoutes(router: Router, deps: ApiDeps): void {
  router.post('/links/renew', (ctx) => renew(ctx, deps));
  router.get('/links/renewed', (ctx) =>
    sendPage(ctx, readerOf(ctx, deps.texts), <Renewed productName={deps.config.firstTenant.productName} />),
  );
}

async function renew(ctx: Context, deps: ApiDeps): Promise<void> {
  const form = await readForm(ctx);
  const token = form.get('t') ?? '';
  try {
    await limitsOf(ctx).count('renewals');
    const link = await renewLink(deps, { token });
    seeOther(ctx, pathTo('/links/renewed', { lang: chosenLanguage(ctx) || link.readerLanguage || '' }));
  } catch (error) {
    if (error instanceof LinkProblem) return sendLinkProblem(ctx, deps, error, token);
    const code = refusalOf(error);
    const link = code && (await linkOf(deps, token));
    if (!link) throw error;
    const status = refusalStatus(ctx, code, deps.clock.nowMs());
    sendPage(ctx, linkReader(ctx, deps.texts, link), <NotRenewed link={link} code={code} />, { status });
  }
}

function Renewed({ productName }: { productName: string }) {
  const { t } = useReader();
  return (
    <MessagePage
      title={t('page.renew.sent.title')}
      badge={{ kind: 'good', text: t('page.renew.sent.badge') }}
      lead={t('page.renew.sent.lead')}
      productName={productName}
    >
      <p class="muted">{t('page.renew.sent.hint')}</p>
    </MessagePage>
  );
}

function NotRenewed({ link, code }: { link: LinkView; code: RefusalCode }) {
  const words = refusalWords(code, link, useReader().t);
  return (
    <MessagePage
      title={words.title}
      about={link.meeting.title}
      lead={words.text}
      productName={link.tenantProductName}
    />
  );
}
