import type Router from '@koa/router';
import type { Context } from 'koa';
import { removeDays } from '../../../../commands/availability/own-days.ts';
import { TooManyEntries } from '../../../../commands/availability/refusals.ts';
import { setOverrides } from '../../../../commands/availability/set-overrides.ts';
import { InvalidInput } from '../../../../commands/invalid-input.ts';
import { todayAnywhere } from '../../../../domain/availability/own-days.ts';
import { monthOf, type DayNumber } from '../../../../domain/time/calendar-days.ts';
import { daysFor } from '../../../../queries/availability.ts';
import type { ApiDeps } from '../../../deps.ts';
import { dayBlocks, readBlocks } from '../../../routes/availability/hours.ts';
import { day as dayField, dayText } from '../../../routes/fields.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { queryText } from '../../form-body.ts';
import { typedIn } from '../../forms/submitted.ts';
import { readerOf } from '../../reader.ts';
import { hostDoors, knownId } from '../doors.ts';
import { weeklyOf } from '../hours/read.ts';
import { rowWish, typedBlocks, withWish, type TypedBlock } from '../hours/typed.ts';
import { goOn, sendHostPage } from '../show.ts';
import { DatesPage } from './dates-page.tsx';
import { monthSet } from './marks.ts';
import { monthFrom } from './month.ts';
import { ofMember, whoseDays, type Whose } from './owner.ts';
import { blockFields, type SaidOfDays } from './parts.tsx';
import { savedIn, savedQuery, stayingBy } from './staying.ts';
import { pathOf } from './tabs.tsx';

const MOST = 1_000;
const BLOCKS = dayBlocks();

/** GET and POST of what is so on one day alone. */
export function dateRoutes(router: Router, deps: ApiDeps): void {
  const doors = hostDoors(router, deps);
  doors.get(pathOf('dates'), async (ctx, deps, actor) => {
    const whose = await whoseDays(deps, actor, queryText(ctx, 'of'));
    await show(ctx, deps, actor, { whose, chosenDay: dayOf(queryText(ctx, 'day')) }, {});
  });
  doors.post(pathOf('dates'), async (ctx, deps, actor, form) => {
    const whose = await whoseDays(deps, actor, form.get('of') ?? '');
    await take(ctx, deps, actor, whose, form);
  });
}

function dayOf(text: string): DayNumber | null {
  const read = dayField().safeParse(text);
  return read.success ? read.data : null;
}

async function take(
  ctx: Context,
  deps: ApiDeps,
  actor: Member,
  whose: Whose,
  form: URLSearchParams,
): Promise<void> {
  const { t } = readerOf(ctx, deps.texts);
  const pressed = form.get('do') ?? '';
  if (pressed === 'delete') return remove(ctx, deps, actor, whose, form);
  const chosenDay = dayOf(form.get('day') ?? '');
  const [typed, rows] = [typedIn(form), typedBlocks(form, 'w')];
  const wish = rowWish(pressed);
  const about = { whose, chosenDay };
  if (wish) {
    const again = { typed: { ...typed, open: 'yes' }, errors: [] };
    return show(ctx, deps, actor, about, { again, blocks: withWish(rows, 'w', wish) });
  }
  const refuse = (text: string) =>
    show(ctx, deps, actor, about, { again: { typed, errors: [{ field: 'w', text }] }, blocks: rows });
  if (chosenDay === null || chosenDay < todayAnywhere(deps.clock.nowMs()))
    return refuse(t('page.host.wrong.past'));
  if (typed.open !== 'yes' && typed.open !== 'no') return refuse(t('page.host.wrong.open'));
  const read = typed.open === 'yes' ? BLOCKS.safeParse(rows) : null;
  if (read && !read.success)
    return refuse(
      t(read.error.issues[0]?.code === 'custom' ? 'page.host.wrong.overlap' : 'page.host.wrong.clock'),
    );
  if (read?.data.length === 0) return refuse(t('page.host.wrong.clock'));
  const label = (typed.label ?? '').slice(0, 200);
  try {
    const blocks = read ? readBlocks(read.data) : [];
    await setOverrides(deps, actor, whose.owner, [{ day: chosenDay, blocks, label }]);
  } catch (error) {
    if (error instanceof TooManyEntries) return refuse(t('page.host.done.tooMany'));
    // Of what can be wrong by now only the days beside it are left.
    if (error instanceof InvalidInput) return refuse(t('page.host.wrong.overlap'));
    throw error;
  }
  const date = dayText(chosenDay);
  const query = {
    of: whose.of,
    month: date.slice(0, 7),
    ...savedQuery({ firstDay: chosenDay, lastDay: chosenDay }),
  };
  goOn(ctx, pathOf('dates'), query);
}

async function remove(
  ctx: Context,
  deps: ApiDeps,
  actor: Member,
  whose: Whose,
  form: URLSearchParams,
): Promise<void> {
  const what = 'The date override';
  const id = knownId(form.get('id'), what);
  const { day, blocks, label } = await removeDays(deps, actor, 'date_overrides', {
    owner: whose.owner,
    id,
    what,
  });
  const undo = {
    ...{ day: dayText(day), open: blocks.length === 0 ? 'no' : 'yes', label },
    ...blockFields('w', blocks),
  };
  await show(ctx, deps, actor, { whose, chosenDay: null, month: day }, { undo });
}

interface About {
  whose: Whose;
  chosenDay: DayNumber | null;
  /** A day of the month to be shown. */
  month?: DayNumber;
}

async function show(
  ctx: Context,
  deps: ApiDeps,
  actor: Member,
  { whose, chosenDay, month: inMonth }: About,
  { blocks, ...said }: SaidOfDays & { blocks?: readonly TypedBlock[] },
): Promise<void> {
  const today = todayAnywhere(deps.clock.nowMs());
  const wanted = inMonth ?? chosenDay;
  const month = monthFrom(wanted === null ? queryText(ctx, 'month') : dayText(wanted).slice(0, 7), today);
  const weekly = await weeklyOf(deps, actor, whose.of);
  const [{ marks, hoursOn }, overrides, membersOverrides] = await Promise.all([
    monthSet(deps, actor, whose, { month, weekly }),
    daysFor(deps, actor, 'date_overrides', whose.owner, { limit: MOST }),
    ofMember(actor, whose, (owner) => daysFor(deps, actor, 'date_overrides', owner, { limit: MOST })),
  ]);
  const shown = chosenDay !== null && chosenDay >= today && monthOf(chosenDay) === month ? chosenDay : null;
  const override = overrides.find(({ day }) => day === shown) ?? null;
  const hours = shown === null ? [] : hoursOn(shown);
  const staying = await stayingBy(deps, actor, whose, savedIn(ctx), overrides);
  const isWrong = (said.again?.errors.length ?? 0) > 0;
  await sendHostPage(
    ctx,
    deps,
    actor,
    (frame) => (
      <DatesPage
        {...frame}
        {...{ whose, month, today, marks, overrides, membersOverrides, override, hours, blocks }}
        said={{ ...said, staying }}
        chosenDay={shown}
        done={queryText(ctx, 'done')}
      />
    ),
    { status: isWrong ? 422 : 200, query: { of: whose.of } },
  );
}
