import type { Context } from 'koa';
import getRawBody from 'raw-body';
import { parseXml, XmlError } from '../../adapters/xml/parse.ts';
import type { XmlElement } from '../../adapters/xml/element.ts';
import { MOST_OBJECT_BYTES } from '../../commands/calendars/limits.ts';
import type { Member } from '../../queries/calendars/collections.ts';
import { DavError, conditionFailed } from './dav-error.ts';
import type { DavDeps } from './deps.ts';
import { C } from './names.ts';
import type { DavPath } from './paths.ts';

/** One request, by somebody who is known, about an address. */
export interface DavRequest {
  ctx: Context;
  deps: DavDeps;
  member: Member;
  path: DavPath;
}

/** A report that names ten thousand objects. */
const MOST_XML_BYTES = 2 * 1024 * 1024;

async function bodyOf(ctx: Context, most: number, tooLarge: () => DavError): Promise<Buffer> {
  if (ctx.get('Content-Encoding') && ctx.get('Content-Encoding') !== 'identity') throw new DavError(415);
  const length = ctx.get('Content-Length');
  if (Number(length) > most) throw tooLarge();
  try {
    return await getRawBody(ctx.req, { limit: most, length: length || null });
  } catch (error) {
    if ((error as { type?: string }).type === 'entity.too.large') throw tooLarge();
    throw new DavError(400);
  }
}

/** @throws DavError when it is not text, or too large */
export async function calendarText({ ctx }: DavRequest): Promise<string> {
  const tooLarge = () => conditionFailed(C('max-resource-size'));
  const bytes = await bodyOf(ctx, MOST_OBJECT_BYTES, tooLarge);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw conditionFailed(C('valid-calendar-data'));
  }
}

/** The document of the body; null where there is none. @throws DavError 400, 413 */
export async function xmlBody({ ctx }: DavRequest): Promise<XmlElement | null> {
  const bytes = await bodyOf(ctx, MOST_XML_BYTES, () => new DavError(413));
  if (bytes.length === 0) return null;
  try {
    return parseXml(bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof XmlError) throw new DavError(400);
    throw error;
  }
}

/** How far down a request goes (RFC 4918 §10.2). @param absent what is meant without the field */
export function depthOf({ ctx }: Pick<DavRequest, 'ctx'>, absent: 0 | 1 | 'infinity'): 0 | 1 | 'infinity' {
  const depth = ctx.get('Depth').trim().toLowerCase();
  if (depth === '') return absent;
  if (depth === '0' || depth === '1') return depth === '0' ? 0 : 1;
  if (depth === 'infinity') return depth;
  throw new DavError(400);
}
