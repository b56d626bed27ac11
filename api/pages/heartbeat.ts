import type { Context } from 'koa';
import type { DoorName } from '../../commands/presence/known-door.ts';
import { stillInside } from '../../commands/presence/still-inside.ts';
import { ANYONE } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import type { ApiDeps } from '../deps.ts';
import { readForm } from './form-body.ts';

/** Answers the heartbeat of somebody's page: 204 while they are inside, 410 when they are not, or there is no such meeting. */
export async function answerBeat(ctx: Context, deps: ApiDeps, named: DoorName): Promise<void> {
  const participantId = (await readForm(ctx)).get('participant') ?? '';
  const isInside = await stillInside(deps, ANYONE, named, participantId).catch((error: unknown) => {
    if (error instanceof NotPermitted) return false;
    throw error;
  });
  ctx.status = isInside ? 204 : 410;
}
