import type { Knex } from 'knex';
import type { WherebyMeetings } from '../video/whereby.ts';

/** Keeps the names that a video service gave to rooms. */
export const createVideoNames = (database: Knex): WherebyMeetings => ({
  async remember(meetingId, name) {
    await database('meetings').where({ id: meetingId }).update({ video_name: name });
  },
  async recall(meetingId) {
    const row: { video_name: string | null } | undefined = await database('meetings')
      .where({ id: meetingId })
      .first('video_name');
    return row?.video_name ?? null;
  },
});
