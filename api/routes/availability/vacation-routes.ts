import { addVacation, replaceVacation } from '../../../commands/availability/add-days.ts';
import { removeDays } from '../../../commands/availability/own-days.ts';
import { daysFor, type StoredVacation } from '../../../queries/availability.ts';
import { id, type z, nextAfter } from '../fields.ts';
import { namedBy } from '../named-by.ts';
import { defineRoute, type Route } from '../route.ts';
import { daysQuery, EVENT_TYPE, MEMBER, type DaysDoor } from './days-door.ts';
import { auth, presentSpan, resource } from './fields.ts';
import { newVacation, vacation, vacationPage } from './span-schema.ts';

const WHAT = 'The vacation';

function routesAt({ path: ownerPath, of, whose, params, owner }: DaysDoor): Route[] {
  const path = `${ownerPath}/vacations` as const;
  return [
    defineRoute({
      method: 'get',
      path,
      operationId: `listVacations${of}`,
      resource,
      summary: `See the vacations of ${whose}`,
      description: 'By their first days, those that are not over. No guest learns the reason.',
      auth,
      params,
      query: daysQuery,
      answer: { status: 200, description: 'A page of vacations.', schema: vacationPage },
      problems: ['not-found'],
      handler: async ({ deps, actor, params, query }) => {
        const found = await daysFor(deps, actor, 'vacations', owner(actor, params), query);
        return { vacations: found.map(presentVacation), next: nextAfter(found, query.limit) };
      },
    }),
    defineRoute({
      method: 'post',
      path,
      operationId: `createVacation${of}`,
      resource,
      summary: `Let nothing be booked for some days, of ${whose}`,
      description:
        'From the first day to the last, both included: at most 366. At most 200 may be to come. No guest learns the reason.',
      auth,
      params,
      body: newVacation,
      answer: { status: 201, description: 'The vacation.', schema: vacation },
      problems: ['not-found', 'too-many-entries'],
      handler: async ({ deps, actor, params, body, requestKey: id }) => {
        const wanted = { id, ...body, reason: body.reason ?? '' };
        return presentVacation(await addVacation(deps, actor, owner(actor, params), wanted));
      },
    }),
    defineRoute({
      method: 'put',
      path: `${path}/{vacationId}`,
      operationId: `putVacation${of}`,
      resource,
      summary: `Change a vacation of ${whose}`,
      description: 'All of it is told again; its id stays.',
      auth,
      params: params.extend({ vacationId: id() }),
      body: newVacation,
      answer: { status: 200, description: 'The vacation.', schema: vacation },
      problems: ['not-found', 'too-many-entries'],
      handler: async ({ deps, actor, params, body }) => {
        const { id } = namedBy(actor, params.vacationId ?? '', WHAT);
        const wanted = { id, ...body, reason: body.reason ?? '' };
        return presentVacation(await replaceVacation(deps, actor, owner(actor, params), wanted));
      },
    }),
    defineRoute({
      method: 'delete',
      path: `${path}/{vacationId}`,
      operationId: `deleteVacation${of}`,
      resource,
      summary: `Delete a vacation of ${whose}`,
      auth,
      params: params.extend({ vacationId: id() }),
      answer: { status: 200, description: 'The vacation, as it was.', schema: vacation },
      problems: ['not-found'],
      handler: async ({ deps, actor, params }) => {
        const { id } = namedBy(actor, params.vacationId ?? '', WHAT);
        const named = { owner: owner(actor, params), id, what: WHAT };
        return presentVacation(await removeDays(deps, actor, 'vacations', named));
      },
    }),
  ];
}

const presentVacation = (stored: StoredVacation): z.input<typeof vacation> => ({
  ...presentSpan(stored),
  reason: stored.reason,
});

export const vacationRoutes: readonly Route[] = [...routesAt(MEMBER), ...routesAt(EVENT_TYPE)];
