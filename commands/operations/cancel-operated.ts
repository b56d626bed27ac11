import { isBooked, meetingById } from '../../adapters/postgres/booked-meetings.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { meetingToMend } from '../../queries/operations/meetings.ts';
import type { OperatedTenant } from '../../queries/operations/permit.ts';
import { cancelKnown } from '../meetings/cancel-meeting.ts';
import type { MeetingDeps } from '../meetings/meeting-input.ts';

/**
 * Cancels a meeting for whoever looks after it; everybody who was invited is told.
 *
 * @param asked.id an id or a UID; anything
 * @throws NotPermitted also where there is none, and for one that a room's calendar has; MeetingRefused when it took place
 */
export async function cancelOperated(
  deps: MeetingDeps,
  actor: Actor,
  tenantId: OperatedTenant,
  { id, reason }: { id: string; reason: string },
): Promise<{ id: string; sequence: number }> {
  const owner = await meetingToMend(deps, actor, tenantId, id);
  const meeting = await meetingById(deps.knex, owner.tenantId, owner.meetingId);
  if (!isBooked(meeting)) throw new NotPermitted('The meeting');
  return { id: meeting.id, sequence: await cancelKnown(deps, meeting, reason) };
}
