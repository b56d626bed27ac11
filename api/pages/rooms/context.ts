import type { Context } from 'koa';
import {
  ownerMeetingOf,
  ownerMeetings,
  participantMeetingOf,
  participantMeetings,
} from '../../../adapters/postgres/rooms/meetings-view.ts';
import { isRoomName, roomByName, type Room } from '../../../adapters/postgres/rooms/rooms.ts';
import type { ApiDeps } from '../../deps.ts';
import { viewerFor, type Viewer } from '../../rooms/viewer.ts';
import { actorOfSession, sessionOf } from '../../rooms/session-cookie.ts';
import { isUuid } from '../../routes/fields.ts';
import { queryText } from '../form-body.ts';
import { readerOf, type Reader } from '../reader.ts';
import { isZone, type ReaderZone } from '../time/zone.ts';
import type { PageRoom, SeenMeeting } from './page-room.ts';
import { standingOf } from './standing.ts';

/** A room with whoever looks at it. */
export interface RoomVisit {
  room: Room;
  viewer: Viewer;
}

/** @returns null when there is none */
export const roomOfName = async ({ knex }: Pick<ApiDeps, 'knex'>, name: string): Promise<Room | null> =>
  isRoomName(name) ? roomByName(knex, name) : null;

/** @returns null when there is no room of this name */
export async function visitRoom(ctx: Context, deps: ApiDeps, name: string): Promise<RoomVisit | null> {
  const room = await roomOfName(deps, name);
  if (!room) return null;
  return { room, viewer: viewerFor(actorOfSession(await sessionOf(ctx, deps)), room) };
}

export const pageRoom = ({ name, tenantProductName }: Room): PageRoom => ({
  name,
  productName: tenantProductName,
});

/** The room's meetings, each as this viewer may see it. */
export async function seenMeetings(
  { knex, clock }: ApiDeps,
  { room, viewer }: RoomVisit,
): Promise<{ active: SeenMeeting[]; upcoming: SeenMeeting[] }> {
  if (viewer === 'owner') {
    const { active, upcoming } = await ownerMeetings(knex, room.id, clock.nowMs());
    return {
      active: active.map((meeting) => ({ by: 'owner', meeting })),
      upcoming: upcoming.map((meeting) => ({ by: 'owner', meeting })),
    };
  }
  const { active, upcoming } = await participantMeetings(knex, room.id, clock.nowMs());
  return {
    active: active.map((meeting) => ({ by: 'participant', meeting })),
    upcoming: upcoming.map((meeting) => ({ by: 'participant', meeting })),
  };
}

/** One meeting as this viewer may see it. @returns null when the room has none of this id */
async function seenMeeting(
  { knex }: ApiDeps,
  { room, viewer }: RoomVisit,
  meetingId: string,
): Promise<SeenMeeting | null> {
  if (viewer === 'owner') {
    const meeting = await ownerMeetingOf(knex, room.id, meetingId);
    return meeting && { by: 'owner', meeting };
  }
  const meeting = await participantMeetingOf(knex, room.id, meetingId);
  return meeting && { by: 'participant', meeting };
}

/** A meeting in a room with whoever looks at it. */
export interface MeetingVisit {
  visit: RoomVisit;
  seen: SeenMeeting;
  /** How the room stood before the meeting was read: what changes in between, the stream tells once more. */
  version: string;
}

/** @returns null when there is no room of this name, or no such meeting in it */
export async function visitMeeting(
  ctx: Context,
  deps: ApiDeps,
  name: string,
  meetingId: string,
): Promise<MeetingVisit | null> {
  const visit = await visitRoom(ctx, deps, name);
  if (!visit || !isUuid(meetingId)) return null;
  const { version } = await standingOf(deps.knex, visit.room.id, meetingId, deps.clock.nowMs());
  const seen = await seenMeeting(deps, visit, meetingId);
  return seen && { visit, seen, version };
}

/** The zone that the reader chose, or that their browser told; until then the room's. */
export const zoneIn = (ctx: Context, room: Room): ReaderZone => {
  const chosen = queryText(ctx, 'zone');
  return isZone(chosen)
    ? { name: chosen, source: 'chosen' }
    : { name: isZone(room.timezone) ? room.timezone : 'UTC', source: 'unknown' };
};

export const readerIn = (ctx: Context, deps: ApiDeps, room: Room, query?: Record<string, string>): Reader =>
  readerOf(ctx, deps.texts, { tenant: room.tenantLanguage, ...(query && { query }) });

/** For a page that says nothing of the room but whose it is. */
export const placeIn = (ctx: Context, deps: ApiDeps, room: Room) => ({
  reader: readerIn(ctx, deps, room, {}),
  productName: room.tenantProductName,
});
