import { meetingDoor } from '../adapters/postgres/rooms/door.ts';
import { namesInside } from '../adapters/postgres/rooms/meetings-view.ts';
import { nextEventOf, type NextEvent } from '../adapters/postgres/rooms/next-event.ts';
import { participantOf, type RoomParticipant } from '../adapters/postgres/rooms/participants.ts';
import { videoUrlOf } from '../domain/meeting/entrance.ts';
import type { Actor } from '../policies/actor.ts';
import { meetingIn, meetingsIn, type SeenMeeting, type SeenMeetings } from './room-meetings.ts';
import { standingOf } from './room-standing.ts';
import { roomFor, type RoomVisit, type SeenRoom } from './rooms.ts';
import type { QueryDeps } from './deps.ts';

export type { NextEvent } from '../adapters/postgres/rooms/next-event.ts';

/** What every page of a room shows. */
interface Page {
  /** How the room stood before the rest was read: what changes in between, its stream tells once more. */
  version: string;
}

/** The room's page: its meetings, and for its owner what comes next in its calendar. */
export interface RoomPageView extends Page, SeenMeetings {
  visit: RoomVisit;
  /** For the owner alone; null: nothing, as far ahead as feeds are read. */
  next: NextEvent | null;
}

/** The room's page, for whoever may visit it. @throws NotPermitted also where there is no such room */
export async function roomPageFor(deps: QueryDeps, actor: Actor, name: string): Promise<RoomPageView> {
  const visit = await roomFor(deps, actor, name);
  const { version } = await standingOf(deps, { roomId: visit.room.id, meetingId: null });
  const nowMs = deps.clock.nowMs();
  const meetings = await meetingsIn(deps.knex, visit, nowMs);
  const next = visit.viewer === 'owner' ? await nextEventOf(deps.knex, visit.room.calendarId, nowMs) : null;
  return { visit, version, ...meetings, next };
}

/** The page of one meeting in a room, which may be over. */
export interface MeetingPageView extends Page {
  room: SeenRoom;
  seen: SeenMeeting;
}

/** The page of a meeting. @param meetingId anything @throws NotPermitted also where the room has no such meeting */
export async function meetingPageFor(
  deps: QueryDeps,
  actor: Actor,
  name: string,
  meetingId: string,
): Promise<MeetingPageView> {
  const visit = await roomFor(deps, actor, name);
  const { version } = await standingOf(deps, { roomId: visit.room.id, meetingId });
  return { room: visit.room, version, seen: await meetingIn(deps.knex, visit, meetingId) };
}

/** The page of a meeting in a room, for somebody who may be inside. */
export interface InsidePageView extends MeetingPageView {
  /** Null: they never came in. */
  participant: RoomParticipant | null;
  /** Where the people meet, for who came in; null: it is not open, or they never did. */
  videoUrl: string | null;
  /** Under which names those inside came, for who is inside, too. */
  names: string[];
}

/** The page of who is inside. @param participantId anything @throws NotPermitted also where the room has no such meeting */
export async function insidePageFor(
  deps: QueryDeps,
  actor: Actor,
  name: string,
  { meetingId, participantId }: { meetingId: string; participantId: string },
): Promise<InsidePageView> {
  const page = await meetingPageFor(deps, actor, name, meetingId);
  const participant = await participantOf(deps.knex, meetingId, participantId);
  const door = participant && (await meetingDoor(deps.knex, page.room.id, meetingId));
  const names = participant && !participant.left ? await namesInside(deps.knex, meetingId) : [];
  return { ...page, participant, names, videoUrl: door && videoUrlOf(door) };
}
