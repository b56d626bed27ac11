import { setTimeout as wait } from 'node:timers/promises';
import type { FeedExamined } from '../../activities/feed/examine.ts';
import {
  changeSettings,
  feedSettingsOf,
  type FeedInterval,
  type FeedSettings,
} from '../../adapters/postgres/rooms/feed-settings.ts';
import type { Room, RoomUpdate } from '../../adapters/postgres/rooms/rooms.ts';
import { hashToken } from '../../adapters/secrets/token.ts';
import { readFeedUrl, type FeedUrlProblem } from '../../adapters/feeds/feed-url.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../middleware/problem.ts';

/** What is left out stays. */
export interface RoomSettings extends RoomUpdate {
  /** As its owner pasted it; null removes it. */
  icsUrl?: string | null | undefined;
  icsFetchInterval?: FeedInterval | undefined;
  icsEnabled?: boolean | undefined;
  /** What becomes of the meetings that a calendar has announced which is switched off or removed by this change. */
  plannedMeetings?: 'keep' | 'cancel' | undefined;
}

/** Why an address cannot be a feed's, as far as it can be told without fetching it; null: it may be one. */
export function urlProblem(deps: Pick<ApiDeps, 'config'>, url: string): FeedUrlProblem | null {
  const read = readFeedUrl(url, deps.config.feeds);
  return typeof read === 'string' ? read : null;
}

/**
 * Changes a room's settings; its feed is looked at soon when it is another one.
 *
 * @param key of this change, the same when it is made again
 * @throws RoomNameTaken
 */
export async function changeRoom(
  deps: Pick<ApiDeps, 'knex' | 'feeds' | 'clock'>,
  room: Room,
  { icsUrl, icsFetchInterval, icsEnabled, plannedMeetings, ...changes }: RoomSettings,
  key: string,
): Promise<void> {
  const { urls } = deps.feeds;
  const url = icsUrl && { ...urls.seal(icsUrl), masked: urls.mask(icsUrl) };
  const feed = {
    ...(icsUrl !== undefined && { url: url || null }),
    ...(icsFetchInterval !== undefined && { intervalMinutes: icsFetchInterval }),
    ...(icsEnabled !== undefined && { enabled: icsEnabled }),
  };
  const isLeft = icsUrl === null || icsEnabled === false;
  const cancelPlannedAtMs = isLeft && plannedMeetings === 'cancel' ? deps.clock.nowMs() : undefined;
  const pending = await changeSettings(deps.knex, room, { key, room: changes, feed, cancelPlannedAtMs });
  for (const event of pending) await deps.feeds.relay(event);
}

/** Looks what an address gives. Counted together with all fetches of the same owner. */
export const testFeed = (deps: Pick<ApiDeps, 'feeds'>, room: Room, url: string): Promise<FeedExamined> =>
  deps.feeds.examine({
    url,
    owner: hashToken(room.ownerId).toString('hex'),
    roomName: room.name,
    timezone: room.timezone,
  });

const LONGEST_WAIT_MS = 8_000;
const LOOK_EVERY_MS = 200;

/**
 * Syncs now, and waits a while for what comes of it.
 *
 * @returns `finished`: false when it still runs
 * @throws Problem feed-not-set when there is no feed, or it is paused
 */
export async function syncNow(
  deps: Pick<ApiDeps, 'knex' | 'feeds'>,
  room: Room,
): Promise<{ finished: boolean; feed: FeedSettings }> {
  const before = await feedSettingsOf(deps.knex, room.calendarId);
  if (before.maskedUrl === null || !before.enabled) {
    throw new Problem('feed-not-set', 'Set the address of a calendar, and follow it.');
  }
  await deps.feeds.schedules.trigger(room.calendarId);
  const until = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    const feed = await feedSettingsOf(deps.knex, room.calendarId);
    const finished = feed.lastSync !== null && feed.lastSync.getTime() !== before.lastSync?.getTime();
    if (finished || performance.now() > until) return { finished, feed };
    await wait(LOOK_EVERY_MS);
  }
}

/** When the feed is looked at next; null: not, or nobody can tell now. */
export async function nextSync(
  deps: Pick<ApiDeps, 'feeds' | 'log'>,
  room: Pick<Room, 'calendarId'>,
  { maskedUrl, enabled }: Pick<FeedSettings, 'maskedUrl' | 'enabled'>,
): Promise<number | null> {
  if (maskedUrl === null || !enabled) return null;
  try {
    return await deps.feeds.schedules.nextSync(room.calendarId);
  } catch (error) {
    deps.log.warn({ err: error }, 'the next sync of a feed is not known');
    return null;
  }
}
