import type { Knex } from 'knex';
import type { Limit } from '../../../domain/availability/limits.ts';
import { SlugTaken } from '../../../domain/booking/slug-taken.ts';

/** How a member is booked, whatever for; their zone is the principal's. */
export interface BookingProfile {
  /** In the address of their pages; one of each in the installation. */
  slug: string;
  defaultScheduleId: string;
  /** What their browser says, while they have not said so themselves. */
  timezoneDetected: string | null;
  timezoneConfirmed: boolean;
  /** Across all of their event types. */
  limits: readonly Limit[];
}

/** @returns null also when they have told none yet */
export async function profileOf(
  knex: Knex,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<BookingProfile | null> {
  const row = await knex('booking_profiles')
    .where({ tenant_id: tenantId, principal_id: id })
    .first<BookingProfile | undefined>({
      slug: 'slug',
      defaultScheduleId: 'default_schedule_id',
      timezoneDetected: 'timezone_detected',
      timezoneConfirmed: 'timezone_confirmed',
      limits: 'limits',
    });
  return row ?? null;
}

/** Makes or replaces a member's. @throws SlugTaken; the transaction can only be rolled back then */
export async function putProfile(
  trx: Knex.Transaction,
  { tenantId, id }: { tenantId: string; id: string },
  { slug, defaultScheduleId, timezoneDetected, timezoneConfirmed, limits }: BookingProfile,
): Promise<void> {
  const row = {
    slug,
    default_schedule_id: defaultScheduleId,
    timezone_detected: timezoneDetected,
    timezone_confirmed: timezoneConfirmed,
    limits: JSON.stringify(limits),
    updated_at: trx.fn.now(),
  };
  try {
    await trx('booking_profiles')
      .insert({ principal_id: id, tenant_id: tenantId, ...row })
      .onConflict('principal_id')
      .merge(row);
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'booking_profiles_slug_key')
      throw new SlugTaken('member');
    throw error;
  }
}
