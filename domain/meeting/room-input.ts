import type { Instant } from '../time/instant.ts';
import type { RoomMeetingInput, RoomTimings } from './state.ts';

/** What of the configuration a meeting in a room depends on. */
export interface RoomMeetingSettings {
  room: RoomTimings;
}

interface RoomMeeting {
  id: string;
  tenantId: string;
  source: RoomMeetingInput['source'];
  uid: string;
  title: string;
  roomName: string;
  startMs: Instant;
  endMs: Instant;
}

/** What the workflow of a meeting in a room starts with. */
export const meetingInputOf = (meeting: RoomMeeting, { room }: RoomMeetingSettings): RoomMeetingInput => ({
  uid: meeting.uid,
  tenantId: meeting.tenantId,
  meetingId: meeting.id,
  source: meeting.source,
  title: meeting.title,
  roomName: meeting.roomName,
  startMs: meeting.startMs,
  endMs: meeting.endMs,
  // The end of an unscheduled meeting is when it closes; nobody planned it as one.
  timings: meeting.source === 'unscheduled' ? { ...room, forceCloseMs: 0 } : room,
});
