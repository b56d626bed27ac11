import { isLoopback } from '../../config/loopback.ts';
import { checkDkim, checkDmarc, checkSpf, type RecordFinding, type TxtLookup } from '../mail/dkim/check.ts';
import type { DkimKey } from '../mail/dkim/key.ts';
import { dkimRecord } from '../mail/dkim/records.ts';
import { signingDomainFor } from '../mail/dkim/signer.ts';
import { found, type Finding, type HealthCode } from './finding.ts';
import type { Check } from './run-checks.ts';

export interface MailDnsOptions {
  /** Those that mail is from; null: they are not known, as the database is not there. */
  domains: () => Promise<string[] | null>;
  /** Null: mail is not signed. @throws ConfigError when it cannot be used */
  key: () => DkimKey | null;
  selector: string;
  /** Undefined: each domain signs for itself. */
  signingDomain: string | undefined;
  lookUp: TxtLookup;
  /** Mail is caught on this machine, and none leaves. */
  catches: boolean;
}

/** What the DNS says of the domains that mail is from. */
export const mailDnsCheck = (options: MailDnsOptions): Check => ({
  part: 'dns',
  async look() {
    if (options.catches) return [found('dns', 'dns-not-needed')];
    const domains = await options.domains();
    if (domains === null) return [found('dns', 'needs-another', { needed: 'PostgreSQL' })];
    return (await Promise.all(domains.map((domain) => recordsOf(domain, options)))).flat();
  },
});

async function recordsOf(subject: string, options: MailDnsOptions): Promise<Finding[]> {
  if (isLoopback(subject)) return [found('dns', 'dns-not-needed', { subject })];
  const { lookUp } = options;
  const [dkim, spf, dmarc] = await Promise.all([
    dkimOf(subject, options),
    checkSpf(subject, lookUp),
    checkDmarc(subject, lookUp),
  ]);
  return [dkim, codeOf('spf', spf), codeOf('dmarc', dmarc)].map((code) => found('dns', code, { subject }));
}

async function dkimOf(
  domain: string,
  { key, selector, signingDomain, lookUp }: MailDnsOptions,
): Promise<HealthCode> {
  const own = key();
  if (own === null) return 'dkim-no-key';
  const signing = signingDomainFor(`@${domain}`, signingDomain);
  if (signing === null) return 'dkim-outside';
  return codeOf('dkim', await checkDkim(dkimRecord(signing, selector, own), lookUp));
}

function codeOf(kind: 'dkim' | 'spf' | 'dmarc', { state }: RecordFinding): HealthCode {
  if (state === 'unknown') return 'dns-unknown';
  return state === 'right' ? `${kind}-fine` : `${kind}-${state}`;
}
