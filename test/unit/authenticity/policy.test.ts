import { describe, expect, it } from 'vitest';
import type { Authentication } from '../../../activities/understanding/ports.ts';
import { judge, type MailAuthMode, type ReplyAddressProof } from '../../../domain/authenticity/policy.ts';

const UNKNOWN: Authentication = {
  source: 'session',
  spf: 'none',
  dkim: 'none',
  dmarc: 'none',
  arc: 'none',
  aligned: false,
  policy: null,
};

const aligned: Partial<Authentication> = { aligned: true, dkim: 'pass', dmarc: 'pass' };

/** What is known; then what follows without a reply address. */
const TABLE: [string, Partial<Authentication>, string, string][] = [
  ['aligned', aligned, 'accept', 'aligned'],
  [
    'aligned by its seal, though DMARC fails',
    { ...aligned, dmarc: 'fail', policy: 'reject' },
    'accept',
    'aligned',
  ],
  ['aligned, though a look-up failed', { ...aligned, spf: 'temperror' }, 'accept', 'aligned'],
  ['DMARC fails, the domain wants it rejected', { dmarc: 'fail', policy: 'reject' }, 'refuse', 'dmarc-fail'],
  [
    'DMARC fails, the domain wants it put aside',
    { dmarc: 'fail', policy: 'quarantine' },
    'refuse',
    'dmarc-fail',
  ],
  ['DMARC fails, the domain wants nothing', { dmarc: 'fail', policy: 'none' }, 'confirm', 'not-aligned'],
  ['DMARC fails, and what the domain wants is unknown', { dmarc: 'fail' }, 'confirm', 'not-aligned'],
  [
    'DMARC fails for good, SPF could not be asked',
    { dmarc: 'fail', policy: 'reject', spf: 'temperror' },
    'refuse',
    'dmarc-fail',
  ],
  ['DMARC passes, not all that is read is signed', { dkim: 'pass', dmarc: 'pass' }, 'confirm', 'not-covered'],
  ['SPF and DKIM fail', { spf: 'fail', dkim: 'fail' }, 'refuse', 'spf-and-dkim-fail'],
  [
    'SPF and DKIM fail, DMARC wants nothing',
    { spf: 'fail', dkim: 'fail', dmarc: 'fail', policy: 'none' },
    'refuse',
    'spf-and-dkim-fail',
  ],
  [
    'SPF and DKIM fail, DMARC could not be asked',
    { spf: 'fail', dkim: 'fail', dmarc: 'temperror' },
    'confirm',
    'temporary-error',
  ],
  ['SPF fails, nothing is signed', { spf: 'fail' }, 'confirm', 'not-aligned'],
  ['SPF fails softly, DKIM fails', { spf: 'softfail', dkim: 'fail' }, 'confirm', 'not-aligned'],
  ['DKIM fails, SPF knows nothing', { dkim: 'fail' }, 'confirm', 'not-aligned'],
  ['SPF fails, DKIM could not be asked', { spf: 'fail', dkim: 'temperror' }, 'confirm', 'temporary-error'],
  ['SPF and DKIM pass for another domain', { spf: 'pass', dkim: 'pass' }, 'confirm', 'not-aligned'],
  ['nothing is published', {}, 'confirm', 'not-aligned'],
  ['nobody has looked', { source: 'nobody' }, 'confirm', 'not-authenticated'],
  [
    'our own server says it fails',
    { source: 'own-server', dmarc: 'fail', policy: 'reject' },
    'refuse',
    'dmarc-fail',
  ],
  ['our own server says it is aligned', { source: 'own-server', ...aligned }, 'accept', 'aligned'],
];

const MODES: MailAuthMode[] = ['enforce', 'report', 'off'];

describe.each(TABLE)('%s', (_name, found, wouldBe, reason) => {
  const authentication = { ...UNKNOWN, ...found };
  const verdict = (proof: ReplyAddressProof, mode: MailAuthMode) => judge({ authentication, proof, mode });

  it('without a reply address', () => {
    expect(verdict(null, 'enforce')).toEqual({ act: wouldBe, wouldBe, reason });
  });

  it('through the invitation’s own reply address is acted on', () => {
    const accepted = { act: 'accept', wouldBe: 'accept', reason: 'own-reply-address' };
    for (const mode of MODES) expect(verdict('own-reply-address', mode)).toEqual(accepted);
  });

  it('through another invitation’s reply address is refused', () => {
    const refused = { act: 'refuse', wouldBe: 'refuse', reason: 'foreign-reply-address' };
    expect(verdict('foreign-reply-address', 'enforce')).toEqual(refused);
  });

  it('is acted on where nothing is enforced, and what would have been is known', () => {
    for (const mode of ['report', 'off'] as const) {
      expect(verdict(null, mode)).toEqual({ act: 'accept', wouldBe, reason });
      expect(verdict('foreign-reply-address', mode)).toEqual({
        act: 'accept',
        wouldBe: 'refuse',
        reason: 'foreign-reply-address',
      });
    }
  });
});
