import type { Knex } from 'knex';

const SCOPES = ['meetings', 'ics', 'hooks', 'mail', 'webhooks', 'operator'];
const check = (scopes: readonly string[]): string =>
  `CHECK (scopes <@ ARRAY[${scopes.map((scope) => `'${scope}'`).join(', ')}] AND cardinality(scopes) > 0)`;

/** Keys for the calendars of members; and what can no longer be brought back of a deleted calendar goes. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ALTER TABLE api_keys DROP CONSTRAINT api_keys_scopes_check;
    ALTER TABLE api_keys ADD CONSTRAINT api_keys_scopes_check ${check([...SCOPES, 'calendars'])};
    -- The configured key has every scope.
    UPDATE api_keys SET scopes = array_append(scopes, 'calendars')
     WHERE name = 'PARLEY_API_KEY' AND scopes @> ARRAY[${SCOPES.map((scope) => `'${scope}'`).join(', ')}];
    GRANT DELETE ON calendars, calendar_objects TO parley_retention;
    GRANT SELECT, DELETE ON calendar_grants TO parley_retention;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    UPDATE api_keys SET scopes = array_remove(scopes, 'calendars');
    DELETE FROM api_keys WHERE cardinality(scopes) = 0;
    ALTER TABLE api_keys DROP CONSTRAINT api_keys_scopes_check;
    ALTER TABLE api_keys ADD CONSTRAINT api_keys_scopes_check ${check(SCOPES)};
    REVOKE DELETE ON calendars, calendar_objects FROM parley_retention;
    REVOKE ALL ON calendar_grants FROM parley_retention;
  `);
}
