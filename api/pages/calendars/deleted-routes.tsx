import type Router from '@koa/router';
import { restoreCalendar } from '../../../commands/calendars/restore-calendar.ts';
import { restoreVersion } from '../../../commands/calendars/restore-version.ts';
import { isUuid } from '../../../domain/uuid.ts';
import { NotPermitted } from '../../../policies/not-permitted.ts';
import { calendarFor } from '../../../queries/calendars/acting-for.ts';
import { deletedCalendarsOf } from '../../../queries/calendars/calendar-views.ts';
import { ownVersionsOf } from '../../../queries/calendars/own-versions.ts';
import { principalFor } from '../../../queries/principals.ts';
import type { ApiDeps } from '../../deps.ts';
import { nextAfter } from '../../routes/fields.ts';
import { hostDoors, idIn, knownId, self, type Show, type Take } from '../bookings/doors.ts';
import { goOn, sendHostPage } from '../bookings/show.ts';
import { queryText } from '../form-body.ts';
import { DeletedPage } from './deleted-page.tsx';
import { CALENDARS, DELETED } from './paths.ts';
import { doneOrRefused } from './refused.ts';

const A_PAGE = 50;

/** GET /calendars/deleted, and what brings something back. */
export function deletedRoutes(router: Router, deps: ApiDeps): void {
  const doors = hostDoors(router, deps, 'calendars');
  doors.get(DELETED, show);
  doors.post(`${CALENDARS}/:id/restore`, takeCalendar);
  doors.post(`${CALENDARS}/:id/versions/:versionId/restore`, takeVersion);
}

const show: Show = async (ctx, deps, actor) => {
  const after = queryText(ctx, 'after');
  const page = { limit: A_PAGE, ...(isUuid(after) && { after }) };
  const [{ timezone }, calendars, versions] = await Promise.all([
    principalFor(deps, actor, self(actor)),
    deletedCalendarsOf(deps, actor),
    ownVersionsOf(deps, actor, page),
  ]);
  await sendHostPage(ctx, deps, actor, (frame) => (
    <DeletedPage
      {...frame}
      {...{ calendars, versions, timezone }}
      next={nextAfter(versions, A_PAGE)}
      keptDays={deps.config.retention.versionsDays}
      done={queryText(ctx, 'done')}
    />
  ));
};

const takeCalendar: Take = async (ctx, deps, actor) => {
  const named = { tenantId: actor.tenantId, id: idIn(ctx, 'The calendar') };
  const done = await doneOrRefused('restored', () => restoreCalendar(deps, actor, named)).catch(ifGone);
  goOn(ctx, done === 'restored' ? CALENDARS : DELETED, { done });
};

const takeVersion: Take = async (ctx, deps, actor) => {
  const { versionId } = ctx.params as { versionId?: string };
  const { member, calendar } = await calendarFor(deps, actor, {
    ...{ tenantId: actor.tenantId, id: idIn(ctx, 'The calendar') },
  });
  const version = { calendar, member, versionId: knownId(versionId, 'The version') };
  const done = await doneOrRefused('restored', () => restoreVersion(deps, version)).catch(ifGone);
  goOn(ctx, DELETED, { done });
};

/** Its time may have ended while the page was open. */
function ifGone(error: unknown): string {
  if (error instanceof NotPermitted) return 'gone';
  throw error;
}
