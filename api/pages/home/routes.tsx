import type Router from '@koa/router';
import type { ApiDeps } from '../../deps.ts';
import { readerOf } from '../reader.ts';
import { sendPage } from '../render.tsx';
import { HomePage } from './page.tsx';

/** GET / says what this is. */
export function homeRoutes(router: Router, deps: ApiDeps): void {
  router.get('/', (ctx) => {
    const { productName } = deps.config.firstTenant;
    const page = <HomePage productName={productName} mailbox={deps.mailbox !== undefined} />;
    sendPage(ctx, readerOf(ctx, deps.texts), page);
  });
}
