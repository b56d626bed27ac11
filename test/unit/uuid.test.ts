import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isUuid, uuidOf } from '../../domain/uuid.ts';

it('the id of a digest is one of version 8 and of the variant of RFC 9562, and keeps all other bits', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const digest = createHash('sha256').update(text).digest('hex');
      const id = uuidOf(digest);
      expect(isUuid(id)).toBe(true);
      expect(id).toMatch(/^.{14}8.{4}[89ab]/);
      const without = (hex: string) => hex.slice(0, 12) + hex.slice(13, 16) + hex.slice(17, 32);
      expect(without(id.replaceAll('-', ''))).toBe(without(digest));
    }),
  );
});

it('it stays the same from one release to the next', () => {
  const digest = createHash('sha256').update('effect <1@example.org>').digest('hex');
  expect(uuidOf(digest)).toBe('e28deb42-375a-864d-bf51-e3780a7a7777');
});
