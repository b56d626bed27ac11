import type Router from '@koa/router';
import { healthFor } from '../../../queries/health.ts';
import { waitingFor } from '../../../queries/operations/waiting.ts';
import type { ApiDeps } from '../../deps.ts';
import { operatorDoors, type Show } from './doors.ts';
import { operatorFeedRoutes } from './feeds/routes.tsx';
import { operatorMailRoutes } from './mail/routes.tsx';
import { operatorMeetingRoutes } from './meetings/routes.tsx';
import { OverviewPage } from './overview/page.tsx';
import { OPERATOR } from './paths.ts';
import { operatorWebhookRoutes } from './webhooks/routes.tsx';
import { sendOperatorPage } from './show.tsx';
import { operatorSignInRoutes } from './sign-in/routes.tsx';

/** The pages of who looks after a tenant's meetings. No GET of them changes anything. */
export function operatorRoutes(router: Router, deps: ApiDeps): void {
  operatorSignInRoutes(router, deps);
  operatorDoors(router, deps).get(OPERATOR, showOverview);
  operatorMailRoutes(router, deps);
  operatorFeedRoutes(router, deps);
  operatorWebhookRoutes(router, deps);
  operatorMeetingRoutes(router, deps);
}

const showOverview: Show = async (ctx, deps, operator) => {
  const { actor, tenantId } = operator;
  const [findings, waiting] = await Promise.all([
    healthFor(deps, actor, tenantId),
    waitingFor(deps, actor, tenantId),
  ]);
  const nowMs = deps.clock.nowMs();
  await sendOperatorPage(ctx, deps, operator, ({ form, productName }) => (
    <OverviewPage {...{ form, productName, nowMs, findings, waiting }} />
  ));
};
