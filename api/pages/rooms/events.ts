import type { Context } from 'koa';
import { ANYONE } from '../../../policies/actor.ts';
import { roomFor } from '../../../queries/rooms.ts';
import type { ApiDeps } from '../../deps.ts';
import { limitsOf } from '../../limits/request.ts';
import { tooManyRequests } from '../../middleware/problems.ts';
import { isUuid } from '../../routes/fields.ts';
import { queryText } from '../form-body.ts';
import type { Named } from './context.ts';

/**
 * The stream of a room's changes (WHATWG HTML, Server-sent events). Where there are too many, 429 says when to ask again,
 * and the page does without.
 */
export async function streamEvents(ctx: Context, deps: ApiDeps, { name }: Named): Promise<void> {
  const { room } = await roomFor(deps, ANYONE, name);
  ctx.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  const meeting = queryText(ctx, 'meeting');
  const watched = { roomId: room.id, meetingId: isUuid(meeting) ? meeting : null };
  const stream = ctx.method === 'GET' ? deps.roomStreams.open(watched, limitsOf(ctx).client) : null;
  if (!stream) {
    if (ctx.method === 'GET' && !deps.roomStreams.stopped) throw tooManyRequests();
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
