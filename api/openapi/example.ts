import { choices, resolved, typeOf, type Described, type Schema } from './schema.ts';

const UUID = '8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11';

/** A value as a schema describes it: its example, else one that is made of its parts, of an object with what it needs. */
export function exampleOf(given: Schema, document: Described): unknown {
  const schema = resolved(given, document);
  const { example = schema.example } = given;
  if (example !== undefined) return example;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  if (schema.allOf)
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, document))) as object;
  const [choice] = choices(schema);
  if (choice) return exampleOf(choice, document);
  switch (typeOf(schema)) {
    case 'object':
      return exampleObject(schema, document);
    case 'array':
      return schema.items ? [exampleOf(schema.items, document)] : [];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    default:
      return exampleText(schema);
  }
}

/** With the fields that it needs; where it needs none, with all. */
function exampleObject({ properties = {}, required }: Schema, document: Described): object {
  const names = required?.length ? required : Object.keys(properties);
  return Object.fromEntries(names.map((name) => [name, exampleOf(properties[name] ?? {}, document)]));
}

function exampleText({ format, maxLength = Infinity }: Schema): string {
  switch (format) {
    case 'uuid':
      return UUID;
    case 'date-time':
      return '2030-05-17T14:00:00Z';
    case 'email':
      return 'guest@example.com';
    case 'uri':
      return 'https://parley.example/';
    default:
      return '…'.slice(0, maxLength);
  }
}
