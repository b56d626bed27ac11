import { z } from 'zod';
import type { Tenant } from '../../adapters/postgres/tenant.ts';
import { updateTenant as changeTenant, type TenantSettings } from '../../adapters/postgres/tenants.ts';
import { canonicalTag } from '../../adapters/texts/language.ts';
import { issueWords } from '../../config/index.ts';
import { reminderMinutes } from '../../config/reminders.ts';
import { CliError } from '../errors.ts';
import { say } from '../output.ts';
import { tenantFor, withDatabase } from './with-tenants.ts';

/** As they are given on the command line. */
export interface TenantChanges {
  name?: string;
  email?: string;
  product?: string;
  policy?: string;
  proposalExpiryHours?: string;
  reminderMailMinutes?: string;
  reminderAlarmMinutes?: string;
  oneClickLinks?: string;
  unguessableOrganizer?: string;
  language?: string;
}

/** `parley tenants show` */
export const showTenant = (name: string | undefined): Promise<void> =>
  withDatabase(async (database) => show(await tenantFor(database, name)));

/** `parley tenants update` */
export const updateTenant = (name: string | undefined, options: TenantChanges): Promise<void> => {
  const changes = changesOf(options);
  return withDatabase(async (database) => {
    const { id } = await tenantFor(database, name);
    await changeTenant(database, id, changes);
    show(await tenantFor(database, id));
  });
};

function show(tenant: Tenant): void {
  for (const [label, value] of Object.entries({
    id: tenant.id,
    'short name': tenant.slug,
    name: tenant.organizerName,
    email: tenant.organizerEmail,
    product: tenant.productName,
    policy: tenant.policy,
    'proposal-expiry-hours': tenant.proposalExpiryHours,
    'reminder-mail-minutes': listOf(tenant.mailMinutesBefore),
    'reminder-alarm-minutes': listOf(tenant.alarmMinutesBefore),
    'one-click-links': yesOrNo(tenant.oneClickLinks),
    'unguessable-organizer': yesOrNo(tenant.unguessableOrganizer),
    language: tenant.language ?? 'none',
  }))
    say(`${label.padEnd(22)}  ${value}`);
}

const listOf = (minutes: readonly number[]): string => (minutes.length === 0 ? 'none' : minutes.join(','));

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

const flag = z.enum(['yes', 'no']).transform((text) => text === 'yes');
const text = z.string().trim().min(1);

const changesSchema = z.object({
  name: text.optional(),
  email: z.email().optional(),
  product: text.max(80).optional(),
  policy: z.enum(['strict', 'soft']).optional(),
  proposalExpiryHours: z.coerce.number().positive().max(2_160).optional(),
  reminderMailMinutes: reminderMinutes().optional(),
  reminderAlarmMinutes: reminderMinutes().optional(),
  oneClickLinks: flag.optional(),
  unguessableOrganizer: flag.optional(),
  language: z
    .string()
    .transform((tag) => (tag === 'none' ? null : (canonicalTag(tag) ?? undefined)))
    .refine((tag) => tag !== undefined, 'must be a language tag, as de or pt-BR, or none')
    .optional(),
});

function changesOf(options: TenantChanges): TenantSettings {
  const parsed = changesSchema.safeParse(options, { error: issueWords });
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `--${kebab(String(path[0]))} ${message}`);
    throw new CliError('unusable_setting', `${problems.join('; ')}.`);
  }
  const { name, email, product, reminderMailMinutes, reminderAlarmMinutes, ...rest } = parsed.data;
  const changes = {
    ...{ organizerName: name, organizerEmail: email, productName: product },
    ...{ mailMinutesBefore: reminderMailMinutes, alarmMinutesBefore: reminderAlarmMinutes },
    ...rest,
  };
  if (Object.values(changes).every((value) => value === undefined))
    throw new CliError(
      'nothing_to_change',
      'Nothing to change: "parley tenants update --help" has the settings.',
    );
  return changes;
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
