import { change, refuse, type ChangeParts, type Decision, type RefusalCode } from './decision.ts';
import type { CalendarEventRemoved, CalendarEventSeen } from './events.ts';
import { NO_VIDEO } from './video.ts';
import { isOver, type RoomMeetingState } from './state.ts';
import type { Instant, TimeRange } from '../time/instant.ts';
import { meetingTitle } from './title.ts';

/**
 * What the calendar of a room says of one event.
 *
 * @param key names this version of the event for ever
 * @param saidMs when the calendar was read
 */
export const calendarEvent = (
  key: string,
  saidMs: Instant,
  { title, startMs, endMs }: TimeRange & { title: string },
): CalendarEventSeen => ({
  type: 'calendar-event',
  key,
  door: 'room',
  title: meetingTitle(title),
  startMs,
  endMs,
  saidMs,
});

export const calendarEventRemoved = (key: string, saidMs: Instant): CalendarEventRemoved => ({
  type: 'calendar-event-removed',
  key,
  door: 'room',
  saidMs,
});

/**
 * The calendar has the meeting, now at this time and under this title. People who are inside stay inside, whatever it
 * says; without them a room that is ready follows the meeting to its new time.
 */
export function decideCalendarEvent(
  state: RoomMeetingState,
  event: CalendarEventSeen,
  nowMs: Instant,
): Decision {
  const said = {
    title: meetingTitle(event.title),
    startMs: event.startMs,
    endMs: endOf(state, event, nowMs),
    calendar: { saidMs: event.saidMs, removed: false },
  };
  const problem = calendarProblem(state, event);
  if (problem) return refuse(problem);
  if (event.endMs <= event.startMs) return refuse('time-empty');
  const story = storyOf(state, said);
  if (story.length === 0) return refuse('time-unchanged');
  const { next, video = null, story: more } = videoFor(state, said, nowMs);
  // The service that has the room would let it go at the end that it was told.
  const grows = state.video.phase === 'ready' && said.endMs > state.endMs;
  return change({ ...state, ...said, ...next }, event, nowMs, {
    video: video ?? (grows ? 'extend' : null),
    story: [...story, ...more],
  });
}

/**
 * The calendar does not have the meeting any more. With nobody inside it is cancelled; otherwise nobody is thrown out,
 * and it closes when they have left, or by force after its end.
 */
export function decideCalendarEventRemoved(
  state: RoomMeetingState,
  event: CalendarEventRemoved,
  nowMs: Instant,
): Decision {
  const problem = calendarProblem(state, event);
  if (problem) return refuse(problem);
  const calendar = { saidMs: event.saidMs, removed: true };
  if (isInUse(state)) {
    return change({ ...state, calendar }, event, nowMs, { story: [{ what: 'removed', by: 'parley' }] });
  }
  const next: RoomMeetingState = {
    ...state,
    calendar,
    status: 'cancelled',
    video: { ...NO_VIDEO, phase: 'closed' },
  };
  return change(next, event, nowMs, {
    video: state.video.phase === 'ready' ? 'close' : null,
    story: [{ what: 'cancelled', by: 'parley' }],
  });
}

function calendarProblem(
  state: RoomMeetingState,
  event: CalendarEventSeen | CalendarEventRemoved,
): RefusalCode | null {
  if (isOver(state)) return 'meeting-over';
  if (!state.calendar) return null;
  if (event.saidMs < state.calendar.saidMs) return 'stale-sequence';
  // An event that comes back is another meeting: this one has been told that it ends.
  return state.calendar.removed ? 'meeting-over' : null;
}

/** People are inside; or the meeting has begun, they have just left, and may return. */
const isInUse = ({ status, video }: RoomMeetingState): boolean =>
  video.present.length > 0 || (status === 'live' && video.emptySinceMs !== null);

/** An end that is moved into the past is now for those who are inside: the forced close comes no sooner for them. */
const endOf = (state: RoomMeetingState, event: TimeRange, nowMs: Instant): Instant =>
  isInUse(state) ? Math.max(event.endMs, Math.min(state.endMs, nowMs)) : event.endMs;

function storyOf(state: RoomMeetingState, said: TimeRange & { title: string }): ChangeParts['story'] {
  if (state.status === 'open') return [{ what: 'appeared', by: 'parley' }];
  const moved = said.startMs !== state.startMs || said.endMs !== state.endMs;
  return [
    ...(moved ? [{ what: 'moved' as const, by: 'parley' as const }] : []),
    ...(said.title === state.title ? [] : [{ what: 'renamed' as const, by: 'parley' as const }]),
  ];
}

type Followed = Pick<ChangeParts, 'video' | 'story'> & {
  next?: Partial<Pick<RoomMeetingState, 'status' | 'video'>>;
};

/** What a new time does to status and room; the deadlines do what is due at it. */
function videoFor(state: RoomMeetingState, { startMs, endMs }: TimeRange, nowMs: Instant): Followed {
  const { video, timings } = state;
  const close = video.phase === 'ready' ? ('close' as const) : null;
  if (isInUse(state)) return { story: [] };
  if (endMs + timings.forceCloseMs <= nowMs) {
    return {
      next: { status: 'closed', video: { ...NO_VIDEO, phase: 'closed' } },
      video: close,
      story: [{ what: 'room-closed', by: 'parley' }],
    };
  }
  if (startMs <= nowMs)
    return { next: { status: state.status === 'live' ? 'live' : 'scheduled' }, story: [] };
  if (close === null || startMs - timings.readyBeforeMs <= nowMs) {
    return { next: { status: 'scheduled' }, story: [] };
  }
  return {
    next: { status: 'scheduled', video: NO_VIDEO },
    video: close,
    story: [{ what: 'room-let-go', by: 'parley' }],
  };
}
