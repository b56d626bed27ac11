import type { Knex } from 'knex';
import type { FetchFacts, FollowedFeed, FeedReading, SyncResult } from '../../../activities/feed/ports.ts';
import type { FeedFetchProblem } from '../../../activities/feed/fetching.ts';
import type { PendingEvent } from '../../../activities/inbound/ports.ts';
import { tellOwner } from './tell-owner.ts';
import { feedRows } from '../webhooks/tell.ts';

/** The log is for people. */
const KEPT_FETCHES = 200;

/** One row is written, unless the fetch before this one had failed. */
export const recordUnchanged = (knex: Knex, feed: FollowedFeed, facts: FetchFacts): Promise<void> =>
  record(knex, feed, facts, { result: 'unchanged', problem: null });

/** @returns what waits in the outbox because of it: its owner is told when it fails for long */
export const recordFailure = (
  knex: Knex,
  feed: FollowedFeed,
  facts: FetchFacts,
  problem: FeedFetchProblem,
): Promise<PendingEvent[]> =>
  knex.transaction(async (trx) => {
    await record(trx, feed, facts, { result: 'failed', problem });
    return tellOwner(trx, feed, problem, facts.atMs);
  });

/** A line in the log is worth what is not like the fetch before it. */
async function record(
  knex: Knex,
  { calendarId, url }: FollowedFeed,
  { atMs, tookMs, httpStatus, bytes }: FetchFacts,
  { result, problem }: { result: 'unchanged' | 'failed'; problem: string | null },
): Promise<void> {
  await knex.raw(
    `WITH before AS (
       SELECT tenant_id, calendar_id, last_result, last_problem FROM feeds WHERE calendar_id = :calendarId
     ), synced AS (
       UPDATE feeds
          SET last_sync_at = :at, last_result = :result, last_problem = CAST(:problem AS text),
              last_good_at = CASE WHEN :result = 'failed' THEN last_good_at ELSE :at END,
              failing_since = CASE WHEN :result = 'failed' THEN coalesce(failing_since, :at) END,
              owner_told_at = CASE WHEN :result = 'failed' THEN owner_told_at END
        WHERE calendar_id = :calendarId AND url_sealed = :sealed
       RETURNING calendar_id
     ), fared AS (
       SELECT tenant_id, calendar_id, CAST(:at AS timestamptz) AS at, last_result AS was,
              CAST(:result AS text) AS result, CAST(:problem AS text) AS problem
         FROM before JOIN synced USING (calendar_id)
     ), ${feedRows('fared')}
     INSERT INTO feed_fetches (tenant_id, calendar_id, at, result, http_status, bytes, took_ms)
     SELECT tenant_id, calendar_id, :at, coalesce(CAST(:problem AS text), :result), :httpStatus, :bytes, :tookMs
       FROM before
      WHERE (:result = 'failed' OR last_result = 'failed') AND last_problem IS DISTINCT FROM CAST(:problem AS text)`,
    { calendarId, sealed: url.sealed, at: new Date(atMs), tookMs, httpStatus, bytes, result, problem },
  );
  if (result === 'failed') await forgetOldFetches(knex, calendarId);
}

export interface Counts {
  added: number;
  changed: number;
  removed: number;
}

/** How the feed stands after a reading, and a line in the log. */
export async function recordReading(
  knex: Knex,
  reading: FeedReading,
  { result, withheld, problems }: { result: SyncResult; withheld: string | null; problems: unknown[] },
): Promise<void> {
  const { feed, atMs, tookMs, httpStatus, bytes, hash, validators, readAgainMs } = reading;
  const { added, changed, removed, events, matches } = result;
  await knex.raw(
    `WITH before AS (
       SELECT calendar_id, last_result FROM feeds WHERE calendar_id = :calendarId
     ), read AS (
       UPDATE feeds
          SET etag = :etag, last_modified = :lastModified, content_hash = :hash, read_again_at = :readAgainAt,
              last_sync_at = :at, last_good_at = :at, failing_since = NULL, owner_told_at = NULL, last_change_at = CASE WHEN :isChange THEN :at ELSE last_change_at END,
              last_result = :result, last_problem = CAST(:problem AS text), events = :events, matches = :matches,
              problems = CAST(:problems AS jsonb), withheld_hash = decode(:withheld, 'hex')
        WHERE calendar_id = :calendarId
       RETURNING tenant_id, calendar_id
     ), fared AS (
       SELECT tenant_id, calendar_id, CAST(:at AS timestamptz) AS at, last_result AS was,
              CAST(:result AS text) AS result, NULL AS problem
         FROM before JOIN read USING (calendar_id)
     ), ${feedRows('fared')}
     INSERT INTO feed_fetches
       (tenant_id, calendar_id, at, result, http_status, bytes, took_ms, events, added, changed, removed, problems)
     SELECT tenant_id, calendar_id, :at, :result, :httpStatus, :bytes, :tookMs, :events, :added, :changed,
            :removed, jsonb_array_length(CAST(:problems AS jsonb))
       FROM read WHERE :result <> 'unchanged'`,
    {
      calendarId: feed.calendarId,
      etag: validators.etag,
      lastModified: validators.lastModified,
      hash,
      readAgainAt: new Date(readAgainMs),
      at: new Date(atMs),
      isChange: added + changed + removed > 0,
      result: result.result,
      problem: result.problem,
      events,
      matches,
      problems: JSON.stringify(problems),
      withheld,
      httpStatus,
      bytes,
      tookMs,
      added,
      changed,
      removed,
    },
  );
  if (result.result !== 'unchanged') await forgetOldFetches(knex, feed.calendarId);
}

async function forgetOldFetches(knex: Knex, calendarId: string): Promise<void> {
  await knex.raw(
    `DELETE FROM feed_fetches
      WHERE calendar_id = :calendarId
        AND id <= (SELECT id FROM feed_fetches WHERE calendar_id = :calendarId
                    ORDER BY id DESC OFFSET ${KEPT_FETCHES} LIMIT 1)`,
    { calendarId },
  );
}
