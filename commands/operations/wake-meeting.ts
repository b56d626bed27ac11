import { MeetingNotRunning } from '../../activities/meeting/meetings.ts';
import { meetingById } from '../../adapters/postgres/booked-meetings.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import { meetingToMend } from '../../queries/operations/meetings.ts';
import type { OperatedTenant } from '../../queries/operations/permit.ts';
import { meetingWorkflowId } from '../../workflows/meeting/messages.ts';
import type { CommandDeps } from '../deps.ts';

/**
 * What was done about a meeting that stands still. `woken`: it looks for what it missed, and what waited for its next attempt
 * is tried now; `revived`: its workflow had been ended, and goes on from where it stood; `steps-fail`: it was told, but its
 * workflow's own steps fail, which another version of the program mends; `over`: nothing is left to do; `not-begun`: nobody
 * has booked it; `lost`: there is no workflow, and nothing of it to go on from.
 */
export const WOKEN = ['woken', 'revived', 'steps-fail', 'over', 'not-begun', 'lost'] as const;
export type Woken = (typeof WOKEN)[number];

type Deps = Pick<CommandDeps, 'knex' | 'meetings' | 'care'>;

/** Wakes a meeting, or lets it go on. @param idOrUid anything @throws NotPermitted also where there is none; EngineUnavailable */
export async function wakeMeeting(
  { knex, meetings, care }: Deps,
  actor: Actor,
  tenantId: OperatedTenant,
  idOrUid: string,
): Promise<Woken> {
  const owner = await meetingToMend({ knex }, actor, tenantId, idOrUid);
  const known = await meetingById(knex, owner.tenantId, owner.meetingId);
  const { uid, status } = permit(actor, 'operations.mend', known, 'The meeting');
  const workflowId = meetingWorkflowId(uid);
  const standing = await care.describe(workflowId);
  if (standing.status === 'running') {
    await care.hurry(workflowId, null);
    await meetings.reconcile(uid).catch((error: unknown) => {
      // It came to its end meanwhile.
      if (!(error instanceof MeetingNotRunning)) throw error;
    });
    return standing.taskFails ? 'steps-fail' : 'woken';
  }
  if (standing.status === 'completed') return 'over';
  if (standing.status === 'none') return status === 'open' ? 'not-begun' : isOver(status) ? 'over' : 'lost';
  return (await care.revive(workflowId)) ? 'revived' : 'lost';
}

const isOver = (status: string): boolean => status === 'closed' || status === 'cancelled';
