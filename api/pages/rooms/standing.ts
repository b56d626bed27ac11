import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import {
  participantMeetingOf,
  participantMeetings,
  type ParticipantMeeting,
} from '../../../adapters/postgres/rooms/meetings-view.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { isoOf } from '../time/format.ts';

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

/** @param meetingId one to tell of besides those that the room shows; null: none */
export async function standingOf(
  knex: Knex,
  roomId: string,
  meetingId: string | null,
  nowMs: Instant,
): Promise<Standing> {
  const { active, upcoming } = await participantMeetings(knex, roomId, nowMs);
  const shown = [...active, ...upcoming];
  const besides =
    meetingId === null || shown.some(({ id }) => id === meetingId)
      ? null
      : await participantMeetingOf(knex, roomId, meetingId);
  return standing(besides ? [...shown, besides] : shown);
}

export function standing(meetings: readonly ParticipantMeeting[]): Standing {
  const version = createHash('sha256').update(JSON.stringify(meetings)).digest('base64url').slice(0, 12);
  return {
    version,
    meetings: meetings.map((meeting) => ({
      id: meeting.id,
      state: meeting.state,
      ready: meeting.enterable,
      startsAt: isoOf(meeting.startMs),
      endsAt: isoOf(meeting.endMs),
      participants: meeting.participants,
    })),
  };
}
