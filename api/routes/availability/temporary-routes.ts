import { addTemporaryHours, replaceTemporaryHours } from '../../../commands/availability/add-days.ts';
import { removeDays } from '../../../commands/availability/own-days.ts';
import { daysFor, type StoredTemporaryHours } from '../../../queries/availability.ts';
import { id, type z, nextAfter } from '../fields.ts';
import { namedBy } from '../named-by.ts';
import { defineRoute, type Route } from '../route.ts';
import { daysQuery, MEMBER } from './days-door.ts';
import { auth, memberParams, presentSpan, resource } from './fields.ts';
import { presentBlock, readBlocks, WEEKDAYS } from './hours.ts';
import { newTemporaryHours, temporaryHours, temporaryHoursPage } from './span-schema.ts';

const path = '/api/principals/{principalId}/temporary-hours' as const;
const WHAT = 'What was added to the hours';
const hoursParams = memberParams.extend({ temporaryHoursId: id() });

const listRoute = defineRoute({
  method: 'get',
  path,
  operationId: 'listTemporaryHours',
  resource,
  summary: 'See the temporary hours of a member',
  description: 'By their first days, those that are not over.',
  auth,
  params: memberParams,
  query: daysQuery,
  answer: { status: 200, description: 'A page of temporary hours.', schema: temporaryHoursPage },
  problems: ['not-found'],
  handler: async ({ deps, actor, params, query }) => {
    const found = await daysFor(deps, actor, 'temporary_hours', MEMBER.owner(actor, params), query);
    return { temporaryHours: found.map(presentHours), next: nextAfter(found, query.limit) };
  },
});

const createRoute = defineRoute({
  method: 'post',
  path,
  operationId: 'createTemporaryHours',
  resource,
  summary: 'Add hours for a time',
  description:
    'Besides those of the week; on days of a vacation they are all there is. “Saturdays 9 to 12 for the next four weeks” is one. They overlap no others of theirs. At most 366 days, and at most 200 to come.',
  auth,
  params: memberParams,
  body: newTemporaryHours,
  answer: { status: 201, description: 'The temporary hours.', schema: temporaryHours },
  problems: ['not-found', 'too-many-entries'],
  handler: async ({ deps, actor, params, body, requestKey: id }) =>
    presentHours(
      await addTemporaryHours(deps, actor, MEMBER.owner(actor, params), { id, ...settingsOf(body) }),
    ),
});

const putRoute = defineRoute({
  method: 'put',
  path: `${path}/{temporaryHoursId}`,
  operationId: 'putTemporaryHours',
  resource,
  summary: 'Change temporary hours',
  description: 'All of it is told again; its id stays.',
  auth,
  params: hoursParams,
  body: newTemporaryHours,
  answer: { status: 200, description: 'The temporary hours.', schema: temporaryHours },
  problems: ['not-found', 'too-many-entries'],
  handler: async ({ deps, actor, params, body }) => {
    const { id } = namedBy(actor, params.temporaryHoursId, WHAT);
    const changed = { id, ...settingsOf(body) };
    return presentHours(await replaceTemporaryHours(deps, actor, MEMBER.owner(actor, params), changed));
  },
});

const deleteRoute = defineRoute({
  method: 'delete',
  path: `${path}/{temporaryHoursId}`,
  operationId: 'deleteTemporaryHours',
  resource,
  summary: 'Delete temporary hours',
  auth,
  params: hoursParams,
  answer: { status: 200, description: 'The temporary hours, as they were.', schema: temporaryHours },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => {
    const { id } = namedBy(actor, params.temporaryHoursId, WHAT);
    const named = { owner: MEMBER.owner(actor, params), id, what: WHAT };
    return presentHours(await removeDays(deps, actor, 'temporary_hours', named));
  },
});

const settingsOf = (body: z.output<typeof newTemporaryHours>): Omit<StoredTemporaryHours, 'id'> => ({
  ...body,
  weekdays: body.weekdays ? readWeekdays(body.weekdays) : null,
  blocks: readBlocks(body.blocks),
});

/** Each once, in the order of the week. */
const readWeekdays = (names: readonly (typeof WEEKDAYS)[number][]): number[] =>
  WEEKDAYS.flatMap((name, weekday) => (names.includes(name) ? [weekday] : []));

const presentHours = (stored: StoredTemporaryHours): z.input<typeof temporaryHours> => ({
  ...presentSpan(stored),
  name: stored.name,
  weekdays: stored.weekdays && stored.weekdays.map((weekday) => WEEKDAYS[weekday]!),
  blocks: stored.blocks.map(presentBlock),
});

export const temporaryRoutes: readonly Route[] = [listRoute, createRoute, putRoute, deleteRoute];
