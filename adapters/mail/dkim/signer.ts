import { domainToASCII } from 'node:url';
import type { DKIMSignOptions } from 'mailauth';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import type { Instant } from '../../../domain/meeting/state.ts';
import type { DkimKey } from './key.ts';

/**
 * Puts a DKIM signature (RFC 6376) before a message, or gives it back as it is when it is not from a domain
 * that Parley signs for. The same message and time give the same bytes.
 */
export type DkimSigner = (raw: Buffer, about: { from: string; atMs: Instant }) => Promise<Buffer>;

export interface DkimSettings {
  key: DkimKey;
  selector: string;
  /** Undefined: the domain of whatever address a message is from. */
  domain?: string | undefined;
}

/**
 * What people see, what answers follow, and how the parts are read (RFC 6376 §5.4.1). Not in it are fields that
 * servers on the way may change.
 */
const SIGNED_FIELDS = [
  'From',
  'To',
  'Reply-To',
  'Subject',
  'Date',
  'Message-ID',
  'In-Reply-To',
  'References',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Auto-Submitted',
].join(':');

export function createDkimSigner({ key, selector, domain }: DkimSettings): DkimSigner {
  return async (raw, { from, atMs }) => {
    const signingDomain = signingDomainFor(from, domain);
    if (signingDomain === null) return raw;
    // Its types say otherwise, but only `signatureData` signs, and only a text replaces the library's own list of fields.
    const { signatures, errors } = await dkimSign(raw, {
      canonicalization: 'relaxed/relaxed',
      signTime: new Date(atMs),
      headerList: SIGNED_FIELDS,
      signatureData: [{ signingDomain, selector, privateKey: key.privatePem }],
    } as unknown as DKIMSignOptions);
    const [failed] = errors;
    if (failed) throw new Error('the message could not be signed', { cause: failed });
    return Buffer.concat([Buffer.from(signatures), raw]);
  };
}

/**
 * The domain that signs for an address: only one that is the address's own or above it counts for DMARC
 * (RFC 7489 §3.1.1).
 *
 * @returns null when none does
 */
export function signingDomainFor(address: string, configured: string | undefined): string | null {
  const from = ascii(address.slice(address.lastIndexOf('@') + 1));
  if (from === '') return null;
  if (configured === undefined) return from;
  const domain = ascii(configured);
  return from === domain || from.endsWith(`.${domain}`) ? domain : null;
}

const ascii = (domain: string): string => domainToASCII(domain.toLowerCase());
