import type { Knex } from 'knex';
import { lockDaysOwner } from '../../adapters/postgres/booking/new-days.ts';
import { profileOf, putProfile, type BookingProfile } from '../../adapters/postgres/booking/profiles.ts';
import { insertWorkingHours, scheduleById } from '../../adapters/postgres/booking/schedules.ts';
import { updatePrincipal } from '../../adapters/postgres/people/principals.ts';
import type { Limit } from '../../domain/availability/limits.ts';
import type { Actor } from '../../policies/actor.ts';
import { permittedMember, profileFor, type NamedMember, type ProfileOf } from '../../queries/availability.ts';
import type { CommandDeps } from '../deps.ts';
import { InvalidInput } from '../invalid-input.ts';

/** What is left out stays. */
export interface PutProfile {
  slug: string;
  /** IANA name; told, it is confirmed. */
  timezone?: string | undefined;
  /** What their browser says: kept while they have not confirmed one. */
  timezoneDetected?: string | null | undefined;
  limits?: readonly Limit[] | undefined;
  defaultScheduleId?: string | undefined;
}

/**
 * Says how a member is booked. The first time it makes their default schedule, Monday to Friday from nine to five, unless one is
 * named.
 *
 * @throws NotPermitted also for who or what is no member
 * @throws InvalidInput a default schedule that is none of theirs; SlugTaken
 */
export async function putBookingProfile(
  { knex }: Pick<CommandDeps, 'knex'>,
  actor: Actor,
  named: NamedMember,
  wanted: PutProfile,
): Promise<ProfileOf> {
  return knex.transaction(async (trx) => {
    await permittedMember(trx, actor, named, 'change');
    await lockDaysOwner(trx, { kind: 'principal', ...named });
    await putProfile(trx, named, await merged(trx, named, await profileOf(trx, named), wanted));
    if (wanted.timezone !== undefined) await updatePrincipal(trx, named.id, { timezone: wanted.timezone });
    return profileFor({ knex: trx }, actor, named);
  });
}

async function merged(
  trx: Knex.Transaction,
  named: NamedMember,
  before: BookingProfile | null,
  { slug, timezone, timezoneDetected, limits, defaultScheduleId }: PutProfile,
): Promise<BookingProfile> {
  const timezoneConfirmed = timezone !== undefined || (before?.timezoneConfirmed ?? false);
  const detected = timezoneDetected === undefined ? (before?.timezoneDetected ?? null) : timezoneDetected;
  if (defaultScheduleId !== undefined) await requireShared(trx, named, defaultScheduleId);
  return {
    slug,
    timezoneConfirmed,
    timezoneDetected: timezoneConfirmed ? null : detected,
    limits: limits ?? before?.limits ?? [],
    defaultScheduleId:
      defaultScheduleId ??
      before?.defaultScheduleId ??
      (await insertWorkingHours(trx, { tenantId: named.tenantId, principalId: named.id })),
  };
}

/** @throws InvalidInput unless it is in the member's list */
async function requireShared(
  trx: Knex.Transaction,
  { tenantId, id: principalId }: NamedMember,
  id: string,
): Promise<void> {
  const schedule = await scheduleById(trx, { tenantId, principalId, id });
  if (!schedule || schedule.eventTypeId !== null)
    throw new InvalidInput('defaultScheduleId', 'must be a schedule of theirs');
}
