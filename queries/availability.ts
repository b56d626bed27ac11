import {
  daysIn,
  type DayRows,
  type DaysOwner,
  type DayTable,
} from '../adapters/postgres/booking/own-days.ts';
import { eventTypeById } from '../adapters/postgres/booking/event-types.ts';
import { profileOf, type BookingProfile } from '../adapters/postgres/booking/profiles.ts';
import {
  scheduleById,
  schedulesOf,
  type NamedSchedule,
  type StoredSchedule,
} from '../adapters/postgres/booking/schedules.ts';
import { principalById, type Principal } from '../adapters/postgres/people/principals.ts';
import { todayAnywhere } from '../domain/availability/own-days.ts';
import type { DayNumber } from '../domain/time/calendar-days.ts';
import type { Actor } from '../policies/actor.ts';
import { NotPermitted } from '../policies/not-permitted.ts';
import { permit } from '../policies/permit.ts';
import type { QueryDeps } from './deps.ts';

export type {
  DayRows,
  DaysOwner,
  DayTable,
  StoredOverride,
  StoredTemporaryHours,
  StoredTravel,
  StoredVacation,
} from '../adapters/postgres/booking/own-days.ts';
export type { BookingProfile } from '../adapters/postgres/booking/profiles.ts';
export type { NamedSchedule, StoredSchedule } from '../adapters/postgres/booking/schedules.ts';

type Knex = QueryDeps['knex'];
/** Whether it is for looking, or for changing something. */
type Doing = 'see' | 'change';

export interface NamedMember {
  tenantId: string;
  id: string;
}

/** A member whose hours somebody may see or change. @throws NotPermitted also for who or what is no member */
export async function permittedMember(
  knex: Knex,
  actor: Actor,
  { tenantId, id }: NamedMember,
  doing: Doing,
): Promise<Principal> {
  const found = await principalById(knex, tenantId, id);
  const member = found?.kind === 'individual' ? found : null;
  return permit(actor, `booking-profile.${doing}`, member, 'The member');
}

/** @throws NotPermitted unless they may see or change the days of this member, or of this event type */
export async function permitDays(knex: Knex, actor: Actor, owner: DaysOwner, doing: Doing): Promise<void> {
  if (owner.kind === 'principal') await permittedMember(knex, actor, owner, doing);
  else
    permit(
      actor,
      `event-type.${doing}`,
      await eventTypeById(knex, owner.tenantId, owner.id),
      'The event type',
    );
}

/** A member's zone, and how they are booked; null: they have not said so yet. */
export interface ProfileOf {
  member: Principal;
  profile: BookingProfile | null;
}

/** @throws NotPermitted also for who or what is no member */
export async function profileFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  named: NamedMember,
): Promise<ProfileOf> {
  const member = await permittedMember(knex, actor, named, 'see');
  return { member, profile: await profileOf(knex, named) };
}

/** Those that a member's event types share, in the order in which they were made. @throws NotPermitted */
export async function schedulesFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  named: NamedMember,
  page: { after?: string | undefined; limit: number },
): Promise<StoredSchedule[]> {
  await permittedMember(knex, actor, named, 'see');
  return schedulesOf(knex, named, page);
}

/** @throws NotPermitted also where there is none of this id */
export async function scheduleFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  named: NamedSchedule,
): Promise<StoredSchedule> {
  const { tenantId, principalId: id } = named;
  await permittedMember(knex, actor, { tenantId, id }, 'see');
  return known(await scheduleById(knex, named), 'The schedule');
}

export interface DaysPage {
  /** Those that are not over before this day; today when absent. */
  from?: DayNumber | undefined;
  after?: string | undefined;
  limit: number;
}

/** What a member or an event type has of a kind, by the days that they begin with. @throws NotPermitted */
export async function daysFor<T extends DayTable>(
  { knex, clock }: QueryDeps,
  actor: Actor,
  table: T,
  owner: DaysOwner,
  { from = todayAnywhere(clock.nowMs()), ...page }: DaysPage,
): Promise<DayRows[T][]> {
  await permitDays(knex, actor, owner, 'see');
  return daysIn(knex, table, owner, { from, ...page });
}

/** What was found, for somebody of whom it is known that they may have it. @throws NotPermitted where there is none */
export function known<T>(found: T | null, what: string): T {
  if (found === null) throw new NotPermitted(what);
  return found;
}
