import { change, refuse, type Decision } from './decision.ts';
import type { Opened } from './events.ts';
import { isOver, type MeetingState } from './state.ts';
import type { Instant } from '../time/instant.ts';

/** A meeting that is in no calendar begins: live at once, and from now on as long as it was to be. */
export function decideOpened(state: MeetingState, event: Opened, nowMs: Instant): Decision {
  if (isOver(state)) return refuse('meeting-over');
  if (state.status !== 'open') return refuse('meeting-started');
  return change(state, event, nowMs, {
    next: {
      status: 'live',
      startMs: nowMs,
      endMs: nowMs + (state.endMs - state.startMs),
      video: { ...state.video, phase: 'ready' },
    },
    video: 'ready',
    story: [{ what: 'opened', by: 'parley' }],
  });
}
