import { randomUUID } from 'node:crypto';
import type Router from '@koa/router';
import type { Context } from 'koa';
import { enableEndpoint } from '../../../../commands/webhooks/manage-endpoints.ts';
import { EndpointIsDisabled } from '../../../../commands/webhooks/refusals.ts';
import { redeliver, sendTestEvent } from '../../../../commands/webhooks/send-again.ts';
import { isUuid } from '../../../../domain/uuid.ts';
import { NotPermitted } from '../../../../policies/not-permitted.ts';
import { operatedEndpointFor, operatedEndpointsFor } from '../../../../queries/operations/webhooks.ts';
import type { ApiDeps } from '../../../deps.ts';
import { Notice } from '../../components/notice.tsx';
import { queryText } from '../../form-body.ts';
import { chosenLanguage, useReader } from '../../reader.ts';
import { pathTo, seeOther } from '../../render.tsx';
import { idIn, operatorDoors, type Show, type Take } from '../doors.ts';
import { OPERATOR } from '../paths.ts';
import type { Operator } from '../session.ts';
import { sendOperatorPage } from '../show.tsx';
import { DELIVERY_STATES, EndpointPage } from './endpoint-page.tsx';
import { EndpointsPage } from './endpoints.tsx';

const PATH = `${OPERATOR}/webhooks`;
/** So many deliveries are shown at once. */
const SHOWN = 50;

/** The endpoints that backends are told of events at, how they fare, and what can be done about it. */
export function operatorWebhookRoutes(router: Router, deps: ApiDeps): void {
  const { get, post } = operatorDoors(router, deps);
  get(PATH, showEndpoints);
  get(`${PATH}/:id`, showEndpoint);
  post(`${PATH}/:id/enable`, enable);
  post(`${PATH}/:id/test`, test);
  post(`${PATH}/:id/redeliver`, again);
}

const showEndpoints: Show = async (ctx, deps, operator) => {
  const endpoints = await operatedEndpointsFor(deps, operator.actor, operator.tenantId);
  const nowMs = deps.clock.nowMs();
  await sendOperatorPage(ctx, deps, operator, ({ form, productName }) => (
    <EndpointsPage {...{ form, productName, nowMs, endpoints }} />
  ));
};

const showEndpoint: Show = async (ctx, deps, operator) => {
  const after = queryText(ctx, 'after');
  const state = DELIVERY_STATES.find((known) => known === queryText(ctx, 'state'));
  const filter = { state, after: isUuid(after) ? after : undefined, limit: SHOWN + 1 };
  const found = await operatedEndpointFor(deps, operator.actor, endpointIn(ctx, operator), filter);
  const deliveries = found.deliveries.slice(0, SHOWN);
  const olderThan = found.deliveries.length > SHOWN ? deliveries.at(-1)!.id : null;
  const nowMs = deps.clock.nowMs();
  const said = <Done what={queryText(ctx, 'done')} />;
  await sendOperatorPage(ctx, deps, operator, ({ form, productName }) => (
    <EndpointPage {...{ form, productName, nowMs, ...found, deliveries, state, olderThan, said }} />
  ));
};

/** @throws NotPermitted as where there is none of this id */
function endpointIn(ctx: Context, { tenantId }: Operator) {
  const id = idIn(ctx);
  if (!isUuid(id)) throw new NotPermitted('The endpoint');
  return { tenantId, id };
}

const DONE = ['enabled', 'tested', 'again', 'refused'] as const;

/** What the last form did. */
function Done({ what }: { what: string }) {
  const { t } = useReader();
  const done = DONE.find((known) => known === what);
  if (done === undefined) return null;
  return (
    <Notice kind={done === 'refused' ? 'warn' : 'good'} title={t(`page.operator.webhook.done.${done}`)} />
  );
}

const backTo = (ctx: Context, done: (typeof DONE)[number]): void =>
  seeOther(ctx, pathTo(`${PATH}/${idIn(ctx)}`, { done, lang: chosenLanguage(ctx) }));

const enable: Take = async (ctx, deps, operator) => {
  await enableEndpoint(deps, operator.actor, endpointIn(ctx, operator));
  backTo(ctx, 'enabled');
};

const test: Take = async (ctx, deps, operator) =>
  sending(ctx, 'tested', () =>
    sendTestEvent(deps, operator.actor, endpointIn(ctx, operator), randomUUID(), 'operations.mend'),
  );

const again: Take = async (ctx, deps, operator, form) => {
  const deliveryId = form.get('delivery') ?? '';
  if (!isUuid(deliveryId)) throw new NotPermitted('The delivery');
  await sending(ctx, 'again', () =>
    redeliver(deps, operator.actor, { ...endpointIn(ctx, operator), deliveryId }, 'operations.mend'),
  );
};

/** Sends, unless the endpoint was disabled meanwhile. */
async function sending(ctx: Context, done: 'tested' | 'again', send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
    backTo(ctx, done);
  } catch (error) {
    if (!(error instanceof EndpointIsDisabled)) throw error;
    backTo(ctx, 'refused');
  }
}
