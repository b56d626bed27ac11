import type { Reminders } from '../../domain/meeting/reminders.ts';
import type { DeclinePolicy } from '../../domain/meeting/state.ts';

/** A customer of the installation, with its own organizer mailbox, wording and defaults. */
export interface Tenant extends Reminders {
  id: string;
  slug: string;
  organizerEmail: string;
  organizerName: string;
  productName: string;
  policy: DeclinePolicy;
  proposalExpiryHours: number;
  oneClickLinks: boolean;
  /** Calendar objects name an ORGANIZER address of each invitation's own. */
  unguessableOrganizer: boolean;
  /** Of people who told none (BCP 47); null: the installation's default. */
  language: string | null;
}

/** The columns of `tenants`, named as in `Tenant`. */
export const TENANT_COLUMNS = {
  id: 'tenants.id',
  slug: 'tenants.slug',
  organizerEmail: 'tenants.organizer_email',
  organizerName: 'tenants.organizer_name',
  productName: 'tenants.product_name',
  policy: 'tenants.policy',
  proposalExpiryHours: 'tenants.proposal_expiry_hours',
  mailMinutesBefore: 'tenants.reminder_mail_minutes',
  alarmMinutesBefore: 'tenants.reminder_alarm_minutes',
  oneClickLinks: 'tenants.one_click_links',
  unguessableOrganizer: 'tenants.unguessable_organizer',
  language: 'tenants.language',
} as const;
