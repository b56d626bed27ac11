import { change, refuse, type Decision } from './decision.ts';
import type { Opened } from './events.ts';
import { isOver, type RoomMeetingState } from './state.ts';
import type { Instant } from '../time/instant.ts';

/** A meeting that is in no calendar begins: live at once, and from now on as long as it was to be. */
export function decideOpened(state: RoomMeetingState, event: Opened, nowMs: Instant): Decision {
  if (isOver(state)) return refuse('meeting-over');
  if (state.status !== 'open') return refuse('meeting-started');
  const next: RoomMeetingState = {
    ...state,
    status: 'live',
    startMs: nowMs,
    endMs: nowMs + (state.endMs - state.startMs),
    video: { ...state.video, phase: 'ready' },
  };
  return change(next, event, nowMs, { video: 'ready', story: [{ what: 'opened', by: 'parley' }] });
}
