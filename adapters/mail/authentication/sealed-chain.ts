import { asciiDomain } from './alignment.ts';
import { parseAuthenticationResults } from './authentication-results.ts';
import type { MessageHeader } from './header.ts';
import { isProven } from './stated.ts';

/** One hop of an ARC chain: who sealed it, and the ARC-Authentication-Results it sealed. */
export interface SealedHop {
  /** The domain that sealed; null when seal and signature are not of one domain. */
  sealer: string | null;
  /** The field as it came, with its name. */
  authenticationResults: string;
}

/**
 * Whether a trusted hop says that the message was aligned when it came by, and by what covers all that is read. Read from the newest hop inwards, as
 * long as each is trusted: what an untrusted one had in its hands afterwards may be changed (RFC 8617 §9.4).
 *
 * @param hops oldest first; of a chain that was verified
 */
export function vouchedFor(
  hops: readonly SealedHop[],
  about: { trustedSealers: readonly string[]; header: MessageHeader; fromDomain: string },
): boolean {
  const trusted = new Set(about.trustedSealers.map(asciiDomain));
  for (const { sealer, authenticationResults } of [...hops].reverse()) {
    if (sealer === null || !trusted.has(asciiDomain(sealer))) return false;
    const value = authenticationResults.slice(authenticationResults.indexOf(':') + 1);
    const stated = parseAuthenticationResults(value);
    // A forwarder may have taken the author's signature out, so that of one that is not there nothing is known.
    if (stated && isProven(stated, about, { unsigned: false })) return true;
  }
  return false;
}
