import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { arc, dkimVerify, dmarc, spf, type ARCData, type DKIMVerifyResult, type DNSResolver } from 'mailauth';
import type { MailSession } from '../../../activities/inbound/ports.ts';
import type { Authentication, AuthenticationResult } from '../../../activities/understanding/ports.ts';
import { isAligned } from './alignment.ts';
import { hopsOf } from './arc-hops.ts';
import type { DnsResolver } from './bounded-resolver.ts';
import { withSoundSignatures, type MessageHeader } from './header.ts';
import { NOBODY } from '../../../activities/understanding/nobody.ts';
import { vouchedFor } from './sealed-chain.ts';
import { bestResult, coversMessage, provesMessage, signaturesOf, type Signature } from './signatures.ts';

/** RFC 8301 §3.2. */
const SHORTEST_KEY_BITS = 1024;

export interface ReceivedMessage {
  raw: Buffer;
  header: MessageHeader;
  /** MAIL FROM; null for the null reverse-path. */
  sender: string | null;
  /** Null: only what the message itself proves is looked at. */
  session: MailSession | null;
}

/** SPF, DKIM, ARC and DMARC, looked at by Parley itself. */
export async function bySession(
  message: ReceivedMessage,
  options: { resolve: DnsResolver; trustedSealers: readonly string[]; timeMs: number },
): Promise<Authentication> {
  const resolver = options.resolve as DNSResolver;
  const [verified, sender] = await Promise.all([
    verifySignatures(message, resolver, options.timeMs),
    checkSender(message, resolver),
  ]);
  const signatures = signaturesOf(verified, message.header);
  const chain = await verifyChain(verified, message.header, resolver);
  if (message.session === null && signatures.length === 0 && chain.result === 'none') return NOBODY;
  const fromDomain = verified.headerFrom.length === 1 ? message.header.fromDomain : null;
  const found = {
    source: 'session' as const,
    spf: sender.result,
    dkim: bestResult(signatures),
    arc: chain.result,
  };
  // More than one From, or none, is from nobody (RFC 7489 §6.6.1).
  if (fromDomain === null) return { ...found, dmarc: 'permerror', aligned: false, policy: null };
  const policy = await policyOf(fromDomain, resolver);
  const bySpf = sender.result === 'pass' && isAligned(sender.domain, fromDomain, policy.strictSpf);
  const own = signatures.filter(
    ({ domain, result }) => result === 'pass' && isAligned(domain, fromDomain, policy.strictDkim),
  );
  const vouched =
    chain.whole &&
    vouchedFor(chain.hops, { trustedSealers: options.trustedSealers, header: message.header, fromDomain });
  return {
    ...found,
    dmarc: dmarcResult({
      own: bySpf || own.length > 0,
      policy,
      sender,
      signatures,
      complete: message.session !== null,
    }),
    // DMARC is content with a signature of From; an answer is proven by one of all that is read.
    aligned: bySpf || own.some(({ whole }) => whole) || vouched,
    policy: policy.wish,
  };
}

const verifySignatures = ({ raw, header, sender }: ReceivedMessage, resolver: DNSResolver, timeMs: number) =>
  dkimVerify(inPieces(withSoundSignatures(raw, header), timeMs), {
    resolver,
    minBitLength: SHORTEST_KEY_BITS,
    ...(sender === null ? {} : { sender }),
  });

const PIECE_BYTES = 64 * 1024;

/**
 * Hashing ten megabytes at once would hold up everything else for a second. Each piece ends with a line, since
 * mailauth looks at the beginning of a line again with each piece of it; and each line with CRLF (RFC 6376 §5.3),
 * since it hashes a line that ends otherwise by itself.
 *
 * @param timeMs then it is given up
 */
function inPieces(raw: Buffer, timeMs: number): Readable {
  const until = performance.now() + timeMs;
  return Readable.from(
    (async function* () {
      for (let at = 0, end = 0; at < raw.length; at = end) {
        if (performance.now() > until) throw new Error('the message takes too long to hash');
        end = raw.indexOf('\n', at + PIECE_BYTES) + 1 || raw.length;
        yield withCrlf(raw.subarray(at, end));
        await setImmediate();
      }
    })(),
  );
}

/** @param lines whole ones */
function withCrlf(lines: Buffer): Buffer {
  const text = lines.toString('latin1');
  return BARE_LF.test(text) ? Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'latin1') : lines;
}

const BARE_LF = /(?<!\r)\n/;

async function checkSender(
  { sender, session }: ReceivedMessage,
  resolver: DNSResolver,
): Promise<{ result: AuthenticationResult; domain: string }> {
  if (session === null) return { result: 'none', domain: '' };
  // Without MAIL FROM it is postmaster at the name in HELO (RFC 7208 §2.4).
  const helo = session.helo || `[${session.clientAddress}]`;
  const { status, domain } = await spf({
    ip: session.clientAddress,
    helo,
    ...(sender === null ? {} : { sender }),
    resolver,
  });
  return { result: status.result as AuthenticationResult, domain };
}

async function verifyChain(verified: DKIMVerifyResult, header: MessageHeader, resolver: DNSResolver) {
  const { status, signature, chain } = await arc(verified.arc as ARCData, {
    resolver,
    minBitLength: SHORTEST_KEY_BITS,
  });
  const passed = status.result === 'pass' && signature && provesMessage(signature);
  const result: AuthenticationResult = passed ? 'pass' : status.result === 'none' ? 'none' : 'fail';
  const whole = passed && coversMessage(signature, header);
  return { result, whole: whole === true, hops: hopsOf(chain || []) };
}

interface DomainPolicy {
  state: 'published' | 'none' | 'temperror';
  wish: Authentication['policy'];
  strictSpf: boolean;
  strictDkim: boolean;
}

/** What the domain of From publishes (RFC 7489 §6.3); what passes is decided here, since mailauth knows no strict mode. */
async function policyOf(fromDomain: string, resolver: DNSResolver): Promise<DomainPolicy> {
  const found = await dmarc({ headerFrom: [`postmaster@${fromDomain}`], resolver });
  if (!found || found.status.result === 'none') return { ...UNPUBLISHED, state: 'none' };
  if (found.status.result === 'temperror') return { ...UNPUBLISHED, state: 'temperror' };
  const { alignment, policy, pct } = found;
  return {
    state: 'published',
    wish: softened(policy?.toLowerCase(), pct),
    strictSpf: alignment.spf.strict,
    strictDkim: alignment.dkim.strict,
  };
}

const UNPUBLISHED = { wish: null, strictSpf: false, strictDkim: false };

/** A domain that wants it for a part of its mail only is still trying it out: one step softer (RFC 7489 §6.6.4). */
function softened(policy: string | undefined, pct = 100): Authentication['policy'] {
  if (policy === 'reject') return pct < 100 ? 'quarantine' : 'reject';
  if (policy === 'quarantine') return pct < 100 ? 'none' : 'quarantine';
  return policy === 'none' ? 'none' : null;
}

/**
 * RFC 7489 §6.6.2. What a passing failure kept from being looked at could have passed; and so could SPF, where
 * nobody knows the client's address: then nothing has failed.
 */
function dmarcResult(of: {
  own: boolean;
  policy: DomainPolicy;
  sender: { result: AuthenticationResult };
  signatures: readonly Signature[];
  complete: boolean;
}): AuthenticationResult {
  if (of.policy.state !== 'published') return of.policy.state;
  if (of.own) return 'pass';
  const unknown = [of.sender, ...of.signatures].some(({ result }) => result === 'temperror');
  if (unknown) return 'temperror';
  return of.complete ? 'fail' : 'none';
}
