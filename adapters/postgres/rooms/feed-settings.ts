import type { Knex } from 'knex';
import type { FeedChanged, PendingEvent } from '../../../activities/inbound/ports.ts';
import { readsOtherwise } from '../../../domain/feeds/reading-again.ts';
import type { FeedInterval } from '../../../domain/feeds/intervals.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { appendToOutbox } from '../outbox.ts';
import { cancelPlanned } from './planned.ts';
import { updateRoom, type Room, type RoomUpdate } from './rooms.ts';

/** Something of a feed that could not be read. */
export interface EventProblem {
  code: string;
  uid: string | null;
  /** Of the event, in upper case. */
  property: string | null;
}

/** A room's feed as its owner sees it. */
export interface FeedSettings {
  /** Null: none is set. */
  maskedUrl: string | null;
  intervalMinutes: FeedInterval;
  enabled: boolean;
  lastSync: Date | null;
  /** The first failure since the last good sync; null: the last one was good. */
  failingSince: Date | null;
  /** A SyncOutcome; null: never synced. */
  result: string | null;
  /** Why it failed, or what waits. */
  problem: string | null;
  events: number;
  matches: number;
  problems: EventProblem[];
}

const NO_FEED: FeedSettings = {
  maskedUrl: null,
  intervalMinutes: 5,
  enabled: true,
  lastSync: null,
  failingSince: null,
  result: null,
  problem: null,
  events: 0,
  matches: 0,
  problems: [],
};

const COLUMNS = {
  maskedUrl: 'url_masked',
  intervalMinutes: 'interval_minutes',
  enabled: 'enabled',
  lastSync: 'last_sync_at',
  failingSince: 'failing_since',
  result: 'last_result',
  problem: 'last_problem',
  events: 'events',
  matches: 'matches',
  problems: 'problems',
} as const;

/** The feeds of calendars, by the calendar's id; those that never had one are as by default. */
export async function feedSettings(
  knex: Knex,
  calendarIds: readonly string[],
): Promise<(calendarId: string) => FeedSettings> {
  const rows: (FeedSettings & { calendarId: string })[] = await knex('feeds')
    .whereIn('calendar_id', calendarIds)
    .select({ calendarId: 'calendar_id', ...COLUMNS });
  const found = new Map(rows.map(({ calendarId, ...feed }) => [calendarId, feed]));
  return (calendarId) => found.get(calendarId) ?? NO_FEED;
}

export const feedSettingsOf = async (knex: Knex, calendarId: string): Promise<FeedSettings> =>
  (await feedSettings(knex, [calendarId]))(calendarId);

/** The address of a room's feed, sealed; null when none is set. */
export async function sealedUrl(
  knex: Knex,
  calendarId: string,
): Promise<{ sealed: Buffer; keyId: string } | null> {
  const row = await knex('feeds')
    .where({ calendar_id: calendarId })
    .whereNotNull('url_sealed')
    .first<{ sealed: Buffer; keyId: string } | undefined>({ sealed: 'url_sealed', keyId: 'url_key_id' });
  return row ?? null;
}

/** A fetch that was not like the one before it. */
export interface FeedFetchLine {
  at: Date;
  result: string;
  httpStatus: number | null;
  bytes: number | null;
  tookMs: number;
  events: number;
  added: number;
  changed: number;
  removed: number;
  problems: number;
}

/** The newest first. */
export const feedFetches = (knex: Knex, calendarId: string, limit: number): Promise<FeedFetchLine[]> =>
  knex('feed_fetches')
    .where({ calendar_id: calendarId })
    .orderBy('id', 'desc')
    .limit(limit)
    .select<FeedFetchLine[]>({
      at: 'at',
      result: 'result',
      httpStatus: 'http_status',
      bytes: 'bytes',
      tookMs: 'took_ms',
      events: 'events',
      added: 'added',
      changed: 'changed',
      removed: 'removed',
      problems: 'problems',
    });

export interface SettingsChange {
  /** Of this change: made again under the same key, it is told once. */
  key: string;
  room: RoomUpdate;
  feed: {
    /** Null removes it. */
    url?: { sealed: Buffer; keyId: string; masked: string } | null;
    intervalMinutes?: FeedInterval;
    enabled?: boolean;
  };
  /** The meetings that the calendar has announced and that have not begun at this time are cancelled; absent: they stay. */
  cancelPlannedAtMs?: Instant | undefined;
}

/**
 * Changes a room and its feed, and writes to the outbox, with it, that the feed's Schedule has to follow.
 *
 * @returns what waits in the outbox because of it; nothing when the feed is as before
 * @throws RoomNameTaken; nothing is changed then
 */
export const changeSettings = (
  knex: Knex,
  { id, tenantId, ownerId, calendarId }: Pick<Room, 'id' | 'tenantId' | 'ownerId' | 'calendarId'>,
  { key, room, feed, cancelPlannedAtMs }: SettingsChange,
): Promise<PendingEvent[]> =>
  knex.transaction(async (trx) => {
    await updateRoom(trx, { id, ownerId }, room);
    const readAgain = readsOtherwise(room) || cancelPlannedAtMs !== undefined;
    const row = { ...feedRow(feed), ...(readAgain && { content_hash: null }) };
    if (Object.keys(row).length === 0) return [];
    // First of all: a sync that is under way holds the row, and what it announces is planned then.
    await trx('feeds')
      .insert({ calendar_id: calendarId, tenant_id: tenantId, ...row })
      .onConflict('calendar_id')
      .merge({ ...onceMore(trx, feed), ...row });
    const cancelled =
      cancelPlannedAtMs === undefined ? [] : await cancelPlanned(trx, { id, tenantId }, cancelPlannedAtMs);
    const changed = feedChanged(key, calendarId);
    await appendToOutbox(trx, tenantId, [changed]);
    return [...cancelled, changed];
  });

/** What tells that a feed's Schedule has to follow its row. @param key of the change */
export function feedChanged(key: string, calendarId: string): PendingEvent {
  const event: FeedChanged = { type: 'feed-changed', key: `feed-changed/${key}`, calendarId };
  return { uid: event.key, event };
}

/** The next sync reads the feed though its bytes are the same: what it is read for is another. */
export async function readFeedAgain(trx: Knex.Transaction, roomId: string): Promise<void> {
  await trx('feeds')
    .whereIn('calendar_id', trx('calendars').where({ principal_id: roomId }).select('id'))
    .update({ content_hash: null });
}

/** What was known of a feed says nothing of another one. */
const UNREAD = {
  etag: null,
  last_modified: null,
  content_hash: null,
  withheld_hash: null,
  last_sync_at: null,
  last_good_at: null,
  failing_since: null,
  owner_told_at: null,
  last_result: null,
  last_problem: null,
  events: 0,
  matches: 0,
  problems: '[]',
};

/** What has failed before a feed is switched on again says nothing of what follows. */
const onceMore = (trx: Knex.Transaction, { enabled }: SettingsChange['feed']) =>
  enabled === true && {
    failing_since: trx.raw('CASE WHEN feeds.enabled THEN feeds.failing_since END'),
    owner_told_at: trx.raw('CASE WHEN feeds.enabled THEN feeds.owner_told_at END'),
  };

/** Removes a calendar's feed. */
export async function forgetFeed(trx: Knex.Transaction, calendarId: string): Promise<void> {
  await trx('feeds')
    .where({ calendar_id: calendarId })
    .update(feedRow({ url: null }));
}

const feedRow = ({ url, intervalMinutes, enabled }: SettingsChange['feed']) => ({
  ...(url !== undefined && {
    url_sealed: url?.sealed ?? null,
    url_key_id: url?.keyId ?? null,
    url_masked: url?.masked ?? null,
    ...UNREAD,
  }),
  ...(intervalMinutes !== undefined && { interval_minutes: intervalMinutes }),
  ...(enabled !== undefined && { enabled }),
});
