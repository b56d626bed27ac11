import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFeedUrls } from '../../../adapters/feeds/feed-urls.ts';
import { createSealer } from '../../../adapters/secrets/sealing.ts';

const newKey = () => randomBytes(32).toString('base64');
const [secretKey, nextKey] = [newKey(), newKey()];
const urls = createFeedUrls({ secretKey, previousSecretKeys: [] });
const URL_WITH_TOKEN = 'https://calendar.example.com/ical/ann%40example.com/private-5f2c/basic.ics';

describe('a sealed address', () => {
  it('is opened as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { sealed, keyId } = urls.seal(text);
        expect(urls.open(sealed, keyId)).toBe(Buffer.from(text).toString());
      }),
    );
  });

  it('is never the same twice, and cannot be read', () => {
    const [one, two] = [urls.seal(URL_WITH_TOKEN), urls.seal(URL_WITH_TOKEN)];
    expect(one.sealed.equals(two.sealed)).toBe(false);
    expect(one.keyId).toBe(two.keyId);
    expect(one.sealed.toString('latin1')).not.toContain('private');
  });

  it('names its key by an id that every process finds, and that is not the key', () => {
    const { keyId } = createFeedUrls({ secretKey, previousSecretKeys: [nextKey] }).seal('x');
    expect(keyId).toMatch(/^[0-9a-f]{16}$/);
    expect(keyId).toBe(urls.currentKeyId);
    expect(keyId).not.toBe(createFeedUrls({ secretKey: nextKey, previousSecretKeys: [] }).currentKeyId);
  });

  it('is opened with an earlier key, which seals nothing any more', () => {
    const { sealed, keyId } = urls.seal(URL_WITH_TOKEN);
    const later = createFeedUrls({ secretKey: nextKey, previousSecretKeys: [newKey(), secretKey] });
    expect(later.open(sealed, keyId)).toBe(URL_WITH_TOKEN);
    expect(later.seal(URL_WITH_TOKEN).keyId).not.toBe(keyId);
  });

  it('is not opened without its key', () => {
    const { sealed, keyId } = urls.seal(URL_WITH_TOKEN);
    const without = createFeedUrls({ secretKey: nextKey, previousSecretKeys: [] });
    expect(() => without.open(sealed, keyId)).toThrow(expect.objectContaining({ code: 'key-unknown' }));
    expect(() => without.open(sealed, without.currentKeyId)).toThrow(
      expect.objectContaining({ code: 'bytes-changed' }),
    );
  });

  it('is not opened when any of its bits was changed, or its end is missing', () => {
    const { sealed, keyId } = urls.seal(URL_WITH_TOKEN);
    const changed = expect.objectContaining({ code: 'bytes-changed' });
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const other = Buffer.from(sealed);
        other[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => urls.open(other, keyId)).toThrow(changed);
      }),
    );
    for (let length = 0; length < sealed.length; length++)
      expect(() => urls.open(sealed.subarray(0, length), keyId)).toThrow(changed);
  });

  it('is sealed by another key than messages are', () => {
    const { sealed } = urls.seal(URL_WITH_TOKEN);
    expect(() => createSealer(secretKey).open(sealed)).toThrow();
  });
});

describe('what is shown of an address', () => {
  it.each([
    [URL_WITH_TOKEN, 'https://calendar.example.com/…'],
    ['webcal://ann:secret@Cloud.example.org:8443/s?t=1#f', 'https://cloud.example.org:8443/…'],
    ['http://cloud.example.org', 'http://cloud.example.org/…'],
    ['https://user:%E0%A4@feeds.example.org/', '…'],
    ['ftp://feeds.example.org/secret', '…'],
    ['secret', '…'],
    ['', '…'],
  ])('%s', (url, masked) => {
    expect(urls.mask(url)).toBe(masked);
  });

  it('is the host, and nothing of path, query, user or password', () => {
    const part = fc.stringMatching(/^[\w.~!$&'()*+,;=-]{1,40}$/);
    const address = fc.record({
      scheme: fc.constantFrom('https', 'http', 'webcal', 'webcals'),
      host: fc.domain(),
      user: fc.option(part),
      path: fc.array(part),
      query: fc.option(part),
      fragment: fc.option(part),
    });
    fc.assert(
      fc.property(address, ({ scheme, host, user, path, query, fragment }) => {
        const at = user === null ? '' : `${user}:${user}@`;
        const rest = `/${path.join('/')}${query === null ? '' : `?${query}`}${fragment === null ? '' : `#${fragment}`}`;
        const shown = scheme === 'http' ? 'http' : 'https';
        // Of the host alone there is nothing else to show.
        expect(urls.mask(`${scheme}://${at}${host}${rest}`)).toBe(`${shown}://${host.toLowerCase()}/…`);
      }),
    );
  });

  it('is nothing of what is no address', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const masked = urls.mask(text);
        if (masked !== '…')
          expect(masked).toBe(`${new URL(text.trim().replace(/^webcals?:/i, 'https:')).origin}/…`);
      }),
    );
  });
});
