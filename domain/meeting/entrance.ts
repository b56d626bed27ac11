import type { Instant } from '../time/instant.ts';
import { isOver, isUnbooked, type MeetingStatus } from './state.ts';

/** What says whether a meeting can be entered. */
export interface Entrance {
  status: MeetingStatus;
  /** When its video room was made ready, and closed. */
  readyAt: Date | null;
  closedAt: Date | null;
  videoUrl: string | null;
}

/** Where the people meet, while the video room is ready; null before, and when the meeting is over. */
export const videoUrlOf = (meeting: Entrance): string | null =>
  !isOver(meeting) && meeting.readyAt !== null && meeting.closedAt === null ? meeting.videoUrl : null;

/** How the door of a booked meeting stands; `opening`: it may be any moment. */
export type DoorState = 'ready' | 'early' | 'opening' | 'over';

const EARLY_MS = 10 * 60_000;

/** How the door of a booked meeting stands at this time. @param meeting `videoUrl`: as `videoUrlOf` gives it */
export function doorState(
  meeting: { status: MeetingStatus; startMs: Instant; videoUrl: string | null },
  nowMs: Instant,
): DoorState {
  if (isOver(meeting)) return 'over';
  if (isUnbooked(meeting)) return 'early';
  if (meeting.videoUrl !== null) return 'ready';
  return nowMs < meeting.startMs - EARLY_MS ? 'early' : 'opening';
}
