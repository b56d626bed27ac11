import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examineFeed } from '../../activities/feed/examine.ts';
import { NotAsked } from '../../activities/feed/reading.ts';
import { createFeedTextReader } from '../../adapters/reading/feed-text-reader.ts';
import type { Reading } from '../../adapters/reading/reading.ts';
import { at, calendar, event } from '../feeds/support/calendar.ts';
import { createFeedWorld, type FeedWorld } from '../feeds/support/feed-world.ts';
import { misbehavingReading, testReading } from '../support/reading.ts';
import { PUBLIC_URL } from '../support/world.ts';
import { GROWS, LOOPS } from './support/misbehaving.ts';

let world: FeedWorld;
let reading: Reading;
beforeAll(async () => {
  reading = misbehavingReading();
  world = await createFeedWorld({ reading });
});
afterAll(async () => {
  await world?.stop();
  await reading?.close();
});

describe.each([
  [LOOPS, 'reading-took-too-long'],
  [GROWS, 'reading-took-too-much-memory'],
])('a feed with %s', (line, problem) => {
  it('fails with its reason, and what was read before stays', async () => {
    const room = await world.room();
    world.server.serve(calendar(event(room, 'a', ...at(2))));
    expect(await world.sync(room)).toMatchObject({ result: 'changed', added: 1 });
    world.server.serve(calendar(`${line}:1`));
    expect(await world.sync(room)).toMatchObject({ result: 'failed', problem, removed: 0 });
    const [feed] = await world.database('feeds').where({ calendar_id: room.calendarId });
    expect(feed).toMatchObject({ last_result: 'failed', last_problem: problem });
    const kept = await world
      .database('calendar_events')
      .where({ calendar_id: room.calendarId, removed_at: null });
    expect(kept).toHaveLength(1);
  });

  it('fails so when its address is tried', async () => {
    world.server.serve(calendar(`${line}:1`));
    const tried = { url: world.server.url, owner: 'owner', roomName: 'max', timezone: 'UTC' };
    expect(await examineFeed(world.ports, tried)).toMatchObject({ kind: 'failed', problem });
  });
});

describe('a reading that comes out of a thread', () => {
  const room = { id: '', calendarId: '', name: 'max', url: `${PUBLIC_URL}/room/max` };
  const as = {
    ...{ roomName: 'max', timezone: 'UTC', publicUrl: PUBLIC_URL },
    window: { beforeMs: 3_600_000, aheadMs: 86_400_000 },
    nowMs: Date.now(),
  };
  const text = calendar(event(room, 'near', ...at(2)), event(room, 'far', ...at(50)));

  it('has what it was asked for, and the text of each event', async () => {
    const texts = createFeedTextReader(testReading());
    const asked = ['near', 'far', 'gone'].map((uid) => ({ uid, recurrenceId: '' }));
    const read = await texts.read(text, as, asked);
    if (typeof read === 'string') throw new Error(read);
    expect(read.instances.map(({ uid, raw }) => [uid, raw().includes('UID:near')])).toEqual([['near', true]]);
    expect(read.find('far', '')?.raw()).toContain('UID:far');
    expect(read.find('gone', '')).toBeNull();
    expect([read.has('near'), read.has('far'), read.has('gone')]).toEqual([true, true, false]);
  });

  it('does not guess what it was not asked for', async () => {
    const read = await createFeedTextReader(testReading()).read(text, as, []);
    if (typeof read === 'string') throw new Error(read);
    expect(() => read.find('far', '')).toThrow(NotAsked);
  });
});
