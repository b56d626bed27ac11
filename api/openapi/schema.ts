/** What is used here of a schema of OpenAPI 3.1 (JSON Schema 2020-12). */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  description?: string;
  example?: unknown;
  default?: unknown;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: Schema;
}

export interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema; example?: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}

/** What is used here of the document. */
export interface Described {
  paths: Record<string, Record<string, Operation>>;
  webhooks?: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const PREFIX = '#/components/schemas/';

export const refName = ({ $ref }: Schema): string | null => $ref?.slice(PREFIX.length) ?? null;

/** The schema that a reference leads to; any other as it is. */
export const resolved = (schema: Schema, { components }: Described): Schema => {
  const name = refName(schema);
  return name === null ? schema : (components.schemas[name] ?? {});
};

/** All that one of several schemas may be; null is not among them. */
export const choices = ({ anyOf, oneOf }: Schema): Schema[] =>
  (anyOf ?? oneOf ?? []).filter(({ type }) => type !== 'null');

/** The schemas right below one: of its fields, its items, what it may be. */
export const below = (schema: Schema): Schema[] => [
  ...Object.values(schema.properties ?? {}),
  ...(schema.items ? [schema.items] : []),
  ...[schema.allOf, schema.anyOf, schema.oneOf].flatMap((some) => some ?? []),
];

/** What it is, but for null. */
export const typeOf = ({ type }: Schema): string | undefined =>
  Array.isArray(type) ? type.find((one) => one !== 'null') : type;

export const isNullable = ({ type, anyOf, oneOf }: Schema): boolean =>
  (Array.isArray(type) && type.includes('null')) ||
  [...(anyOf ?? []), ...(oneOf ?? [])].some((one) => one.type === 'null');
