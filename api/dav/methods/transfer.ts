import { transferObject } from '../../../commands/calendars/transfer-object.ts';
import { answerNothing } from '../answer.ts';
import { expectationOf } from '../conditions.ts';
import { DavError } from '../dav-error.ts';
import { located, locateCollection } from '../locate.ts';
import { parsePath } from '../paths.ts';
import type { DavRequest } from '../request.ts';
import { hrefWithin } from '../resource.ts';

/** COPY (RFC 4918 §9.8) and MOVE (§9.9) of an object. Whole calendars stay where they are. */
const transfer =
  (copies: boolean) =>
  async (request: DavRequest): Promise<void> => {
    const { ctx, deps } = request;
    const resource = await located(request);
    if (resource.kind !== 'object') throw new DavError(403);
    const destination = destinationOf(request);
    const to = await locateCollection(destination, request);
    if (!to || to.collection.kind !== 'calendar') throw new DavError(409);
    const { name } = destination;
    const { replaced } = await transferObject(deps, {
      from: { calendar: resource.at.collection, name: resource.object.name },
      to: { calendar: to.collection, name },
      overwrite: ctx.get('Overwrite').trim().toUpperCase() !== 'F',
      copies,
      expected: expectationOf(ctx),
      hrefOf: (other) => hrefWithin(to, other),
    });
    ctx.set('Location', hrefWithin(to, name));
    answerNothing(ctx, replaced ? 204 : 201);
  };

export const copy = transfer(true);
export const move = transfer(false);

/** @throws DavError 400 without one, 502 where it is on another server (RFC 4918 §9.8.5), 403 where it is no object's */
function destinationOf({ ctx, deps, path }: DavRequest) {
  const field = ctx.get('Destination').trim();
  if (field === '') throw new DavError(400);
  const host = /^https?:\/\/([^/]+)/i.exec(field)?.[1]?.toLowerCase();
  const own = [ctx.host.toLowerCase(), new URL(deps.config.publicUrl).host];
  if (host !== undefined && !own.includes(host)) throw new DavError(502);
  const destination = parsePath(field);
  if (destination?.kind !== 'member') throw new DavError(403);
  const isItself =
    path.kind === 'member' &&
    ['principalId', 'segment', 'name'].every((part) => path[part as 'name'] === destination[part as 'name']);
  if (isItself) throw new DavError(403);
  return destination;
}
