import { randomUUID } from 'node:crypto';
import type Router from '@koa/router';
import type { Context } from 'koa';
import { removeDays } from '../../../../commands/availability/own-days.ts';
import { TooManyEntries } from '../../../../commands/availability/refusals.ts';
import { InvalidInput } from '../../../../commands/invalid-input.ts';
import { todayAnywhere } from '../../../../domain/availability/own-days.ts';
import { NotPermitted } from '../../../../policies/not-permitted.ts';
import { daysFor, profileFor } from '../../../../queries/availability.ts';
import type { ApiDeps } from '../../../deps.ts';
import { dayText, isUuid } from '../../../routes/fields.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { queryText } from '../../form-body.ts';
import { typedIn, type FieldError } from '../../forms/submitted.ts';
import { readerOf } from '../../reader.ts';
import { hostDoors, knownId, self } from '../doors.ts';
import { rowWish, typedBlocks, withWish, type TypedBlock } from '../hours/typed.ts';
import { goOn, sendHostPage } from '../show.ts';
import { SPAN_KINDS, type SpanKind } from './kinds.tsx';
import { ofMember, whoseDays, type Whose } from './owner.ts';
import type { SaidOfDays } from './parts.tsx';
import { SpanPage } from './span-page.tsx';
import { readSpan } from './span.ts';
import { savedIn, savedQuery, stayingBy } from './staying.ts';
import { pathOf } from './tabs.tsx';

/** As many as there can be to come. */
const MOST = 200;

/** GET and POST of vacations, temporary hours and journeys. */
export function spanRoutes(router: Router, deps: ApiDeps): void {
  const doors = hostDoors(router, deps);
  for (const kind of SPAN_KINDS) {
    doors.get(pathOf(kind.tab), async (ctx, deps, actor) => {
      const whose = await whoseOf(deps, actor, kind, queryText(ctx, 'of'));
      await show(ctx, deps, actor, { kind, whose }, {});
    });
    doors.post(pathOf(kind.tab), async (ctx, deps, actor, form) => {
      const whose = await whoseOf(deps, actor, kind, form.get('of') ?? '');
      await take(ctx, deps, actor, { kind, whose }, form);
    });
  }
}

async function whoseOf(deps: ApiDeps, actor: Member, kind: SpanKind, of: string): Promise<Whose> {
  if (of !== '' && !kind.ofTypes) throw new NotPermitted('The page');
  return whoseDays(deps, actor, of);
}

interface About {
  kind: SpanKind;
  whose: Whose;
}

async function take(
  ctx: Context,
  deps: ApiDeps,
  actor: Member,
  about: About,
  form: URLSearchParams,
): Promise<void> {
  const { kind, whose } = about;
  const pressed = form.get('do') ?? '';
  const wish = rowWish(pressed);
  const typed = typedIn(form);
  if (wish) {
    const blocks = withWish(typedBlocks(form, 'w'), 'w', wish);
    return show(ctx, deps, actor, about, { again: { typed, errors: [] }, blocks });
  }
  if (pressed === 'delete') {
    const id = knownId(form.get('id'), kind.what);
    const removed = await removeDays(deps, actor, kind.table, { owner: whose.owner, id, what: kind.what });
    return show(ctx, deps, actor, about, { undo: kind.fields(removed) });
  }
  const errors = await add(ctx, deps, actor, about, form);
  if (errors.length === 0)
    return goOn(ctx, pathOf(kind.tab), { of: whose.of, ...savedOf(kind, typed, deps) });
  await show(ctx, deps, actor, about, { again: { typed, errors }, blocks: typedBlocks(form, 'w') });
}

/** What the address says then; a vacation alone closes days on which something may be booked. */
function savedOf(kind: SpanKind, typed: Readonly<Record<string, string>>, deps: ApiDeps) {
  const span = kind.tab === 'vacations' ? readSpan(typed, deps.clock.nowMs(), (key) => key) : { errors: [] };
  return 'errors' in span ? { done: 'saved' } : savedQuery(span);
}

/** @returns what is wrong; nothing: it is there */
async function add(
  ctx: Context,
  deps: ApiDeps,
  actor: Member,
  { kind, whose }: About,
  form: URLSearchParams,
): Promise<FieldError[]> {
  const reader = readerOf(ctx, deps.texts);
  const { t } = reader;
  const typed = typedIn(form);
  const span = readSpan(typed, deps.clock.nowMs(), t);
  if ('errors' in span) return span.errors;
  // The same form sent twice adds one.
  const id = isUuid(typed.id ?? '') ? (typed.id ?? '').toLowerCase() : randomUUID();
  const store = kind.read({ id, span, typed, form }, reader);
  if ('errors' in store) return store.errors;
  try {
    await store(deps, actor, whose.owner);
    return [];
  } catch (error) {
    if (error instanceof TooManyEntries) return [{ field: 'firstDay', text: t('page.host.done.tooMany') }];
    if (!(error instanceof InvalidInput)) throw error;
    const field = kind.fieldOf(error.field);
    return [{ field, text: t(field === 'firstDay' ? 'page.host.wrong.journey' : 'page.host.wrong.overlap') }];
  }
}

async function show(
  ctx: Context,
  deps: ApiDeps,
  actor: Member,
  { kind, whose }: About,
  { blocks = [], ...said }: SaidOfDays & { blocks?: readonly TypedBlock[] },
): Promise<void> {
  const reader = readerOf(ctx, deps.texts);
  const [{ member }, rows, membersRows] = await Promise.all([
    profileFor(deps, actor, self(actor)),
    daysFor(deps, actor, kind.table, whose.owner, { limit: MOST }),
    ofMember(actor, whose, (owner) => daysFor(deps, actor, kind.table, owner, { limit: MOST })),
  ]);
  const isWrong = (said.again?.errors.length ?? 0) > 0;
  const saved = kind.tab === 'vacations' ? savedIn(ctx) : null;
  const staying = await stayingBy(deps, actor, whose, saved);
  await sendHostPage(
    ctx,
    deps,
    actor,
    (frame) => (
      <SpanPage
        {...frame}
        kind={kind}
        whose={whose}
        entries={rows.map((row) => kind.entry(row, reader))}
        membersEntries={membersRows.map((row) => kind.entry(row, reader))}
        today={dayText(todayAnywhere(deps.clock.nowMs()))}
        timezone={member.timezone}
        blocks={blocks}
        done={queryText(ctx, 'done')}
        said={{ ...said, staying }}
      />
    ),
    { status: isWrong ? 422 : 200, query: { of: whose.of } },
  );
}
