import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MeetingScript, MINUTE } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ timeSkipping: true });
});
afterAll(() => world?.stop());

const passUntil = async (atMs: number) => world.pass(atMs - (await world.nowMs()));
/** The server's clock may run on while a result is waited for. */
const closedMs = async (script: MeetingScript) => (await script.handle.describe()).closeTime?.getTime() ?? 0;

describe('the room', () => {
  it('is ready a minute before the start, live at the start, and closed half an hour after the end', async () => {
    const script = await MeetingScript.booked(world, { startsInMs: HOUR });
    await passUntil(script.meeting.startMs - MINUTE + 2000);
    expect((await script.until((now) => now.video.phase === 'ready')).status).toBe('scheduled');
    expect(world.video.opened).toContain(script.meeting.id);
    await passUntil(script.meeting.startMs + 1000);
    await script.until((now) => now.status === 'live');
    await script.presence('joined', 'a');
    await script.until((now) => now.video.present.length === 1);
    expect(await script.handle.result()).toMatchObject({ status: 'closed' });
    expect(await closedMs(script)).toBeGreaterThanOrEqual(script.meeting.endMs + 30 * MINUTE);
    expect(world.video.closed).toContain(script.meeting.id);
  });

  it('closes fifteen minutes after the last person left, unless someone returns', async () => {
    const script = await MeetingScript.booked(world, { startsInMs: HOUR, lengthMs: 4 * HOUR });
    await passUntil(script.meeting.startMs + 1000);
    await script.until((now) => now.status === 'live');
    await script.presence('joined', 'a');
    await script.presence('left', 'a');
    await script.until((now) => now.video.emptySinceMs !== null);
    await world.pass(10 * MINUTE);
    await script.presence('joined', 'a');
    await script.until((now) => now.video.present.length === 1);
    await world.pass(20 * MINUTE);
    expect((await script.state()).status).toBe('live');
    await script.presence('left', 'a');
    await script.until((now) => now.video.emptySinceMs !== null);
    const leftMs = await world.nowMs();
    await script.handle.result();
    expect((await closedMs(script)) - leftMs).toBeLessThan(16 * MINUTE);
  });

  it('is not closed twice, and a cancelled meeting lets it go', async () => {
    const script = await MeetingScript.booked(world, { startsInMs: HOUR });
    await passUntil(script.meeting.startMs + 1000);
    await script.until((now) => now.status === 'live');
    expect(await script.cancel()).toMatchObject({ status: 'cancelled' });
    await script.handle.result();
    expect(world.video.closed.filter((id) => id === script.meeting.id)).toHaveLength(1);
  });

  it('tells the operator what a meeting waits for', async () => {
    const script = await MeetingScript.booked(world, { startsInMs: 30 * HOUR });
    // The answer comes with the commit, and these with the end of the workflow task.
    await script.until(({ status }) => status === 'scheduled');
    const { typedSearchAttributes } = await script.handle.describe();
    expect(JSON.stringify(typedSearchAttributes)).toContain('scheduled');
    expect(JSON.stringify(typedSearchAttributes)).not.toContain('@');
  });
});
