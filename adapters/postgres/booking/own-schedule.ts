import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { EventType } from '../../../domain/booking/event-type.ts';
import { USUAL_WEEK } from '../../../domain/booking/usual-week.ts';

type Scheduled = Pick<EventType, 'id' | 'tenantId' | 'ownerId' | 'scheduleId' | 'title'>;

/** Whether an event type can have that schedule: one of its owner's list, or its own. */
export async function isScheduleFor(
  trx: Knex.Transaction,
  scheduleId: string,
  { id, tenantId, ownerId }: Pick<Scheduled, 'id' | 'tenantId' | 'ownerId'>,
): Promise<boolean> {
  const row = await trx('schedules')
    .where({ id: scheduleId, tenant_id: tenantId, principal_id: ownerId })
    // It stays until the event type has it.
    .forShare()
    .first('event_type_id');
  return row !== undefined && (row.event_type_id === null || row.event_type_id === id);
}

/** Copies the hours that count for an event type to a schedule of its own. One that has its own already keeps it. */
export async function detachSchedule(trx: Knex.Transaction, eventType: Scheduled): Promise<void> {
  const counted = await countedSchedule(trx, eventType);
  if (counted?.event_type_id === eventType.id) return;
  const id = randomUUID();
  await trx('schedules').insert({
    id,
    tenant_id: eventType.tenantId,
    principal_id: eventType.ownerId,
    name: eventType.title,
    timezone: counted?.timezone ?? null,
    weekly: JSON.stringify(counted?.weekly ?? USUAL_WEEK),
    event_type_id: eventType.id,
  });
  await setSchedule(trx, eventType, id);
}

async function countedSchedule(trx: Knex.Transaction, { scheduleId, ownerId }: Scheduled) {
  const id =
    scheduleId ??
    (await trx('booking_profiles').where({ principal_id: ownerId }).first('default_schedule_id'))
      ?.default_schedule_id;
  return id === undefined ? undefined : trx('schedules').where({ id }).first();
}

/** From now on the hosts' default schedules count; its own one is gone. */
export async function inheritSchedule(trx: Knex.Transaction, eventType: Scheduled): Promise<void> {
  await setSchedule(trx, eventType, null);
  await dropUnusedSchedule(trx, eventType.id);
}

/** Deletes the schedule of an event type's own where it has another one now. */
export async function dropUnusedSchedule(trx: Knex.Transaction, eventTypeId: string): Promise<void> {
  await trx('schedules')
    .where({ event_type_id: eventTypeId })
    .whereNotExists(trx('event_types').whereRaw('event_types.schedule_id = schedules.id'))
    .delete();
}

const setSchedule = async (
  trx: Knex.Transaction,
  { id, tenantId }: Scheduled,
  scheduleId: string | null,
): Promise<void> =>
  void (await trx('event_types')
    .where({ tenant_id: tenantId, id })
    .update({ schedule_id: scheduleId, updated_at: trx.fn.now() }));
