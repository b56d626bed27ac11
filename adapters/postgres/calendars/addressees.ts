import type { Knex } from 'knex';
import type { AddressedMail, CalendarAddressee } from '../../../activities/inbound/calendar-mail.ts';
import { readTaggedAddress } from '../../mail/tagged-address.ts';
import { hashToken } from '../../secrets/token.ts';

const MOST_RECIPIENTS = 50;

/**
 * Who of those whom a mail came to keeps a calendar here: by the address that one correspondent of theirs was given; by who
 * writes about which event, where no such addresses are given; or by an address of their own, where the mail did not come to a mailbox
 * that invites to meetings.
 *
 * @param separator what stands between a mailbox and its tag
 */
export async function addresseesOf(
  knex: Knex,
  { recipients, tenantId, from, uids }: AddressedMail,
  separator: string,
): Promise<CalendarAddressee[]> {
  const some = recipients.slice(0, MOST_RECIPIENTS).filter((address) => !address.includes('\0'));
  const tagged = some.flatMap((address) => {
    const read = readTaggedAddress(address, separator);
    return read?.kind === 'organizer' ? [{ address, hash: hashToken(read.tag).toString('hex') }] : [];
  });
  if (tagged.length > 0) {
    const found = await byTag(knex, tagged, tenantId);
    if (found.length > 0) return found;
  }
  const known =
    from === null || uids.length === 0 ? [] : await bySender(knex, some, { tenantId, from, uids });
  return known.length > 0 ? known : byAddress(knex, some, tenantId);
}

/** To the mailbox that everybody writes to: its tenant's alone, and not more certain than its sender. */
async function bySender(
  knex: Knex,
  addresses: readonly string[],
  { tenantId, from, uids }: { tenantId: string | null; from: string; uids: readonly string[] },
): Promise<CalendarAddressee[]> {
  const { rows } = await knex.raw<{
    rows: { tenantId: string; principalId: string; uid: string; tagged: string }[];
  }>(
    `SELECT correspondent.tenant_id AS "tenantId", correspondent.principal_id AS "principalId", correspondent.uid,
            lower(tenant.organizer_email) AS tagged
       FROM calendar_correspondents correspondent JOIN tenants tenant ON tenant.id = correspondent.tenant_id
      WHERE correspondent.address_key = :from AND correspondent.uid = ANY(:uids)
        AND lower(tenant.organizer_email) = ANY(:addresses)
        AND (CAST(:tenantId AS uuid) IS NULL OR correspondent.tenant_id = :tenantId)`,
    { from, uids: uids.filter((uid) => !uid.includes('\0')), addresses: [...addresses], tenantId },
  );
  return rows.map(({ uid, tagged, ...addressee }) => ({
    ...addressee,
    correspondent: { uid, address: from, tagged, isProof: false },
  }));
}

async function byTag(
  knex: Knex,
  tagged: readonly { address: string; hash: string }[],
  tenantId: string | null,
): Promise<CalendarAddressee[]> {
  const { rows } = await knex.raw<{
    rows: { tenantId: string; principalId: string; uid: string; address: string; tagged: string }[];
  }>(
    `SELECT correspondent.tenant_id AS "tenantId", correspondent.principal_id AS "principalId", correspondent.uid,
            correspondent.address_key AS address, named.address AS tagged
       FROM jsonb_to_recordset(CAST(:tagged AS jsonb)) AS named (address text, hash text)
       JOIN calendar_correspondents correspondent ON correspondent.tag_hash = decode(named.hash, 'hex')
      WHERE CAST(:tenantId AS uuid) IS NULL OR correspondent.tenant_id = :tenantId`,
    { tagged: JSON.stringify(tagged), tenantId },
  );
  return rows.map(({ uid, address, tagged: own, ...addressee }) => ({
    ...addressee,
    correspondent: { uid, address, tagged: own, isProof: true },
  }));
}

/** An answer to an invitation to a meeting may be sent to its host as well, and is the meeting's. */
async function byAddress(
  knex: Knex,
  addresses: readonly string[],
  tenantId: string | null,
): Promise<CalendarAddressee[]> {
  const { rows } = await knex.raw<{ rows: { tenantId: string; principalId: string }[] }>(
    `SELECT DISTINCT entry.tenant_id AS "tenantId", entry.principal_id AS "principalId"
       FROM principal_addresses entry
       JOIN calendar_homes home ON home.principal_id = entry.principal_id
       JOIN tenants tenant ON tenant.id = entry.tenant_id
      WHERE entry.address_key = ANY(:addresses) AND (CAST(:tenantId AS uuid) IS NULL OR entry.tenant_id = :tenantId)
        AND NOT EXISTS (
          SELECT FROM unnest(CAST(:addresses AS text[])) AS named
           WHERE split_part(named, '@', 2) = split_part(lower(tenant.organizer_email), '@', 2)
             AND starts_with(split_part(named, '@', 1), split_part(lower(tenant.organizer_email), '@', 1)))`,
    { addresses: [...addresses], tenantId },
  );
  return rows.map((addressee) => ({ ...addressee, correspondent: null }));
}
