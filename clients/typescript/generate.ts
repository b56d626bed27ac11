import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openApiDocument } from '../../api/openapi/document.ts';
import { routes } from '../../api/routes/index.ts';

const FILE = new URL('schema.ts', import.meta.url);
const HEAD = '// Made of /openapi.json by `npm run client:generate`.\n\n';

/** The types of the API, as they follow from its routes. */
export async function schemaSource(): Promise<string> {
  const document = openApiDocument(routes, 'https://parley.example');
  return HEAD + astToString(await openapiTS(document as unknown as OpenAPI3, { defaultNonNullable: false }));
}

/** What stands in the client now. */
export const writtenSchema = (): string => readFileSync(FILE, 'utf8');

if (import.meta.filename === process.argv[1]) writeFileSync(FILE, await schemaSource());
