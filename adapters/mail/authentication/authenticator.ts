import type { MailAuthenticator } from '../../../activities/inbound/ports.ts';
import type { Authentication } from '../../../activities/understanding/ports.ts';
import { sizeProblem, withoutRunsOfCr } from '../reading/bounds.ts';
import { boundedResolver, createDnsResolver, type DnsResolver } from './bounded-resolver.ts';
import { bySession } from './by-session.ts';
import { readHeader } from './header.ts';
import { NOBODY } from '../../../activities/understanding/nobody.ts';
import { byOwnServer } from './own-server.ts';
import { isWorthChecking } from './work.ts';

export interface AuthenticatorOptions {
  /** What our own mail server calls itself in Authentication-Results. */
  authservIds: readonly string[];
  /** Domains whose ARC seal is believed. */
  trustedSealers: readonly string[];
  /** DNS servers, `address` or `address:port`; the system's when there are none. */
  dnsServers?: readonly string[];
  /** Instead of DNS. */
  resolver?: DnsResolver;
  /** For all look-ups of a message together, and for hashing it; 10 seconds when absent. */
  timeLimitMs?: number;
  /** Look-ups for a message; 100 when absent. */
  mostLookups?: number;
}

/** Somebody looked, and could not find out. */
const TEMPERROR: Authentication = {
  source: 'session',
  spf: 'temperror',
  dkim: 'temperror',
  dmarc: 'temperror',
  arc: 'none',
  aligned: false,
  policy: null,
};

/**
 * Who looks depends on who took the message in. Parley itself (`smtp` with a session): SPF, DKIM, ARC, DMARC.
 * Another server (`imap`, `lmtp`, or `smtp` from a trusted relay): what our own server wrote. A webhook: what the
 * message itself proves (DKIM, ARC), and SPF when the provider tells the client's address.
 * Never throws: what could not be found out is `temperror`.
 */
export function createMailAuthenticator(options: AuthenticatorOptions): MailAuthenticator {
  const resolve = options.resolver ?? createDnsResolver(options.dnsServers);
  const limits = { timeMs: options.timeLimitMs ?? 10_000, lookups: options.mostLookups ?? 100 };
  return {
    async authenticate({ raw, door, envelope, session }) {
      // On one that is not read nothing is acted, whoever it is from.
      const header = sizeProblem(withoutRunsOfCr(raw)) === null ? await readHeader(raw) : null;
      if (!header) return NOBODY;
      const looksItself = door === 'webhook' || (door === 'smtp' && session !== null);
      if (!header.unambiguous) return looksItself ? TEMPERROR : NOBODY;
      if (!looksItself) return byOwnServer(header, options);
      if (!isWorthChecking(raw, header)) return TEMPERROR;
      const resolver = boundedResolver(resolve, limits);
      try {
        const message = { raw, header, sender: envelope.from, session };
        return await bySession(message, {
          resolve: resolver,
          trustedSealers: options.trustedSealers,
          timeMs: limits.timeMs,
        });
      } catch {
        return TEMPERROR;
      } finally {
        resolver.release();
      }
    },
  };
}
