import { buffer } from 'node:stream/consumers';
import { domainToASCII } from 'node:url';
import DKIM from 'nodemailer/lib/dkim';
import type { DkimKey } from './key.ts';

/**
 * Puts a DKIM signature (RFC 6376) before a message, or gives it back as it is when it is not from a domain
 * that Parley signs for. The same message gives the same bytes: the signature has no time.
 *
 * @param from the address in the message's From
 */
export type DkimSigner = (raw: Buffer, from: string) => Promise<Buffer>;

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
  return async (raw, from) => {
    const domainName = signingDomainFor(from, domain);
    if (domainName === null) return raw;
    const signer = new DKIM({
      domainName,
      keySelector: selector,
      privateKey: key.privateKey,
      headerFieldNames: SIGNED_FIELDS,
    });
    const signed = await buffer(signer.sign(raw));
    // With a key that does not work, the library leaves the signature out.
    if (!signed.subarray(0, SIGNATURE.length).equals(SIGNATURE))
      throw new Error('the message could not be signed');
    return signed;
  };
}

const SIGNATURE = Buffer.from('DKIM-Signature:');

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
