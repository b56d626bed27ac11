import type { FeedUrls } from '../../activities/feed/fetching.ts';
import { createKeyRing } from '../secrets/key-ring.ts';
import { readFeedUrl } from './feed-url.ts';

/**
 * Seals the addresses of feeds, which may carry a token, with AES-256-GCM under a key of their own.
 *
 * @param keys.secretKey PARLEY_SECRET_KEY
 * @param keys.previousSecretKeys PREVIOUS_SECRET_KEYS, which only open
 * @returns also the id of the key that seals now, by which the rotation knows what is left to do
 */
export function createFeedUrls(keys: {
  secretKey: string;
  previousSecretKeys: readonly string[];
}): FeedUrls & { readonly currentKeyId: string } {
  const ring = createKeyRing(keys, 'parley feed addresses');
  return {
    currentKeyId: ring.currentKeyId,
    seal: (url) => ring.seal(Buffer.from(url, 'utf8')),
    open: (sealed, keyId) => ring.open(sealed, keyId).toString('utf8'),
    mask(url) {
      const target = readFeedUrl(url, { allowHttp: true });
      return typeof target === 'string' ? '…' : `${target.url.origin}/…`;
    },
  };
}
