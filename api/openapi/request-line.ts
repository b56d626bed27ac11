import { exampleOf } from './example.ts';
import type { Described, Operation } from './schema.ts';

interface Call {
  method: string;
  path: string;
  /** Whether it takes an API key. */
  keyed: boolean;
}

/** A request to paste into a shell, where KEY is an API key; null: it is made by a program that signs it. */
export function requestLine(
  call: Call,
  operation: Operation,
  document: Described,
  publicUrl: string,
): string | null {
  const lines = [`curl -sS '${publicUrl}${filled(call.path, operation, document)}'`];
  if (call.method !== 'get' && call.method !== 'post') lines[0] += ` -X ${call.method.toUpperCase()}`;
  if (call.keyed) lines.push('-H "authorization: Bearer $KEY"');
  if (operation.requestBody) {
    const body = operation.requestBody.content['application/json'];
    if (body?.example === undefined) return null;
    lines.push(`-H 'content-type: application/json'`, `-d '${quoted(JSON.stringify(body.example))}'`);
  } else if (call.method === 'post') lines[0] += ' -X POST';
  return lines.join(' \\\n  ');
}

/** The address with what it needs: examples of its ids and of the parameters that are required. */
function filled(path: string, { parameters = [] }: Operation, document: Described): string {
  const valueOf = (name: string): string =>
    encodeURIComponent(
      String(exampleOf(parameters.find((one) => one.name === name)?.schema ?? {}, document)),
    );
  const query = parameters
    .filter((one) => one.in === 'query' && one.required)
    .map(({ name }) => `${name}=${valueOf(name)}`);
  const way = path.replace(/\{(\w+)\}/g, (_, name: string) => valueOf(name));
  return query.length === 0 ? way : `${way}?${query.join('&')}`;
}

const quoted = (text: string): string => text.replaceAll("'", String.raw`'\''`);
