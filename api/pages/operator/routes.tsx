import type Router from '@koa/router';
import { healthFor } from '../../../queries/health.ts';
import { waitingFor } from '../../../queries/operations/waiting.ts';
import type { ApiDeps } from '../../deps.ts';
import { operatorFeedRoutes } from './feeds/routes.tsx';
import { operatorMailRoutes } from './mail/routes.tsx';
import { operatorMeetingRoutes } from './meetings/routes.tsx';
import { OverviewPage } from './overview/page.tsx';
import { OPERATOR } from './paths.ts';
import { operating } from './session.ts';
import { sendOperatorPage } from './show.tsx';
import { operatorSignInRoutes } from './sign-in/routes.tsx';

/** The pages of who looks after a tenant's meetings. No GET of them changes anything. */
export function operatorRoutes(router: Router, deps: ApiDeps): void {
  operatorSignInRoutes(router, deps);
  router.get(OPERATOR, async (ctx) => {
    const operator = await operating(ctx, deps);
    if (!operator) return;
    const { actor, tenantId } = operator;
    const [findings, waiting] = await Promise.all([
      healthFor(deps, actor, tenantId),
      waitingFor(deps, actor, tenantId),
    ]);
    const nowMs = deps.clock.nowMs();
    await sendOperatorPage(ctx, deps, operator, ({ form, productName }) => (
      <OverviewPage {...{ form, productName, nowMs, findings, waiting }} />
    ));
  });
  operatorMailRoutes(router, deps);
  operatorFeedRoutes(router, deps);
  operatorMeetingRoutes(router, deps);
}
