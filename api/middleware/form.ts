import { Busboy } from '@fastify/busboy';
import { Problem } from './problem.ts';

/** The fields of a form by name, as bytes: a message in one of them need not be text. The first of a name counts. */
export type Form = Readonly<Record<string, Buffer>>;

export const MULTIPART = 'multipart/form-data';
export const URLENCODED = 'application/x-www-form-urlencoded';
export const isForm = (type: string): boolean => type === MULTIPART || type === URLENCODED;

const MOST_FIELDS = 100;

/**
 * Reads a form, within limits that keep a hostile one from costing more than its size.
 *
 * @param contentType the whole header, with the boundary
 * @throws Problem invalid-body
 */
export function readForm(bytes: Buffer, contentType: string): Promise<Form> {
  const form = new Map<string, Buffer>();
  return new Promise<Form>((resolve, reject) => {
    const refuse = (why: string) => reject(new Problem('invalid-body', why));
    const parser = parserFor(contentType, bytes.length);
    if (!parser) return refuse('The form has no boundary.');
    const keep = (name: string | undefined, value: Buffer) => {
      if (name !== undefined && !form.has(name)) form.set(name, value);
    };
    parser.on('file', (name, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      // A part that breaks off; unheard, it would end the process.
      stream.on('error', () => refuse('The form is not complete.'));
      stream.on('end', () => keep(name, Buffer.concat(chunks)));
    });
    parser.on('field', (name, value) => keep(name, Buffer.from(value, 'latin1')));
    for (const limit of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const)
      parser.on(limit, () => refuse(`The form has more than ${MOST_FIELDS} fields.`));
    parser.on('error', () => refuse('The form is not complete.'));
    parser.on('finish', () => resolve(Object.fromEntries(form)));
    parser.end(bytes);
  });
}

function parserFor(contentType: string, size: number): InstanceType<typeof Busboy> | null {
  const encoded = contentType.trim().toLowerCase().startsWith(URLENCODED);
  try {
    return new Busboy({
      // Whatever charset it names, the bytes are wanted: Latin-1 is one character a byte.
      headers: { 'content-type': encoded ? URLENCODED : contentType },
      defCharset: 'latin1',
      isPartAFile: () => true,
      limits: {
        fields: MOST_FIELDS,
        files: MOST_FIELDS,
        parts: MOST_FIELDS,
        fieldSize: size + 1,
        fileSize: size + 1,
        headerPairs: 20,
        headerSize: 8_192,
      },
    });
  } catch {
    return null;
  }
}
