import type { Knex } from 'knex';
import { feedSettings, feedSettingsOf, type FeedSettings } from '../adapters/postgres/rooms/feed-settings.ts';
import {
  countInRoom,
  deletedRoomsOf,
  type DeletedRoom,
  type InRoom,
} from '../adapters/postgres/rooms/deletion.ts';
import { nameNow } from '../adapters/postgres/rooms/names.ts';
import { offersTo, type RoomOffer } from '../adapters/postgres/rooms/offers.ts';
import { roomNamed, roomsOf, type Room } from '../adapters/postgres/rooms/rooms.ts';
import { isRoomName } from '../domain/rooms/name.ts';
import { ANYONE, type Actor } from '../policies/actor.ts';
import { may } from '../policies/may.ts';
import { permit } from '../policies/permit.ts';
import { viewerFor } from '../policies/viewer.ts';
import type { QueryDeps } from './deps.ts';

export type { DeletedRoom, InRoom } from '../adapters/postgres/rooms/deletion.ts';
export type { RoomOffer } from '../adapters/postgres/rooms/offers.ts';
export type { Room } from '../adapters/postgres/rooms/rooms.ts';
export type { EventProblem, FeedSettings } from '../adapters/postgres/rooms/feed-settings.ts';

type Deps = Pick<QueryDeps, 'knex'>;

/** What anybody may know of a room who has its address. */
export type SeenRoom = Pick<Room, 'id' | 'name' | 'timezone' | 'tenantProductName' | 'tenantLanguage'>;

/** A room as its owner sees it. */
export interface OwnRoom extends Room {
  feed: FeedSettings;
}

/** A room, for whoever looks at it. */
export type RoomVisit = { viewer: 'owner'; room: OwnRoom } | { viewer: 'participant'; room: SeenRoom };

/** One room. @param nameOrId anything @throws NotPermitted also where there is none */
export async function roomFor({ knex }: Deps, actor: Actor, nameOrId: string): Promise<RoomVisit> {
  const room = permit(actor, 'room.visit', await roomNamed(knex, nameOrId), 'The room');
  return viewerFor(actor, room) === 'owner'
    ? { viewer: 'owner', room: await withFeed(knex, room) }
    : { viewer: 'participant', room: seen(room) };
}

/** What anybody may know of a room. @param nameOrId anything. @returns null when there is none */
export async function seenRoom({ knex }: Deps, nameOrId: string): Promise<SeenRoom | null> {
  const room = await roomNamed(knex, nameOrId);
  return room && may(ANYONE, 'room.visit', room) ? seen(room) : null;
}

const seen = ({ id, name, timezone, tenantProductName, tenantLanguage }: Room): SeenRoom => ({
  id,
  name,
  timezone,
  tenantProductName,
  tenantLanguage,
});

/** One room, for whoever may change it. @param nameOrId anything @throws NotPermitted also where there is none */
export const ownRoomFor = async ({ knex }: Deps, actor: Actor, nameOrId: string): Promise<OwnRoom> =>
  withFeed(knex, permit(actor, 'room.change', await roomNamed(knex, nameOrId), 'The room'));

const withFeed = async (knex: Knex, room: Room): Promise<OwnRoom> => ({
  ...room,
  feed: await feedSettingsOf(knex, room.calendarId),
});

/** The rooms that are the actor's: of a backend all of its tenant, of a member their own, by name. */
export async function roomsFor({ knex }: Deps, actor: Actor): Promise<OwnRoom[]> {
  const rooms = await theirs(knex, actor);
  const feedOf = await feedSettings(
    knex,
    rooms.map((room) => room.calendarId),
  );
  return rooms.map((room) => ({ ...room, feed: feedOf(room.calendarId) }));
}

function theirs(knex: Knex, actor: Actor): Promise<Room[]> {
  if (actor.kind === 'backend') return roomsOf(knex, actor.tenantId);
  if (actor.kind === 'member') return roomsOf(knex, actor.tenantId, actor.principalId);
  return Promise.resolve([]);
}

/** What a member has to do with rooms. */
export interface MembersRooms {
  rooms: OwnRoom[];
  /** Theirs that can be brought back, the newest first. */
  deleted: DeletedRoom[];
  /** Those that others want to give them. */
  offered: RoomOffer[];
}

/** The rooms of a member, those that they deleted and those that are offered to them. */
export async function membersRoomsFor(
  { knex }: Deps,
  actor: Extract<Actor, { kind: 'member' }>,
): Promise<MembersRooms> {
  const { tenantId, principalId } = actor;
  const rooms = await roomsFor({ knex }, actor);
  const deleted = await deletedRoomsOf(knex, tenantId, principalId);
  return { rooms, deleted, offered: await offersTo(knex, principalId) };
}

/** A room, and what its deletion is about. @throws NotPermitted also where there is none */
export async function deletionFor(
  { knex, clock }: Pick<QueryDeps, 'knex' | 'clock'>,
  actor: Actor,
  nameOrId: string,
): Promise<{ room: Room; inRoom: InRoom }> {
  const room = permit(actor, 'room.delete', await roomNamed(knex, nameOrId), 'The room');
  return { room, inRoom: await countInRoom(knex, room.id, clock.nowMs()) };
}

/** What a room is called now that had this name until not long ago, for anybody. @param name anything. @returns null: none had */
export const renamedRoom = ({ knex }: Deps, name: string): Promise<string | null> =>
  isRoomName(name) ? nameNow(knex, name) : Promise.resolve(null);
