import type Router from '@koa/router';
import { principalFor } from '../../../queries/principals.ts';
import { waitingMessagesOf } from '../../../queries/calendars/waiting-messages.ts';
import type { ApiDeps } from '../../deps.ts';
import { hostDoors, self } from '../bookings/doors.ts';
import { sendHostPage } from '../bookings/show.ts';
import { InboxPage } from './inbox-page.tsx';
import { INBOX } from './paths.ts';

/** GET /calendars/inbox: what waits for an answer. */
export function inboxRoutes(router: Router, deps: ApiDeps): void {
  hostDoors(router, deps, 'calendars').get(INBOX, async (ctx, deps, actor) => {
    const [{ timezone }, messages] = await Promise.all([
      principalFor(deps, actor, self(actor)),
      waitingMessagesOf(deps, actor),
    ]);
    await sendHostPage(ctx, deps, actor, (frame) => <InboxPage {...frame} {...{ messages, timezone }} />);
  });
}
