import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { readTaggedAddress } from '../mail/tagged-address.ts';
import { hashToken } from '../secrets/token.ts';

const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 10_000;

/**
 * Whether somebody here is to be reached at an address: an organizer's mailbox, an address that was given to a message or
 * an invitation, a principal, or the postmaster (RFC 5321 §4.5.1). Costs one look into indexes, and what was
 * found is remembered for a minute; what was not found is not, since it may be given to somebody at any moment.
 *
 * @param separator what stands between a mailbox and the tag of one of our own addresses
 * @param nowMs for how long it is remembered
 */
export function knownRecipients(
  knex: Knex,
  separator: string,
  nowMs: () => number,
): (address: string) => Promise<boolean> {
  const known = new LRUCache<string, true>({
    max: MOST_REMEMBERED,
    ttl: REMEMBERED_MS,
    perf: { now: nowMs },
    ttlResolution: 0,
  });
  return async (given) => {
    const address = given.toLowerCase();
    if (address.startsWith('postmaster@') || known.has(address)) return true;
    const tag = readTaggedAddress(address, separator);
    const found = await exists(knex, tag === null ? BY_ADDRESS : BY_TAG, {
      address,
      hash: tag === null ? null : hashToken(tag.tag),
    });
    if (found) known.set(address, true);
    return found;
  };
}

const BY_ADDRESS = `
  SELECT EXISTS (SELECT FROM tenants WHERE lower(organizer_email) = :address)
      OR EXISTS (SELECT FROM principal_addresses WHERE address_key = :address) AS found`;

const BY_TAG = `
  SELECT EXISTS (SELECT FROM outgoing_messages WHERE tag_hash = :hash)
      OR EXISTS (SELECT FROM invitations WHERE organizer_tag_hash = :hash) AS found`;

async function exists(
  knex: Knex,
  sql: string,
  values: { address: string; hash: Buffer | null },
): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: { found: boolean }[] }>(sql, values);
  return rows[0]?.found ?? false;
}
