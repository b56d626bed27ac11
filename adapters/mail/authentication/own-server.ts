import type { Authentication, AuthenticationResult } from '../../../activities/inbound-ports.ts';
import { asciiDomain, domainOf, isAligned, organizationalDomain } from './alignment.ts';
import { hopsIn } from './arc-hops.ts';
import {
  parseAuthenticationResults,
  type AuthenticationResults,
  type MethodResult,
} from './authentication-results.ts';
import type { HeaderField, MessageHeader } from './header.ts';
import { NOBODY } from '../../../activities/understanding/nobody.ts';
import { vouchedFor } from './sealed-chain.ts';
import { bestResult } from './signatures.ts';

const LONGEST_TRACE = 4_000;

/**
 * What the user's own mail server found out, as it wrote it into the message.
 *
 * Only the first Authentication-Results with an id of ours counts, and only above the first Received of a
 * server that is not ours: what stands below was there when the message came, and may be forged. A server must
 * remove fields with its own id from what comes in (RFC 8601 §5); one that does not, and adds none itself, lets a
 * forged one be the first.
 */
export function byOwnServer(
  header: MessageHeader,
  { authservIds, trustedSealers }: { authservIds: readonly string[]; trustedSealers: readonly string[] },
): Authentication {
  const written = ownResults(header.fields, authservIds);
  if (!written) return NOBODY;
  const one = (method: string) => written.results.find((result) => result.method === method);
  const signatures = written.results.filter(({ method }) => method === 'dkim');
  const dmarc = one('dmarc');
  const arc = resultOf(one('arc'));
  const { fromDomain, fields } = header;
  const sealed =
    arc === 'pass' && fromDomain !== null && vouchedFor(hopsIn(fields), trustedSealers, fromDomain);
  return {
    source: 'own-server',
    spf: resultOf(one('spf')),
    dkim: bestResult(signatures.map((signature) => ({ result: resultOf(signature) }))),
    dmarc: resultOf(dmarc),
    arc,
    aligned: sealed || (fromDomain !== null && isOwnAligned(written, fromDomain)),
    policy: policyOf(dmarc),
  };
}

function ownResults(
  fields: readonly HeaderField[],
  authservIds: readonly string[],
): AuthenticationResults | null {
  const ids = new Set(authservIds.map((id) => id.toLowerCase()));
  for (const { name, value } of fields) {
    if (name === 'received' && !isOwnHop(value, ids)) return null;
    if (name !== 'authentication-results') continue;
    const results = parseAuthenticationResults(value);
    if (results && ids.has(results.authservId)) return results;
  }
  return null;
}

/** Written by a server of ours: it calls itself by an id of ours, by a host of its domain, or by no public name. */
function isOwnHop(received: string, ids: ReadonlySet<string>): boolean {
  const by = /(?:^|\s)by\s+([^\s;()]+)/i.exec(withoutComments(received))?.[1] ?? '';
  const host = asciiDomain(by);
  if (!host.includes('.') || /^[\d.]+$/.test(host)) return true;
  return [...ids].some(
    (id) =>
      host === id || host.startsWith(`${id}.`) || organizationalDomain(id) === organizationalDomain(host),
  );
}

function withoutComments(text: string): string {
  const outer = text.slice(0, LONGEST_TRACE).replace(/\([^()]*\)/g, ' ');
  return outer === text ? text : withoutComments(outer);
}

/** DMARC's word where there is one; else what SPF and DKIM passed for, against From. */
function isOwnAligned({ results }: AuthenticationResults, fromDomain: string): boolean {
  const dmarc = results.find(({ method }) => method === 'dmarc');
  if (dmarc?.result === 'fail') return false;
  if (dmarc?.result === 'pass') {
    // About another From than the one that is believed here, it says nothing.
    const from = dmarc.properties['header.from'];
    return from === undefined || isAligned(domainOf(from), fromDomain);
  }
  return results.some(({ method, result, properties }) => {
    if (result !== 'pass') return false;
    const identity =
      method === 'spf'
        ? (properties['smtp.mailfrom'] ?? properties['smtp.helo'])
        : method === 'dkim'
          ? (properties['header.d'] ?? properties['header.i'])
          : undefined;
    return identity !== undefined && isAligned(domainOf(identity), fromDomain);
  });
}

/** RFC 8601 §2.7, and what older servers wrote instead. */
const RESULTS: ReadonlyMap<string, AuthenticationResult> = new Map([
  ['pass', 'pass'],
  ['fail', 'fail'],
  ['hardfail', 'fail'],
  ['softfail', 'softfail'],
  ['neutral', 'neutral'],
  ['policy', 'neutral'],
  ['none', 'none'],
  ['temperror', 'temperror'],
  ['permerror', 'permerror'],
]);

const resultOf = (result: MethodResult | undefined): AuthenticationResult =>
  result === undefined ? 'none' : (RESULTS.get(result.result) ?? 'neutral');

/** Servers write the domain's wish as a property, or in the comment: `dmarc=fail (p=reject …)`. */
function policyOf(dmarc: MethodResult | undefined): Authentication['policy'] {
  if (!dmarc) return null;
  const { properties, comments } = dmarc;
  const stated = properties['policy.published-domain-policy'] ?? properties['policy.dmarc'];
  const said = stated ?? /\bp(?:olicy)?=(\w+)/i.exec(comments.join(' '))?.[1];
  const policy = said?.toLowerCase();
  return policy === 'none' || policy === 'quarantine' || policy === 'reject' ? policy : null;
}
