import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Clock } from '../activities/clock.ts';
import {
  participantMeetingOf,
  participantMeetings,
  type ParticipantMeeting,
} from '../adapters/postgres/rooms/meetings-view.ts';

export type { RoomChanges } from '../adapters/postgres/rooms/changes.ts';

/** What is looked at. */
export interface Watched {
  roomId: string;
  /** A meeting that is told of also when the room no longer shows it; null: none. */
  meetingId: string | null;
}

/** How a room's meetings stand, as its event stream tells it: no words of anybody. */
export interface Standing {
  /** Another one: something that the pages show is different. */
  version: string;
  meetings: {
    id: string;
    state: string;
    ready: boolean;
    startsAt: string;
    endsAt: string;
    participants: number;
  }[];
}

/** How the meetings of a room stand that was looked up, for anybody. */
export async function standingOf(
  { knex, clock }: { knex: Knex; clock: Clock },
  { roomId, meetingId }: Watched,
): Promise<Standing> {
  const { active, upcoming } = await participantMeetings(knex, roomId, clock.nowMs());
  const shown = [...active, ...upcoming];
  const besides =
    meetingId === null || shown.some(({ id }) => id === meetingId)
      ? null
      : await participantMeetingOf(knex, roomId, meetingId);
  return standing(besides ? [...shown, besides] : shown);
}

function standing(meetings: readonly ParticipantMeeting[]): Standing {
  const version = createHash('sha256').update(JSON.stringify(meetings)).digest('base64url').slice(0, 12);
  return {
    version,
    meetings: meetings.map((meeting) => ({
      id: meeting.id,
      state: meeting.state,
      ready: meeting.enterable,
      startsAt: new Date(meeting.startMs).toISOString(),
      endsAt: new Date(meeting.endMs).toISOString(),
      participants: meeting.participants,
    })),
  };
}
