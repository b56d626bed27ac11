import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { Splitter, type MimeNode, type SplitterChunk } from '@zone-eu/mailsplit';
import libmime from 'libmime';
import type { HeaderLine } from './header-lines.ts';
import { decodedContent } from './transfer-encoding.ts';

/** A part that is no multipart; of a message without parts its body. */
export interface Part {
  /** In lower case. */
  type: string;
  /** `inline` or `attachment`, or what else the part says; null: nothing. */
  disposition: string | null;
  filename: string | null;
  /** Those of Content-Type, names in lower case. */
  parameters: Partial<Record<string, string>>;
  /** As it was before its transfer encoding. */
  content: Buffer;
}

export interface TakenApart {
  /** Of the message, in its order; octets as characters. */
  header: HeaderLine[];
  parts: Part[];
}

/** Between slices others have their turn. */
const SLICE = 256_000;

/**
 * Takes a message apart by mailsplit, which is what mailparser uses: for an answer, mailparser's streams and hashes of
 * each part take six times as long. A message within the message stays one part.
 *
 * @throws an Error with the code EMAXLEN for more than 1,000 parts or a header above `maxHeadSize`
 */
export async function takeApart(raw: Buffer, maxHeadSize: number): Promise<TakenApart> {
  const splitter = new Splitter({ ignoreEmbedded: true, maxHeadSize });
  const bodies = new Map<MimeNode, Buffer[]>();
  splitter.on('data', (chunk: SplitterChunk) => {
    if (chunk.type === 'node') bodies.set(chunk, []);
    else if (chunk.type === 'body') bodies.get(chunk.node)?.push(chunk.value);
  });
  const done = finished(splitter);
  // Whoever waits below sees the failure; until then it is not to count as one that nobody handles.
  done.catch(() => undefined);
  for (let at = 0; at + SLICE < raw.length && !splitter.destroyed; at += SLICE) {
    splitter.write(raw.subarray(at, at + SLICE));
    await setImmediate();
  }
  if (!splitter.destroyed) splitter.end(raw.subarray(Math.max(0, Math.ceil(raw.length / SLICE) - 1) * SLICE));
  await done;
  const [root] = bodies.keys();
  const leaves = [...bodies].filter(([node]) => node.multipart === false);
  return {
    header: root?.headers ? root.headers.getList() : [],
    parts: leaves.map(([node, body]) => partOf(node, body)),
  };
}

function partOf(node: MimeNode, body: Buffer[]): Part {
  const line = node.headers ? node.headers.getFirst('content-type') : '';
  return {
    type: node.contentType || 'text/plain',
    disposition: node.disposition || null,
    filename: node.filename || null,
    parameters: libmime.parseHeaderValue(line).params,
    content: decodedContent(Buffer.concat(body), (node.encoding || '').toLowerCase()),
  };
}
