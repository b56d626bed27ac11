import type Router from '@koa/router';
import type { Context } from 'koa';
import { MeetingNotRunning, MeetingRefused } from '../../../activities/ports.ts';
import type { LinkView } from '../../../adapters/postgres/links.ts';
import { findLink } from '../../../adapters/postgres/links.ts';
import type { RefusalCode } from '../../../domain/meeting/decision.ts';
import type { ApiDeps } from '../../deps.ts';
import { LinkProblem } from '../../links/problem.ts';
import { renewLink } from '../../links/renew.ts';
import { MessagePage } from '../components/message-page.tsx';
import { readForm } from '../form-body.ts';
import { pathTo, seeOther, sendPage } from '../render.ts';
import { refusalWords } from '../words.ts';
import { sendLinkProblem } from './send-problem.tsx';

/** POST /links/renew mails a fresh link; GET /links/renewed says so, and does nothing. */
export function renewRoutes(router: Router, deps: ApiDeps): void {
  router.post('/links/renew', (ctx) => renew(ctx, deps));
  router.get('/links/renewed', (ctx) =>
    sendPage(ctx, <Renewed productName={deps.config.firstTenant.productName} />),
  );
}

async function renew(ctx: Context, deps: ApiDeps): Promise<void> {
  const form = await readForm(ctx);
  const token = form.get('t') ?? '';
  try {
    await renewLink(deps, { token });
    seeOther(ctx, pathTo('/links/renewed', {}));
  } catch (error) {
    if (error instanceof LinkProblem)
      return sendLinkProblem(ctx, deps, { code: error.code, link: null, token });
    const code = refusalOf(error);
    const link = code && (await findLink(deps.knex, token));
    if (!link) throw error;
    sendPage(ctx, <NotRenewed link={link} code={code} />, { status: 409 });
  }
}

function refusalOf(error: unknown): RefusalCode | null {
  if (error instanceof MeetingRefused) return error.code;
  return error instanceof MeetingNotRunning ? 'meeting-over' : null;
}

const Renewed = ({ productName }: { productName: string }) => (
  <MessagePage
    title="Look into your mailbox"
    badge={{ kind: 'good', text: 'A fresh link is on its way' }}
    lead="We have sent it to the address that your invitation went to. It works once and for 48 hours."
    productName={productName}
  >
    <p class="muted">
      It usually arrives within a minute. If it does not, look into the folder for unwanted mail. You can
      close this page.
    </p>
  </MessagePage>
);

function NotRenewed({ link, code }: { link: LinkView; code: RefusalCode }) {
  const words = refusalWords(code, link.role);
  return (
    <MessagePage
      title={words.title}
      about={link.meeting.title}
      lead={words.text}
      productName={link.tenantProductName}
    />
  );
}
