import type { Knex } from 'knex';
import { effectIdOf } from '../../../activities/inbound/dedupe-key.ts';
import type { FeedReading, FollowedFeed, SyncResult } from '../../../activities/feed/ports.ts';
import type { PendingEvent } from '../../../activities/inbound/ports.ts';
import { nothingNew, type Comparison, type KnownEvent } from '../../../domain/sync/compare.ts';
import type { FeedInstance } from '../../../domain/feeds/instances.ts';
import type { RoomMeetingSettings } from '../../../domain/meeting/room-input.ts';
import { followEvents } from '../calendars/busy-periods.ts';
import { putObjects, type CalendarObject } from '../calendars/objects.ts';
import { insertEvents, markGone, updateEvents, type EventRow } from './events.ts';
import { knownEvents } from './known-events.ts';
import { insertFeedMeetings, meetingsByIds, tellMeetings, type NewFeedMeeting } from './meetings.ts';
import { recordReading } from './status.ts';

/** The most problems that are kept. */
const MOST_PROBLEMS = 50;

/** Writes what a reading says that was not known. Runs in a transaction. */
export async function writeReading(
  trx: Knex.Transaction,
  settings: RoomMeetingSettings,
  reading: FeedReading,
  compare: (known: KnownEvent[], withheld: string | null) => Comparison<FeedInstance>,
): Promise<{ result: SyncResult; pending: PendingEvent[] }> {
  const { feed, instances, atMs } = reading;
  const locked = await lockFeed(trx, feed);
  if (locked === null) return { result: resultOf(reading, nothingNew(), 'off'), pending: [] };
  const compared = compare(await knownEvents(trx, feed.calendarId, instances, atMs), locked.withheld);
  const rows = rowsOf(feed, compared, atMs);
  const made = await insertFeedMeetings(trx, feed, rows.meetings);
  await putObjects(trx, feed, objectsOf(reading, compared));
  const added = await insertEvents(trx, feed, rows.added, atMs);
  const changed = await updateEvents(trx, rows.changed, atMs);
  const gone = await markGone(trx, compared, atMs);
  await followEvents(trx, [...added, ...changed, ...gone]);
  const told = await meetingsByIds(trx, rows.told);
  const pending = await tellMeetings(trx, settings, {
    tenantId: feed.tenantId,
    saidMs: atMs,
    seen: [...rows.meetings, ...rows.retold].flatMap(({ id, ...said }) => {
      const meeting = made.get(id) ?? told.get(id);
      return meeting ? [{ meeting, said }] : [];
    }),
    removed: [...compared.removed, ...compared.withdrawn].flatMap(({ meeting }) => meeting?.id ?? []),
  });
  const outcome = compared.withheld === null ? outcomeOf(reading, compared) : 'withheld';
  const result = resultOf(reading, compared, outcome);
  await recordReading(trx, reading, { result, withheld: compared.withheld, problems: result.problems });
  return { result, pending };
}

/** Null: meanwhile it was switched off, or follows another address. Two syncs of a feed write one after the other. */
async function lockFeed(
  trx: Knex.Transaction,
  feed: FollowedFeed,
): Promise<{ withheld: string | null } | null> {
  const row = await trx('feeds')
    .where({ calendar_id: feed.calendarId, enabled: true, url_sealed: feed.url.sealed })
    .forUpdate()
    .first('withheld_hash');
  return row ? { withheld: row.withheld_hash?.toString('hex') ?? null } : null;
}

/** What is written of a comparison. */
function rowsOf({ roomId }: FollowedFeed, { added, changed }: Comparison<FeedInstance>, atMs: number) {
  const meetings: NewFeedMeeting[] = [];
  const meetingFor = (instance: FeedInstance, generation: number): string => {
    const { title, startMs, endMs } = instance;
    const id = meetingId(roomId, instance, generation);
    meetings.push({ id, title, startMs, endMs });
    return id;
  };
  const first: EventRow[] = added.map((instance) => ({
    id: null,
    instance,
    generation: 1,
    meetingId: instance.endMs > atMs ? meetingFor(instance, 1) : null,
  }));
  const again: EventRow[] = changed.map(({ known, instance, revived }) => {
    const generation = known.generation + (revived ? 1 : 0);
    return {
      id: known.id,
      instance,
      generation,
      meetingId: revived ? meetingFor(instance, generation) : (known.meeting?.id ?? null),
    };
  });
  const retold = changed.flatMap(({ known, instance, told, revived }) =>
    told && !revived && known.meeting ? [{ id: known.meeting.id, ...timesOf(instance) }] : [],
  );
  return { meetings, added: first, changed: again, retold, told: retold.map(({ id }) => id) };
}

/** Of the UIDs of which something is new, everything that the reading has. */
function objectsOf(
  { instances }: FeedReading,
  { added, changed }: Comparison<FeedInstance>,
): CalendarObject[] {
  const isNew = [...added, ...changed.map(({ instance }) => instance)];
  const objects = new Map(isNew.map(({ uid }) => [uid, { uid, components: new Set<string>() }]));
  for (const instance of [...instances, ...isNew]) objects.get(instance.uid)?.components.add(instance.raw());
  return [...objects.values()];
}

const timesOf = ({ title, startMs, endMs }: FeedInstance) => ({ title, startMs, endMs });

/** The same event of the same generation is the same meeting, whoever finds it. */
const meetingId = (roomId: string, { uid, recurrenceId }: FeedInstance, generation: number): string =>
  effectIdOf(`room-meeting ${roomId} ${generation} ${recurrenceId} ${uid}`);

function outcomeOf(
  { feed, hash }: FeedReading,
  { added, changed, removed, withdrawn }: Comparison<FeedInstance>,
) {
  const isSame = feed.contentHash !== null && hash.equals(feed.contentHash);
  const changes = added.length + changed.length + removed.length + withdrawn.length;
  return isSame && changes === 0 ? 'unchanged' : 'changed';
}

function resultOf(
  { events, matches, problems }: FeedReading,
  compared: Comparison<FeedInstance>,
  result: SyncResult['result'],
): SyncResult {
  const { added, changed, removed, withdrawn, withheld } = compared;
  const revived = changed.filter((each) => each.revived).length;
  return {
    result,
    problem: withheld === null ? null : 'deletions-withheld',
    events,
    matches,
    added: added.length + revived,
    changed: changed.filter((each) => each.content && !each.revived).length,
    removed: removed.length + withdrawn.length,
    problems: [...compared.problems, ...problems].slice(0, MOST_PROBLEMS),
  };
}
