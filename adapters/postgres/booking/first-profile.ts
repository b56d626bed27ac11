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

/** Whose pages are at a slug, as anybody may know them. */
export interface BookableMember {
  id: string;
  tenantId: string;
  slug: string;
  name: string | null;
  /** IANA name. */
  timezone: string;
}

/** @returns null when no member has it */
export async function memberBySlug(knex: Knex, slug: string): Promise<BookableMember | null> {
  const row = await knex('booking_profiles AS profile')
    .join('principals AS member', 'member.id', 'profile.principal_id')
    .where({ 'profile.slug': slug, 'member.deleted_at': null })
    .first<BookableMember | undefined>({
      id: 'member.id',
      tenantId: 'member.tenant_id',
      slug: 'profile.slug',
      name: 'member.name',
      timezone: 'member.timezone',
    });
  return row ?? null;
}

/** @returns null when they have no booking profile */
export const memberSlugOf = async (knex: Knex, principalId: string): Promise<string | null> =>
  (await knex('booking_profiles').where({ principal_id: principalId }).first('slug'))?.slug ?? null;
