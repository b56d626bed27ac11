import { describe, expect, it } from 'vitest';
import { nextDeadline } from '../../../domain/meeting/deadline.ts';
import { calendarEvent, calendarEventRemoved } from '../../../domain/meeting/feed.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import { openMeeting, type MeetingState } from '../../../domain/meeting/state.ts';
import {
  after,
  answered,
  booked,
  cancelled,
  changeBy,
  deadline,
  HOUR,
  input,
  MINUTE,
  NOW,
  presence,
  refusalOf,
  START,
} from './fixtures.ts';

const END = START + HOUR;
const open = openMeeting({ ...input, source: 'feed' });

let readings = 0;
/** The calendar is read once more. */
const says = (
  about: { startMs?: number; endMs?: number; title?: string } = {},
  saidMs?: number,
): MeetingEvent => {
  readings += 1;
  const startMs = about.startMs ?? START;
  const event = { title: 'Practice', startMs, endMs: startMs + HOUR, ...about };
  return calendarEvent(`v${readings}`, saidMs ?? readings, event);
};
const removes = (): MeetingEvent => calendarEventRemoved(`r${(readings += 1)}`, readings);

const scheduled = () => after([says({}, 0)], NOW, open);
const ready = () => after([deadline()], START - MINUTE, scheduled());
const live = () => after([deadline()], START, ready());
const occupied = () => after([presence('joined')], START + MINUTE, live());
const left = () => after([presence('left')], START + 10 * MINUTE, occupied());

/** Does everything that is due at the time. */
function catchUp(state: MeetingState, nowMs: number): MeetingState {
  const due = nextDeadline(state);
  return due && due.atMs <= nowMs ? catchUp(after([deadline()], nowMs, state), nowMs) : state;
}

describe('an event that appears', () => {
  it('is a scheduled meeting, whose room is made ready a minute before the start', () => {
    expect(scheduled()).toMatchObject({ status: 'scheduled', video: { phase: 'none' } });
    expect(nextDeadline(scheduled())).toMatchObject({ atMs: START - MINUTE, what: 'room-ready' });
  });

  it('that runs already is ready and live at once', () => {
    const nowMs = START + 50 * MINUTE;
    const state = after([says()], nowMs, open);
    expect(catchUp(state, nowMs)).toMatchObject({ status: 'live', video: { phase: 'ready' } });
  });

  it('that has ended a while ago can be joined until its forced close', () => {
    const nowMs = END + 29 * MINUTE;
    const state = catchUp(after([says()], nowMs, open), nowMs);
    expect(nextDeadline(state)).toMatchObject({ atMs: END + 30 * MINUTE, what: 'forced-close' });
  });

  it('whose forced close has passed closes without a room', () => {
    const change = changeBy(open, says(), END + 30 * MINUTE);
    expect(change).toMatchObject({ next: { status: 'closed' }, video: null });
  });

  it('waits for its workflow’s first word also after the start', () => {
    expect(nextDeadline(open)).toMatchObject({ atMs: END + 30 * MINUTE });
    const closed = changeBy(open, deadline(), END + 30 * MINUTE);
    expect(closed).toMatchObject({ video: null, next: { status: 'closed' } });
  });

  it('that ends before it starts is none', () => {
    expect(refusalOf(open, says({ endMs: START }))).toBe('time-empty');
  });

  it('has a title of one line without addresses, cut to 200 characters, and never an empty one', () => {
    const titleOf = (title: string) => after([says({ title })], NOW, open).title;
    expect(titleOf('1:1\r\nwith max@example.com')).toBe('1:1 with (address hidden)');
    expect(titleOf('🎉'.repeat(201))).toBe('🎉'.repeat(200));
    expect(titleOf(' \0\n ')).toBe('Meeting');
  });
});

describe('an event that moves', () => {
  const later = () => says({ startMs: START + 3 * HOUR });

  it('takes its scheduled meeting along, earlier and later', () => {
    for (const startMs of [START - HOUR, START + 3 * HOUR]) {
      const moved = after([says({ startMs })], NOW, scheduled());
      expect(nextDeadline(moved)).toMatchObject({ atMs: startMs - MINUTE, what: 'room-ready' });
    }
  });

  it('to now or the past starts its meeting at once', () => {
    const moved = after([says({ startMs: NOW - 10 * MINUTE })], NOW, scheduled());
    expect(catchUp(moved, NOW)).toMatchObject({ status: 'live', startMs: NOW - 10 * MINUTE });
  });

  it('from the minute before its start to later lets the empty room go, and makes it again', () => {
    const change = changeBy(ready(), later(), START - 30_000);
    expect(change).toMatchObject({ video: 'close', next: { status: 'scheduled', video: { phase: 'none' } } });
    expect(nextDeadline(change.next)).toMatchObject({ atMs: START + 3 * HOUR - MINUTE, what: 'room-ready' });
    expect(changeBy(change.next, deadline(), START + 3 * HOUR - MINUTE).video).toBe('ready');
  });

  it('by less than the minute keeps the room', () => {
    const change = changeBy(ready(), says({ startMs: START + 20_000 }), START - 30_000);
    expect(change.video).toBe('extend');
    expect(nextDeadline(change.next)).toMatchObject({ atMs: START + 20_000, what: 'start' });
  });

  it('while its meeting is live and nobody has come: the meeting is scheduled again', () => {
    const change = changeBy(live(), later(), START + MINUTE);
    expect(change).toMatchObject({ video: 'close', next: { status: 'scheduled', video: { phase: 'none' } } });
    const soon = changeBy(live(), says({ startMs: START + 90_000 }), START + MINUTE);
    expect(soon).toMatchObject({ video: 'extend', next: { status: 'scheduled', video: { phase: 'ready' } } });
    expect(catchUp(soon.next, START + 90_000).status).toBe('live');
  });

  it('while people are inside leaves them inside, and lets the room go after they have left', () => {
    const change = changeBy(occupied(), later(), START + 2 * MINUTE);
    expect(change).toMatchObject({ video: 'extend', next: { status: 'live', video: { present: ['p1'] } } });
    const empty = after([presence('left')], START + 5 * MINUTE, change.next);
    expect(nextDeadline(empty)).toMatchObject({ atMs: START + 20 * MINUTE, what: 'room-let-go' });
    const gone = changeBy(empty, deadline(), START + 20 * MINUTE);
    expect(gone).toMatchObject({ video: 'close', next: { status: 'scheduled', video: { phase: 'none' } } });
    expect(catchUp(gone.next, START + 3 * HOUR)).toMatchObject({ status: 'live', video: { phase: 'ready' } });
  });

  it('while people are inside before the start leaves them inside, too', () => {
    const early = after([presence('joined'), later()], START - 30_000, ready());
    expect(early).toMatchObject({ status: 'scheduled', video: { phase: 'ready', present: ['p1'] } });
    const empty = after([presence('left')], START, early);
    expect(nextDeadline(empty)).toMatchObject({ atMs: START + 15 * MINUTE, what: 'room-let-go' });
  });

  it('a little while people are inside: the room stays over the new start', () => {
    const empty = after([says({ startMs: START + 15 * MINUTE })], START + 11 * MINUTE, left());
    expect(nextDeadline(empty)).toMatchObject({ atMs: START + 30 * MINUTE, what: 'grace-ends' });
  });

  it('to an end in the past while people are inside: they keep the time until a forced close', () => {
    const nowMs = START + 40 * MINUTE;
    const past = { startMs: START - 26 * HOUR, endMs: START - 25 * HOUR };
    const moved = after([says(past)], nowMs, occupied());
    expect(nextDeadline(moved)).toMatchObject({ atMs: nowMs + 30 * MINUTE, what: 'forced-close' });
    // Each further word of the calendar would otherwise give them more.
    expect(refusalOf(moved, says(past), nowMs + 10 * MINUTE)).toBe('time-unchanged');
    const renamed = after([says({ ...past, title: 'Other' })], nowMs + 10 * MINUTE, moved);
    expect(nextDeadline(renamed)).toMatchObject({ atMs: nowMs + 30 * MINUTE });
  });

  it('wholly into the past with nobody inside closes at once', () => {
    const past = { startMs: START - 26 * HOUR, endMs: START - 25 * HOUR };
    expect(changeBy(live(), says(past), START)).toMatchObject({ video: 'close', next: { status: 'closed' } });
    expect(changeBy(scheduled(), says(past), START - HOUR)).toMatchObject({
      video: null,
      next: { status: 'closed' },
    });
  });

  it('keeps its end or start, whichever did not change, and tells what did', () => {
    const what = (event: MeetingEvent) => changeBy(scheduled(), event, NOW).timeline.map((line) => line.what);
    expect(what(says({ endMs: END + HOUR }))).toEqual(['moved']);
    expect(what(says({ title: 'Retro' }))).toEqual(['renamed']);
    expect(what(says({ title: 'Retro', startMs: START - HOUR }))).toEqual(['moved', 'renamed']);
    expect(refusalOf(scheduled(), says())).toBe('time-unchanged');
  });
});

describe('another title', () => {
  it('changes nothing else, whatever the meeting does', () => {
    for (const state of [ready(), live(), occupied(), left()]) {
      const change = changeBy(state, says({ title: 'Retro' }), START + 11 * MINUTE);
      expect(change.video).toBeNull();
      expect(change.next).toMatchObject({ title: 'Retro', status: state.status, video: state.video });
    }
  });
});

describe('an event that is removed', () => {
  it('cancels its meeting and closes its room, as long as nobody is inside', () => {
    expect(changeBy(scheduled(), removes())).toMatchObject({ video: null, next: { status: 'cancelled' } });
    for (const state of [ready(), live()]) {
      const change = changeBy(state, removes(), START);
      expect(change).toMatchObject({
        video: 'close',
        next: { status: 'cancelled', video: { phase: 'closed' } },
      });
    }
  });

  it('throws nobody out: its meeting closes when they have left and not returned', () => {
    const going = after([removes()], START + 2 * MINUTE, occupied());
    expect(going).toMatchObject({ status: 'live', video: { phase: 'ready', present: ['p1'] } });
    const empty = after([presence('left')], START + 5 * MINUTE, going);
    const back = after([presence('joined', 'p2')], START + 19 * MINUTE, empty);
    expect(nextDeadline(back)).toMatchObject({ atMs: END + 30 * MINUTE, what: 'forced-close' });
    expect(catchUp(empty, START + 20 * MINUTE).status).toBe('closed');
  });

  it('does not wait for its start when people had come early', () => {
    const early = after([presence('joined'), says({ startMs: START + 5 * HOUR }), removes()], START, ready());
    const empty = after([presence('left')], START + MINUTE, early);
    expect(nextDeadline(empty)).toMatchObject({ atMs: START + 16 * MINUTE, what: 'grace-ends' });
  });

  it('counts those who have just left a live meeting as inside', () => {
    const going = after([removes()], START + 11 * MINUTE, left());
    expect(nextDeadline(going)).toMatchObject({ atMs: START + 25 * MINUTE, what: 'grace-ends' });
  });

  it('and comes back is another meeting', () => {
    const going = after([removes()], START + 2 * MINUTE, occupied());
    expect(refusalOf(going, says({ title: 'Back' }), START + 3 * MINUTE)).toBe('meeting-over');
    expect(refusalOf(after([removes()], NOW, scheduled()), says())).toBe('meeting-over');
  });
});

describe('what an older reading of the calendar says', () => {
  it('comes too late', () => {
    const state = after([says({ title: 'Newest' }, 10_000)], NOW, open);
    expect(refusalOf(state, says({ title: 'Older' }, 9_999))).toBe('stale-sequence');
    expect(refusalOf(state, calendarEventRemoved('r', 9_999))).toBe('stale-sequence');
  });
});

describe('an unscheduled meeting', () => {
  const unopened = openMeeting({
    ...input,
    source: 'unscheduled',
    startMs: NOW,
    endMs: NOW + 8 * HOUR,
    timings: { ...input.timings, forceCloseMs: 0 },
  });
  const opens = (): MeetingEvent => ({ type: 'opened', key: `o${(readings += 1)}`, door: 'api' });
  const opened = () => after([opens()], NOW, unopened);

  it('is live at once, with its room', () => {
    const change = changeBy(unopened, opens(), NOW);
    expect(change).toMatchObject({ video: 'ready', next: { status: 'live', video: { phase: 'ready' } } });
    expect(refusalOf(opened(), opens())).toBe('meeting-started');
  });

  it('closes after eight hours, counted from when it began, whether anybody came or not', () => {
    const late = after([opens()], NOW + HOUR, unopened);
    expect(nextDeadline(late)).toMatchObject({ atMs: NOW + 9 * HOUR, what: 'forced-close' });
    const full = after([presence('joined')], NOW + HOUR, late);
    expect(nextDeadline(full)).toMatchObject({ atMs: NOW + 9 * HOUR, what: 'forced-close' });
  });

  it('closes after the grace, unless someone returns', () => {
    const empty = after([presence('joined'), presence('left')], NOW + MINUTE, opened());
    expect(nextDeadline(empty)).toMatchObject({ atMs: NOW + 16 * MINUTE, what: 'grace-ends' });
    const back = after([presence('joined')], NOW + 2 * MINUTE, empty);
    expect(nextDeadline(back)).toMatchObject({ what: 'forced-close' });
  });
});

describe('a meeting in a room', () => {
  it('hears nothing of what hosts and guests do, and can be cancelled without a message', () => {
    for (const event of [booked(), answered('guest', 'DECLINED')]) {
      expect(refusalOf(scheduled(), event)).toBe('not-booked');
    }
    const next = { status: 'cancelled', sequence: 0, video: { present: [] } };
    expect(changeBy(occupied(), cancelled())).toMatchObject({ messages: [], video: 'close', next });
  });

  it('is none of those that are booked', () => {
    for (const event of [says(), removes(), { type: 'opened', key: 'o', door: 'api' } as const]) {
      expect(refusalOf(after([booked()]), event)).toBe('not-booked');
    }
  });
});

describe('a meeting whose room is open and that grows', () => {
  it('tells the room, which would go before its end', () => {
    for (const state of [ready(), live(), occupied()]) {
      const grown = changeBy(state, says({ endMs: END + 5 * HOUR }), START + 2 * MINUTE);
      expect(grown).toMatchObject({
        video: 'extend',
        next: { endMs: END + 5 * HOUR, video: { phase: 'ready' } },
      });
    }
  });

  it('tells it nothing when it shrinks, or has no room yet', () => {
    expect(changeBy(occupied(), says({ endMs: END - MINUTE }), START + 2 * MINUTE).video).toBeNull();
    expect(changeBy(scheduled(), says({ endMs: END + HOUR }), NOW).video).toBeNull();
  });
});
