import { randomUUID } from 'node:crypto';
import type Router from '@koa/router';
import type { Context } from 'koa';
import { MeetingNotRunning, MeetingRefused } from '../../../activities/ports.ts';
import { findJoinRoom } from '../../../adapters/postgres/join-room.ts';
import type { ApiDeps } from '../../deps.ts';
import { sendNotFound } from '../errors.tsx';
import { queryText, readForm } from '../form-body.ts';
import { readerOf } from '../reader.ts';
import { seeOther, sendPage } from '../render.tsx';
import { readerZone } from '../time/zone.ts';
import { JoinPage, doorState } from './page.tsx';

const LOOK_AGAIN_SECONDS = 15;
const PARTICIPANT = /^[\w-]{1,64}$/;

/** GET shows the door of a room; POST enters. */
export function joinRoutes(router: Router, deps: ApiDeps): void {
  router.get('/join/:roomId', (ctx) => show(ctx, deps, ctx.params.roomId ?? ''));
  router.post('/join/:roomId', (ctx) => enter(ctx, deps, ctx.params.roomId ?? ''));
}

async function show(ctx: Context, deps: ApiDeps, roomId: string): Promise<void> {
  const room = await findJoinRoom(deps.knex, roomId);
  if (!room) return sendNotFound(ctx, deps);
  const state = doorState(room, deps.clock.nowMs());
  const zone = readerZone(queryText(ctx, 'zone'), null);
  // Only who asks about a room that opens within minutes gets a page that asks again.
  if (state === 'opening') ctx.set('Refresh', String(LOOK_AGAIN_SECONDS));
  const reader = readerOf(ctx, deps.texts, {
    tenant: room.tenantLanguage,
    query: { zone: queryText(ctx, 'zone') },
  });
  const page = <JoinPage room={room} state={state} zone={zone} participantId={randomUUID()} />;
  sendPage(ctx, reader, page, {
    status: state === 'over' ? 410 : 200,
    formTargets: room.videoUrl === null ? [] : [new URL(room.videoUrl).origin],
  });
}

async function enter(ctx: Context, deps: ApiDeps, roomId: string): Promise<void> {
  const form = await readForm(ctx);
  const room = await findJoinRoom(deps.knex, roomId);
  if (!room) return sendNotFound(ctx, deps);
  if (room.videoUrl === null || doorState(room, deps.clock.nowMs()) !== 'ready')
    return show(ctx, deps, roomId);
  const given = form.get('participant') ?? '';
  const participantId = PARTICIPANT.test(given) ? given : randomUUID();
  try {
    await deps.meetings.tell(room.uid, {
      type: 'joined',
      key: `joined/${participantId}`,
      door: 'room',
      participantId,
    });
  } catch (error) {
    if (error instanceof MeetingNotRunning || error instanceof MeetingRefused) return show(ctx, deps, roomId);
    throw error;
  }
  seeOther(ctx, room.videoUrl);
}
