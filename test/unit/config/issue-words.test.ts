import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { issueWords } from '../../../config/index.ts';

type Case = readonly [schema: z.ZodType, value: unknown, words: string];

const FORMS = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('a') }),
  z.object({ kind: z.literal('b') }),
]);
const LATE = new Date(Date.UTC(2030, 0, 2));

/** By every code that an issue may have: a schema, what it refuses, and the words. */
const CASES: Readonly<Record<z.core.$ZodIssueCode, readonly Case[]>> = {
  invalid_type: [
    [z.string(), undefined, 'is missing'],
    [z.string().optional().nonoptional(), undefined, 'is missing'],
    [z.string(), 5, 'must be text, not a number'],
    [z.string(), null, 'must be text, not null'],
    [z.string(), ['x'], 'must be text, not a list'],
    [z.string(), { x: 1 }, 'must be text, not an object'],
    [z.string(), true, 'must be text, not true or false'],
    [z.number(), '5', 'must be a number, not text'],
    [z.coerce.number(), 'five', 'must be a number'],
    [z.int(), 1.5, 'must be a whole number'],
    [z.bigint(), 'x', 'must be a whole number, not text'],
    [z.boolean(), 'yes', 'must be true or false, not text'],
    [z.null(), 'x', 'must be null, not text'],
    [z.array(z.string()), {}, 'must be a list, not an object'],
    [z.tuple([z.string()]), 'x', 'must be a list, not text'],
    [z.object({}), [], 'must be an object, not a list'],
    [z.record(z.string(), z.string()), 'x', 'must be an object, not text'],
    [z.instanceof(Buffer), 'x', 'must be bytes, not text'],
    [z.date(), 'x', 'must be a date, not text'],
    [z.never(), 'x', 'must be absent'],
  ],
  invalid_value: [
    [z.enum(['on', 'off']), 'maybe', 'must be one of on, off'],
    [z.enum(['on', 'off']), undefined, 'is missing'],
    [z.literal('on'), 'off', 'must be on'],
  ],
  too_big: [
    [z.string().max(3), 'long', 'must have at most 3 characters, not 4'],
    [z.string().max(1), 'ab', 'must have at most 1 character, not 2'],
    [z.string().length(2), 'abc', 'must have exactly 2 characters, not 3'],
    [z.array(z.string()).max(1), ['a', 'b'], 'must have at most 1 entry, not 2'],
    [z.set(z.string()).max(2), new Set(['a', 'b', 'c']), 'must have at most 2 entries, not 3'],
    [z.file().max(2), new File(['abc'], 'a'), 'must have at most 2 bytes, not 3'],
    [z.number().max(5), 6, 'must be at most 5'],
    [z.number().lt(5), 5, 'must be less than 5'],
    [z.date().max(LATE), new Date(LATE.getTime() + 1), 'must be no later than 2030-01-02T00:00:00.000Z'],
  ],
  too_small: [
    [z.string().min(1), '', 'must not be empty'],
    [z.array(z.string()).nonempty(), [], 'must not be empty'],
    [z.string().min(3), 'ab', 'must have at least 3 characters, not 2'],
    [z.array(z.string()).min(2), ['a'], 'must have at least 2 entries, not 1'],
    [z.number().min(1), 0, 'must be at least 1'],
    [z.number().positive(), 0, 'must be more than 0'],
    [z.date().min(LATE), new Date(0), 'must be no earlier than 2030-01-02T00:00:00.000Z'],
  ],
  invalid_format: [
    [z.email(), 'nobody', 'must be an e-mail address'],
    [z.uuid(), 'x', 'must be an id'],
    [z.url(), 'x', 'must be an address like https://example.com/'],
    [
      z.iso.datetime(),
      '2030-05-17T14:00',
      'must be ISO 8601 with "Z" or an offset, for example 2030-05-17T14:00:00Z',
    ],
    [z.string().startsWith('pk_'), 'x', 'must begin with pk_'],
    [z.string().endsWith('.ics'), 'x', 'must end with .ics'],
    [z.string().includes('@'), 'x', 'must have @ in it'],
    [z.string().regex(/^a$/), 'x', 'must match /^a$/'],
    [z.jwt(), 'x', 'must be of the form jwt'],
    [z.string().regex(/^a$/, 'must be an a'), 'x', 'must be an a'],
  ],
  not_multiple_of: [[z.number().multipleOf(5), 6, 'must be a multiple of 5']],
  unrecognized_keys: [[z.strictObject({}), { a: 1, b: 2 }, 'must not have the fields a, b']],
  invalid_union: [
    [z.union([z.string(), z.number()]), null, 'must be text, not null, or must be a number, not null'],
    [
      z.union([z.strictObject({ move: z.string() }), z.literal('none')]),
      { move: 5 },
      'move must be text, not a number, or must be none',
    ],
    [z.xor([z.string(), z.string().min(1)]), 'x', 'must have one form alone'],
    [FORMS, { kind: 'c' }, 'must be one of a, b'],
    [FORMS, {}, 'is missing'],
  ],
  invalid_key: [
    [z.record(z.string().max(2), z.string()), { abc: 'x' }, 'its name must have at most 2 characters, not 3'],
  ],
  invalid_element: [
    [z.map(z.object({}), z.string()), new Map([[{}, 5]]), 'one of its entries must be text, not a number'],
  ],
  custom: [
    [z.string().refine(() => false), 'x', 'cannot be used'],
    [z.instanceof(Buffer).refine(() => true), undefined, 'is missing'],
    [z.string().refine(() => false, 'must rhyme'), 'x', 'must rhyme'],
  ],
};

describe.each(Object.entries(CASES))('what a schema refuses as %s', (code, cases) => {
  it.each(cases.map(([schema, value, words]) => ({ schema, value, words })))(
    '$words',
    ({ schema, value, words }) => {
      const { error } = schema.safeParse(value, { error: issueWords });
      expect(error?.issues.map((issue) => ({ code: issue.code, message: issue.message }))).toEqual([
        { code, message: words },
      ]);
    },
  );
});

it('nothing that came is told, but its length', () => {
  const secret = 'pk_0123456789';
  const schemas = [
    z.int(),
    z.email(),
    z.uuid(),
    z.url(),
    z.enum(['a']),
    z.string().max(3),
    z.jwt(),
    z.date(),
  ];
  for (const schema of schemas) {
    const { error } = schema.safeParse(secret, { error: issueWords });
    expect(error?.issues).toHaveLength(1);
    expect(error?.issues[0]?.message).not.toContain(secret);
  }
});
