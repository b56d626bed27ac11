import { randomUUID } from 'node:crypto';
import type Router from '@koa/router';
import type { Context } from 'koa';
import { saysItIsOver } from '../../../activities/meeting/meetings.ts';
import { enterMeeting } from '../../../commands/presence/enter-meeting.ts';
import { doorState } from '../../../domain/meeting/entrance.ts';
import { ANYONE } from '../../../policies/actor.ts';
import { bookedDoorFor } from '../../../queries/booked-door.ts';
import type { ApiDeps } from '../../deps.ts';
import { limitsOf } from '../../limits/request.ts';
import { queryText, readForm } from '../form-body.ts';
import { answerBeat } from '../presence.ts';
import { readerOf } from '../reader.ts';
import { pathTo, seeOther, sendPage } from '../render.tsx';
import { readerZone } from '../time/zone.ts';
import { leave, showInside } from './inside.tsx';
import { insidePath } from './inside-page.tsx';
import { JoinPage } from './page.tsx';

const LOOK_AGAIN_SECONDS = 15;

/** GET shows the door of a room, and the room to who is inside; POST enters, leaves, and says that one is still there. */
export function joinRoutes(router: Router, deps: ApiDeps): void {
  router.get('/join/:meetingId', (ctx) => show(ctx, deps, ctx.params.meetingId ?? ''));
  router.post('/join/:meetingId', (ctx) => enter(ctx, deps, ctx.params.meetingId ?? ''));
  router.get('/join/:meetingId/in', (ctx) => showInside(ctx, deps, ctx.params.meetingId ?? ''));
  router.post('/join/:meetingId/leave', (ctx) => leave(ctx, deps, ctx.params.meetingId ?? ''));
  router.post('/join/:meetingId/beat', (ctx) =>
    answerBeat(ctx, deps, { meetingId: ctx.params.meetingId ?? '' }),
  );
}

async function show(ctx: Context, deps: ApiDeps, meetingId: string): Promise<void> {
  const meeting = await bookedDoorFor(deps, ANYONE, meetingId);
  const state = doorState(meeting, deps.clock.nowMs());
  const zone = readerZone(queryText(ctx, 'zone'), null);
  // Only who asks about a room that opens within minutes gets a page that asks again.
  if (state === 'opening') ctx.set('Refresh', String(LOOK_AGAIN_SECONDS));
  const reader = readerOf(ctx, deps.texts, {
    tenant: meeting.tenantLanguage,
    query: { zone: queryText(ctx, 'zone') },
  });
  const page = <JoinPage meeting={meeting} state={state} zone={zone} />;
  sendPage(ctx, reader, page, { status: state === 'over' ? 410 : 200 });
}

/** Every coming is somebody new, so that a leave never meets a join. */
async function enter(ctx: Context, deps: ApiDeps, meetingId: string): Promise<void> {
  const form = await readForm(ctx);
  const participantId = randomUUID();
  const kept = { lang: form.get('lang') ?? '', zone: form.get('zone') ?? '' };
  try {
    const coming = { participantId, displayName: null };
    const entered = await enterMeeting(deps, ANYONE, { meetingId }, coming, limitsOf(ctx));
    if (entered.videoUrl === null) return await show(ctx, deps, meetingId);
    seeOther(ctx, pathTo(insidePath(entered.meetingId), { ...kept, p: participantId }));
  } catch (error) {
    if (!saysItIsOver(error)) throw error;
    return show(ctx, deps, meetingId);
  }
}
