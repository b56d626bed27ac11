import type { Knex } from 'knex';

/** Who takes part in a meeting: a member, or somebody outside. */
export type Person = { principalId: string; contactId: null } | { principalId: null; contactId: string };

const KNOWN = `
     own AS (
       SELECT principal_id, NULL::uuid AS contact_id FROM principal_addresses
        WHERE tenant_id = :tenantId AND address_key = lower(:address)
       UNION ALL
       SELECT NULL, id FROM contacts WHERE tenant_id = :tenantId AND address_key = lower(:address)
        ORDER BY contact_id NULLS FIRST
        LIMIT 1
     ), learned AS (
       SELECT min(principal_id::text)::uuid AS principal_id, min(contact_id::text)::uuid AS contact_id
         FROM learned_addresses
        WHERE tenant_id = :tenantId AND address_key = lower(:address) AND meeting_id IS NULL AND learned_from = 'api'
       HAVING count(DISTINCT person_id) = 1
     ), known AS (
       SELECT * FROM own UNION ALL SELECT * FROM learned WHERE NOT EXISTS (SELECT FROM own)
     )`;

/** The person of a tenant who has the address, where they are known already; as `ensurePerson` finds them. */
export async function knownPerson(knex: Knex, tenantId: string, address: string): Promise<Person | null> {
  const { rows } = await knex.raw<{ rows: Person[] }>(
    `WITH ${KNOWN} SELECT principal_id AS "principalId", contact_id AS "contactId" FROM known`,
    { tenantId, address },
  );
  return rows[0] ?? null;
}

/**
 * The person of a tenant who has the address: the principal whose it is, else the contact, else the one person of whom the
 * tenant told that they use it as well, else a contact that is made. What people say of themselves by a link gives them the
 * answers to their own invitations, and nobody else's.
 */
export async function ensurePerson(knex: Knex, tenantId: string, address: string): Promise<Person> {
  const { rows } = await knex.raw<{ rows: Person[] }>(
    `WITH ${KNOWN}, made AS (
       INSERT INTO contacts (tenant_id, address)
       SELECT CAST(:tenantId AS uuid), :address WHERE NOT EXISTS (SELECT FROM known)
       ON CONFLICT (tenant_id, address_key) DO UPDATE SET address = contacts.address
       RETURNING id
     )
     SELECT principal_id AS "principalId", contact_id AS "contactId" FROM known
     UNION ALL
     SELECT NULL, id FROM made`,
    { tenantId, address },
  );
  const [person] = rows;
  if (!person) throw new Error('the person has neither been found nor made');
  return person;
}

/**
 * All addresses of the person of a row, as SQL: their own and those that were learned, for the row's meeting or for good.
 *
 * @param row the name of a row of `invitations`
 */
export const addressesOf = (row: string): string => `(
  SELECT address_key, created_at FROM principal_addresses WHERE principal_id = ${row}.principal_id
  UNION ALL
  SELECT address_key, created_at FROM contacts WHERE id = ${row}.contact_id
  UNION ALL
  SELECT address_key, created_at FROM learned_addresses
   WHERE person_id = ${row}.person_id AND (meeting_id IS NULL OR meeting_id = ${row}.meeting_id)
)`;

/** All addresses of everybody who takes part in a meeting, or did: for hiding them, never for showing. */
export async function addressesInMeeting(knex: Knex, meetingId: string): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { address: string }[] }>(
    `SELECT DISTINCT address
       FROM invitations invitation
      CROSS JOIN LATERAL (
        SELECT attendee_email AS address UNION ALL SELECT address_key FROM ${addressesOf('invitation')} known
      ) theirs
      WHERE invitation.meeting_id = :meetingId`,
    { meetingId },
  );
  return rows.map(({ address }) => address);
}

/** Which of these addresses are a member's, or another principal's. */
export const principalAddresses = (
  knex: Knex,
  tenantId: string,
  addresses: readonly string[],
): Promise<string[]> =>
  knex('principal_addresses')
    .where({ tenant_id: tenantId })
    .whereIn(
      'address_key',
      addresses.map((address) => address.toLowerCase()),
    )
    .pluck('address_key');

/** The persons of a tenant whose own these addresses are, as members or as contacts. */
export async function personsWith(
  knex: Knex,
  tenantId: string,
  addresses: readonly string[],
): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `SELECT principal_id AS id FROM principal_addresses WHERE tenant_id = :tenantId AND address_key = ANY(:keys)
     UNION SELECT id FROM contacts WHERE tenant_id = :tenantId AND address_key = ANY(:keys)`,
    { tenantId, keys: addresses.map((address) => address.toLowerCase()) },
  );
  return rows.map(({ id }) => id);
}

/** Tells other addresses of a person; known ones stay as they are. */
export async function learnAddresses(
  knex: Knex,
  tenantId: string,
  { email, aliases = [] }: { email: string; aliases?: readonly string[] | undefined },
): Promise<void> {
  const keys = new Set(aliases.map((alias) => alias.toLowerCase()));
  keys.delete(email.toLowerCase());
  if (keys.size === 0) return;
  const { principalId, contactId } = await ensurePerson(knex, tenantId, email);
  await knex('learned_addresses')
    .insert(
      [...keys].map((key) => ({
        tenant_id: tenantId,
        principal_id: principalId,
        contact_id: contactId,
        address_key: key,
        learned_from: 'api',
      })),
    )
    .onConflict()
    .ignore();
}

/**
 * What was a contact is a principal from now on: their meetings and what was learned of them. Where both have meetings at one
 * time, each keeps theirs.
 */
export async function adoptContact(
  trx: Knex.Transaction,
  { tenantId, principalId }: { tenantId: string; principalId: string },
  address: string,
): Promise<void> {
  const contact = await trx('contacts')
    .where({ tenant_id: tenantId, address_key: address.toLowerCase() })
    .first('id');
  if (!contact) return;
  const adopted = { principal_id: principalId, contact_id: null };
  const theirs = { contact_id: contact.id };
  await trx('learned_addresses').where(theirs).update(adopted);
  await trx
    .transaction(async (nested) => {
      await nested('reservations').where(theirs).update(adopted);
      await nested('invitations').where(theirs).update(adopted);
    })
    .catch((error: unknown) => {
      if ((error as { constraint?: string }).constraint !== 'one_meeting_at_a_time') throw error;
    });
}
