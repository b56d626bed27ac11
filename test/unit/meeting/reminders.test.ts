import { describe, expect, it } from 'vitest';
import { nextDeadline } from '../../../domain/meeting/deadline.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import { remindersOf, type Reminders } from '../../../domain/meeting/reminders.ts';
import { openMeeting, type BookingState } from '../../../domain/meeting/state.ts';
import {
  after,
  answered,
  booked,
  cancelled,
  changeBy,
  deadline,
  decided,
  GUEST,
  HOUR,
  input,
  invite,
  MINUTE,
  moved,
  NOW,
  OPTIONAL,
  proposed,
  START,
} from './fixtures.ts';

const DAY = 24 * HOUR;
const DEFAULTS: Reminders = { mailMinutesBefore: [1_440], alarmMinutesBefore: [15] };

/** A meeting with these reminders, after these events. */
const meeting = (
  events: MeetingEvent[] = [booked()],
  reminders: Partial<Reminders> = {},
  nowMs = NOW,
): BookingState => after(events, nowMs, openMeeting({ ...input, reminders: { ...DEFAULTS, ...reminders } }));

const deadlineOf = (state: BookingState) => {
  const due = nextDeadline(state);
  return due && [due.what, due.atMs];
};

const movedTo = (startMs: number, lengthMs = HOUR): MeetingEvent => ({
  ...({ type: 'moved', key: 'moved', door: 'api', sequence: 1 } as const),
  ...{ startMs, endMs: startMs + lengthMs },
});

const added = (part = GUEST): MeetingEvent => ({
  ...{ type: 'attendee-added', key: 'added', door: 'api' },
  invite: invite(part),
});

describe('what counts of what a meeting and its tenant say', () => {
  it('is the word of the most specific one that says something, of mails and of alarms each', () => {
    expect(remindersOf({}, DEFAULTS)).toEqual(DEFAULTS);
    expect(remindersOf({ mailMinutesBefore: [] }, DEFAULTS)).toEqual({
      mailMinutesBefore: [],
      alarmMinutesBefore: [15],
    });
    expect(
      remindersOf({}, { alarmMinutesBefore: [5] }, { mailMinutesBefore: [60], alarmMinutesBefore: [] }),
    ).toEqual({
      mailMinutesBefore: [60],
      alarmMinutesBefore: [5],
    });
    expect(remindersOf({ alarmMinutesBefore: undefined })).toEqual({
      mailMinutesBefore: [],
      alarmMinutesBefore: [],
    });
  });

  it('has each once, the earliest first', () => {
    expect(remindersOf({ mailMinutesBefore: [15, 1_440, 15, 60] }, DEFAULTS).mailMinutesBefore).toEqual([
      1_440, 60, 15,
    ]);
  });
});

describe('a reminder', () => {
  it('goes to everybody a day before, and says how each stands', () => {
    const state = meeting([booked(), answered('guest', 'ACCEPTED')]);
    expect(deadlineOf(state)).toEqual(['reminder-due', START - DAY]);
    const { next, messages, timeline } = changeBy(state, deadline(), START - DAY);
    expect(messages).toMatchObject([
      { kind: 'reminder', to: 'host', method: null, sequence: 0, partstat: 'NEEDS-ACTION' },
      { kind: 'reminder', to: 'guest', method: null, sequence: 0, partstat: 'ACCEPTED' },
    ]);
    expect(messages[0]).not.toHaveProperty('alarmMinutesBefore');
    expect(messages[0]!.usefulUntilMs).toBe(START - 5 * MINUTE);
    expect(timeline).toMatchObject([{ what: 'reminded', by: 'parley' }]);
    expect(deadlineOf(next)).toEqual(['room-ready', START - MINUTE]);
  });

  it('of several comes each at its time, and helps until the next one', () => {
    const state = meeting([booked()], { mailMinutesBefore: [2_880, 60, 4] });
    const first = changeBy(state, deadline(), START - 2 * DAY);
    expect(first.messages[0]!.usefulUntilMs).toBe(START - HOUR);
    expect(deadlineOf(first.next)).toEqual(['reminder-due', START - HOUR]);
    const second = changeBy(first.next, deadline(), START - HOUR);
    expect(second.messages.map(({ key }) => key)).not.toContain(first.messages[0]!.key);
    expect(deadlineOf(second.next)).toEqual(['reminder-due', START - 4 * MINUTE]);
    const third = changeBy(second.next, deadline(), START - 4 * MINUTE);
    // Of one that is shorter than what is left at least, half its time.
    expect(third.messages[0]!.usefulUntilMs).toBe(START - 2 * MINUTE);
  });

  it('is none where the meeting is booked later than it would be due, or in that moment', () => {
    expect(deadlineOf(meeting([booked()], {}, START - 2 * HOUR))).toEqual(['room-ready', START - MINUTE]);
    expect(deadlineOf(meeting([booked()], {}, START - DAY))).toEqual(['room-ready', START - MINUTE]);
    expect(deadlineOf(meeting([booked()], {}, START - DAY - 1))).toEqual(['reminder-due', START - DAY]);
  });

  it('moves with the meeting, and the old one is not sent', () => {
    const state = meeting([booked(), movedTo(START + DAY)]);
    expect(deadlineOf(state)).toEqual(['reminder-due', START]);
    const agreed = meeting([
      booked(),
      proposed('guest', 'p', { startMs: START + DAY }),
      decided('approved', 'host', 'p'),
    ]);
    expect(deadlineOf(agreed)).toEqual(['reminder-due', START]);
  });

  it('that was sent is sent again for the new time, unless that would be at once', () => {
    const sent = changeBy(meeting(), deadline(), START - DAY).next;
    const later = changeBy(sent, moved(1), START - DAY + 30 * MINUTE).next;
    expect(deadlineOf(later)).toEqual(['reminder-due', START + HOUR - DAY]);
    const late = changeBy(sent, moved(1), START - 2 * HOUR).next;
    expect(deadlineOf(late)).toEqual(['room-ready', START + HOUR - MINUTE]);
  });

  it('is not sent twice where only the end moves', () => {
    const sent = changeBy(meeting(), deadline(), START - DAY).next;
    const longer = changeBy(sent, movedTo(START, 2 * HOUR), START - 20 * HOUR).next;
    expect(deadlineOf(longer)).toEqual(['room-ready', START - MINUTE]);
  });

  it('is gone with a meeting that is cancelled', () => {
    expect(deadlineOf(meeting([booked(), cancelled()]))).toBeNull();
  });

  it('does not go to whoever declined, and goes to who was added later', () => {
    const state = meeting([booked([GUEST, OPTIONAL]), answered('guest-2', 'DECLINED'), added()]);
    const { messages } = changeBy(state, deadline(), START - DAY);
    expect(messages.map(({ to }) => to)).toEqual(['host', 'guest', 'guest-3']);
    const once = meeting([booked()], { mailMinutesBefore: [1_440, 60] });
    const late = changeBy(changeBy(once, deadline(), START - DAY).next, added(), START - 2 * HOUR).next;
    expect(changeBy(late, deadline(), START - HOUR).messages.map(({ to }) => to)).toEqual([
      'host',
      'guest',
      'guest-2',
    ]);
  });

  it('does not go to whoever cannot be reached', () => {
    const bounce: MeetingEvent = {
      ...({ type: 'bounced', key: 'bounced', door: 'mail' } as const),
      ...({ attendeeId: 'guest', method: 'REQUEST', sequence: 0 } as const),
    };
    const { messages } = changeBy(meeting([booked(), bounce]), deadline(), START - DAY);
    expect(messages.map(({ to }) => to)).toEqual(['host']);
  });

  it('is none where a meeting has none, as those had that began before there were any', () => {
    expect(deadlineOf(meeting([booked()], { mailMinutesBefore: [] }))![0]).toBe('room-ready');
    const { remindedUntilMs: _, ...old } = after([booked()]);
    expect(deadlineOf(old)![0]).toBe('room-ready');
  });

  it('comes so many minutes before the start, also where a day has 23 hours between', () => {
    // Clocks in Berlin go forward on 28 March 2027 at 02:00: nine in the morning is 22 hours and a half after ten at night.
    const startMs = Date.UTC(2027, 2, 28, 7);
    const state = after(
      [booked()],
      NOW,
      openMeeting({ ...input, startMs, endMs: startMs + HOUR, reminders: DEFAULTS }),
    );
    expect(new Date(nextDeadline(state)!.atMs).toISOString()).toBe('2027-03-27T07:00:00.000Z');
  });
});

describe('a reminder that is late', () => {
  it('is still sent, the last one alone, as long as it helps', () => {
    const state = meeting([booked()], { mailMinutesBefore: [2_880, 1_440, 60] });
    const { messages, next } = changeBy(state, deadline(), START - 2 * HOUR);
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatchObject({ dtstampMs: START - 2 * HOUR, usefulUntilMs: START - HOUR });
    expect(deadlineOf(next)).toEqual(['reminder-due', START - HOUR]);
  });

  it('is not sent when less than five minutes are left, and the story says so', () => {
    const sent = changeBy(meeting(), deadline(), START - 5 * MINUTE - 1);
    expect(sent.messages).toHaveLength(2);
    for (const nowMs of [START - 5 * MINUTE, START, START + HOUR]) {
      const { messages, timeline, next } = changeBy(meeting(), deadline(), nowMs);
      expect(messages).toEqual([]);
      expect(timeline).toMatchObject([{ what: 'reminder-late', by: 'parley' }]);
      expect(deadlineOf(next)![0]).toBe('room-ready');
    }
  });
});

describe('the alarms of an invitation', () => {
  const alarmsOf = (state: BookingState, event: MeetingEvent, nowMs: number) =>
    changeBy(state, event, nowMs).messages.map(({ method, alarmMinutesBefore }) => [
      method,
      alarmMinutesBefore ?? null,
    ]);

  const OPEN = openMeeting({
    ...input,
    reminders: { mailMinutesBefore: [], alarmMinutesBefore: [60, 15] },
  });

  it('are those that are still to come, of a booking, a move, and what is sent again', () => {
    const both = ['REQUEST', [60, 15]];
    expect(alarmsOf(OPEN, booked(), NOW)).toEqual([both, both]);
    expect(alarmsOf(OPEN, booked(), START - HOUR)).toEqual([
      ['REQUEST', [15]],
      ['REQUEST', [15]],
    ]);
    expect(alarmsOf(OPEN, booked(), START - 15 * MINUTE)).toEqual([
      ['REQUEST', null],
      ['REQUEST', null],
    ]);
    const state = after([booked()], NOW, OPEN);
    expect(alarmsOf(state, moved(1), START - 30 * MINUTE)).toEqual([both, both]);
    const again: MeetingEvent = {
      ...{ type: 'resend-requested', key: 'again', door: 'api' },
      attendeeId: 'guest',
    };
    expect(alarmsOf(state, again, START - 30 * MINUTE)).toEqual([['REQUEST', [15]]]);
  });

  it('are none in a CANCEL', () => {
    expect(alarmsOf(after([booked()], NOW, OPEN), cancelled(), NOW)).toEqual([
      ['CANCEL', null],
      ['CANCEL', null],
    ]);
  });
});
