import { setTimeout as wait } from 'node:timers/promises';
import type { FeedWorld, FollowingRoom } from './feed-world.ts';

export interface MeetingRow {
  uid: string;
  generation: number;
  status: string;
  title: string;
  start: Date;
  end: Date;
}

/** All meetings of a room, also those that another one took the place of, as `uid` of their events where there is one. */
export const meetingsOf = ({ database }: FeedWorld, room: FollowingRoom): Promise<MeetingRow[]> =>
  database('meetings as meeting')
    .leftJoin('calendar_events as event', 'event.meeting_id', 'meeting.id')
    .where('meeting.room_id', room.id)
    .orderBy(['meeting.start_utc', 'event.ics_uid', 'meeting.created_at'])
    .select({
      uid: 'event.ics_uid',
      generation: 'event.generation',
      status: 'meeting.status',
      title: 'meeting.title',
      start: 'meeting.start_utc',
      end: 'meeting.end_utc',
    });

/** As `title status`, when they have become so; or as they are after ten seconds. */
export async function settled(world: FeedWorld, room: FollowingRoom, expected: string[]): Promise<string[]> {
  const until = Date.now() + 10_000;
  for (;;) {
    const shown = (await meetingsOf(world, room)).map(({ title, status }) => `${title} ${status}`);
    if (JSON.stringify(shown) === JSON.stringify(expected) || Date.now() > until) return shown;
    await wait(50);
  }
}

export interface FeedRow {
  last_sync_at: Date;
  last_good_at: Date | null;
  last_change_at: Date | null;
  last_result: string;
  last_problem: string | null;
  events: number;
  matches: number;
  problems: { code: string; uid: string | null }[];
  etag: string | null;
}

export const feedOf = async ({ database }: FeedWorld, { calendarId }: FollowingRoom): Promise<FeedRow> =>
  (await database('feeds').where({ calendar_id: calendarId }).first()) as FeedRow;

/** The lines of the log, the oldest first. */
export const fetchesOf = ({ database }: FeedWorld, { calendarId }: FollowingRoom): Promise<string[]> =>
  database('feed_fetches').where({ calendar_id: calendarId }).orderBy('id').pluck('result');
