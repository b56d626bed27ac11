import type { Knex } from 'knex';

/** How many events wait for their endpoints is counted without reading those that were taken. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE INDEX webhook_deliveries_pending ON webhook_deliveries (tenant_id, created_at) WHERE state = 'pending';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`DROP INDEX webhook_deliveries_pending;`);
}
