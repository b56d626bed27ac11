import type Router from '@koa/router';
import type { Context } from 'koa';
import { MeetingRefused } from '../../../../activities/meeting/meetings.ts';
import { cancelOperated } from '../../../../commands/operations/cancel-operated.ts';
import { WOKEN, wakeMeeting, type Woken } from '../../../../commands/operations/wake-meeting.ts';
import { foundMeetings, operatedMeetingFor } from '../../../../queries/operations/meetings.ts';
import type { ApiDeps } from '../../../deps.ts';
import { Notice } from '../../components/notice.tsx';
import { queryText } from '../../form-body.ts';
import { filledIn, submitted, type Again } from '../../forms/submitted.ts';
import { chosenLanguage, readerOf, useReader } from '../../reader.ts';
import { pathTo, seeOther } from '../../render.tsx';
import { RetriedNotice } from '../mail/routes.tsx';
import { idIn, operatorDoors, type Show, type Take } from '../doors.ts';
import { OPERATOR } from '../paths.ts';
import type { Operator } from '../session.ts';
import { sendOperatorPage } from '../show.tsx';
import { CANCEL_FORM, CancelPage } from './cancel-page.tsx';
import { MeetingPage } from './page.tsx';
import { SEARCH_FORM, SearchPage, searchOf } from './search.tsx';

const PATH = `${OPERATOR}/meetings`;
const MOST = 50;

/** Finding meetings, one of them with all that happened, and what can be done about it. */
export function operatorMeetingRoutes(router: Router, deps: ApiDeps): void {
  const { get, post } = operatorDoors(router, deps);
  get(PATH, (ctx, _deps, operator) => showFound(ctx, deps, operator, {}));
  post(PATH, search);
  get(`${PATH}/:id`, showMeeting);
  post(`${PATH}/:id/wake`, wake);
  get(`${PATH}/:id/cancel`, askToCancel);
  post(`${PATH}/:id/cancel`, cancel);
}

async function showFound(
  ctx: Context,
  deps: ApiDeps,
  operator: Operator,
  { asked, again }: { asked?: Parameters<typeof searchOf>[0] | null; again?: Again },
): Promise<void> {
  const wanted = { ...(asked && searchOf(asked)), limit: MOST };
  const isWrong = asked === null;
  const meetings = isWrong ? [] : await foundMeetings(deps, operator.actor, operator.tenantId, wanted);
  await sendOperatorPage(
    ctx,
    deps,
    operator,
    (context) => (
      <SearchPage form={context.form} productName={context.productName} meetings={meetings} again={again} />
    ),
    { status: isWrong ? 422 : 200 },
  );
}

const search: Take = async (ctx, deps, operator, form) => {
  const { t } = readerOf(ctx, deps.texts);
  const { values, again } = submitted(SEARCH_FORM, form, () => t('page.operator.search.invalid'));
  await showFound(ctx, deps, operator, { asked: values, again });
};

const showMeeting: Show = async (ctx, deps, operator) => {
  const meeting = await operatedMeetingFor(deps, operator.actor, operator.tenantId, idIn(ctx));
  const { namespace, uiUrl } = deps.config.temporal;
  const temporalUrl =
    uiUrl === undefined
      ? null
      : `${uiUrl}/namespaces/${encodeURIComponent(namespace)}/workflows/${encodeURIComponent(meeting.workflowId)}`;
  const nowMs = deps.clock.nowMs();
  const done = queryText(ctx, 'done');
  await sendOperatorPage(ctx, deps, operator, ({ form, productName }) => (
    <MeetingPage
      {...{ form, productName, nowMs, meeting, temporalUrl }}
      said={
        <>
          <RetriedNotice done={done} detail={queryText(ctx, 'detail')} />
          <Done what={queryText(ctx, 'did')} />
        </>
      }
    />
  ));
};

const isWoken = (code: string): code is Woken => WOKEN.some((known) => known === code);

/** What the last form did. */
function Done({ what }: { what: string }) {
  const { t } = useReader();
  if (isWoken(what))
    return (
      <Notice
        kind={what === 'woken' || what === 'revived' ? 'good' : 'warn'}
        title={t(`page.operator.meeting.woken.${what}`)}
      />
    );
  if (what === 'cancelled') return <Notice kind="good" title={t('page.operator.meeting.cancelled')} />;
  if (what === 'refused') return <Notice kind="warn" title={t('page.operator.meeting.notCancelled')} />;
  return null;
}

const backTo = (ctx: Context, id: string, did: string): void =>
  seeOther(ctx, pathTo(`${PATH}/${id}`, { did, lang: chosenLanguage(ctx) }));

const wake: Take = async (ctx, deps, { actor, tenantId }) => {
  const id = idIn(ctx);
  backTo(ctx, id, await wakeMeeting(deps, actor, tenantId, id));
};

const askToCancel: Show = async (ctx, deps, operator) => {
  const { id } = await operatedMeetingFor(deps, operator.actor, operator.tenantId, idIn(ctx));
  await sendOperatorPage(ctx, deps, operator, ({ form, productName }) => (
    <CancelPage {...{ form, productName, id }} />
  ));
};

const cancel: Take = async (ctx, deps, { actor, tenantId }, form) => {
  const id = idIn(ctx);
  const { reason } = filledIn(CANCEL_FORM, form);
  try {
    await cancelOperated(deps, actor, tenantId, { id, reason });
    backTo(ctx, id, 'cancelled');
  } catch (error) {
    if (!(error instanceof MeetingRefused)) throw error;
    backTo(ctx, id, 'refused');
  }
};
