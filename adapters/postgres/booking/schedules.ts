import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { USUAL_WEEK } from '../../../domain/booking/usual-week.ts';
import type { WeeklyHours } from '../../../domain/availability/schedule.ts';

export interface ScheduleSettings {
  name: string;
  /** IANA name; null: that of the member. */
  timezone: string | null;
  /** Sunday first. */
  weekly: WeeklyHours;
}

/** Hours of the week that event types share, or one event type has of its own. */
export interface StoredSchedule extends ScheduleSettings {
  id: string;
  tenantId: string;
  principalId: string;
  /** The one event type that it is for; null: it is in the member's list. */
  eventTypeId: string | null;
  createdAt: Date;
}

const COLUMNS = {
  id: 'id',
  tenantId: 'tenant_id',
  principalId: 'principal_id',
  name: 'name',
  timezone: 'timezone',
  weekly: 'weekly',
  eventTypeId: 'event_type_id',
  createdAt: 'created_at',
} as const;

/** Whose schedule it is, and its id. */
export interface NamedSchedule {
  tenantId: string;
  principalId: string;
  id: string;
}

const at = ({ tenantId, principalId, id }: NamedSchedule) => ({
  tenant_id: tenantId,
  principal_id: principalId,
  id,
});

/** @returns null also when it is another member's */
export const scheduleById = async (knex: Knex, named: NamedSchedule): Promise<StoredSchedule | null> =>
  (await knex('schedules').where(at(named)).first<StoredSchedule | undefined>(COLUMNS)) ?? null;

/** Those that event types share, in the order in which they were made. */
export async function schedulesOf(
  knex: Knex,
  { tenantId, id }: { tenantId: string; id: string },
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<StoredSchedule[]> {
  const theirs = { tenant_id: tenantId, principal_id: id };
  const found = knex('schedules').where(theirs).whereNull('event_type_id');
  if (after !== undefined)
    void found.whereRaw(
      '(created_at, id) > (SELECT created_at, id FROM schedules WHERE principal_id = ? AND id = ?)',
      [id, after],
    );
  return found.orderBy(['created_at', 'id']).limit(limit).select<StoredSchedule[]>(COLUMNS);
}

export async function countSchedules(knex: Knex, principalId: string): Promise<number> {
  const row = await knex('schedules').where({ principal_id: principalId }).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}

/** Adds one to a member's list; the same id again changes nothing. */
export const insertSchedule = async (
  trx: Knex.Transaction,
  named: NamedSchedule,
  { name, timezone, weekly }: ScheduleSettings,
): Promise<void> =>
  void (await trx('schedules')
    .insert({ ...at(named), name, timezone, weekly: JSON.stringify(weekly) })
    .onConflict('id')
    .ignore());

/** What is left out stays. */
export const updateSchedule = async (
  knex: Knex,
  named: NamedSchedule,
  { name, timezone, weekly }: { [K in keyof ScheduleSettings]?: ScheduleSettings[K] | undefined },
): Promise<void> =>
  void (await knex('schedules')
    .where(at(named))
    .update({
      ...(name !== undefined && { name }),
      ...(timezone !== undefined && { timezone }),
      ...(weekly !== undefined && { weekly: JSON.stringify(weekly) }),
      updated_at: knex.fn.now(),
    }));

const FOREIGN_KEY_VIOLATION = '23503';

/** @returns false while a profile or an event type has it; the transaction can only be rolled back then */
export async function deleteSchedule(trx: Knex.Transaction, named: NamedSchedule): Promise<boolean> {
  // Event types that are deleted are kept for their meetings, and need no hours. One that is brought back is not booked at other hours
  // than it had before somebody has looked at them.
  await trx('event_types')
    .where({ tenant_id: named.tenantId, schedule_id: named.id })
    .whereNotNull('deleted_at')
    .update({ schedule_id: null, active: false });
  try {
    await trx('schedules').where(at(named)).delete();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === FOREIGN_KEY_VIOLATION) return false;
    throw error;
  }
}

/** The schedule of a member who has none yet: Monday to Friday, nine to five, in the zone of their profile. @returns its id */
export async function insertWorkingHours(
  trx: Knex.Transaction,
  named: { tenantId: string; principalId: string },
): Promise<string> {
  const id = randomUUID();
  await insertSchedule(trx, { ...named, id }, { name: 'Working hours', timezone: null, weekly: USUAL_WEEK });
  return id;
}
