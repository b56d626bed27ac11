import { compare } from '../../domain/sync/compare.ts';
import { NO_VALIDATORS, type FeedFetched, type FeedFetchProblem } from './fetching.ts';
import type { PendingEvent } from '../inbound/ports.ts';
import type { FeedSyncPorts, FetchFacts, FollowedFeed, SyncOutcome, SyncResult } from './ports.ts';
import { NotAsked, sha256 } from './reading.ts';

/**
 * Follows a room's feed once: fetches it, and when it says anything new, writes that and tells the meetings. What is
 * wrong with the feed or its server is recorded and is no error; only a fault of ours throws. May be done again at any
 * point.
 */
export async function syncFeed(ports: FeedSyncPorts, calendarId: string): Promise<SyncResult> {
  const { store, clock, urls, reader } = ports;
  const feed = await store.followed(calendarId);
  if (feed === null) return nothing('off');
  const startedMs = clock.nowMs();
  const mayBeUnchanged = isUpToDate(feed, startedMs);
  const url = urls.open(feed.url.sealed, feed.url.keyId);
  const fetched = await reader.fetch(url, feed.owner, mayBeUnchanged ? feed.validators : NO_VALIDATORS);
  const facts = factsOf(fetched, startedMs, clock.nowMs());
  if (fetched.kind === 'failed') return fail(ports, feed, facts, fetched.problem);
  if (isUnchanged(fetched, feed, mayBeUnchanged)) {
    await store.recordUnchanged(feed, facts);
    return nothing('unchanged');
  }
  return readAndWrite(ports, feed, fetched, facts).catch((error: unknown) => {
    // Another sync has written meanwhile: it is read once more with what is known now.
    if (!(error instanceof NotAsked)) throw error;
    return readAndWrite(ports, feed, fetched, facts);
  });
}

type Fetched = Extract<FeedFetched, { kind: 'fetched' }>;

/** While something waits for a second reading, or time has brought more of the feed near, the same bytes are read. */
const isUpToDate = ({ contentHash, readAgainMs, waits }: FollowedFeed, nowMs: number): boolean =>
  contentHash !== null && !waits && readAgainMs !== null && nowMs < readAgainMs;

function isUnchanged(
  fetched: Exclude<FeedFetched, { kind: 'failed' }>,
  { contentHash }: FollowedFeed,
  mayBeUnchanged: boolean,
): fetched is Extract<FeedFetched, { kind: 'not-modified' }> {
  if (fetched.kind === 'not-modified') return true;
  return mayBeUnchanged && contentHash !== null && fetched.hash.equals(contentHash);
}

async function readAndWrite(
  ports: FeedSyncPorts,
  feed: FollowedFeed,
  { text, hash, validators }: Fetched,
  facts: FetchFacts,
): Promise<SyncResult> {
  const { store, texts, publicUrl, window, relay } = ports;
  const nowMs = facts.atMs;
  const { calendarId, roomName, timezone } = feed;
  const due = await store.due(calendarId, nowMs);
  const read = await texts.read(text, { roomName, timezone, publicUrl, window, nowMs }, due);
  if (typeof read === 'string') return fail(ports, feed, facts, read);
  const { broken, doubtful } = read;
  const { result, pending } = await store.write(
    { feed, ...facts, hash, validators, ...read },
    (known, withheld) => compare(known, read, { nowMs, broken, doubtful, withheld, digest: sha256 }),
  );
  await relayAll(relay, pending);
  return result;
}

async function fail(
  { store, relay }: FeedSyncPorts,
  feed: FollowedFeed,
  facts: FetchFacts,
  problem: FeedFetchProblem,
): Promise<SyncResult> {
  await relayAll(relay, await store.recordFailure(feed, facts, problem));
  return { ...nothing('failed'), problem };
}

const RELAYED_AT_ONCE = 20;

async function relayAll(relay: FeedSyncPorts['relay'], pending: PendingEvent[]): Promise<void> {
  const events = pending.values();
  const work = async () => {
    for (const event of events) await relay(event);
  };
  await Promise.all(Array.from({ length: RELAYED_AT_ONCE }, work));
}

const factsOf = (fetched: FeedFetched, startedMs: number, atMs: number): FetchFacts => ({
  atMs,
  tookMs: Math.max(0, atMs - startedMs),
  httpStatus: fetched.httpStatus,
  bytes: fetched.kind === 'fetched' ? fetched.bytes : null,
});

const nothing = (result: SyncOutcome): SyncResult => ({
  result,
  problem: null,
  events: 0,
  matches: 0,
  added: 0,
  changed: 0,
  removed: 0,
  problems: [],
});
