import type { Context } from 'koa';
import { deleteCalendar } from '../../../commands/calendars/change-calendar.ts';
import { deleteObject } from '../../../commands/calendars/delete-object.ts';
import { deleteMessage } from '../../../commands/calendars/delete-message.ts';
import { putObject } from '../../../commands/calendars/put-object.ts';
import { conditionFailed, DavError, notThere } from '../dav-error.ts';
import { answerNothing } from '../answer.ts';
import { expectationOf } from '../conditions.ts';
import { located, locateCollection } from '../locate.ts';
import { C } from '../names.ts';
import { quoted } from '../properties/object.ts';
import { calendarText, type DavRequest } from '../request.ts';
import { hrefWithin } from '../resource.ts';

/** PUT (RFC 4791 §5.3.2): the ETag is told only where the bytes are stored as they were sent. */
export async function put(request: DavRequest): Promise<void> {
  const { ctx, deps, member, path } = request;
  if (path.kind !== 'member') throw new DavError(path.kind === 'collection' ? 405 : 403);
  const at = await locateCollection(path, request);
  if (!at) throw new DavError(409);
  if (at.collection.kind !== 'calendar') throw new DavError(405);
  const type = ctx.request.type;
  if (type !== '' && type !== 'text/calendar') throw conditionFailed(C('supported-calendar-data'), 415);
  const result = await putObject(deps, {
    ...{ calendar: at.collection, member, name: path.name },
    silent: isImport(ctx),
    text: await calendarText(request),
    expected: expectationOf(ctx),
    hrefOf: (name) => hrefWithin(at, name),
  });
  if (result.etag !== null) ctx.set('ETag', quoted(result.etag));
  if (result.scheduleTag !== null) ctx.set('Schedule-Tag', quoted(result.scheduleTag));
  answerNothing(ctx, result.created ? 201 : 204);
}

/** Whoever brings calendars from elsewhere says so: all those who are invited know already. */
const isImport = (ctx: Context): boolean =>
  'import' in ctx.query || /^(t|true|1)$/i.test(ctx.get('Parley-Import').trim());

/** DELETE of an object, of a message of the inbox, or of a whole calendar. */
export async function remove(request: DavRequest): Promise<void> {
  const { ctx, deps, member } = request;
  const resource = await located(request);
  const expected = expectationOf(ctx);
  if (resource.kind === 'object') {
    const { at, object } = resource;
    await deleteObject(deps, {
      ...{ calendar: at.collection, member, name: object.name, expected },
      scheduleReply: ctx.get('Schedule-Reply').trim().toUpperCase() !== 'F',
    });
  } else if (resource.kind === 'message') {
    await deleteMessage(deps, { inbox: resource.at.collection, name: resource.message.name });
  } else if (resource.kind === 'collection') {
    await deleteCalendar(deps, resource.collection);
  } else throw resource.kind === 'home' ? new DavError(403) : notThere();
  answerNothing(ctx, 204);
}
