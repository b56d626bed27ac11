import { lockDaysOwner } from '../../adapters/postgres/booking/new-days.ts';
import {
  countSchedules,
  deleteSchedule as removeSchedule,
  insertSchedule,
  scheduleById,
  updateSchedule,
  type NamedSchedule,
  type ScheduleSettings,
  type StoredSchedule,
} from '../../adapters/postgres/booking/schedules.ts';
import { MOST_SCHEDULES } from '../../domain/availability/own-days.ts';
import type { Actor } from '../../policies/actor.ts';
import { known, permittedMember } from '../../queries/availability.ts';
import type { CommandDeps } from '../deps.ts';
import { ScheduleInUse, TooManyEntries } from './refusals.ts';

type Deps = Pick<CommandDeps, 'knex'>;

const memberOf = ({ tenantId, principalId: id }: NamedSchedule) => ({ tenantId, id });

/** Adds hours of the week to a member's list; the same id again finds those made before. @throws NotPermitted, TooManyEntries */
export async function createSchedule(
  { knex }: Deps,
  actor: Actor,
  named: NamedSchedule,
  settings: ScheduleSettings,
): Promise<StoredSchedule> {
  return knex.transaction(async (trx) => {
    await permittedMember(trx, actor, memberOf(named), 'change');
    await lockDaysOwner(trx, { kind: 'principal', ...memberOf(named) });
    const before = await scheduleById(trx, named);
    if (before) return before;
    if ((await countSchedules(trx, named.principalId)) >= MOST_SCHEDULES)
      throw new TooManyEntries(MOST_SCHEDULES);
    await insertSchedule(trx, named, settings);
    return known(await scheduleById(trx, named), 'The schedule');
  });
}

/** Changes hours of the week for all that have them; what is left out stays. @throws NotPermitted */
export async function changeSchedule(
  { knex }: Deps,
  actor: Actor,
  named: NamedSchedule,
  changes: { [K in keyof ScheduleSettings]?: ScheduleSettings[K] | undefined },
): Promise<StoredSchedule> {
  await permittedMember(knex, actor, memberOf(named), 'change');
  await updateSchedule(knex, named, changes);
  return known(await scheduleById(knex, named), 'The schedule');
}

/** @throws NotPermitted; ScheduleInUse while it is the default, or an event type has it */
export async function deleteSchedule({ knex }: Deps, actor: Actor, named: NamedSchedule): Promise<void> {
  await permittedMember(knex, actor, memberOf(named), 'change');
  await knex.transaction(async (trx) => {
    known(await scheduleById(trx, named), 'The schedule');
    if (!(await removeSchedule(trx, named))) throw new ScheduleInUse();
  });
}
