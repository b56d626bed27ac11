import proto from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, insertRoomWithoutFeed, MINUTE, RoomScript } from '../support/room-script.ts';
import { createWorld, type World } from '../support/world.ts';
import { expectAbout } from './support/about.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ timeSkipping: true });
});
afterAll(() => world?.stop());

const SECOND = 1000;
const { History } = proto.temporal.api.history.v1;

describe('the event of a meeting', () => {
  it('may be told as often as may be: it is the same meeting, and nothing happens twice', async () => {
    const script = await RoomScript.ofFeed(world);
    await script.calendarSays({});
    await script.calendarSays({ title: 'Retro' });
    const { revision, title } = await script.until((now) => now.title === 'Retro');
    expect([revision, title]).toEqual([2, 'Retro']);
    expect(await script.row()).toMatchObject({ title: 'Retro', status: 'scheduled' });
    await script.calendarRemoves();
    await script.handle.result();
  });

  it('is shown to an operator with its title without addresses, and no host or guest', async () => {
    const script = await RoomScript.ofFeed(world, { title: 'With max@example.com' });
    await script.calendarSays({ title: 'Now with moritz@example.com' });
    await script.until((now) => now.title.startsWith('Now'));
    const { typedSearchAttributes } = await script.handle.describe();
    const shown = JSON.stringify(typedSearchAttributes);
    expect(shown).toContain('Now with (address hidden)');
    expect(shown).toContain('scheduled');
    const history = Buffer.from(History.encode(await script.handle.fetchHistory()).finish());
    expect([history.includes('Now with (address hidden)'), history.includes('@example.com')]).toEqual([
      true,
      false,
    ]);
    await script.calendarRemoves();
    await script.handle.result();
  });
});

describe('an event that moves', () => {
  it('earlier, to now: its meeting starts at once', async () => {
    const script = await RoomScript.ofFeed(world, { startsInMs: 5 * HOUR });
    const nowMs = await world.nowMs();
    const endMs = nowMs + HOUR;
    await script.calendarSays({ startMs: nowMs - MINUTE, endMs });
    expect(await script.until((now) => now.status === 'live')).toMatchObject({ video: { phase: 'ready' } });
    expectAbout(await script.closedMs(), endMs + 30 * MINUTE);
  });

  it('later, in the minute between the room and the start: the room is let go and made again', async () => {
    const script = await RoomScript.ofFeed(world);
    const { startMs } = script.meeting;
    await script.passUntil(startMs - 30 * SECOND);
    await script.until((now) => now.video.phase === 'ready');
    const movedMs = startMs + 2 * HOUR;
    await script.calendarSays({ startMs: movedMs, endMs: movedMs + HOUR });
    await script.until((now) => now.video.phase === 'none');
    await script.passUntil(movedMs - 2 * MINUTE);
    expect(await script.state()).toMatchObject({ status: 'scheduled', video: { phase: 'none' } });
    expect([script.timesOpened, script.timesClosed]).toEqual([1, 1]);
    await script.passUntil(movedMs + SECOND);
    await script.until((now) => now.status === 'live');
    expect(script.timesOpened).toBe(2);
    expectAbout(await script.closedMs(), movedMs + HOUR + 30 * MINUTE);
    expect(script.timesClosed).toBe(2);
  });

  it('later, while it is live and empty: it is scheduled again', async () => {
    const script = await RoomScript.ofFeed(world);
    await script.passUntil(script.meeting.startMs + MINUTE);
    await script.until((now) => now.status === 'live');
    const movedMs = script.meeting.startMs + 2 * HOUR;
    await script.calendarSays({ startMs: movedMs, endMs: movedMs + HOUR });
    expect(await script.until((now) => now.status === 'scheduled')).toMatchObject({
      video: { phase: 'none' },
    });
    await script.passUntil(movedMs + SECOND);
    await script.until((now) => now.status === 'live');
    await script.calendarRemoves();
    expect(await script.handle.result()).toMatchObject({ status: 'cancelled' });
  });

  it('later, while people are inside: they stay; after they have left the room waits for the new time', async () => {
    const script = await RoomScript.occupied(world);
    const movedMs = script.meeting.startMs + 3 * HOUR;
    await script.calendarSays({ startMs: movedMs, endMs: movedMs + HOUR });
    const moved = await script.until((now) => now.startMs === movedMs);
    expect(moved).toMatchObject({ status: 'live', video: { present: ['a'] } });
    await world.pass(HOUR);
    const leftMs = await script.leave('a');
    await script.passUntil(leftMs + 14 * MINUTE);
    expect((await script.state()).video.phase).toBe('ready');
    await script.passUntil(leftMs + 16 * MINUTE);
    const waiting = await script.until((now) => now.video.phase === 'none');
    expect(waiting.status).toBe('scheduled');
    await script.passUntil(movedMs + SECOND);
    await script.enter('b');
    expectAbout(await script.closedMs(), movedMs + HOUR + 30 * MINUTE);
    // Once more for the room that is kept for longer.
    expect([script.timesOpened, script.timesClosed]).toEqual([3, 2]);
  });

  it('into the past, while people are inside: they keep the time until a forced close', async () => {
    const script = await RoomScript.occupied(world, { lengthMs: 4 * HOUR });
    const { startMs } = script.meeting;
    await script.calendarSays({ startMs: startMs - 25 * HOUR, endMs: startMs - 24 * HOUR });
    const { endMs } = await script.until((now) => now.startMs < startMs);
    expect((await script.state()).video.present).toEqual(['a']);
    expectAbout(endMs, startMs);
    expectAbout(await script.closedMs(), endMs + 30 * MINUTE);
  });

  it('is longer, and its forced close comes later', async () => {
    const script = await RoomScript.occupied(world);
    const endMs = script.meeting.endMs + HOUR;
    await script.calendarSays({ endMs });
    expectAbout(await script.closedMs(), endMs + 30 * MINUTE);
  });
});

describe('an event that is removed', () => {
  it('before its start cancels its meeting', async () => {
    const script = await RoomScript.ofFeed(world);
    await script.calendarRemoves();
    expect(await script.handle.result()).toMatchObject({ status: 'cancelled', sequence: 0 });
    expect([script.timesOpened, script.timesClosed]).toEqual([0, 0]);
  });

  it('in the minute between the room and the start closes the room', async () => {
    const script = await RoomScript.ofFeed(world);
    await script.passUntil(script.meeting.startMs - 30 * SECOND);
    await script.until((now) => now.video.phase === 'ready');
    await script.calendarRemoves();
    expect(await script.handle.result()).toMatchObject({ status: 'cancelled' });
    expect([script.timesOpened, script.timesClosed]).toEqual([1, 1]);
  });

  it('while people are inside throws nobody out: the meeting closes after they have left', async () => {
    const script = await RoomScript.occupied(world);
    await script.calendarRemoves();
    await script.until((now) => now.calendar?.removed === true);
    await world.pass(30 * MINUTE);
    expect(await script.state()).toMatchObject({ status: 'live', video: { present: ['a'] } });
    await script.leave('a');
    await world.pass(10 * MINUTE);
    await script.enter('b');
    const leftMs = await script.leave('b');
    expectAbout(await script.closedMs(), leftMs + 15 * MINUTE);
    expect(await script.row()).toMatchObject({ status: 'closed' });
  });

  it('while people stay inside closes half an hour after its end', async () => {
    const script = await RoomScript.occupied(world);
    await script.calendarRemoves();
    await script.until((now) => now.calendar?.removed === true);
    expectAbout(await script.closedMs(), script.meeting.endMs + 30 * MINUTE);
  });

  it('and comes back is another meeting, beside the one in which people still are', async () => {
    const roomId = await insertRoomWithoutFeed(world.database, world.tenant.id);
    const first = await RoomScript.occupied(world, { roomId });
    await first.calendarRemoves();
    await first.until((now) => now.calendar?.removed === true);
    const second = await RoomScript.ofFeed(world, { roomId, startsInMs: 0 });
    await second.until((now) => now.status === 'live');
    expect(await first.state()).toMatchObject({ status: 'live', video: { present: ['a'] } });
    expect((await second.state()).video.present).toEqual([]);
    const leftMs = await first.leave('a');
    await first.passUntil(leftMs + 15 * MINUTE + SECOND);
    await first.until((now) => now.status === 'closed');
    expect((await second.state()).status).toBe('live');
    await second.calendarRemoves();
    await second.handle.result();
  });

  it('is over for good: what the calendar says of it later finds no meeting', async () => {
    const script = await RoomScript.ofFeed(world);
    await script.calendarRemoves();
    await script.handle.result();
    await expect(script.calendarSays({ title: 'Back' })).rejects.toThrow('no workflow of this meeting runs');
  });
});

it('nobody got mail about any of them', async () => {
  expect(world.catcher.count()).toBe(0);
  expect(await world.database('outgoing_messages').count()).toEqual([{ count: 0 }]);
  expect(await world.database('invitations').count()).toEqual([{ count: 0 }]);
});
