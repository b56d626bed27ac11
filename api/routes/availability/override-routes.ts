import { removeDays } from '../../../commands/availability/own-days.ts';
import { setOverrides } from '../../../commands/availability/set-overrides.ts';
import { daysFor, known, type StoredOverride } from '../../../queries/availability.ts';
import { dayText, id, type z, nextAfter } from '../fields.ts';
import { namedBy } from '../named-by.ts';
import { defineRoute, type Route } from '../route.ts';
import { daysQuery, EVENT_TYPE, MEMBER, type DaysDoor } from './days-door.ts';
import { auth, resource } from './fields.ts';
import { presentBlock, readBlocks } from './hours.ts';
import { newOverride, newOverrides, override, overrideList, overridePage } from './override-schema.ts';

const WHAT = 'The date override';

function routesAt({ path: ownerPath, of, whose, params, owner }: DaysDoor): Route[] {
  const path = `${ownerPath}/date-overrides` as const;
  return [
    defineRoute({
      method: 'get',
      path,
      operationId: `listDateOverrides${of}`,
      resource,
      summary: `See what is so on some days alone, of ${whose}`,
      description: 'By their days, from today on or from a day that is asked for.',
      auth,
      params,
      query: daysQuery,
      answer: { status: 200, description: 'A page of date overrides.', schema: overridePage },
      problems: ['not-found'],
      handler: async ({ deps, actor, params, query }) => {
        const found = await daysFor(deps, actor, 'date_overrides', owner(actor, params), query);
        return { overrides: found.map(presentOverride), next: nextAfter(found, query.limit) };
      },
    }),
    defineRoute({
      method: 'post',
      path,
      operationId: `createDateOverride${of}`,
      resource,
      summary: `Say what is so on one day alone, of ${whose}`,
      description: 'It replaces what there is of the same day. At most 1,000 may be to come.',
      auth,
      params,
      body: newOverride,
      answer: { status: 201, description: 'The date override.', schema: override },
      problems: ['not-found', 'too-many-entries'],
      handler: async ({ deps, actor, params, body }) => {
        const [made] = await setOverrides(deps, actor, owner(actor, params), [settingsOf(body)]);
        return presentOverride(known(made ?? null, WHAT));
      },
    }),
    defineRoute({
      method: 'put',
      path,
      operationId: `putDateOverrides${of}`,
      resource,
      summary: `Say what is so on several days, of ${whose}`,
      description:
        'At most 366 at once. Each replaces what there is of the same day; other days stay. Where one is refused, none is stored.',
      auth,
      params,
      body: newOverrides,
      answer: { status: 200, description: 'Those that were sent, by their days.', schema: overrideList },
      problems: ['not-found', 'too-many-entries'],
      handler: async ({ deps, actor, params, body }) => {
        const wanted = body.overrides.map(settingsOf);
        const put = await setOverrides(deps, actor, owner(actor, params), wanted, 'overrides');
        return { overrides: put.map(presentOverride) };
      },
    }),
    defineRoute({
      method: 'delete',
      path: `${path}/{overrideId}`,
      operationId: `deleteDateOverride${of}`,
      resource,
      summary: `Let a day be as others, of ${whose}`,
      auth,
      params: params.extend({ overrideId: id() }),
      answer: { status: 200, description: 'The date override, as it was.', schema: override },
      problems: ['not-found'],
      handler: async ({ deps, actor, params }) => {
        const { id } = namedBy(actor, params.overrideId ?? '', WHAT);
        const named = { owner: owner(actor, params), id, what: WHAT };
        return presentOverride(await removeDays(deps, actor, 'date_overrides', named));
      },
    }),
  ];
}

const settingsOf = ({ day, blocks, label }: z.output<typeof newOverride>) => ({
  day,
  blocks: readBlocks(blocks ?? []),
  label: label ?? '',
});

const presentOverride = ({ id, day, blocks, label }: StoredOverride): z.input<typeof override> => ({
  id,
  day: dayText(day),
  available: blocks.length > 0,
  blocks: blocks.map(presentBlock),
  label,
});

export const overrideRoutes: readonly Route[] = [...routesAt(MEMBER), ...routesAt(EVENT_TYPE)];
