import { isAligned, asciiDomain } from './alignment.ts';
import { parseAuthenticationResults } from './authentication-results.ts';

/** One hop of an ARC chain: who sealed it, and the ARC-Authentication-Results it sealed. */
export interface SealedHop {
  /** The domain that sealed; null when seal and signature are not of one domain. */
  sealer: string | null;
  /** The field as it came, with its name. */
  authenticationResults: string;
}

/**
 * Whether a trusted hop says that the message was aligned when it came by. Read from the newest hop inwards, as
 * long as each is trusted: what an untrusted one had in its hands afterwards may be changed (RFC 8617 §9.4).
 *
 * @param hops oldest first; of a chain that was verified
 */
export function vouchedFor(
  hops: readonly SealedHop[],
  trustedSealers: readonly string[],
  fromDomain: string,
): boolean {
  const trusted = new Set(trustedSealers.map(asciiDomain));
  for (const { sealer, authenticationResults } of [...hops].reverse()) {
    if (sealer === null || !trusted.has(asciiDomain(sealer))) return false;
    const value = authenticationResults.slice(authenticationResults.indexOf(':') + 1);
    const dmarc = parseAuthenticationResults(value)?.results.find(({ method }) => method === 'dmarc');
    const from = dmarc?.properties['header.from'];
    if (dmarc?.result === 'pass' && from !== undefined && isAligned(from, fromDomain)) return true;
  }
  return false;
}
