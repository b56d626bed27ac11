import type { Knex } from 'knex';

/** What of a meeting's story says that a party's budget of the day is used up is looked for before each of its commands. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`CREATE INDEX audit_log_used_up ON audit_log (meeting_id, at) WHERE what LIKE '%-used-up'`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`DROP INDEX audit_log_used_up`);
}
