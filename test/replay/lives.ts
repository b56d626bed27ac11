import { ANSWERS } from '../../domain/meeting/links.ts';
import type { Answering } from '../../domain/meeting/message-spec.ts';
import { requestIdOf } from '../../domain/meeting/requesting.ts';
import { HeldMeeting } from '../support/held-meeting.ts';
import type { LivingMeeting } from '../support/living-meeting.ts';
import { HOUR, MeetingScript, refusal, type MeetingOptions } from '../support/meeting-script.ts';
import { RoomScript, type RoomMeetingOptions } from '../support/room-script.ts';
import type { World } from '../support/world.ts';
import { answerOf, attendeeIn } from '../support/attendees.ts';

/** Short enough to be lived for real: the stored histories come from a real server. */
const SHORT: MeetingOptions & RoomMeetingOptions = {
  startsInMs: 6_000,
  lengthMs: 1_000,
  timings: { readyBeforeMs: 2_000, graceMs: 1_000, forceCloseMs: 1_000 },
};

/** One life for every path that a meeting can take, by the name of its history. */
export const LIVES: Record<string, (world: World) => Promise<LivingMeeting>> = {
  async 'accepted-moved-held-closed'(world) {
    const script = await MeetingScript.booked(world, SHORT);
    await script.reply('host', 'ACCEPTED');
    await script.reply('guest', 'ACCEPTED');
    const startMs = script.meeting.startMs + 1_000;
    const proposal = await script.propose('guest', { startMs, endMs: startMs + 1_000 });
    await script.decide('approved', 'host', proposal);
    return script;
  },

  async 'hold-ended'(world) {
    return HeldMeeting.begin(world, { holdMs: 2_000 });
  },

  async 'held-requested-approved-slot-taken-cancelled'(world) {
    const held = await HeldMeeting.begin(world, { columns: { requires_approval: true } });
    await held.book();
    const { uid, id, startMs, endMs } = held.meeting;
    await world.meetings.update(uid, {
      ...{ type: 'approved', key: 'approved', door: 'link', attendeeId: 'host', linkId: null },
      proposalId: requestIdOf(id),
    });
    await world.meetings.update(uid, {
      ...{ type: 'moved', key: 'moved', door: 'link', attendeeId: 'guest', sequence: 1 },
      ...{ startMs: startMs + HOUR, endMs: endMs + HOUR },
    });
    await world.meetings.update(uid, { type: 'cancelled', key: 'cancelled', door: 'api', reason: '' });
    return held;
  },

  async 'joined-left-grace'(world) {
    const script = await MeetingScript.booked(world, { ...SHORT, lengthMs: HOUR });
    await script.until((now) => now.video.phase === 'ready');
    await script.presence('joined', 'a');
    await script.presence('joined', 'b');
    await script.presence('left', 'a');
    await script.presence('left', 'b');
    return script;
  },

  async 'declined-strict'(world) {
    const script = await MeetingScript.booked(world);
    await script.reply('guest', 'DECLINED');
    return script;
  },

  async 'declined-soft-then-deleted'(world) {
    const script = await MeetingScript.booked(world, { policy: 'soft' });
    await script.reply('guest', 'DECLINED');
    await script.until((now) => answerOf(now, 'guest').partstat === 'DECLINED');
    await script.cancel('Another day');
    return script;
  },

  async 'answered-and-cancelled-by-link'(world) {
    const script = await MeetingScript.booked(world, { policy: 'soft' });
    const { uid } = script.meeting;
    const answer = async (partstat: Answering, sequence: number) =>
      world.meetings.update(uid, {
        ...{ type: 'answered', key: `answer/${partstat}/${sequence}`, door: 'link', attendeeId: 'guest' },
        ...{ partstat, sequence, dtstampMs: await world.nowMs() },
      });
    for (const partstat of ANSWERS) await answer(partstat, 0);
    await refusal(answer('ACCEPTED', -1));
    const by = { door: 'link', attendeeId: 'host' } as const;
    await world.meetings.update(uid, {
      type: 'cancelled',
      key: 'cancelled/host',
      ...by,
      reason: 'Another day',
    });
    return script;
  },

  async 'proposals-replaced-withdrawn-declined'(world) {
    const script = await MeetingScript.booked(world);
    await script.propose('guest');
    const second = await script.propose('guest', {
      startMs: script.meeting.startMs + HOUR,
      endMs: script.meeting.endMs + HOUR,
    });
    await script.withdraw('guest', second);
    const third = await script.propose('host');
    await script.decide('declined', 'guest', third);
    await refusal(script.hasty.decide('approved', 'guest', third));
    await script.cancel();
    return script;
  },

  async 'budget-used-up-while-notes-wait'(world) {
    const script = await MeetingScript.booked(world, { budgets: { proposals: 2 }, notesPauseMs: 1_000 });
    const time = (hours: number) => ({
      startMs: script.meeting.startMs + hours * HOUR,
      endMs: script.meeting.endMs + hours * HOUR,
    });
    await script.propose('guest', time(1));
    await script.propose('guest', time(2));
    await script.until((now) => attendeeIn(now, 'host').notes.waiting.length === 0);
    await script.counter('guest', time(3));
    await script.counter('guest', time(4));
    await refusal(script.hasty.propose('guest', time(5)));
    await script.cancel();
    return script;
  },

  async 'four-who-agree-and-change'(world) {
    const others = [
      { role: 'guest', required: true },
      { role: 'guest', required: false },
    ] as const;
    const script = await MeetingScript.booked(world, { others: [...others] });
    await script.reply('guest-3', 'DECLINED');
    await script.until((now) => answerOf(now, 'guest-3').partstat === 'DECLINED');
    const proposal = await script.propose('guest-3');
    await script.decide('approved', 'host', proposal);
    await script.decide('approved', 'guest', proposal);
    await script.remove('guest-2');
    await script.add('guest-4');
    await script.inviteAgain('guest-4');
    await script.cancel();
    return script;
  },

  async 'counter-refused-and-expired'(world) {
    const script = await MeetingScript.booked(world, { ...SHORT, proposalExpiryHours: 2 / 3600 });
    const past = Date.now() - HOUR;
    await script.counter('guest', { startMs: past, endMs: past + HOUR });
    await script.counter('guest', {
      startMs: script.meeting.startMs + HOUR,
      endMs: script.meeting.endMs + HOUR,
    });
    await script.until((now) => now.timeline.some((line) => line.what === 'proposal-expired'));
    await script.cancel();
    return script;
  },

  async reminded(world) {
    const seconds = (...before: number[]) => before.map((each) => each / 60);
    const reminders = { mailMinutesBefore: seconds(4, 3), alarmMinutesBefore: [15] };
    const script = await MeetingScript.booked(world, { ...SHORT, policy: 'soft', reminders });
    await script.reply('guest', 'DECLINED');
    return script;
  },

  async 'never-booked'(world) {
    const other = await MeetingScript.booked(world, { startsInMs: 3_000 });
    const script = await MeetingScript.create(world, { startsInMs: 3_000, host: other.addresses.host });
    await script.book().catch(() => undefined);
    await other.cancel();
    return script;
  },

  async 'feed-moved-let-go-renamed-removed'(world) {
    const script = await RoomScript.ofFeed(world, { ...SHORT, lengthMs: HOUR });
    await script.until((now) => now.video.phase === 'ready');
    const startMs = script.meeting.startMs + 5_000;
    await script.calendarSays({ startMs });
    await script.until((now) => now.video.phase === 'none');
    await script.until((now) => now.status === 'live');
    await script.enter('a');
    await script.calendarSays({ startMs: startMs + 20_000, title: 'Retro' });
    await script.leave('a');
    await script.until((now) => now.status === 'scheduled');
    await script.calendarSays({ startMs: Date.now() - 1_000, title: 'Retro' });
    await script.until((now) => now.status === 'live');
    await script.enter('b');
    await script.calendarRemoves();
    await script.leave('b');
    return script;
  },

  async 'feed-removed'(world) {
    const script = await RoomScript.ofFeed(world);
    await script.calendarRemoves();
    return script;
  },

  async 'unscheduled-joined-left'(world) {
    const script = await RoomScript.unscheduled(world, SHORT);
    await script.enter('a');
    await script.leave('a');
    return script;
  },
};
