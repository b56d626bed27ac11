import type { DkimKey } from './key.ts';

/** A TXT record that mail of a domain needs so that others believe it. */
export interface MailRecord {
  kind: 'DKIM' | 'SPF' | 'DMARC';
  /** Without the final dot. */
  name: string;
  value: string;
}

/** RFC 1035 §3.3.14: a TXT record is made of strings of at most 255 octets, which readers join without a space. */
const LONGEST_STRING = 255;

export const dkimRecord = (domain: string, selector: string, key: DkimKey): MailRecord => ({
  kind: 'DKIM',
  name: `${selector}._domainkey.${domain}`,
  value: `v=DKIM1; k=rsa; p=${key.publicKey}`,
});

/**
 * Who may send for the domain (RFC 7208).
 *
 * @param mailServer the host that hands our mail on; null when it is not known
 */
export const spfSuggestion = (domain: string, mailServer: string | null): MailRecord => ({
  kind: 'SPF',
  name: domain,
  value: `v=spf1 mx ${mailServer === null ? '' : `a:${mailServer} `}~all`,
});

/** What to do with mail that is not genuine (RFC 7489); `p=none` only asks for reports, and is how to begin. */
export const dmarcSuggestion = (domain: string): MailRecord => ({
  kind: 'DMARC',
  name: `_dmarc.${domain}`,
  value: 'v=DMARC1; p=none',
});

/** A line of a zone file. */
export function zoneLine({ name, value }: MailRecord): string {
  const strings = [];
  for (let at = 0; at < value.length; at += LONGEST_STRING)
    strings.push(`"${value.slice(at, at + LONGEST_STRING)}"`);
  return `${name}. IN TXT ${strings.length > 1 ? `( ${strings.join(' ')} )` : strings.join('')}`;
}

/** The tags of a record: `v=DKIM1; p=…` (RFC 6376 §3.2). Names in lower case, values without the space around them. */
export const tagsOf = (text: string): Map<string, string> =>
  new Map(
    text.split(';').flatMap((part): [string, string][] => {
      const equals = part.indexOf('=');
      return equals < 0 ? [] : [[part.slice(0, equals).trim().toLowerCase(), part.slice(equals + 1).trim()]];
    }),
  );
