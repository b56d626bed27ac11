import {
  changeSchedule,
  createSchedule,
  deleteSchedule,
} from '../../../commands/availability/manage-schedules.ts';
import type { Actor } from '../../../policies/actor.ts';
import {
  scheduleFor,
  schedulesFor,
  type NamedSchedule,
  type StoredSchedule,
} from '../../../queries/availability.ts';
import { iso, type z, nextAfter } from '../fields.ts';
import { namedBy } from '../named-by.ts';
import { defineRoute, type Route } from '../route.ts';
import { auth, memberNamed, memberParams, resource } from './fields.ts';
import { presentWeekly, readWeekly } from './hours.ts';
import {
  newSchedule,
  schedule as scheduleSchema,
  scheduleChanges,
  schedulePage,
  scheduleParams,
  schedulesQuery,
} from './schedule-schema.ts';

const path = '/api/principals/{principalId}/schedules' as const;
const onePath = `${path}/{scheduleId}` as const;

const listRoute = defineRoute({
  method: 'get',
  path,
  operationId: 'listSchedules',
  resource,
  summary: 'See the schedules of a member',
  description: 'Those that event types share, in the order in which they were made.',
  auth,
  params: memberParams,
  query: schedulesQuery,
  answer: { status: 200, description: 'A page of schedules.', schema: schedulePage },
  problems: ['not-found'],
  handler: async ({ deps, actor, params, query }) => {
    const found = await schedulesFor(deps, actor, memberNamed(actor, params), query);
    return { schedules: found.map(presentSchedule), next: nextAfter(found, query.limit) };
  },
});

const createRoute = defineRoute({
  method: 'post',
  path,
  operationId: 'createSchedule',
  resource,
  summary: 'Add hours of the week',
  description: 'At most 20 blocks a day, of which none overlap, and 100 schedules of a member.',
  auth,
  params: memberParams,
  body: newSchedule,
  answer: { status: 201, description: 'The schedule.', schema: scheduleSchema },
  problems: ['not-found', 'too-many-entries'],
  handler: async ({ deps, actor, params, body, requestKey }) =>
    presentSchedule(
      await createSchedule(
        deps,
        actor,
        scheduleNamed(actor, { ...params, scheduleId: requestKey }),
        settingsOf(body),
      ),
    ),
});

const showRoute = defineRoute({
  method: 'get',
  path: onePath,
  operationId: 'getSchedule',
  resource,
  summary: 'See a schedule',
  auth,
  params: scheduleParams,
  answer: { status: 200, description: 'The schedule.', schema: scheduleSchema },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) =>
    presentSchedule(await scheduleFor(deps, actor, scheduleNamed(actor, params))),
});

const putRoute = defineRoute({
  method: 'put',
  path: onePath,
  operationId: 'putSchedule',
  resource,
  summary: 'Put a schedule whole',
  description: 'For all event types that have it, at once.',
  auth,
  params: scheduleParams,
  body: newSchedule,
  answer: { status: 200, description: 'The schedule, as it is now.', schema: scheduleSchema },
  problems: ['not-found'],
  handler: async ({ deps, actor, params, body }) =>
    presentSchedule(await changeSchedule(deps, actor, scheduleNamed(actor, params), settingsOf(body))),
});

const changeRoute = defineRoute({
  method: 'patch',
  path: onePath,
  operationId: 'updateSchedule',
  resource,
  summary: 'Change a schedule',
  description: 'What is left out stays; `weekly` is put whole.',
  auth,
  params: scheduleParams,
  body: scheduleChanges,
  answer: { status: 200, description: 'The schedule, as it is now.', schema: scheduleSchema },
  problems: ['not-found'],
  handler: async ({ deps, actor, params, body: { weekly, ...changes } }) =>
    presentSchedule(
      await changeSchedule(deps, actor, scheduleNamed(actor, params), {
        ...changes,
        weekly: weekly && readWeekly(weekly),
      }),
    ),
});

const deleteRoute = defineRoute({
  method: 'delete',
  path: onePath,
  operationId: 'deleteSchedule',
  resource,
  summary: 'Delete a schedule',
  description: 'One that is the member’s default, or that an event type has, stays.',
  auth,
  params: scheduleParams,
  answer: { status: 200, description: 'The schedule, as it was.', schema: scheduleSchema },
  problems: ['not-found', 'schedule-in-use'],
  handler: async ({ deps, actor, params }) => {
    const named = scheduleNamed(actor, params);
    const deleted = presentSchedule(await scheduleFor(deps, actor, named));
    await deleteSchedule(deps, actor, named);
    return deleted;
  },
});

const settingsOf = ({ name, timezone, weekly }: z.output<typeof newSchedule>) => ({
  name,
  timezone: timezone ?? null,
  weekly: readWeekly(weekly),
});

const presentSchedule = (schedule: StoredSchedule): z.input<typeof scheduleSchema> => ({
  id: schedule.id,
  name: schedule.name,
  timezone: schedule.timezone,
  weekly: presentWeekly(schedule.weekly),
  eventTypeId: schedule.eventTypeId,
  createdAt: iso(schedule.createdAt),
});

/** @throws NotPermitted for what cannot be an id */
function scheduleNamed(actor: Actor, params: { principalId: string; scheduleId: string }): NamedSchedule {
  const { id: principalId } = memberNamed(actor, params);
  return { principalId, ...namedBy(actor, params.scheduleId, 'The schedule') };
}

export const scheduleRoutes: readonly Route[] = [
  listRoute,
  createRoute,
  showRoute,
  putRoute,
  changeRoute,
  deleteRoute,
];
