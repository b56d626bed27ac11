import type { Knex } from 'knex';
import type {
  Access,
  BookingWindow,
  EventType,
  EventTypeHost,
  Question,
  TypeLimit,
} from '../../../domain/booking/event-type.ts';
import type { Together } from '../../../domain/availability/members.ts';
import type { DeclinePolicy } from '../../../domain/meeting/state.ts';
import type { DayNumber } from '../../../domain/time/calendar-days.ts';

/** A date as the day that it is; PostgreSQL's dates have no zone. */
export const dayOf = (column: string): string => `(${column} - DATE '1970-01-01')`;

const EVENT_TYPE = `
  type.id, type.tenant_id AS "tenantId", type.owner_id AS "ownerId", type.slug, type.title, type.description,
  type.lengths_minutes AS "lengthsMinutes", type.schedule_id AS "scheduleId",
  type.buffer_before_minutes AS "bufferBeforeMinutes", type.buffer_after_minutes AS "bufferAfterMinutes",
  type.buffers_against_calendars AS "buffersAgainstCalendars", type.notice_minutes AS "noticeMinutes",
  type.window_days AS "windowDays", ${dayOf('type.window_first_day')} AS "windowFirstDay",
  ${dayOf('type.window_last_day')} AS "windowLastDay", type.step_minutes AS "stepMinutes", type.limits,
  type.requires_approval AS "requiresApproval", type.approval_hours AS "approvalHours", type.policy, type.location,
  type.room_id AS "roomId", type.questions, type.change_until_minutes AS "changeUntilMinutes", type.access,
  type.locked_timezone AS "lockedTimezone", type.reminder_mail_minutes AS "reminderMailMinutes",
  type.reminder_alarm_minutes AS "reminderAlarmMinutes", type.seats, type.together, type.together_count AS "togetherCount",
  type.embed_origins AS "embedOrigins", type.active, type.created_at AS "createdAt",
  ARRAY(SELECT json_build_object('principalId', principal_id, 'priority', priority, 'weight', weight)
          FROM event_type_hosts host WHERE host.event_type_id = type.id ORDER BY principal_id) AS hosts,
  ARRAY(SELECT principal_id FROM event_type_resources entry WHERE entry.event_type_id = type.id ORDER BY principal_id) AS "resourceIds"`;

type Row = Omit<EventType, 'window' | 'together' | 'reminders'> & {
  windowDays: number | null;
  windowFirstDay: DayNumber | null;
  windowLastDay: DayNumber | null;
  together: Together['kind'];
  togetherCount: number | null;
  reminderMailMinutes: number[] | null;
  reminderAlarmMinutes: number[] | null;
  hosts: EventTypeHost[];
  limits: TypeLimit[];
  questions: Question[];
  access: Access;
  policy: DeclinePolicy | null;
};

function eventTypeOf(row: Row): EventType {
  const { windowDays, windowFirstDay, windowLastDay, together, togetherCount } = row;
  const { reminderMailMinutes, reminderAlarmMinutes, ...rest } = row;
  return {
    ...without(rest, ['windowDays', 'windowFirstDay', 'windowLastDay', 'togetherCount']),
    window: windowOf(windowDays, windowFirstDay, windowLastDay),
    together: together === 'some' ? { kind: 'some', count: togetherCount ?? 1 } : { kind: together },
    reminders: {
      mailMinutesBefore: reminderMailMinutes ?? undefined,
      alarmMinutesBefore: reminderAlarmMinutes ?? undefined,
    },
  };
}

const without = <T extends object, K extends keyof T>(row: T, keys: readonly K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key as K))) as Omit<T, K>;

const windowOf = (
  days: number | null,
  firstDay: DayNumber | null,
  lastDay: DayNumber | null,
): BookingWindow => (days === null ? { kind: 'dates', firstDay, lastDay } : { kind: 'days', days });

/** @returns null also when it is another tenant's, or deleted */
export async function eventTypeById(knex: Knex, tenantId: string, id: string): Promise<EventType | null> {
  return (await find(knex, 'type.id = :id AND type.tenant_id = :tenantId', { id, tenantId }))[0] ?? null;
}

/** The event type of that id, whosever it is; for doors that are open to all. @returns null when there is none */
export async function knownEventType(knex: Knex, id: string): Promise<EventType | null> {
  return (await find(knex, 'type.id = :id', { id }))[0] ?? null;
}

async function find(knex: Knex, where: string, values: Record<string, string>): Promise<EventType[]> {
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `SELECT ${EVENT_TYPE} FROM event_types type WHERE type.deleted_at IS NULL AND ${where}`,
    values,
  );
  return rows.map(eventTypeOf);
}
