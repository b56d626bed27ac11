import type { Context } from 'koa';
import type { DoorName } from '../../commands/presence/known-door.ts';
import { leaveMeeting } from '../../commands/presence/leave-meeting.ts';
import { stillInside } from '../../commands/presence/still-inside.ts';
import { ANYONE } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { ApiDeps } from '../deps.ts';
import { readForm } from './form-body.ts';
import { seeOther } from './render.tsx';

/** Answers the heartbeat of somebody's page: 204 while they are inside, 410 when they are not, or there is no such meeting. */
export async function answerBeat(ctx: Context, deps: ApiDeps, named: DoorName): Promise<void> {
  const participantId = (await readForm(ctx)).get('participant') ?? '';
  const isInside = await stillInside(deps, ANYONE, named, participantId).catch((error: unknown) => {
    if (error instanceof NotPermitted) return false;
    throw error;
  });
  ctx.status = isInside ? 204 : 410;
}

/**
 * Takes somebody's leave, and leads on; a page that is closed says so quietly.
 *
 * @param next the way on for who came under this name, from the form that was sent
 * @throws NotPermitted when there is no such meeting
 */
export async function takeLeave(
  ctx: Context,
  deps: ApiDeps,
  named: DoorName,
  next: (form: URLSearchParams, displayName: string | null) => string,
): Promise<void> {
  const form = await readForm(ctx);
  const { displayName } = await leaveMeeting(deps, ANYONE, named, form.get('participant') ?? '');
  if (form.get('quiet') === '1') ctx.status = 204;
  else seeOther(ctx, next(form, displayName));
}
