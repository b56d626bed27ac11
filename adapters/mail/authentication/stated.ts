import { domainOf, isAligned } from './alignment.ts';
import type { AuthenticationResults, MethodResult } from './authentication-results.ts';
import { signedBy } from './coverage.ts';
import type { MessageHeader } from './header.ts';

/**
 * Whether what a server stated proves that the message, as it is read here, is from the domain of From: SPF passed for
 * it; or a signature did, and all of that domain's that are there cover what is read. DMARC's word, where there is one,
 * must not be against it.
 *
 * @param given.unsigned whether DMARC's word alone is enough for a message without a signature of that domain: then it
 *   can only have been SPF that passed
 */
export function isProven(
  { results }: AuthenticationResults,
  { header, fromDomain }: { header: MessageHeader; fromDomain: string },
  given: { unsigned: boolean },
): boolean {
  const dmarc = results.find(({ method }) => method === 'dmarc');
  if (dmarc && dmarc.result !== 'pass' && (dmarc.result === 'fail' || !given.unsigned)) return false;
  const passed = dmarc?.result === 'pass';
  if (passed && !isAbout(dmarc, fromDomain, given.unsigned)) return false;
  if (!passed && !given.unsigned) return false;
  if (results.some((one) => one.result === 'pass' && isSpfFor(one, fromDomain))) return true;
  const signed = signedBy(header, fromDomain);
  if (results.some((one) => one.result === 'pass' && isDkimFor(one, fromDomain))) return signed === 'all';
  return passed && (signed === 'all' || (signed === 'none' && given.unsigned));
}

/** About another From than the one that is believed here, it says nothing. */
function isAbout({ properties }: MethodResult, fromDomain: string, unnamed: boolean): boolean {
  const from = properties['header.from'];
  return from === undefined ? unnamed : isAligned(domainOf(from), fromDomain);
}

const isSpfFor = ({ method, properties }: MethodResult, domain: string): boolean =>
  method === 'spf' && isFor(properties['smtp.mailfrom'] ?? properties['smtp.helo'], domain);

const isDkimFor = ({ method, properties }: MethodResult, domain: string): boolean =>
  method === 'dkim' && isFor(properties['header.d'] ?? properties['header.i'], domain);

const isFor = (identity: string | undefined, domain: string): boolean =>
  identity !== undefined && isAligned(domainOf(identity), domain);
