import { OpenApiGeneratorV31, zodToOpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import { expect, it } from 'vitest';
import { problem } from '../../../api/openapi/problem-schema.ts';
import { describeWebhooks } from '../../../api/openapi/webhook-events.ts';
import { z } from '../../../api/routes/fields.ts';
import { routes } from '../../../api/routes/index.ts';

type Some = z.ZodType & { _zod: { def: Record<string, unknown> } };

const isSchema = (value: unknown): value is Some => value instanceof z.ZodType;

/** All schemas within something, itself with them. */
function within(value: unknown, found = new Set<Some>()): Set<Some> {
  if (isSchema(value)) {
    if (found.has(value)) return found;
    found.add(value);
    for (const part of Object.values(value._zod.def)) within(part, found);
  } else if (value !== null && typeof value === 'object' && !(value instanceof RegExp)) {
    for (const part of Object.values(value)) within(part, found);
  }
  return found;
}

const nameOf = (schema: z.ZodType): string | undefined => zodToOpenAPIRegistry.get(schema)?._internal?.refId;

/** What a schema makes of the document under its name, when it is there alone. */
const meaningOf = (schema: z.ZodType, name: string): string =>
  JSON.stringify(
    new OpenApiGeneratorV31([{ type: 'schema', schema }]).generateComponents().components?.schemas?.[name],
  );

/** The names that several schemas register, which are not the same. */
function sharedNames(of: readonly unknown[]): string[] {
  const meanings = new Map<string, Set<string>>();
  for (const schema of of.flatMap((one) => [...within(one)])) {
    const name = nameOf(schema);
    if (name === undefined) continue;
    meanings.set(name, (meanings.get(name) ?? new Set()).add(meaningOf(schema, name)));
  }
  return [...meanings].filter(([, those]) => those.size > 1).map(([name]) => name);
}

it('no two schemas that differ have one name in the document', () => {
  const all = routes.map(({ params, query, body, answer }) => [params, query, body, answer.schema]);
  expect(within(all).size).toBeGreaterThan(500);
  expect(sharedNames([all, describeWebhooks(), problem])).toEqual([]);
});

it('would notice two', () => {
  const one = z.strictObject({ id: z.string() }).openapi('Twice');
  const other = z.strictObject({ name: z.string() }).openapi('Twice');
  expect(sharedNames([z.array(one), { answer: z.object({ other }) }])).toEqual(['Twice']);
});
