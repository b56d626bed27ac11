import type Router from '@koa/router';
import { isDone, RETRIED, retryMail, type Retried } from '../../../../commands/operations/retry-mail.ts';
import { incomingMailFor, outgoingMailFor, UNSENT, UNSETTLED } from '../../../../queries/operations/mail.ts';
import type { ApiDeps } from '../../../deps.ts';
import { Notice } from '../../components/notice.tsx';
import { queryText } from '../../form-body.ts';
import { chosenLanguage, useReader } from '../../reader.ts';
import { pathTo, seeOther } from '../../render.tsx';
import { OperatorPage } from '../frame.tsx';
import { operatorDoors, type Show, type Take } from '../doors.ts';
import { OPERATOR } from '../paths.ts';
import { sendOperatorPage } from '../show.tsx';
import { IncomingList, OutgoingList } from './lists.tsx';

const PATH = `${OPERATOR}/mail`;
const MOST = 100;

/** Mail that waits, failed or could not be read, each with a button. */
export function operatorMailRoutes(router: Router, deps: ApiDeps): void {
  const { get, post } = operatorDoors(router, deps);
  get(PATH, showMail);
  post(PATH, retry);
}

const showMail: Show = async (ctx, deps, operator) => {
  const { actor, tenantId } = operator;
  const [out, came] = await Promise.all([
    outgoingMailFor(deps, actor, tenantId, { statuses: UNSENT, limit: MOST }),
    incomingMailFor(deps, actor, tenantId, { statuses: UNSETTLED, limit: MOST }),
  ]);
  const nowMs = deps.clock.nowMs();
  await sendOperatorPage(ctx, deps, operator, ({ reader: { t }, form, productName }) => (
    <OperatorPage
      {...{ form, productName, nowMs }}
      section="mail"
      title={t('page.operator.mail')}
      said={<RetriedNotice done={queryText(ctx, 'done')} detail={queryText(ctx, 'detail')} />}
    >
      <OutgoingList messages={out} form={form} back={PATH} />
      <IncomingList messages={came} form={form} back={PATH} />
    </OperatorPage>
  ));
};

const isRetried = (code: string): code is Retried['code'] => RETRIED.some((known) => known === code);

/** What a retry did. @param detail a code of ours, or nothing */
export function RetriedNotice({ done, detail }: { done: string; detail: string }) {
  const { t } = useReader();
  if (!isRetried(done)) return null;
  const kind = isDone({ code: done, detail: null }) ? 'good' : 'warn';
  return (
    <Notice kind={kind} title={t(`page.operator.retried.${done}`)}>
      {/^[a-z0-9-]{1,60}$/.test(detail) && (
        <p>
          <code>{detail}</code>
        </p>
      )}
    </Notice>
  );
}

/** Goes back to the page that the button was on. */
const retry: Take = async (ctx, deps, { actor, tenantId }, form) => {
  const { code, detail } = await retryMail(deps, actor, tenantId, form.get('id') ?? '');
  const back = form.get('back') ?? '';
  const path = /^\/operator\/meetings\/[0-9a-f-]{36}$/.test(back) ? back : PATH;
  seeOther(ctx, pathTo(path, { done: code, detail: detail ?? '', lang: chosenLanguage(ctx) }));
};
