import type { Knex } from 'knex';

/** Tells other addresses of a person who is invited; known ones stay as they are. */
export async function addAliases(
  knex: Knex,
  tenantId: string,
  person: { email: string; aliases?: readonly string[] | undefined },
): Promise<void> {
  const attendee = person.email.toLowerCase();
  const aliases = new Set((person.aliases ?? []).map((alias) => alias.toLowerCase()));
  aliases.delete(attendee);
  if (aliases.size === 0) return;
  await knex('attendee_aliases')
    .insert(
      [...aliases].map((alias) => ({
        tenant_id: tenantId,
        attendee_key: attendee,
        alias_key: alias,
        learned_from: 'api',
      })),
    )
    .onConflict()
    .ignore();
}
