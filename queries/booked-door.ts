import type { Knex } from 'knex';
import { findJoinMeeting, type JoinMeeting } from '../adapters/postgres/join-meeting.ts';
import { participantOf } from '../adapters/postgres/rooms/participants.ts';
import type { Actor } from '../policies/actor.ts';
import { permit } from '../policies/permit.ts';

export type { JoinMeeting } from '../adapters/postgres/join-meeting.ts';

/** A booked meeting, for whoever has its address. @param meetingId anything @throws NotPermitted also where there is none */
export const bookedDoorFor = async (
  { knex }: { knex: Knex },
  actor: Actor,
  meetingId: string,
): Promise<JoinMeeting> =>
  permit(actor, 'meeting.visit', await findJoinMeeting(knex, meetingId), 'The meeting');

/**
 * The same, and whether somebody is inside.
 *
 * @param participantId anything
 * @throws NotPermitted also where there is none
 */
export async function bookedRoomFor(
  deps: { knex: Knex },
  actor: Actor,
  { meetingId, participantId }: { meetingId: string; participantId: string },
): Promise<{ meeting: JoinMeeting; isInside: boolean }> {
  const meeting = await bookedDoorFor(deps, actor, meetingId);
  const participant = await participantOf(deps.knex, meeting.id, participantId);
  return { meeting, isInside: participant !== null && !participant.left };
}
