import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { syncFeed } from '../../activities/feed/sync.ts';
import { at, calendar, event } from './support/calendar.ts';
import { createFeedWorld, HOUR, type FeedWorld, type FollowingRoom } from './support/feed-world.ts';
import { feedOf, fetchesOf, meetingsOf, settled } from './support/rows.ts';

let world: FeedWorld;
beforeAll(async () => {
  world = await createFeedWorld();
});
afterAll(() => world.stop());
afterEach(() => {
  world.clock.aheadMs = 0;
});

const serve = (...parts: string[]) => world.server.serve(calendar(...parts));

describe('an unchanged feed', () => {
  const events = (room: FollowingRoom) =>
    world
      .database('calendar_events')
      .where({ calendar_id: room.calendarId })
      .select('*', world.database.raw('xmin'));
  const written = async (room: FollowingRoom) => {
    const { last_sync_at: _sync, last_good_at: _good, ...feed } = await feedOf(world, room);
    return {
      feed: { ...feed, last_result: '' },
      events: await events(room),
      log: await fetchesOf(world, room),
    };
  };

  it.each([
    ['by its validators', true],
    ['by its bytes alone', false],
  ])('%s: the time of the sync is written, and nothing else', async (_, validators) => {
    const room = await world.room();
    world.server.serve(calendar(event(room, 'a', ...at(2))), { validators });
    await world.sync(room);
    const before = await written(room);
    const statements: string[] = [];
    world.database.on('query', ({ sql }: { sql: string }) => sql.includes('feed') && statements.push(sql));
    const requests = world.server.requests.length;
    const { last_sync_at: first } = await feedOf(world, room);
    statements.length = 0;
    expect(await world.sync(room)).toMatchObject({ result: 'unchanged' });
    world.database.removeAllListeners('query');
    expect(statements).toHaveLength(2);
    expect(await written(room)).toEqual(before);
    expect((await feedOf(world, room)).last_sync_at.getTime()).toBeGreaterThan(first.getTime());
    expect(world.server.requests).toHaveLength(requests + 1);
    expect(world.server.requests.at(-1)?.['if-none-match'] !== undefined).toBe(validators);
  });

  it('has tomorrow what was too far ahead today', async () => {
    const room = await world.room();
    serve(event(room, 'a', ...at(2)), event(room, 'b', ...at(30)));
    expect(await world.sync(room)).toMatchObject({ added: 1 });
    world.clock.aheadMs = 5 * HOUR;
    expect(await world.sync(room)).toMatchObject({ result: 'unchanged', added: 0 });
    world.clock.aheadMs = 7 * HOUR;
    expect(await world.sync(room)).toMatchObject({ result: 'changed', added: 1 });
    expect(world.server.requests.at(-1)?.['if-none-match']).toBeUndefined();
    expect(await world.sync(room)).toMatchObject({ result: 'unchanged' });
    expect(world.server.requests.at(-1)?.['if-none-match']).toBeDefined();
    expect((await events(room)).map(({ ics_uid }) => ics_uid).sort()).toEqual(['a', 'b']);
  });
});

describe('a feed that cannot be fetched', () => {
  it('is recorded once for each reason, removes nothing, and goes on when it is there again', async () => {
    const room = await world.room();
    const feed = event(room, 'a', ...at(2));
    serve(feed);
    await world.sync(room);
    world.server.fail(404);
    expect(await world.sync(room)).toMatchObject({ result: 'failed', problem: 'not-found' });
    await world.sync(room);
    world.server.fail(500);
    expect(await world.sync(room)).toMatchObject({ result: 'failed', problem: 'http-error' });
    expect(await feedOf(world, room)).toMatchObject({ last_result: 'failed', last_problem: 'http-error' });
    serve(feed);
    expect(await world.sync(room)).toMatchObject({ result: 'unchanged' });
    expect(await feedOf(world, room)).toMatchObject({ last_result: 'unchanged', last_problem: null });
    expect(await fetchesOf(world, room)).toEqual(['changed', 'not-found', 'http-error', 'unchanged']);
    expect(await settled(world, room, ['Meeting a scheduled'])).toEqual(['Meeting a scheduled']);
  });

  it('is not fetched when it is switched off, and says nothing of a room that does not exist', async () => {
    const room = await world.room();
    await world.database('feeds').where({ calendar_id: room.calendarId }).update({ enabled: false });
    const requests = world.server.requests.length;
    expect(await world.sync(room)).toMatchObject({ result: 'off' });
    expect(await syncFeed(world.ports, '00000000-0000-4000-8000-000000000000')).toMatchObject({
      result: 'off',
    });
    expect(world.server.requests).toHaveLength(requests);
  });

  it('writes nothing of an address that was changed while it was fetched', async () => {
    const room = await world.room();
    serve(event(room, 'a', ...at(2)));
    const { reader } = world.ports;
    const changing: typeof reader = {
      async fetch(...request) {
        const fetched = await reader.fetch(...request);
        await world
          .database('feeds')
          .where({ calendar_id: room.calendarId })
          .update({ url_sealed: Buffer.from('other') });
        return fetched;
      },
    };
    expect(await syncFeed({ ...world.ports, reader: changing }, room.calendarId)).toMatchObject({
      result: 'off',
    });
    expect(await meetingsOf(world, room)).toEqual([]);
  });
});
