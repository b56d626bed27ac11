import type { Knex } from 'knex';
import {
  dateOf,
  type DaysOwner,
  type StoredOverride,
  type StoredTemporaryHours,
  type StoredTravel,
  type StoredVacation,
} from './own-days.ts';

const OWNER_COLUMNS = 'tenant_id, principal_id, event_type_id';
const OWNER_VALUES = 'CAST(:tenantId AS uuid), CAST(:principalId AS uuid), CAST(:eventTypeId AS uuid)';

const ownerValues = ({ kind, tenantId, id }: DaysOwner) => ({
  tenantId,
  principalId: kind === 'principal' ? id : null,
  eventTypeId: kind === 'event-type' ? id : null,
});

/** Keeps out what else changes days of the same owner at the same moment, until the end of the transaction. */
export async function lockDaysOwner(trx: Knex.Transaction, { kind, tenantId, id }: DaysOwner): Promise<void> {
  const table = kind === 'principal' ? 'principals' : 'event_types';
  await trx(table).where({ tenant_id: tenantId, id }).forNoKeyUpdate().select('id');
}

/** Each replaces what the owner has of its day, and leaves that its id. @param overrides no two of one day */
export async function putOverrides(
  trx: Knex.Transaction,
  owner: DaysOwner,
  overrides: readonly StoredOverride[],
): Promise<void> {
  const column = owner.kind === 'principal' ? 'principal_id' : 'event_type_id';
  await trx.raw(
    `INSERT INTO date_overrides (id, ${OWNER_COLUMNS}, day, blocks, label)
     SELECT CAST(new->>'id' AS uuid), ${OWNER_VALUES}, ${dateOf("new->>'day'")}, new->'blocks', new->>'label'
       FROM jsonb_array_elements(CAST(:overrides AS jsonb)) new
     ON CONFLICT (${column}, day) WHERE ${column} IS NOT NULL
       DO UPDATE SET blocks = EXCLUDED.blocks, label = EXCLUDED.label`,
    { ...ownerValues(owner), overrides: JSON.stringify(overrides) },
  );
}

/** The same id again changes nothing; neither do the others below. */
export const insertVacation = async (
  trx: Knex.Transaction,
  owner: DaysOwner,
  { id, firstDay, lastDay, reason }: StoredVacation,
): Promise<void> =>
  void (await trx.raw(
    `INSERT INTO vacations (id, ${OWNER_COLUMNS}, first_day, last_day, reason)
     VALUES (:id, ${OWNER_VALUES}, ${dateOf(':firstDay')}, ${dateOf(':lastDay')}, :reason)
     ON CONFLICT (id) DO NOTHING`,
    { ...ownerValues(owner), id, firstDay, lastDay, reason },
  ));

/** @param owner a member */
export const insertTemporaryHours = async (
  trx: Knex.Transaction,
  { tenantId, id: principalId }: DaysOwner,
  { id, name, firstDay, lastDay, weekdays, blocks }: StoredTemporaryHours,
): Promise<void> =>
  void (await trx.raw(
    `INSERT INTO temporary_hours (id, tenant_id, principal_id, name, first_day, last_day, weekdays, blocks)
     VALUES (:id, :tenantId, :principalId, :name, ${dateOf(':firstDay')}, ${dateOf(':lastDay')},
             CAST(:weekdays AS integer[]), CAST(:blocks AS jsonb))
     ON CONFLICT (id) DO NOTHING`,
    {
      ...{ id, tenantId, principalId, name, firstDay, lastDay },
      weekdays: weekdays && [...weekdays],
      blocks: JSON.stringify(blocks),
    },
  ));

/** @param owner a member */
export const insertTravel = async (
  trx: Knex.Transaction,
  { tenantId, id: principalId }: DaysOwner,
  { id, firstDay, lastDay, timezone }: StoredTravel,
): Promise<void> =>
  void (await trx.raw(
    `INSERT INTO travels (id, tenant_id, principal_id, first_day, last_day, timezone)
     VALUES (:id, :tenantId, :principalId, ${dateOf(':firstDay')}, ${dateOf(':lastDay')}, :timezone)
     ON CONFLICT (id) DO NOTHING`,
    { id, tenantId, principalId, firstDay, lastDay, timezone },
  ));
