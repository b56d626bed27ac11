import type { Knex } from 'knex';

/** What can no longer be brought back of a deleted calendar goes; and the configured key is for calendars, too. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    GRANT DELETE ON calendars, calendar_objects TO parley_retention;
    GRANT SELECT, DELETE ON calendar_grants TO parley_retention;
    -- The configured key has every scope.
    UPDATE api_keys SET scopes = array_append(scopes, 'calendars')
     WHERE name = 'PARLEY_API_KEY' AND scopes @> ARRAY['meetings', 'ics', 'hooks', 'mail', 'webhooks', 'operator']
       AND NOT scopes @> ARRAY['calendars'];
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DELETE FROM api_keys WHERE scopes = ARRAY['calendars'];
    UPDATE api_keys SET scopes = array_remove(scopes, 'calendars');
    REVOKE DELETE ON calendars, calendar_objects FROM parley_retention;
    REVOKE ALL ON calendar_grants FROM parley_retention;
  `);
}
