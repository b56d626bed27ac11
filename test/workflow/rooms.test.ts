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

describe('a meeting of a calendar', () => {
  it('is ready a minute before the start, live at it, and closed half an hour after the end', async () => {
    const script = await RoomScript.ofFeed(world);
    const { startMs, endMs } = script.meeting;
    await script.passUntil(startMs - MINUTE - 2 * SECOND);
    expect((await script.state()).video.phase).toBe('none');
    await script.passUntil(startMs - MINUTE + 2 * SECOND);
    expect((await script.until((now) => now.video.phase === 'ready')).status).toBe('scheduled');
    await script.passUntil(startMs + SECOND);
    await script.until((now) => now.status === 'live');
    expect(script.timesOpened).toBe(1);
    await script.enter('a');
    expect(await script.row()).toMatchObject({ status: 'live', present: ['a'] });
    expectAbout(await script.closedMs(), endMs + 30 * MINUTE);
    expect(script.timesClosed).toBe(1);
    expect(await script.row()).toMatchObject({ status: 'closed', present: [] });
  });

  it('closes fifteen minutes after the last person left, unless someone returns', async () => {
    const script = await RoomScript.occupied(world, { lengthMs: 4 * HOUR });
    await script.enter('b');
    await script.leave('a');
    await world.pass(20 * MINUTE);
    await script.leave('b');
    await world.pass(14 * MINUTE);
    await script.enter('b');
    await world.pass(20 * MINUTE);
    expect((await script.state()).status).toBe('live');
    const leftMs = await script.leave('b');
    expectAbout(await script.closedMs(), leftMs + 15 * MINUTE);
  });

  it('that nobody comes to closes half an hour after its end', async () => {
    const script = await RoomScript.ofFeed(world, { startsInMs: 5 * MINUTE });
    expectAbout(await script.closedMs(), script.meeting.endMs + 30 * MINUTE);
  });

  it('that runs already when it appears is ready and live at once', async () => {
    const script = await RoomScript.ofFeed(world, { startsInMs: -50 * MINUTE });
    expect(await script.until((now) => now.status === 'live')).toMatchObject({ video: { phase: 'ready' } });
    expectAbout(await script.closedMs(), script.meeting.endMs + 30 * MINUTE);
    expect(script.timesOpened).toBe(1);
  });

  it('whose forced close has passed when it appears closes without a room', async () => {
    const script = await RoomScript.ofFeed(world, { startsInMs: -3 * HOUR });
    expect(await script.handle.result()).toMatchObject({ status: 'closed' });
    expect([script.timesOpened, script.timesClosed]).toEqual([0, 0]);
  });
});

describe('several meetings in one room', () => {
  it('that overlap are live together, and close one by one', async () => {
    const roomId = await insertRoomWithoutFeed(world.database, world.tenant.id);
    const [long, short] = await Promise.all([
      RoomScript.ofFeed(world, { roomId, lengthMs: 3 * HOUR }),
      RoomScript.ofFeed(world, { roomId, lengthMs: HOUR }),
    ]);
    await long.passUntil(Math.max(long.meeting.startMs, short.meeting.startMs) + SECOND);
    await long.enter('a');
    await short.enter('b');
    await long.passUntil(short.meeting.endMs + 30 * MINUTE + SECOND);
    await short.until((now) => now.status === 'closed');
    expect(await long.state()).toMatchObject({ status: 'live', video: { present: ['a'] } });
    expectAbout(await long.closedMs(), long.meeting.endMs + 30 * MINUTE);
  });

  it('that follow one another never merge: who stays in the first is not in the second', async () => {
    const roomId = await insertRoomWithoutFeed(world.database, world.tenant.id);
    const first = await RoomScript.ofFeed(world, { roomId });
    const { endMs } = first.meeting;
    const second = await RoomScript.ofFeed(world, { roomId, startsInMs: endMs - (await world.nowMs()) });
    await first.passUntil(first.meeting.startMs + SECOND);
    await first.enter('a');
    await first.passUntil(endMs + MINUTE);
    await second.until((now) => now.status === 'live');
    await second.enter('b');
    expect((await first.state()).video.present).toEqual(['a']);
    expect((await second.state()).video.present).toEqual(['b']);
    await first.passUntil(endMs + 30 * MINUTE + SECOND);
    await first.until((now) => now.status === 'closed');
    expect(await second.state()).toMatchObject({ status: 'live', video: { present: ['b'] } });
    expectAbout(await second.closedMs(), second.meeting.endMs + 30 * MINUTE);
  });
});

describe('an unscheduled meeting', () => {
  it('is live at once with its room, and closes after eight hours, whoever is inside', async () => {
    const script = await RoomScript.unscheduled(world);
    const { status, startMs, endMs, video } = await script.state();
    expect([status, video.phase, endMs - startMs]).toEqual(['live', 'ready', 8 * HOUR]);
    await script.enter('a');
    expect(await script.open()).toMatchObject({ status: 'live', startMs });
    expectAbout(await script.closedMs(), endMs);
    expect([script.timesOpened, script.timesClosed]).toEqual([1, 1]);
  });

  it('that nobody enters closes after eight hours', async () => {
    const script = await RoomScript.unscheduled(world);
    expectAbout(await script.closedMs(), (await script.row()).endMs);
  });

  it('closes fifteen minutes after the last person left, unless someone returns', async () => {
    const script = await RoomScript.unscheduled(world);
    await script.enter('a');
    await script.leave('a');
    await world.pass(14 * MINUTE);
    await script.enter('b');
    const leftMs = await script.leave('b');
    expectAbout(await script.closedMs(), leftMs + 15 * MINUTE);
  });

  it('is none of a calendar', async () => {
    const script = await RoomScript.unscheduled(world);
    await script.calendarRemoves();
    await script.enter('a');
    expect(await script.state()).toMatchObject({ status: 'live', revision: 2 });
    const leftMs = await script.leave('a');
    expectAbout(await script.closedMs(), leftMs + 15 * MINUTE);
  });
});

it('nobody got mail about any of them', async () => {
  expect(world.catcher.count()).toBe(0);
  expect(await world.database('outgoing_messages').count()).toEqual([{ count: 0 }]);
  expect(await world.database('invitations').count()).toEqual([{ count: 0 }]);
});
