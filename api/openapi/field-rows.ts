import { choices, isNullable, resolved, typeOf, type Described, type Schema } from './schema.ts';

/** A field as a reader of the documentation sees it. */
export interface FieldRow {
  /** With the way there: `attendees[].email`. */
  name: string;
  required: boolean;
  /** "text", "integer or null", "list of objects". */
  type: string;
  /** "at most 200 characters", "one of a, b". */
  limits: string;
  means: string;
  /** As JSON; null: it is made of its parts. */
  example: string | null;
}

const DEEPEST = 4;

/** Every field of a schema, and of what is in them, in order; what a field may be besides follows it. */
export function fieldRows(given: Schema, document: Described): FieldRow[] {
  const rows: FieldRow[] = [];
  const into = (one: Schema, way: string, depth: number): void => {
    if (depth > DEEPEST) return;
    const schema = resolved(one, document);
    for (const part of [...(schema.allOf ?? []), ...choices(schema)]) into(part, way, depth);
    if (schema.items) into(schema.items, `${way}[]`, depth);
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      const full = way === '' ? name : `${way}.${name}`;
      rows.push(rowOf(full, field, schema.required?.includes(name) ?? false, document));
      into(field, full, depth + 1);
    }
  };
  into(given, '', 0);
  return merged(rows);
}

export function rowOf(name: string, field: Schema, required: boolean, document: Described): FieldRow {
  const schema = { ...resolved(field, document), ...field };
  const { description = '', example } = schema;
  return {
    name,
    required,
    type: typeWords(schema, document),
    limits: limitsOf(schema),
    means: description,
    example: example === undefined ? null : JSON.stringify(example),
  };
}

/** A field that several kinds of a thing have is told once; it is needed where all of them need it. */
function merged(rows: FieldRow[]): FieldRow[] {
  const byName = new Map<string, FieldRow>();
  for (const row of rows) {
    const known = byName.get(row.name);
    if (!known) byName.set(row.name, row);
    else {
      known.required &&= row.required;
      if (row.limits !== known.limits) known.limits = [known.limits, row.limits].filter(Boolean).join(' or ');
    }
  }
  return [...byName.values()];
}

const FORMATS: Record<string, string> = {
  'date-time': 'instant',
  uuid: 'id',
  email: 'mail address',
  uri: 'URL',
  byte: 'bytes in base64',
  binary: 'bytes',
};

function typeWords(schema: Schema, document: Described): string {
  const words = plainType(schema, document);
  return isNullable(schema) ? `${words} or null` : words;
}

function plainType(schema: Schema, document: Described): string {
  if (schema.format !== undefined && FORMATS[schema.format] !== undefined) return FORMATS[schema.format]!;
  const [choice] = [...choices(schema), ...(schema.allOf ?? [])];
  if (choice) return plainType(resolved(choice, document), document);
  switch (typeOf(schema)) {
    case 'array':
      return `list of ${plural(plainType(resolved(schema.items ?? {}, document), document))}`;
    case 'boolean':
      return 'true or false';
    case 'string':
      return 'text';
    case undefined:
      return 'anything';
    default:
      return typeOf(schema)!;
  }
}

const plural = (word: string): string =>
  /text|anything|bytes|true/.test(word) ? word : word.endsWith('s') ? `${word}es` : `${word}s`;

function limitsOf(schema: Schema): string {
  const given: (string | false)[] = [
    schema.enum !== undefined &&
      `one of ${schema.enum
        .filter((one) => one !== null)
        .map(String)
        .join(', ')}`,
    schema.const !== undefined && `always ${JSON.stringify(schema.const)}`,
    range('characters', schema.minLength, schema.maxLength),
    range('of them', schema.minItems, schema.maxItems),
    range('', schema.minimum, schema.maximum),
    schema.exclusiveMinimum !== undefined && `more than ${schema.exclusiveMinimum}`,
    schema.default !== undefined && `${JSON.stringify(schema.default)} when absent`,
  ];
  return given.filter((words) => words !== false).join('; ');
}

function range(unit: string, least?: number, most?: number): string | false {
  const words = (text: string) => (unit === '' ? text : `${text} ${unit}`);
  if (least !== undefined && most !== undefined && least > 0) return words(`${least} to ${most}`);
  if (most !== undefined) return words(`at most ${most}`);
  return least !== undefined && words(`at least ${least}`);
}
