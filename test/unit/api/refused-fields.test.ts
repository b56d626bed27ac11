import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../../api/openapi/document.ts';
import { Problem, type FieldProblem } from '../../../api/middleware/problem.ts';
import { validate } from '../../../api/middleware/validate.ts';
import { routes } from '../../../api/routes/index.ts';
import type { Route } from '../../../api/routes/route.ts';

/** What is looked at of a JSON schema. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const document = openApiDocument(routes, 'https://parley.test') as unknown as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
const operationOf = ({ path, method }: Route): Operation => document.paths[path]![method]!;

/** One schema for each form that something may have, without references. */
function formsOf(schema: Schema): Schema[] {
  if (schema.$ref) return formsOf(document.components.schemas[schema.$ref.split('/').at(-1)!]!);
  const forms = schema.oneOf ?? schema.anyOf ?? (schema.allOf && [mergedOf(schema.allOf)]);
  return forms ? forms.flatMap(formsOf) : [schema];
}

const mergedOf = (all: Schema[]): Schema => {
  const parts = all.flatMap(formsOf);
  return {
    ...Object.assign({}, ...parts),
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
  } as Schema;
};

/** Something of the form; what is within it need not be right, so long as it is looked at. */
function sampleOf(schema: Schema): unknown {
  const [form = {}] = formsOf(schema);
  if ('const' in form) return form.const;
  if (form.enum) return form.enum[0];
  switch ([form.type].flat()[0]) {
    case 'object':
      return sampleObject(form);
    case 'array':
      return [sampleOf(form.items ?? {})];
    case 'number':
    case 'integer':
      return 1;
    case 'boolean':
      return true;
    default:
      return 'x';
  }
}

const sampleObject = ({ properties = {} }: Schema): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, sampleOf(one)]));

/** A whole body with one place that is wrong. */
interface Wrong {
  path: string;
  missing: boolean;
  body: unknown;
}

const LONG = 'x'.repeat(100_001);
/** Of every type, empty, too long, too large, too many, too deep. */
const ODD = [
  ...[null, true, false, 0, -1, 1.5, 1e300, '', ' ', 'x', '\0', LONG],
  ...[[], [null], Array(20_000).fill('x'), {}, { odd: 1 }, { [LONG]: '1' }, { a: LONG }],
];

/** Every way in which one place within a body can be wrong. @param put gives the whole body with that in the place */
function* wrongs(schema: Schema, path: string, put: (value: unknown) => unknown): Generator<Wrong> {
  for (const odd of ODD) yield { path, missing: false, body: put(odd) };
  for (const form of formsOf(schema)) {
    const sample = form.properties ? sampleObject(form) : {};
    for (const [name, within] of Object.entries(form.properties ?? {})) {
      const at = path === '' ? name : `${path}.${name}`;
      const { [name]: _left, ...rest } = sample;
      if (form.required?.includes(name)) yield { path: at, missing: true, body: put(rest) };
      yield* wrongs(within, at, (value) => put({ ...sample, [name]: value }));
    }
    if (form.items) yield* wrongs(form.items, path === '' ? '0' : `${path}.0`, (value) => put([value]));
  }
}

function problemsOf(schema: NonNullable<Route['body']>, value: unknown): FieldProblem[] {
  try {
    validate(schema, value);
    return [];
  } catch (error) {
    if (error instanceof Problem && error.extras.problems) return error.extras.problems;
    throw error;
  }
}

/** Sentences of ours, that the field's name begins. */
const OURS = /^(must (be|have|not|begin|end|match)|is (missing|not)|its name |needs |a host is required)/;
const OF_ZOD = /invalid|expected|received|unrecognized|too (big|small)|undefined|NaN|\[object/i;

function expectPlain(problems: readonly FieldProblem[]): void {
  for (const { path, message } of problems) {
    expect(message).toMatch(OURS);
    expect(message).not.toMatch(OF_ZOD);
    expect(message.length).toBeLessThan(400);
    expect(path.length).toBeLessThanOrEqual(100);
  }
}

const withBody = routes.filter(({ body }) => body !== undefined);
const withParameters = routes.filter(({ params, query }) => params !== undefined || query !== undefined);

describe('what is wrong with a body is said in words of ours', () => {
  it.each(withBody.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s',
    (_name, route) => {
      const [described] = Object.values(operationOf(route).requestBody!.content);
      let refused = 0;
      for (const { path, missing, body } of wrongs(described!.schema, '', (value) => value)) {
        const problems = problemsOf(route.body!, body);
        expectPlain(problems);
        if (problems.length > 0) refused += 1;
        if (missing) expect(problems, `without ${path}`).toContainEqual({ path, message: 'is missing' });
      }
      expect(refused).toBeGreaterThan(0);
    },
  );
});

describe('what is wrong with an address is said in words of ours', () => {
  it.each(withParameters.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s',
    (_name, route) => {
      const parameters = operationOf(route).parameters ?? [];
      for (const [place, schema] of [
        ['path', route.params],
        ['query', route.query],
      ] as const) {
        if (!schema) continue;
        const named = parameters.filter((one) => one.in === place);
        expect(named).not.toEqual([]);
        for (const { name } of named)
          for (const odd of ['', ' ', 'x', '-1', '1e9', '\0', LONG, ['x', 'y'], undefined])
            expectPlain(problemsOf(schema, { [name]: odd }));
        expect(problemsOf(schema, { [named[0]!.name]: [] })).not.toEqual([]);
      }
    },
  );
});
