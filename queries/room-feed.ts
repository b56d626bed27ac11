import type { Logger } from 'pino';
import type { FeedSchedules } from '../activities/feed/fetching.ts';
import { feedFetches, type FeedFetchLine } from '../adapters/postgres/rooms/feed-settings.ts';
import { offeredAddress } from '../adapters/postgres/rooms/offers.ts';
import { countPlanned } from '../adapters/postgres/rooms/planned.ts';
import { isFollowed } from '../domain/feeds/followed.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Actor } from '../policies/actor.ts';
import { ownRoomFor, type OwnRoom } from './rooms.ts';
import type { QueryDeps } from './deps.ts';

export type { FeedFetchLine } from '../adapters/postgres/rooms/feed-settings.ts';

interface Deps extends QueryDeps {
  log: Pick<Logger, 'warn'>;
  feeds: { schedules: Pick<FeedSchedules, 'nextSync'> };
}

/** How the feed of a room stands. */
export interface RoomFeedStatus {
  room: OwnRoom;
  /** When it is looked at next; null: not, or nobody can tell now. */
  nextMs: Instant | null;
  /** How many meetings it has announced that have not begun. */
  planned: number;
}

/** How the feed of a room stands, for whoever may change it. @throws NotPermitted also where there is no such room */
export async function feedStatusFor(deps: Deps, actor: Actor, nameOrId: string): Promise<RoomFeedStatus> {
  const room = await ownRoomFor(deps, actor, nameOrId);
  const planned = await countPlanned(deps.knex, room.id, deps.clock.nowMs());
  return { room, nextMs: await nextSync(deps, room), planned };
}

/** The page of a room's settings. */
export interface SettingsPageView extends Pick<RoomFeedStatus, 'room' | 'nextMs'> {
  /** The newest fetches that were not like the one before, the newest first. */
  fetches: FeedFetchLine[];
  /** To whom the room is offered; null: to nobody. */
  offered: { address: string; until: Date } | null;
}

/** A room's settings, for whoever may change them. @param most fetches. @throws NotPermitted also where there is no such room */
export async function settingsPageFor(
  deps: Omit<Deps, 'clock'>,
  actor: Actor,
  nameOrId: string,
  most: number,
): Promise<SettingsPageView> {
  const room = await ownRoomFor(deps, actor, nameOrId);
  const fetches = await feedFetches(deps.knex, room.calendarId, most);
  const offered = await offeredAddress(deps.knex, room.id);
  return { room, nextMs: await nextSync(deps, room), fetches, offered };
}

async function nextSync(
  { feeds, log }: Pick<Deps, 'feeds' | 'log'>,
  { calendarId, feed }: OwnRoom,
): Promise<Instant | null> {
  if (!isFollowed(feed)) return null;
  try {
    return await feeds.schedules.nextSync(calendarId);
  } catch (error) {
    log.warn({ err: error }, 'the next sync of a feed is not known');
    return null;
  }
}

/** The fetches that were not like the one before, the newest first. @throws NotPermitted also where there is no such room */
export async function feedFetchesFor(
  { knex }: Pick<Deps, 'knex'>,
  actor: Actor,
  nameOrId: string,
  most: number,
): Promise<FeedFetchLine[]> {
  const { calendarId } = await ownRoomFor({ knex }, actor, nameOrId);
  return feedFetches(knex, calendarId, most);
}

/** What somebody does to a room's calendar. */
export type Leaving = 'remove' | 'pause';

/**
 * How many planned meetings it is about when a room's calendar is left: those that it has announced and that have not begun,
 * and none when it was followed no more before.
 *
 * @throws NotPermitted also where there is no such room
 */
export async function plannedWhenLeft(
  { knex, clock }: Pick<Deps, 'knex' | 'clock'>,
  actor: Actor,
  nameOrId: string,
  leaving: Leaving,
): Promise<number> {
  const { id, feed } = await ownRoomFor({ knex }, actor, nameOrId);
  if (feed.maskedUrl === null || (leaving === 'pause' && !feed.enabled)) return 0;
  return countPlanned(knex, id, clock.nowMs());
}
