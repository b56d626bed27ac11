import type { Knex } from 'knex';
import { slugOf } from '../../../domain/booking/slug.ts';
import { insertWorkingHours } from './schedules.ts';
import { randomLetters } from '../../secrets/random-letters.ts';

/**
 * Gives a member who has none a booking profile: a slug made of their name, and the usual week. Their address says nothing
 * of it.
 */
export async function ensureProfile(
  trx: Knex.Transaction,
  { tenantId, principalId }: { tenantId: string; principalId: string },
): Promise<void> {
  const [member] = await trx('principals').where({ id: principalId }).forNoKeyUpdate().select('name');
  if (await trx('booking_profiles').where({ principal_id: principalId }).first('slug')) return;
  const scheduleId = await insertWorkingHours(trx, { tenantId, principalId });
  const named = slugOf(member?.name ?? '');
  const profile = { tenant_id: tenantId, principal_id: principalId, default_schedule_id: scheduleId };
  for (let slug = named ?? nobodys(); ; slug = another(named)) {
    const made = await trx('booking_profiles')
      .insert({ ...profile, slug })
      .onConflict('slug')
      .ignore()
      .returning('slug');
    if (made.length > 0) return;
  }
}

const nobodys = (): string => `member-${randomLetters(8)}`;

const another = (named: string | null): string =>
  named === null ? nobodys() : `${named}-${randomLetters(5)}`;

/** @returns null when they have no booking profile */
export const memberSlugOf = async (knex: Knex, principalId: string): Promise<string | null> =>
  (await knex('booking_profiles').where({ principal_id: principalId }).first('slug'))?.slug ?? null;
