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
  type.requires_approval AS "requiresApproval", type.approval_hours AS "approvalHours", type.policy, type.location, type.online,
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

/** As `eventTypeById`; nobody else changes it until the transaction ends. */
export async function lockedEventType(
  trx: Knex.Transaction,
  tenantId: string,
  id: string,
): Promise<EventType | null> {
  await trx('event_types').where({ tenant_id: tenantId, id }).forUpdate().select('id');
  return eventTypeById(trx, tenantId, id);
}

/** Also one that is deleted. @returns null also when it is another tenant's */
export async function formerEventType(
  trx: Knex.Transaction,
  tenantId: string,
  id: string,
): Promise<EventType | null> {
  await trx('event_types').where({ tenant_id: tenantId, id }).forUpdate().select('id');
  return (await findAny(trx, 'type.id = :id AND type.tenant_id = :tenantId', { id, tenantId }))[0] ?? null;
}

export interface EventTypeFilter {
  ownerId?: string | undefined;
  /** Those after this one, in the order in which they were made. */
  after?: string | undefined;
  limit: number;
}

/** Those of a tenant, or of one owner, in the order in which they were made. */
export const eventTypesOf = (
  knex: Knex,
  tenantId: string,
  { ownerId, after, limit }: EventTypeFilter,
): Promise<EventType[]> =>
  find(
    knex,
    `type.tenant_id = :tenantId
        AND (CAST(:ownerId AS uuid) IS NULL OR type.owner_id = :ownerId)
        AND (CAST(:after AS uuid) IS NULL
             OR (type.created_at, type.id) > (SELECT created_at, id FROM event_types WHERE tenant_id = :tenantId AND id = :after))
      ORDER BY type.created_at, type.id
      LIMIT :limit`,
    { tenantId, ownerId: ownerId ?? null, after: after ?? null, limit },
  );

/** Those that are listed on their owner's page. */
export const publicEventTypesOf = (knex: Knex, ownerId: string): Promise<EventType[]> =>
  find(
    knex,
    `type.owner_id = :ownerId AND type.active AND type.access = 'public' ORDER BY type.created_at, type.id`,
    { ownerId },
  );

/** @returns null when the owner has none of this slug */
export const eventTypeBySlug = async (knex: Knex, ownerId: string, slug: string): Promise<EventType | null> =>
  (await find(knex, 'type.owner_id = :ownerId AND type.slug = :slug', { ownerId, slug }))[0] ?? null;

type Values = Record<string, string | number | null>;

const find = (knex: Knex, where: string, values: Values): Promise<EventType[]> =>
  findAny(knex, `type.deleted_at IS NULL AND ${where}`, values);

async function findAny(knex: Knex, where: string, values: Values): Promise<EventType[]> {
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `SELECT ${EVENT_TYPE} FROM event_types type WHERE ${where}`,
    values,
  );
  return rows.map(eventTypeOf);
}
