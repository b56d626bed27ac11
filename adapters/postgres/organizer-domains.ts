import type { Knex } from 'knex';

/** The domains of all tenants' organizer mailboxes, in lower case: what invitations are answered to. */
export async function organizerDomains(knex: Knex): Promise<ReadonlySet<string>> {
  const rows: { domain: string }[] = await knex('tenants').distinct(
    knex.raw(`lower(split_part(organizer_email, '@', -1)) AS domain`),
  );
  return new Set(rows.map(({ domain }) => domain));
}
