import { id, instantOut, lineOfText, timezone, z } from '../fields.ts';
import { next, pageQuery } from './fields.ts';
import { weeklyHours, weeklyHoursOut } from './hours.ts';

const zone = () =>
  timezone().nullable().openapi({ description: 'Null: the member’s, also when that changes.' });

export const newSchedule = z
  .strictObject({ name: lineOfText(200), timezone: zone().optional(), weekly: weeklyHours() })
  .openapi('NewSchedule');

export const scheduleChanges = z
  .strictObject({
    name: lineOfText(200).optional(),
    timezone: zone().optional(),
    weekly: weeklyHours().optional(),
  })
  .openapi('ScheduleChanges');

export const scheduleParams = z.object({ principalId: id(), scheduleId: id() });
export const schedulesQuery = z.strictObject(pageQuery);

export const schedule = z
  .strictObject({
    id: id(),
    name: z.string(),
    timezone: z.string().nullable().openapi({ description: 'Null: the member’s, also when that changes.' }),
    weekly: weeklyHoursOut(),
    eventTypeId: z.string().nullable().openapi({
      description: 'The one event type that it is for; null: event types share it.',
    }),
    createdAt: instantOut(),
  })
  .openapi('Schedule');

export const schedulePage = z
  .strictObject({ schedules: z.array(schedule), next: next() })
  .openapi('Schedules');
