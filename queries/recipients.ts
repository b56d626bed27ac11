import { knownRecipients } from '../adapters/postgres/known-recipients.ts';
import { organizerDomains } from '../adapters/postgres/organizer-domains.ts';
import { remembered } from '../adapters/remembered.ts';
import type { RecipientDomains } from '../config/index.ts';
import { domainOf } from '../domain/itip/address.ts';
import type { QueryDeps } from './deps.ts';

/** `elsewhere`: not of a domain whose mail is taken; `unknown`: of one, and nobody is there. */
export type Recipient = 'taken' | 'elsewhere' | 'unknown';

/** Whether mail to an address is taken; rejects when that cannot be found out now. */
export type RecipientCheck = (address: string) => Promise<Recipient>;

/**
 * What is refused by it never becomes a row: whoever guesses addresses fills no disk. What was found is remembered for a
 * minute.
 *
 * @param separator what stands between a mailbox and the tag of one of our own addresses
 */
export function recipientCheck(
  { knex, clock }: Pick<QueryDeps, 'knex' | 'clock'>,
  { domains, separator }: { domains: RecipientDomains; separator: string },
): RecipientCheck {
  if (domains === 'any') return () => Promise.resolve('taken');
  const nowMs = () => clock.nowMs();
  const isKnown = knownRecipients(knex, separator, nowMs);
  const domainsOf =
    domains === 'tenants'
      ? remembered(() => organizerDomains(knex), nowMs)
      : () => Promise.resolve(new Set(domains.map((domain) => domain.toLowerCase())));
  return async (address) => {
    // What follows the last `@`, so that no route (RFC 5321 Appendix C) or quoted `@` hides where it goes.
    if (!(await domainsOf()).has(domainOf(address))) return 'elsewhere';
    return (await isKnown(address)) ? 'taken' : 'unknown';
  };
}
