import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createAddressTags,
  readTaggedAddress,
  taggedAddress,
} from '../../../adapters/mail/tagged-address.ts';

const SECRET_KEY = Buffer.alloc(32, 3).toString('base64');
const ORGANIZER = 'Scheduling@Parley.test';
const tags = createAddressTags({ secretKey: SECRET_KEY });

describe('the addresses of a message', () => {
  it('are below the organizer mailbox, of its own, and the same again', () => {
    const one = tags.ofMessage(ORGANIZER, 'a')!;
    expect(one.replyTo).toMatch(/^Scheduling\+r[a-z2-7]{20}@Parley\.test$/);
    expect(one.returnPath).toMatch(/^Scheduling\+b[a-z2-7]{20}@Parley\.test$/);
    expect(tags.ofMessage(ORGANIZER, 'a')).toEqual(one);
    expect(tags.ofMessage(ORGANIZER, 'b')!.replyTo).not.toBe(one.replyTo);
  });

  it('cannot be worked out with another key, and are not the invitation’s', () => {
    const other = createAddressTags({ secretKey: Buffer.alloc(32, 4).toString('base64') });
    expect(other.ofMessage(ORGANIZER, 'a')!.hash).not.toEqual(tags.ofMessage(ORGANIZER, 'a')!.hash);
    const invitations = (['host', 'guest'] as const).map((role) => tags.ofInvitation(ORGANIZER, 'a', role)!);
    expect(new Set(invitations.map(({ address }) => address)).size).toBe(2);
    expect(invitations[0]!.address).toMatch(/^Scheduling\+o[a-z2-7]{20}@/);
  });

  it('are left out where the local part would get longer than 64 octets, which is told once', () => {
    const told: string[] = [];
    const telling = createAddressTags({ secretKey: SECRET_KEY, onTooLong: (one) => told.push(one) });
    const fits = `${'a'.repeat(42)}@parley.test`;
    const long = `${'a'.repeat(43)}@parley.test`;
    expect(telling.ofMessage(fits, '1')).not.toBeNull();
    expect([telling.ofMessage(long, '1'), telling.ofInvitation(long, '1', 'host')]).toEqual([null, null]);
    expect(told).toEqual([long]);
  });
});

describe('an address that mail arrives at', () => {
  const tag = fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'),
    minLength: 20,
    maxLength: 20,
  });

  it('gives its kind and tag back, whatever became of its case', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('scheduling@parley.test', 'a+b@parley.test', 'x-y=z@parley.test'),
        fc.constantFrom('reply', 'bounce', 'organizer'),
        tag,
        fc.constantFrom('+', '-', '=', '--'),
        fc.func(fc.boolean()),
        (address, kind, made, separator, upper) => {
          const tagged = taggedAddress(address, kind, made, separator)!;
          const mixed = [...tagged].map((c, i) => (upper(i) ? c.toUpperCase() : c)).join('');
          expect(readTaggedAddress(mixed, separator)).toEqual({ kind, tag: made });
        },
      ),
    );
  });

  it.each([
    'scheduling@parley.test',
    'scheduling+news@parley.test',
    `scheduling+x${'a'.repeat(20)}@parley.test`,
    `scheduling+r${'a'.repeat(19)}@parley.test`,
    `scheduling+r${'a'.repeat(21)}@parley.test`,
    `scheduling+r${'1'.repeat(20)}@parley.test`,
    `+r${'a'.repeat(20)}@parley.test`,
    `r${'a'.repeat(20)}@parley.test`,
    `r${'a'.repeat(20)}`,
    '',
  ])('and that Parley did not make has no tag: %s', (address) => {
    expect(readTaggedAddress(address, '+')).toBeNull();
  });
});
