import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSigner } from '../../adapters/secrets/signing.ts';

const key = () => randomBytes(32).toString('base64');

it('what was signed is opened by the same key and for the same purpose only, also by an earlier key', () => {
  const [old, now] = [key(), key()];
  const signed = createSigner({ secretKey: old, previousSecretKeys: [] }, 'forms').sign('a.b');
  const open = (secretKey: string, previousSecretKeys: string[] = [], purpose = 'forms') =>
    createSigner({ secretKey, previousSecretKeys }, purpose).open(signed);
  expect(open(old)).toBe('a.b');
  expect(open(now, [old])).toBe('a.b');
  expect(open(now)).toBeNull();
  expect(open(old, [], 'others')).toBeNull();
});

it('what was changed, cut or made up is opened by nobody', () => {
  const signer = createSigner({ secretKey: key(), previousSecretKeys: [] }, 'forms');
  const signed = signer.sign('a.b');
  for (const text of [`x${signed}`, signed.slice(0, -1), `${signed}=`, 'a.b', 'a.b.', '.', ''])
    expect(signer.open(text), text).toBeNull();
});
