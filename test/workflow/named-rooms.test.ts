import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE, RoomScript } from '../support/room-script.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ timeSkipping: true });
});
afterAll(() => world?.stop());

const SECOND = 1000;

describe('a meeting of a calendar', () => {
  it('is ready a minute before the start, live at it, and closed half an hour after the end', async () => {
    const script = await RoomScript.ofFeed(world, { startsInMs: HOUR });
    const { id, startMs, endMs } = script.meeting;
    await script.passUntil(startMs - MINUTE - 2 * SECOND);
    expect((await script.state()).room.phase).toBe('none');
    await script.passUntil(startMs - MINUTE + 2 * SECOND);
    expect((await script.until((now) => now.room.phase === 'ready')).status).toBe('scheduled');
    expect(world.video.opened).toContain(id);
    await script.passUntil(startMs + SECOND);
    await script.until((now) => now.status === 'live');
    await script.presence('joined', 'a');
    await script.until((now) => now.room.present.length === 1);
    expect(await script.row()).toMatchObject({ status: 'live', present: ['a'] });
    const closedMs = await script.closedMs();
    expect(closedMs).toBeGreaterThanOrEqual(endMs + 30 * MINUTE);
    expect(closedMs).toBeLessThan(endMs + 31 * MINUTE);
    expect(world.video.closed).toContain(id);
    expect(await script.row()).toMatchObject({ status: 'closed', present: [] });
    expect(world.catcher.count()).toBe(0);
  });
});

describe('an unscheduled meeting', () => {
  it('is live at once, and closes after eight hours', async () => {
    const script = await RoomScript.unscheduled(world);
    const { startMs, endMs } = await script.state();
    expect(endMs - startMs).toBe(8 * HOUR);
    await script.presence('joined', 'a');
    await script.until((now) => now.room.present.length === 1);
    expect(world.video.opened).toContain(script.meeting.id);
    const closedMs = await script.closedMs();
    expect(closedMs).toBeGreaterThanOrEqual(endMs);
    expect(closedMs).toBeLessThan(endMs + MINUTE);
  });
});
