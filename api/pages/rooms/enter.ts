import { randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import { meetingDoor } from '../../../adapters/postgres/rooms/door.ts';
import { participantOf } from '../../../adapters/postgres/rooms/participants.ts';
import type { ApiDeps } from '../../deps.ts';
import { limitsOf } from '../../limits/request.ts';
import { Problem } from '../../middleware/problem.ts';
import { enterMeeting, leaveMeeting, stillInside } from '../../presence/inside.ts';
import { isUuid } from '../../routes/fields.ts';
import { isNotLetIn, sendNotFound, sendNotLetIn } from '../errors.tsx';
import { readForm } from '../form-body.ts';
import { filledIn } from '../forms/submitted.ts';
import { pathTo, seeOther } from '../render.tsx';
import { isoOf } from '../time/format.ts';
import { placeIn, roomOfName, visitRoom } from './context.ts';
import { ENTER_FORM } from './forms.ts';
import { insidePath, roomPath, waitingPath } from './page-room.ts';

/** What every form of a room’s pages carries besides what is filled in. */
export const keptIn = (form: URLSearchParams): { lang: string; zone: string } => ({
  lang: form.get('lang') ?? '',
  zone: form.get('zone') ?? '',
});

/** Enters a meeting, or leads to where one waits for it. Every coming is somebody new, so that a leave never meets a join. */
export async function enter(ctx: Context, deps: ApiDeps, name: string, meetingId: string): Promise<void> {
  const form = await readForm(ctx);
  const visit = await visitRoom(ctx, deps, name);
  const door = visit && isUuid(meetingId) ? await meetingDoor(deps.knex, visit.room.id, meetingId) : null;
  if (!visit || !door) return sendNotFound(ctx, deps);
  const { displayName } = filledIn(ENTER_FORM, form);
  const kept = keptIn(form);
  const participantId = randomUUID();
  const coming = { participantId, displayName: displayName === '' ? null : displayName };
  const path = waitingPath(visit.room.name, meetingId);
  try {
    const url = await enterMeeting(deps, door, coming, {
      counted: limitsOf(ctx),
      isOwner: visit.viewer === 'owner',
      before: form.get('participant') ?? undefined,
    });
    if (url !== null) {
      return seeOther(ctx, pathTo(insidePath(visit.room.name, meetingId), { ...kept, p: participantId }));
    }
    const start = form.get('start') || isoOf(door.startMs);
    seeOther(ctx, pathTo(path, { ...kept, name: displayName, start }));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'meeting-over') return seeOther(ctx, pathTo(path, kept));
    if (isNotLetIn(error)) return sendNotLetIn(ctx, deps, error, placeIn(ctx, deps, visit.room));
    throw error;
  }
}

export async function leave(ctx: Context, deps: ApiDeps, name: string, meetingId: string): Promise<void> {
  const form = await readForm(ctx);
  const visit = await visitRoom(ctx, deps, name);
  const door = visit && isUuid(meetingId) ? await meetingDoor(deps.knex, visit.room.id, meetingId) : null;
  if (!visit || !door) return sendNotFound(ctx, deps);
  const participantId = form.get('participant') ?? '';
  const participant = await participantOf(deps.knex, door.id, participantId);
  await leaveMeeting(deps, door, participantId);
  if (form.get('quiet') === '1') {
    ctx.status = 204;
    return;
  }
  seeOther(ctx, pathTo(roomPath(visit.room.name), { ...keptIn(form), name: participant?.displayName ?? '' }));
}

/** The heartbeat of somebody's page: 204 while they are inside, 410 when they are not. */
export async function beat(ctx: Context, deps: ApiDeps, name: string, meetingId: string): Promise<void> {
  const form = await readForm(ctx);
  const room = await roomOfName(deps, name);
  const door = room && isUuid(meetingId) ? await meetingDoor(deps.knex, room.id, meetingId) : null;
  const inside = door !== null && (await stillInside(deps, door, form.get('participant') ?? ''));
  ctx.status = inside ? 204 : 410;
}
