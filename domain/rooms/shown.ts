import type { MeetingStatus } from '../meeting/state.ts';

/** How a meeting in a room stands for who looks at it; `ready`: the room may be entered, and the meeting has not begun. */
export type ShownState = 'scheduled' | 'ready' | 'live' | 'cancelled' | 'closed';

/** How long before their start meetings are shown. */
export const SHOWN_AHEAD_MS = 30 * 60_000;

/** @param enterable the video room can be entered now */
export function shownState(status: MeetingStatus, enterable: boolean): ShownState {
  switch (status) {
    case 'held':
    case 'open':
    case 'scheduled':
      return enterable ? 'ready' : 'scheduled';
    default:
      return status;
  }
}

/** What is shown of a room: what goes on, and what begins within SHOWN_AHEAD_MS. */
export interface Shown<M extends { state: ShownState }> {
  active: M[];
  upcoming: M[];
}

/** A room that may be entered belongs to what goes on. */
export const apart = <M extends { state: ShownState }>(meetings: readonly M[]): Shown<M> => ({
  active: meetings.filter(({ state }) => state !== 'scheduled'),
  upcoming: meetings.filter(({ state }) => state === 'scheduled'),
});
