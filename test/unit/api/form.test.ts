import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../api/middleware/problem.ts';
import { readForm, type Form } from '../../../api/middleware/form.ts';
import { multipart } from '../../support/providers.ts';

const whole = multipart({ email: 'From: a@example.org\r\n\r\n--xYzZ\r\nx', envelope: '{"to":[]}' });
const settled = (body: Buffer, type = whole.type): Promise<Form | 'refused'> =>
  readForm(body, type).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'invalid-body') return 'refused';
    throw error;
  });

describe('a form', () => {
  it('is read, with what only looks like its boundary', async () => {
    const form = (await settled(whole.body)) as Form;
    expect(form.email?.toString()).toBe('From: a@example.org\r\n\r\n--xYzZ\r\nx');
    expect(form.envelope?.toString()).toBe('{"to":[]}');
  });

  it('cut anywhere is refused', async () => {
    for (let length = 0; length < whole.body.length - 4; length += 1)
      expect(await settled(whole.body.subarray(0, length)), `${length}`).toBe('refused');
  });

  it('broken in any way is read or refused, and reading it ends', async () => {
    const change = fc.tuple(fc.nat(whole.body.length - 1), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const body = Buffer.from(whole.body);
        for (const [at, byte] of changes) body[at] = byte;
        await settled(body);
      }),
      { numRuns: 500 },
    );
  });

  it('of any bytes in the other form is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await settled(Buffer.from(bytes), 'application/x-www-form-urlencoded');
      }),
      { numRuns: 300 },
    );
  });

  it('of any type is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), async (parameters) => {
        await settled(whole.body, `multipart/form-data; ${parameters}`);
      }),
      { numRuns: 200 },
    );
  });

  it('with names that objects have of their own has fields of those names', async () => {
    const { body } = multipart({ __proto__x: 'a', constructor: 'b', ['__proto__']: 'c' });
    const form = (await settled(body)) as Form;
    expect(Object.getPrototypeOf(form)).toBe(Object.prototype);
    expect(Object.hasOwn(form, 'constructor') && form.constructor.toString()).toBe('b');
  });
});
