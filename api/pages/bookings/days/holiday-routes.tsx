import { randomUUID } from 'node:crypto';
import type Router from '@koa/router';
import type { Context } from 'koa';
import { ReadingBusy } from '../../../../activities/reading-failures.ts';
import type { Translate } from '../../../../adapters/texts/texts.ts';
import { deleteHolidays, putHolidays } from '../../../../commands/availability/put-holidays.ts';
import { HolidaysUnreadable } from '../../../../commands/availability/holidays-unreadable.ts';
import { TooManyEntries } from '../../../../commands/availability/refusals.ts';
import { holidayCalendarFor, holidayCalendarsFor } from '../../../../queries/holidays.ts';
import type { ApiDeps } from '../../../deps.ts';
import { limitsOf } from '../../../limits/request.ts';
import { fetchProblemWords } from '../../../rooms/feed-words.ts';
import { newHolidayCalendar } from '../../../routes/availability/holiday-schema.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { memberOf } from '../../../rooms/session-cookie.ts';
import { queryText } from '../../form-body.ts';
import type { Again } from '../../forms/submitted.ts';
import { signedIn } from '../../owners/session.ts';
import { readerOf } from '../../reader.ts';
import { hostDoors, idIn, self } from '../doors.ts';
import { zoneOf } from '../list/show.tsx';
import { goOn, sendHostPage } from '../show.ts';
import { HolidaysPage, holidayDeletion } from './holidays-page.tsx';
import { pathOf } from './tabs.tsx';
import { readUpload } from './upload.ts';

const PATH = pathOf('holidays');
const WHAT = 'The calendar';

const named = ({ tenantId, principalId }: Member, id: string) => ({ tenantId, principalId, id });

/** GET and POST of the calendars whose days are days off; one is handed in as a file or by its address. */
export function holidayRoutes(router: Router, deps: ApiDeps): void {
  const doors = hostDoors(router, deps);
  doors.get(PATH, (ctx, deps, actor) => show(ctx, deps, actor));
  router.post(PATH, async (ctx) => {
    const session = await signedIn(ctx, deps, '', 'bookings');
    if (session) await take(ctx, deps, memberOf(session));
  });
  doors.get(`${PATH}/:id/delete`, async (ctx, deps, actor) => {
    const { calendar } = await holidayCalendarFor(deps, actor, named(actor, idIn(ctx, WHAT)));
    await sendHostPage(ctx, deps, actor, (frame) => holidayDeletion(frame, calendar));
  });
  doors.post(`${PATH}/:id/delete`, async (ctx, deps, actor) => {
    await deleteHolidays(deps, actor, named(actor, idIn(ctx, WHAT)));
    goOn(ctx, PATH, { done: 'deleted' });
  });
}

async function take(ctx: Context, deps: ApiDeps, actor: Member): Promise<void> {
  const { fields, file } = await readUpload(ctx, deps);
  const { t } = readerOf(ctx, deps.texts);
  const [name, url] = [(fields.name ?? '').trim(), (fields.url ?? '').trim()];
  const refuse = (field: string, text: string) =>
    show(ctx, deps, actor, { typed: { name, url }, errors: [{ field, text }] });
  if ((url === '') === (file === '')) return refuse('url', t('page.host.days.holidays.either'));
  const read = newHolidayCalendar.safeParse({ name, ...(url === '' ? { ics: file } : { url }) });
  if (!read.success) {
    const isName = read.error.issues.some(({ path }) => path[0] === 'name');
    if (isName) return refuse('name', t('page.host.wrong.name'));
    return url === ''
      ? refuse('file', t('page.host.wrong.calendar'))
      : refuse('url', t('page.feed.problem.url-invalid'));
  }
  const field = url === '' ? 'file' : 'url';
  try {
    await putHolidays(deps, actor, named(actor, randomUUID()), read.data, limitsOf(ctx));
  } catch (error) {
    if (error instanceof TooManyEntries) return refuse(field, t('page.host.done.tooMany'));
    if (error instanceof HolidaysUnreadable) return refuse(field, unreadableWords(error, deps, t));
    if (error instanceof ReadingBusy) return refuse(field, t('page.host.wrong.busy'));
    throw error;
  }
  goOn(ctx, PATH, { done: 'saved' });
}

function unreadableWords({ field, code }: HolidaysUnreadable, { texts }: ApiDeps, t: Translate): string {
  if (field === 'ics') return t('page.host.wrong.calendar');
  return code === 'no-days' ? t('page.host.days.holidays.noDays') : fetchProblemWords(code, texts, t);
}

async function show(ctx: Context, deps: ApiDeps, actor: Member, again?: Again): Promise<void> {
  const { tenantId, id: principalId } = self(actor);
  const found = await holidayCalendarsFor(deps, actor, self(actor));
  const [timezone, ...calendars] = await Promise.all([
    zoneOf(deps, actor),
    ...found.map(({ id }) => holidayCalendarFor(deps, actor, { tenantId, principalId, id })),
  ]);
  await sendHostPage(
    ctx,
    deps,
    actor,
    (frame) => <HolidaysPage {...frame} {...{ calendars, timezone, again }} done={queryText(ctx, 'done')} />,
    { status: again ? 422 : 200, query: {} },
  );
}
