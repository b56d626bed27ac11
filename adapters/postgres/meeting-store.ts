import type { Knex } from 'knex';
import type { DeliveryStore } from '../../activities/delivery/activities.ts';
import type { MeetingStore } from '../../activities/meeting/ports.ts';
import { createAnnouncer } from './answers/announce.ts';
import { recordRefusal } from './answers/refusals.ts';
import { changesAfter } from './commit/changes-after.ts';
import { commitChange } from './commit/commit.ts';
import { attemptRecorder } from './outgoing/attempts.ts';
import type { MessageTools } from './outgoing/prepare.ts';
import { outgoingReader } from './outgoing/read.ts';
import { prepareRepeat } from './outgoing/repeat-cancel.ts';
import { noteCalendarMail } from './calendars/note-mail.ts';
import { prepareCalendarMail } from './outgoing/calendar-mail.ts';
import { prepareNotice } from './outgoing/notice.ts';
import { prepareSignIn } from './outgoing/sign-in.ts';

/** The meetings in PostgreSQL, for the activities of their workflows. */
export function createMeetingStore(database: Knex, tools: MessageTools): MeetingStore & DeliveryStore {
  const announce = createAnnouncer(database);
  return {
    async commit(input) {
      const result = await commitChange(database, tools, input);
      if (input.callId !== null && result.kind === 'committed') announce(input.meetingId);
      return result;
    },

    async recordRefusal(input) {
      const result = await recordRefusal(database, input);
      if (result.kind === 'refused') announce(input.meetingId);
      return result;
    },

    missedChanges: (meetingId, revision) => changesAfter(database, meetingId, revision),
    prepareRepeat: (message) => prepareRepeat(database, tools, message),
    prepareSignIn: (message) => prepareSignIn(database, tools, message),
    prepareNotice: (message) => prepareNotice(database, tools, message),
    prepareCalendarMail: (message) => prepareCalendarMail(database, tools, message),
    noteCalendarMail: (mailId) => noteCalendarMail(database, mailId),
    outgoingMessage: outgoingReader(database, tools),
    recordAttempt: attemptRecorder(database),

    async videoRoom(meetingId) {
      const row = await database('meetings')
        .where({ id: meetingId })
        .first('title', 'start_utc', 'end_utc', 'video_url');
      if (!row) throw new Error('the meeting is not in this database');
      return {
        title: row.title,
        startMs: row.start_utc.getTime(),
        endMs: row.end_utc.getTime(),
        videoUrl: row.video_url,
      };
    },

    async recordVideoOpened(meetingId, url) {
      await database('meetings').where({ id: meetingId }).update({ video_url: url });
    },

    async recordVideoClosed(meetingId) {
      await database('meetings').where({ id: meetingId }).update({ video_url: null });
    },
  };
}
