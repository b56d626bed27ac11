import type Router from '@koa/router';
import type { ApiDeps } from '../../deps.ts';
import { sendPage } from '../render.ts';
import { HomePage } from './page.tsx';

/** GET / says what this is. */
export function homeRoutes(router: Router, deps: ApiDeps): void {
  router.get('/', (ctx) => {
    const { productName } = deps.config.firstTenant;
    sendPage(ctx, <HomePage productName={productName} mailbox={deps.mailbox !== undefined} />);
  });
}
