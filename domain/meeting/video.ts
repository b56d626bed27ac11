import { change, refuse, type Decision } from './decision.ts';
import type { MeetingEvent, PresenceChanged } from './events.ts';
import type { MeetingState, VideoState } from './state.ts';
import type { Instant } from '../time/instant.ts';

/** Somebody enters. The room takes people from the moment it is ready, which may be before the start. */
export function decideJoined(state: MeetingState, event: PresenceChanged, nowMs: Instant): Decision {
  if (state.video.phase === 'closed') return refuse('meeting-over');
  if (state.video.phase === 'none') return refuse('room-not-ready');
  const present = [...new Set([...state.video.present, event.participantId])];
  return change({ ...state, video: { ...state.video, present, emptySinceMs: null } }, event, nowMs, {
    story: [{ what: 'joined', by: 'parley' }],
  });
}

/** Somebody leaves; with the last one the grace period begins. */
export function decideLeft(state: MeetingState, event: PresenceChanged, nowMs: Instant): Decision {
  if (!state.video.present.includes(event.participantId)) return refuse('not-in-room');
  const present = state.video.present.filter((id) => id !== event.participantId);
  return change(
    { ...state, video: { ...state.video, present, emptySinceMs: present.length === 0 ? nowMs : null } },
    event,
    nowMs,
    {
      story: [{ what: 'left', by: 'parley' }],
    },
  );
}

export const makeVideoReady = (state: MeetingState, event: MeetingEvent, nowMs: Instant): Decision =>
  change({ ...state, video: { ...state.video, phase: 'ready' } }, event, nowMs, {
    video: 'ready',
    story: [{ what: 'room-ready', by: 'parley' }],
  });

export const start = (state: MeetingState, event: MeetingEvent, nowMs: Instant): Decision =>
  change({ ...state, status: 'live' }, event, nowMs, {
    story: [{ what: 'started', by: 'parley' }],
  });

/** A room without a person, to be made again shortly before the start. */
export const NO_VIDEO: VideoState = { phase: 'none', present: [], emptySinceMs: null };

/** Closes a room that people left long before the start; the meeting is yet to come. */
export const letVideoGo = (state: MeetingState, event: MeetingEvent, nowMs: Instant): Decision =>
  change({ ...state, status: 'scheduled', video: NO_VIDEO }, event, nowMs, {
    video: 'close',
    story: [{ what: 'room-let-go', by: 'parley' }],
  });

/** Closes the room and with it the meeting. */
export const closeVideo = (state: MeetingState, event: MeetingEvent, nowMs: Instant): Decision =>
  change(
    { ...state, status: 'closed', video: { ...state.video, phase: 'closed', present: [] } },
    event,
    nowMs,
    {
      video: state.video.phase === 'ready' ? 'close' : null,
      story: [{ what: 'room-closed', by: 'parley' }],
    },
  );

/** Nobody took the meeting before it would have begun. */
export const endUnbooked = (state: MeetingState, event: MeetingEvent, nowMs: Instant): Decision =>
  change({ ...state, status: 'closed' }, event, nowMs, {
    story: [{ what: 'never-booked', by: 'parley' }],
  });
