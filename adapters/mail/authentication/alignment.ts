import { domainToASCII } from 'node:url';
import { getDomain } from 'tldts';

/** In lower case and ASCII (RFC 5890), without the root's dot; empty when it is no domain. */
export const asciiDomain = (domain: string): string =>
  domainToASCII(domain.trim().replace(/\.$/, '')).toLowerCase();

/** The domain of an address, or of what servers write for one: `@example.org`, `example.org`. */
export const domainOf = (address: string): string =>
  asciiDomain(address.slice(address.lastIndexOf('@') + 1).replace(/>$/, ''));

/** The registered domain that it belongs to (RFC 7489 §3.2), by the Public Suffix List; itself when it is one. */
export function organizationalDomain(domain: string): string {
  const ascii = asciiDomain(domain);
  return getDomain(ascii, { allowPrivateDomains: true }) ?? ascii;
}

/**
 * Whether what was authenticated is the domain of From, or in relaxed mode one of the same organization
 * (RFC 7489 §3.1).
 */
export function isAligned(authenticated: string, fromDomain: string, strict = false): boolean {
  const own = asciiDomain(authenticated);
  const from = asciiDomain(fromDomain);
  if (own === '' || from === '') return false;
  return strict ? own === from : organizationalDomain(own) === organizationalDomain(from);
}
