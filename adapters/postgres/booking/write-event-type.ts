import type { Knex } from 'knex';
import type { EventType, EventTypeSettings } from '../../../domain/booking/event-type.ts';
import { SlugTaken } from '../../../domain/booking/slug-taken.ts';
import type { DayNumber } from '../../../domain/time/calendar-days.ts';

type Named = Pick<EventType, 'id' | 'tenantId'>;

/** @throws SlugTaken; the transaction can only be rolled back then */
export async function insertEventType(
  trx: Knex.Transaction,
  { id, tenantId, ownerId }: Named & Pick<EventType, 'ownerId'>,
  settings: EventTypeSettings,
): Promise<void> {
  const row = rowOf(trx, settings);
  await unlessTaken(trx('event_types').insert({ id, tenant_id: tenantId, owner_id: ownerId, ...row }));
  await putHosts(trx, { id, tenantId }, settings);
  await putResources(trx, { id, tenantId }, settings);
}

/** Puts all that is said of it. @throws SlugTaken; the transaction can only be rolled back then */
export async function updateEventType(
  trx: Knex.Transaction,
  named: Named,
  settings: EventTypeSettings,
): Promise<void> {
  const row = { ...rowOf(trx, settings), updated_at: trx.fn.now() };
  await unlessTaken(trx('event_types').where({ tenant_id: named.tenantId, id: named.id }).update(row));
  await putHosts(trx, named, settings);
  await putResources(trx, named, settings);
}

/** Nobody can book it any more, and its slug is free. */
export const removeEventType = async (trx: Knex.Transaction, { id, tenantId }: Named): Promise<void> =>
  void (await trx('event_types').where({ tenant_id: tenantId, id }).update({ deleted_at: trx.fn.now() }));

/** @throws SlugTaken; the transaction can only be rolled back then */
export const bringBackEventType = async (trx: Knex.Transaction, { id, tenantId }: Named): Promise<void> =>
  unlessTaken(trx('event_types').where({ tenant_id: tenantId, id }).update({ deleted_at: null }));

/** Of several at the same moment each counts those before it, until the transaction ends. */
export async function countEventTypes(trx: Knex.Transaction, ownerId: string): Promise<number> {
  await trx('principals').where({ id: ownerId }).forNoKeyUpdate().select('id');
  const row = await trx('event_types')
    .where({ owner_id: ownerId, deleted_at: null })
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}

async function unlessTaken(query: PromiseLike<unknown>): Promise<void> {
  try {
    await query;
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'event_types_by_slug')
      throw new SlugTaken('event-type');
    throw error;
  }
}

const rowOf = (trx: Knex.Transaction, settings: EventTypeSettings) => ({
  slug: settings.slug,
  title: settings.title,
  description: settings.description,
  lengths_minutes: [...settings.lengthsMinutes],
  schedule_id: settings.scheduleId,
  buffer_before_minutes: settings.bufferBeforeMinutes,
  buffer_after_minutes: settings.bufferAfterMinutes,
  buffers_against_calendars: settings.buffersAgainstCalendars,
  notice_minutes: settings.noticeMinutes,
  ...windowColumns(trx, settings),
  step_minutes: settings.stepMinutes,
  limits: JSON.stringify(settings.limits),
  requires_approval: settings.requiresApproval,
  approval_hours: settings.approvalHours,
  policy: settings.policy,
  location: settings.location,
  online: settings.online,
  room_id: settings.roomId,
  questions: JSON.stringify(settings.questions),
  change_until_minutes: settings.changeUntilMinutes,
  access: settings.access,
  locked_timezone: settings.lockedTimezone,
  reminder_mail_minutes: copyOf(settings.reminders.mailMinutesBefore),
  reminder_alarm_minutes: copyOf(settings.reminders.alarmMinutesBefore),
  seats: settings.seats,
  together: settings.together.kind,
  together_count: settings.together.kind === 'some' ? settings.together.count : null,
  embed_origins: [...settings.embedOrigins],
  active: settings.active,
});

const copyOf = (list: readonly number[] | undefined): number[] | null => (list ? [...list] : null);

function windowColumns(trx: Knex.Transaction, { window }: Pick<EventTypeSettings, 'window'>) {
  const dates = window.kind === 'dates' ? window : { firstDay: null, lastDay: null };
  return {
    window_days: window.kind === 'days' ? window.days : null,
    window_first_day: dateOf(trx, dates.firstDay),
    window_last_day: dateOf(trx, dates.lastDay),
  };
}

const dateOf = (trx: Knex.Transaction, day: DayNumber | null) =>
  day === null ? null : trx.raw<Date>(`DATE '1970-01-01' + CAST(? AS integer)`, [day]);

/** Those who stay keep what they were given so far, by which it is seen whose turn it is. */
async function putHosts(
  trx: Knex.Transaction,
  { id, tenantId }: Named,
  { hosts }: Pick<EventTypeSettings, 'hosts'>,
): Promise<void> {
  const ids = hosts.map(({ principalId }) => principalId);
  await trx('event_type_hosts').where({ event_type_id: id }).whereNotIn('principal_id', ids).delete();
  await trx('event_type_hosts')
    .insert(
      // In one order, whoever writes them, so that nobody waits for each other.
      sortedById(hosts).map(({ principalId, priority, weight }) => ({
        tenant_id: tenantId,
        event_type_id: id,
        principal_id: principalId,
        priority,
        weight,
      })),
    )
    .onConflict(['event_type_id', 'principal_id'])
    .merge(['priority', 'weight']);
}

const sortedById = (hosts: EventTypeSettings['hosts']) =>
  [...hosts].sort((one, other) => (one.principalId < other.principalId ? -1 : 1));

async function putResources(
  trx: Knex.Transaction,
  { id, tenantId }: Named,
  { resourceIds }: Pick<EventTypeSettings, 'resourceIds'>,
): Promise<void> {
  await trx('event_type_resources').where({ event_type_id: id }).delete();
  if (resourceIds.length === 0) return;
  await trx('event_type_resources').insert(
    resourceIds.map((principalId) => ({ tenant_id: tenantId, event_type_id: id, principal_id: principalId })),
  );
}
