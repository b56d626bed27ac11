import type { Knex } from 'knex';
import type { WherebyMeetings } from '../video/whereby.ts';

/** Keeps the names that a video service gave to rooms. */
export const createVideoNames = (database: Knex): WherebyMeetings => ({
  async remember(roomId, name) {
    await database('practice_rooms').where({ id: roomId }).update({ video_name: name });
  },
  async recall(roomId) {
    const row: { video_name: string | null } | undefined = await database('practice_rooms')
      .where({ id: roomId })
      .first('video_name');
    return row?.video_name ?? null;
  },
});
