import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { networkProblem } from '../http/network-problem.ts';
import { FetchFailure } from './fetch-failure.ts';

type Decompress = (content: Buffer, options: ZlibOptions) => Promise<Buffer>;

const gunzipped: Decompress = promisify<Buffer, ZlibOptions, Buffer>(gunzip);
const inflated: Decompress = promisify<Buffer, ZlibOptions, Buffer>(inflate);
const inflatedRaw: Decompress = promisify<Buffer, ZlibOptions, Buffer>(inflateRaw);
const unbrotlied: Decompress = promisify<Buffer, ZlibOptions, Buffer>(brotliDecompress);

/** What is asked for with Accept-Encoding. */
export const CODINGS = 'gzip, deflate, br';

/**
 * The whole content of an answer, without its content coding. Never holds more than the limit, of what was sent and of what
 * came out of it: a bomb is stopped where it passes the limit.
 *
 * @throws FetchFailure `too-large`, `truncated`, `timeout`, or `not-a-calendar` for a coding that was not asked for or is broken
 */
export async function readBody(
  { statusCode: httpStatus, headers, body }: Dispatcher.ResponseData,
  maxBytes: number,
): Promise<Buffer> {
  const sent = await collect(body, maxBytes, httpStatus, Number(headers['content-length']));
  const decompress = decompressorOf(String(headers['content-encoding'] ?? 'identity'), sent);
  if (decompress === null || sent.length === 0) return sent;
  if (decompress === 'unknown') throw new FetchFailure('not-a-calendar', { httpStatus });
  try {
    return await decompress(sent, { maxOutputLength: maxBytes });
  } catch (error) {
    throw new FetchFailure(decompressionProblem((error as NodeJS.ErrnoException).code), { httpStatus });
  }
}

async function collect(
  body: AsyncIterable<Buffer>,
  maxBytes: number,
  httpStatus: number,
  announced: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > maxBytes || announced > maxBytes) throw new FetchFailure('too-large', { httpStatus });
      chunks.push(chunk);
    }
  } catch (error) {
    const problem = networkProblem(error);
    // The answer had begun: whatever ends the connection now has cut it.
    throw problem === 'unreachable' ? new FetchFailure('truncated', { httpStatus }) : error;
  }
  return Buffer.concat(chunks, bytes);
}

function decompressorOf(coding: string, content: Buffer): Decompress | 'unknown' | null {
  switch (coding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return gunzipped;
    case 'deflate':
      // Some send it without the zlib format that RFC 9110 §8.4.1.2 asks for; its first octet tells (RFC 1950 §2.2).
      return ((content[0] ?? 0) & 0x0f) === 8 ? inflated : inflatedRaw;
    case 'br':
      return unbrotlied;
    default:
      return 'unknown';
  }
}

function decompressionProblem(code: string | undefined): 'too-large' | 'truncated' | 'not-a-calendar' {
  if (code === 'ERR_BUFFER_TOO_LARGE') return 'too-large';
  return code === 'Z_BUF_ERROR' ? 'truncated' : 'not-a-calendar';
}
