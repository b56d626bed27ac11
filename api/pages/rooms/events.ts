import type { Context } from 'koa';
import type { ApiDeps } from '../../deps.ts';
import { isUuid } from '../../routes/fields.ts';
import { sendNotFound } from '../errors.tsx';
import { queryText } from '../form-body.ts';
import { roomOfName } from './context.ts';

/** The stream of a room's changes (WHATWG HTML, Server-sent events); one that is not taken is refused with 503. */
export async function streamEvents(ctx: Context, deps: ApiDeps, name: string): Promise<void> {
  const room = await roomOfName(deps, name);
  if (!room) return sendNotFound(ctx, deps);
  ctx.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  const meeting = queryText(ctx, 'meeting');
  const stream =
    ctx.method === 'GET'
      ? deps.roomStreams.open({ roomId: room.id, meetingId: isUuid(meeting) ? meeting : null }, ctx.ip)
      : null;
  if (!stream) {
    ctx.status = 503;
    ctx.set('Retry-After', '60');
    ctx.body = '';
    return;
  }
  // What stands between must pass each event on at once, and the end of the stream is the end of its connection.
  ctx.set({ 'X-Accel-Buffering': 'no', Connection: 'close' });
  ctx.type = 'text/event-stream; charset=utf-8';
  ctx.body = stream;
}
