import type { Knex } from 'knex';
import { organizerDomains } from '../../adapters/postgres/organizer-domains.ts';
import type { RecipientDomains } from '../../config/index.ts';
import { domainOf } from '../../domain/itip/address.ts';

/** Whether mail to an address is taken; rejects when that cannot be found out now. */
export type RecipientCheck = (address: string) => Promise<boolean>;

const REMEMBERED_MS = 60_000;

/** @param nowMs for how long the tenants' domains are remembered: a minute */
export function recipientCheck(domains: RecipientDomains, knex: Knex, nowMs: () => number): RecipientCheck {
  if (domains === 'any') return () => Promise.resolve(true);
  if (domains !== 'tenants') {
    const named = new Set(domains.map((domain) => domain.toLowerCase()));
    return (address) => Promise.resolve(named.has(domainOf(address)));
  }
  const tenants = remembered(() => organizerDomains(knex), nowMs);
  return async (address) => (await tenants()).has(domainOf(address));
}

/** What follows the last `@`, so that no route (RFC 5321 Appendix C) or quoted `@` hides where it goes. */

function remembered<T>(load: () => Promise<T>, nowMs: () => number): () => Promise<T> {
  let known: { value: Promise<T>; atMs: number } | null = null;
  return () => {
    if (known && nowMs() - known.atMs < REMEMBERED_MS) return known.value;
    const asked = { value: load(), atMs: nowMs() };
    known = asked;
    // What failed is asked again with the next recipient.
    asked.value.catch(() => {
      if (known === asked) known = null;
    });
    return asked.value;
  };
}
