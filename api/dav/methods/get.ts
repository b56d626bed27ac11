import { located } from '../locate.ts';
import { DavError } from '../dav-error.ts';
import { answerNothing } from '../answer.ts';
import { wholeCalendar } from '../../../queries/calendars/whole-calendar.ts';
import { contentTypeOf, quoted } from '../properties/object.ts';
import type { DavRequest } from '../request.ts';
import { stateOf } from '../sync-token.ts';
import { demandSight } from '../sight.ts';

/** GET and HEAD: of an object the bytes that were sent, of a calendar all of it as one. */
export async function get(request: DavRequest): Promise<void> {
  const { ctx, deps } = request;
  const resource = await located(request);
  demandSight(resource);
  if (resource.kind === 'object' && 'raw' in resource.object) {
    const { object } = resource;
    ctx.set('Last-Modified', object.updatedAt.toUTCString());
    if (object.scheduleTag !== null) ctx.set('Schedule-Tag', quoted(object.scheduleTag));
    return answerText(request, object.raw, quoted(object.etag), contentTypeOf(object));
  }
  if (resource.kind === 'message') {
    const { raw, etag, method } = resource.message;
    return answerText(request, raw, quoted(etag), `text/calendar; charset=utf-8; method=${method}`);
  }
  if (resource.kind !== 'collection' || resource.collection.kind !== 'calendar') throw new DavError(405);
  const { collection } = resource;
  const etag = quoted(stateOf(collection));
  ctx.set('ETag', etag);
  if (isKnown(ctx.get('If-None-Match'), etag)) return answerNothing(ctx, 304);
  answerText(request, await wholeCalendar(deps, collection), etag, 'text/calendar; charset=utf-8');
}

function answerText({ ctx }: DavRequest, text: string, etag: string, type: string): void {
  ctx.set('ETag', etag);
  ctx.set('Cache-Control', 'private, no-cache');
  if (isKnown(ctx.get('If-None-Match'), etag)) return answerNothing(ctx, 304);
  ctx.status = 200;
  ctx.set('Content-Type', type);
  const bytes = Buffer.from(text, 'utf8');
  ctx.length = bytes.length;
  ctx.body = bytes;
}

const isKnown = (field: string, etag: string): boolean =>
  field.split(',').some((tag) => tag.trim() === etag || tag.trim() === '*');
