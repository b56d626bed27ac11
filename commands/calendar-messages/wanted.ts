import { MeetingRefused } from '../../activities/meeting/meetings.ts';
import type { BookedMeeting } from '../../adapters/postgres/booked-meetings.ts';
import { isOver } from '../../domain/meeting/state.ts';
import type { TimeRange } from '../../domain/time/instant.ts';

/** The meeting as whoever wants a message sent knows it. */
export interface Wanted extends TimeRange {
  sequence: number;
}

/** The meeting is at another SEQUENCE, or at this one at another time. */
export class NotAsWanted extends Error {
  readonly code: 'sequence-mismatch' | 'time-mismatch';
  /** As it is. */
  readonly meeting: Wanted;

  constructor(code: NotAsWanted['code'], { sequence, startMs, endMs }: Wanted) {
    super(code);
    this.name = 'NotAsWanted';
    this.code = code;
    this.meeting = { sequence, startMs, endMs };
  }
}

/** @throws MeetingRefused when it is over; NotAsWanted */
export function requireAsWanted(meeting: BookedMeeting, wanted: Wanted): void {
  if (isOver(meeting)) throw new MeetingRefused('meeting-over');
  if (meeting.sequence !== wanted.sequence) throw new NotAsWanted('sequence-mismatch', meeting);
  if (meeting.startMs !== wanted.startMs || meeting.endMs !== wanted.endMs) {
    throw new NotAsWanted('time-mismatch', meeting);
  }
}
