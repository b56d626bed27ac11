import type { Knex } from 'knex';
import type { Clock } from '../activities/clock.ts';
import {
  ownerMeetingOf,
  ownerMeetings,
  participantMeetingOf,
  participantMeetings,
  type OwnerMeeting,
  type ParticipantMeeting,
} from '../adapters/postgres/rooms/meetings-view.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Actor } from '../policies/actor.ts';
import { NotPermitted } from '../policies/not-permitted.ts';
import { roomFor, type RoomVisit } from './rooms.ts';

export type { Invited, OwnerMeeting, ParticipantMeeting } from '../adapters/postgres/rooms/meetings-view.ts';

/** A meeting in a room as its reader may see it; only the owner's has more than the participant's. */
export type SeenMeeting =
  { by: 'owner'; meeting: OwnerMeeting } | { by: 'participant'; meeting: ParticipantMeeting };

/** What goes on in a room, and what begins soon. */
export interface SeenMeetings {
  active: SeenMeeting[];
  upcoming: SeenMeeting[];
}

/** What goes on in a room, and what begins within 30 minutes, by start. @throws NotPermitted also where there is no such room */
export async function roomMeetingsFor(
  { knex, clock }: { knex: Knex; clock: Clock },
  actor: Actor,
  nameOrId: string,
): Promise<SeenMeetings> {
  return meetingsIn(knex, await roomFor({ knex }, actor, nameOrId), clock.nowMs());
}

/** One meeting of a room; one that is over is found. @throws NotPermitted also where the room has no such meeting */
export async function roomMeetingFor(
  { knex }: { knex: Knex },
  actor: Actor,
  nameOrId: string,
  meetingId: string,
): Promise<SeenMeeting> {
  return meetingIn(knex, await roomFor({ knex }, actor, nameOrId), meetingId);
}

/** The meetings of a room that was looked up, for whoever visits it. */
export async function meetingsIn(
  knex: Knex,
  { viewer, room }: RoomVisit,
  nowMs: Instant,
): Promise<SeenMeetings> {
  if (viewer === 'owner') {
    const { active, upcoming } = await ownerMeetings(knex, room.id, nowMs);
    return {
      active: active.map((meeting) => ({ by: 'owner', meeting })),
      upcoming: upcoming.map((meeting) => ({ by: 'owner', meeting })),
    };
  }
  const { active, upcoming } = await participantMeetings(knex, room.id, nowMs);
  return {
    active: active.map((meeting) => ({ by: 'participant', meeting })),
    upcoming: upcoming.map((meeting) => ({ by: 'participant', meeting })),
  };
}

/** The same of one meeting. @param meetingId anything @throws NotPermitted when the room has no such meeting */
export async function meetingIn(
  knex: Knex,
  { viewer, room }: RoomVisit,
  meetingId: string,
): Promise<SeenMeeting> {
  if (viewer === 'owner') {
    const meeting = await ownerMeetingOf(knex, room.id, meetingId);
    if (meeting) return { by: 'owner', meeting };
  } else {
    const meeting = await participantMeetingOf(knex, room.id, meetingId);
    if (meeting) return { by: 'participant', meeting };
  }
  throw new NotPermitted('The meeting');
}
