import { exampleOf } from './example.ts';
import { GLOSSARY, type Word } from './glossary.ts';
import { below, typeOf, type Described, type Operation, type Schema } from './schema.ts';

/**
 * Says in the document what each field and parameter means, where it does not say so itself, and gives each that is no object an
 * example; a body of JSON gets one of the whole.
 *
 * @returns the names of those for which there are no words
 */
export function describeFields(document: Described): string[] {
  const wordless: string[] = [];
  const describe = (field: Schema, wordOf: Word | undefined, name: string): void => {
    if (wordOf) field.description ??= wordOf.means;
    if (field.description === undefined) wordless.push(name);
    if (wordOf?.example !== undefined) field.example ??= wordOf.example;
    if (field.$ref === undefined && isLeaf(field)) field.example ??= exampleOf(field, document);
  };
  const walk = (schema: Schema, root: string, way: string): void => {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      describe(field, wordFor(root, way, name), `${root}${way}.${name}`);
      walk(field, root, `${way}.${name}`);
    }
    for (const part of below(schema)) {
      if (!Object.values(schema.properties ?? {}).includes(part)) walk(part, root, way);
    }
  };
  for (const [root, schema] of Object.entries(document.components.schemas)) walk(schema, root, '');
  for (const { operationId, requestBody } of operationsOf({ paths: document.webhooks ?? {} }))
    for (const { schema } of Object.values(requestBody?.content ?? {})) walk(schema, operationId, '');
  for (const operation of operationsOf(document)) {
    for (const parameter of operation.parameters ?? []) {
      const word = GLOSSARY[`${operation.operationId}.${parameter.name}`] ?? GLOSSARY[parameter.name];
      if (parameter.description !== undefined) parameter.schema.description ??= parameter.description;
      describe(parameter.schema, word, `${operation.operationId}?${parameter.name}`);
      parameter.description ??= parameter.schema.description!;
      delete parameter.schema.description;
    }
    const body = operation.requestBody?.content['application/json'];
    if (body) body.example = exampleOf(body.schema, document);
  }
  return wordless;
}

const operationsOf = ({ paths }: Pick<Described, 'paths'>): Operation[] =>
  Object.values(paths).flatMap((methods) => Object.values(methods));

const wordFor = (root: string, way: string, name: string): Word | undefined =>
  GLOSSARY[`${root}${way}.${name}`] ?? GLOSSARY[`${root}.${name}`] ?? GLOSSARY[`${root}.*`] ?? GLOSSARY[name];

const isLeaf = (schema: Schema): boolean => below(schema).length === 0 && typeOf(schema) !== 'object';
