import { MeetingNotRunning, MeetingRefused } from '../../../activities/ports.ts';
import type { Room } from '../../../adapters/postgres/rooms.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import type { ApiDeps } from '../../deps.ts';
import { refused } from '../../middleware/problems.ts';
import { Problem } from '../../middleware/problem.ts';
import { iso } from '../fields.ts';
import { requireRoom } from '../meeting-of.ts';

export interface Wanted extends TimeRange {
  sequence: number;
}

/** @throws Problem meeting-over, sequence-mismatch, time-mismatch */
export function requireAsWanted(room: Room, wanted: Wanted): void {
  if (room.status === 'cancelled' || room.status === 'closed') throw refused('meeting-over');
  if (room.sequence !== wanted.sequence) {
    throw new Problem('sequence-mismatch', `The meeting is at SEQUENCE ${room.sequence}.`, {
      members: { sequence: room.sequence },
    });
  }
  if (room.startMs !== wanted.startMs || room.endMs !== wanted.endMs) {
    throw new Problem('time-mismatch', 'At this SEQUENCE the meeting is at another time.', {
      members: { startUtc: iso(room.startMs), endUtc: iso(room.endMs) },
    });
  }
}

/**
 * Moves the meeting to the wanted time, when the wanted SEQUENCE is the next one. Both parties' messages are
 * prepared by the first call; the second one, for the other party, finds it done.
 *
 * @returns the room as it then is
 */
export async function moveRoom(deps: ApiDeps, room: Room, wanted: Wanted): Promise<Room> {
  if (wanted.sequence !== room.sequence + 1 || room.status !== 'scheduled') return room;
  const event = { type: 'moved', key: `moved/${wanted.sequence}`, door: 'api', ...wanted } as const;
  try {
    await deps.meetings.update(room.uid, event);
  } catch (error) {
    // Somebody else was faster; whether to the same time, the room tells.
    const overtaken = error instanceof MeetingRefused && error.code === 'stale-sequence';
    if (!overtaken && !(error instanceof MeetingNotRunning)) throw error;
  }
  return requireRoom(deps, room.tenantId, room.id);
}
