import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import { saysItIsOver } from '../../../activities/meeting/meetings.ts';
import { enterMeeting } from '../../../commands/presence/enter-meeting.ts';
import { roomFor } from '../../../queries/rooms.ts';
import type { ApiDeps } from '../../deps.ts';
import { limitsOf } from '../../limits/request.ts';
import { notLetIn, sendNotLetIn } from '../errors.tsx';
import { readForm } from '../form-body.ts';
import { filledIn } from '../forms/submitted.ts';
import { takeLeave } from '../presence.ts';
import { pathTo, seeOther } from '../render.tsx';
import { isoOf } from '../time/format.ts';
import { placeIn, visitorOf, type Named } from './context.ts';
import { ENTER_FORM } from './forms.ts';
import { insidePath, roomPath, waitingPath } from './page-room.ts';

/** What every form of a room’s pages carries besides what is filled in. */
export const keptIn = (form: URLSearchParams): { lang: string; zone: string } => ({
  lang: form.get('lang') ?? '',
  zone: form.get('zone') ?? '',
});

/** Enters a meeting, or leads to where one waits for it. Every coming is somebody new, so that a leave never meets a join. */
export async function enter(ctx: Context, deps: ApiDeps, { name, meetingId }: Named): Promise<void> {
  const form = await readForm(ctx);
  const { displayName } = filledIn(ENTER_FORM, form);
  const kept = keptIn(form);
  const visitor = await visitorOf(ctx, deps);
  const participantId = randomUUID();
  const coming = {
    participantId,
    displayName: displayName === '' ? null : displayName,
    before: form.get('participant') ?? undefined,
  };
  const path = waitingPath(name, meetingId);
  try {
    const named = { room: name, meetingId };
    const { videoUrl, startMs } = await enterMeeting(deps, visitor, named, coming, limitsOf(ctx));
    if (videoUrl !== null) {
      return seeOther(ctx, pathTo(insidePath(name, meetingId), { ...kept, p: participantId }));
    }
    const start = form.get('start') || isoOf(startMs);
    seeOther(ctx, pathTo(path, { ...kept, name: displayName, start }));
  } catch (error) {
    if (saysItIsOver(error)) return seeOther(ctx, pathTo(path, kept));
    const problem = notLetIn(error);
    if (!problem) throw error;
    const { room } = await roomFor(deps, visitor, name);
    sendNotLetIn(ctx, deps, problem, placeIn(ctx, deps, room));
  }
}

/** Leaves, and leads back to the room. @throws NotPermitted */
export const leave = (ctx: Context, deps: ApiDeps, { name, meetingId }: Named): Promise<void> =>
  takeLeave(ctx, deps, { room: name, meetingId }, (form, displayName) =>
    pathTo(roomPath(name), { ...keptIn(form), name: displayName ?? '' }),
  );
