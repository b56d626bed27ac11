import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { insertPrincipal } from '../../../adapters/postgres/people/principals.ts';
import { setAddresses } from '../../../adapters/postgres/people/addresses.ts';
import type { TypeLimit } from '../../../domain/booking/event-type.ts';

interface Made {
  id: string;
  tenantId: string;
}

/** A member who can be booked, at any hour of any day unless told. */
export async function insertHost(
  knex: Knex,
  tenantId: string,
  { weekly = ALWAYS, timezone = 'UTC', limits = [] as TypeLimit[] } = {},
): Promise<Made & { email: string }> {
  const id = randomUUID();
  const email = `host-${id.slice(0, 8)}@example.test`;
  const scheduleId = randomUUID();
  await knex.transaction(async (trx) => {
    await insertPrincipal(trx, {
      id,
      tenantId,
      kind: 'individual',
      name: `Host ${id.slice(0, 4)}`,
      timezone,
    });
    await setAddresses(trx, { tenantId, principalId: id }, [email]);
    await trx('schedules').insert({
      ...{
        id: scheduleId,
        tenant_id: tenantId,
        principal_id: id,
        name: 'Hours',
        weekly: JSON.stringify(weekly),
      },
    });
    await trx('booking_profiles').insert({
      ...{
        principal_id: id,
        tenant_id: tenantId,
        slug: `host-${id.slice(0, 13)}`,
        default_schedule_id: scheduleId,
      },
      limits: JSON.stringify(limits),
    });
  });
  return { id, tenantId, email };
}

export const ALWAYS = Array.from({ length: 7 }, () => [{ fromMinute: 0, untilMinute: 1440 }]);

/** An event type of half an hour, with what is told of it. */
export async function insertEventType(
  knex: Knex,
  hosts: readonly Made[],
  {
    columns = {},
    limits = [],
    resourceIds = [],
    ownerId = hosts[0]!.id,
  }: {
    columns?: Record<string, unknown>;
    limits?: TypeLimit[];
    resourceIds?: string[];
    ownerId?: string;
  } = {},
): Promise<string> {
  const id = randomUUID();
  const [{ tenantId }] = hosts as [Made];
  await knex('event_types').insert({
    ...{ id, tenant_id: tenantId, owner_id: ownerId, slug: `type-${id.slice(0, 13)}`, title: 'Consultation' },
    ...{ lengths_minutes: [30], limits: JSON.stringify(limits) },
    ...columns,
  });
  await knex('event_type_hosts').insert(
    hosts.map((host) => ({ tenant_id: tenantId, event_type_id: id, principal_id: host.id })),
  );
  if (resourceIds.length > 0)
    await knex('event_type_resources').insert(
      resourceIds.map((resource) => ({ tenant_id: tenantId, event_type_id: id, principal_id: resource })),
    );
  return id;
}

/** A thing that so many meetings have at once. */
export async function insertResource(knex: Knex, tenantId: string, capacity: number): Promise<string> {
  const id = randomUUID();
  await knex('principals').insert({ id, tenant_id: tenantId, kind: 'resource', name: 'Projector', capacity });
  return id;
}

/** Midnight (UTC) of a day to come. */
export function dayAhead(days: number): Date {
  const day = new Date(Date.now() + days * 86_400_000);
  day.setUTCHours(0, 0, 0, 0);
  return day;
}

/** An instant of a day to come, in UTC. */
export const at = (days: number, hours: number, minutes = 0): string =>
  new Date(dayAhead(days).getTime() + (hours * 60 + minutes) * 60_000).toISOString();

export const newGuest = (): { email: string; name: string } => {
  const id = randomUUID().slice(0, 8);
  return { email: `guest-${id}@example.test`, name: `Guest ${id}` };
};
