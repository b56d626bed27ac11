import type Router from '@koa/router';
import { deleteSchedule } from '../../../../commands/availability/manage-schedules.ts';
import { inheritEventType } from '../../../../commands/event-types/change-event-type.ts';
import { eventTypeFor } from '../../../../queries/event-types.ts';
import { ScheduleInUse } from '../../../../commands/availability/refusals.ts';
import { scheduleFor } from '../../../../queries/availability.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { queryText } from '../../form-body.ts';
import { hostDoors, idIn } from '../doors.ts';
import { AVAILABILITY } from '../paths.ts';
import { goOn, sendHostPage } from '../show.ts';
import { deletionPage, inheritPage, showHours } from './show.tsx';
import { takeHours } from './take.ts';

const named = ({ tenantId, principalId }: Member, id: string) => ({ tenantId, principalId, id });

/** GET and POST of the hours of a week, and of what deletes some. */
export function hourRoutes(router: Router, deps: ApiDeps): void {
  const doors = hostDoors(router, deps);
  doors.get(AVAILABILITY, (ctx, deps, actor) => showHours(ctx, deps, actor, queryText(ctx, 'of')));
  doors.post(AVAILABILITY, takeHours);
  doors.get(`${AVAILABILITY}/of/:id/inherit`, async (ctx, deps, actor) => {
    const { tenantId } = actor;
    const eventType = await eventTypeFor(deps, actor, { tenantId, id: idIn(ctx, 'The event type') });
    await sendHostPage(ctx, deps, actor, (frame) => inheritPage(frame, eventType));
  });
  doors.post(`${AVAILABILITY}/of/:id/inherit`, async (ctx, deps, actor) => {
    const id = idIn(ctx, 'The event type');
    await inheritEventType(deps, actor, { tenantId: actor.tenantId, id });
    goOn(ctx, AVAILABILITY, { of: id, done: 'saved' });
  });
  doors.get(`${AVAILABILITY}/schedules/:id/delete`, async (ctx, deps, actor) => {
    const schedule = await scheduleFor(deps, actor, named(actor, idIn(ctx, 'The schedule')));
    await sendHostPage(ctx, deps, actor, (frame) => deletionPage(frame, schedule));
  });
  doors.post(`${AVAILABILITY}/schedules/:id/delete`, async (ctx, deps, actor) => {
    const id = idIn(ctx, 'The schedule');
    try {
      await deleteSchedule(deps, actor, named(actor, id));
    } catch (error) {
      if (!(error instanceof ScheduleInUse)) throw error;
      return goOn(ctx, AVAILABILITY, { of: id, done: 'inUse' });
    }
    goOn(ctx, AVAILABILITY, { done: 'deleted' });
  });
}
