import type { Authentication, AuthenticationResult } from '../../../activities/understanding/ports.ts';
import { asciiDomain, organizationalDomain } from './alignment.ts';
import { hopsIn } from './arc-hops.ts';
import {
  mayBeOf,
  parseAuthenticationResults,
  type AuthenticationResults,
  type MethodResult,
} from './authentication-results.ts';
import { isSealedWhole } from './coverage.ts';
import type { HeaderField, MessageHeader } from './header.ts';
import { NOBODY } from '../../../activities/understanding/nobody.ts';
import { vouchedFor } from './sealed-chain.ts';
import { bestResult } from './signatures.ts';
import { isProven } from './stated.ts';

const LONGEST_TRACE = 4_000;

/**
 * What the user's own mail server found out, as it wrote it into the message.
 *
 * Only the topmost Authentication-Results with an id of ours count, and only above the first Received of a
 * server that is not ours: what stands below was there when the message came, and may be forged. A server must
 * remove fields with its own id from what comes in (RFC 8601 §5); one that does not, and adds none itself, lets a
 * forged one be the first. It does not say which fields the author's signature covers: those are looked at here.
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
  const about = fromDomain === null ? null : { header, fromDomain, trustedSealers };
  const sealed =
    about !== null && arc === 'pass' && isSealedWhole(header) && vouchedFor(hopsIn(fields), about);
  return {
    source: 'own-server',
    spf: resultOf(one('spf')),
    dkim: bestResult(signatures.map((signature) => ({ result: resultOf(signature) }))),
    dmarc: resultOf(dmarc),
    arc,
    aligned: sealed || (about !== null && isProven(written, about, { unsigned: true })),
    policy: policyOf(dmarc),
  };
}

/** What filters write between the fields of a server, one for each method. */
const FILTERS = ['dkim-filter', 'dmarc-filter', 'received-spf'];

/**
 * The topmost run of fields of our own as one; of each method what the first of them states that has it. Null when there
 * is none, or one of ours cannot be read: what it said may have been against what another says.
 */
function ownResults(
  fields: readonly HeaderField[],
  authservIds: readonly string[],
): AuthenticationResults | null {
  const ids = new Set(authservIds.map((id) => id.toLowerCase()));
  let found: AuthenticationResults | null = null;
  for (const { name, value } of fields) {
    if (name !== 'authentication-results') {
      if (found ? !FILTERS.includes(name) : name === 'received' && !isOwnHop(value, ids)) break;
      continue;
    }
    const read = parseAuthenticationResults(value);
    if (read === null && [...ids].some((id) => mayBeOf(id, value))) return null;
    if (read?.bare && ids.has(read.authservId)) found = found ? joined(found, read) : read;
    else if (found) break;
  }
  return found;
}

function joined(above: AuthenticationResults, below: AuthenticationResults): AuthenticationResults {
  const stated = new Set(above.results.map(({ method }) => method));
  return {
    ...above,
    results: [...above.results, ...below.results.filter(({ method }) => !stated.has(method))],
  };
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
