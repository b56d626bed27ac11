import type Router from '@koa/router';
import type { Context } from 'koa';
import { COLOUR_PROPERTY, colourFragment } from '../../../adapters/xml/colour.ts';
import { beginCalendars } from '../../../commands/calendars/begin-calendars.ts';
import { changeCalendar, deleteCalendar } from '../../../commands/calendars/change-calendar.ts';
import { chooseDefault } from '../../../commands/calendars/choose-default.ts';
import { makeCalendar } from '../../../commands/calendars/make-calendar.ts';
import { NotPermitted } from '../../../policies/not-permitted.ts';
import { calendarFor } from '../../../queries/calendars/acting-for.ts';
import { calendarsOf, viewOf } from '../../../queries/calendars/calendar-views.ts';
import { colleaguesFor } from '../../../queries/colleagues.ts';
import type { ApiDeps } from '../../deps.ts';
import type { Member } from '../../rooms/session-cookie.ts';
import { hostDoors, idIn, type Show, type Take } from '../bookings/doors.ts';
import { goOn, sendHostPage } from '../bookings/show.ts';
import { queryText } from '../form-body.ts';
import { submitted, type Again } from '../forms/submitted.ts';
import { readerOf } from '../reader.ts';
import { CalendarPage, DeletePage } from './calendar-page.tsx';
import { CALENDAR_FORM, NEW_CALENDAR_FORM } from './form.ts';
import { ListPage } from './list-page.tsx';
import { CALENDARS } from './paths.ts';
import { doneOrRefused } from './refused.ts';
import { takeSharing } from './take-sharing.ts';

/** GET and POST of the list of calendars, and of each. */
export function calendarRoutes(router: Router, deps: ApiDeps): void {
  const doors = hostDoors(router, deps, 'calendars');
  doors.get(CALENDARS, (ctx, deps, actor) => showList(ctx, deps, actor));
  doors.post(CALENDARS, takeNew);
  doors.post(`${CALENDARS}/begin`, async (ctx, deps, actor) => {
    await beginCalendars(deps, actor, actor);
    goOn(ctx, CALENDARS, { done: 'begun' });
  });
  doors.get(`${CALENDARS}/:id`, (ctx, deps, actor) => showOne(ctx, deps, actor));
  doors.post(`${CALENDARS}/:id`, takeSettings);
  doors.post(`${CALENDARS}/:id/share`, async (ctx, deps, actor, form) => {
    const result = await takeSharing(deps, await named(ctx, deps, actor), form, readerOf(ctx, deps.texts).t);
    if (typeof result === 'string') return goOn(ctx, pathOf(ctx), { done: result });
    await showOne(ctx, deps, actor, { sharingAgain: result });
  });
  doors.post(`${CALENDARS}/:id/default`, async (ctx, deps, actor) => {
    const { calendar } = await named(ctx, deps, actor);
    goOn(ctx, pathOf(ctx), { done: await doneOrRefused('chosen', () => chooseDefault(deps, calendar)) });
  });
  doors.get(`${CALENDARS}/:id/delete`, askToDelete);
  doors.post(`${CALENDARS}/:id/delete`, takeDeletion);
}

const named = (ctx: Context, deps: ApiDeps, actor: Member) =>
  calendarFor(deps, actor, { tenantId: actor.tenantId, id: idIn(ctx, 'The calendar') });

const pathOf = (ctx: Context): string => `${CALENDARS}/${idIn(ctx, 'The calendar')}`;

const takeNew: Take = async (ctx, deps, actor, form) => {
  const { t } = readerOf(ctx, deps.texts);
  const { values, again } = submitted(NEW_CALENDAR_FORM, form, ({ path }) =>
    t(path[0] === 'colour' ? 'page.calendars.wrong.colour' : 'page.calendars.wrong.name'),
  );
  if (!values) return showList(ctx, deps, actor, again);
  const { tenantId, principalId } = actor;
  const properties = { [COLOUR_PROPERTY]: colourFragment(values.colour) };
  const done = await doneOrRefused('saved', async () => {
    await beginCalendars(deps, actor, actor);
    await makeCalendar(deps, actor, { tenantId, principalId, name: values.name, properties });
  });
  goOn(ctx, CALENDARS, { done });
};

const takeSettings: Take = async (ctx, deps, actor, form) => {
  const { t } = readerOf(ctx, deps.texts);
  const { values, again } = submitted(CALENDAR_FORM, form, ({ path }) =>
    t(path[0] === 'colour' ? 'page.calendars.wrong.colour' : 'page.calendars.wrong.name'),
  );
  if (!values) return showOne(ctx, deps, actor, { again });
  const { calendar } = await named(ctx, deps, actor);
  const { name, colour, zone, transparent } = values;
  const done = await doneOrRefused('saved', () =>
    changeCalendar(deps, calendar, {
      ...{ name, transparent },
      // One that is its owner's stays so while nobody has chosen another.
      ...(zone !== undefined && zone !== calendar.timezone && { timezone: zone }),
      properties: { [COLOUR_PROPERTY]: colourFragment(colour) },
    }),
  );
  goOn(ctx, pathOf(ctx), { done });
};

const askToDelete: Show = async (ctx, deps, actor) => {
  const { calendar } = await named(ctx, deps, actor);
  if (!calendar.privileges.has('all')) throw new NotPermitted('The calendar');
  const view = await viewOf(deps, calendar);
  await sendHostPage(ctx, deps, actor, (frame) => <DeletePage {...frame} calendar={view} />);
};

const takeDeletion: Take = async (ctx, deps, actor) => {
  const { calendar } = await named(ctx, deps, actor);
  const done = await doneOrRefused('deleted', () => deleteCalendar(deps, calendar));
  if (done === 'deleted') goOn(ctx, CALENDARS, { done, of: calendar.id });
  else goOn(ctx, pathOf(ctx), { done });
};

async function showList(ctx: Context, deps: ApiDeps, actor: Member, again?: Again): Promise<void> {
  const calendars = await calendarsOf(deps, actor);
  const [done, of] = [queryText(ctx, 'done'), queryText(ctx, 'of')];
  await sendHostPage(
    ctx,
    deps,
    actor,
    (frame) => <ListPage {...frame} {...{ calendars, done, again }} deleted={done === 'deleted' ? of : ''} />,
    { status: again ? 422 : 200, query: {} },
  );
}

interface FormsAgain {
  again?: Again;
  sharingAgain?: Again;
}

async function showOne(ctx: Context, deps: ApiDeps, actor: Member, shown: FormsAgain = {}): Promise<void> {
  const { calendar: found } = await named(ctx, deps, actor);
  const [calendar, colleagues] = await Promise.all([
    viewOf(deps, found),
    colleaguesFor(deps, actor, actor.tenantId, 'individual'),
  ]);
  await sendHostPage(
    ctx,
    deps,
    actor,
    (frame) => (
      <CalendarPage
        {...frame}
        {...{ calendar, colleagues }}
        {...shown}
        publicUrl={deps.config.publicUrl}
        keptDays={deps.config.retention.versionsDays}
        done={queryText(ctx, 'done')}
      />
    ),
    { status: shown.again || shown.sharingAgain ? 422 : 200, query: {} },
  );
}
