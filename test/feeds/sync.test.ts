import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relayForgotten } from '../../activities/relay.ts';
import { syncFeed } from '../../activities/feed/sync.ts';
import { changeSettings } from '../../adapters/postgres/rooms/feed-settings.ts';
import { roomById } from '../../adapters/postgres/rooms/rooms.ts';
import { createOutbox } from '../../adapters/postgres/outbox.ts';
import { at, calendar, event } from './support/calendar.ts';
import { createFeedWorld, HOUR, type FeedWorld } from './support/feed-world.ts';
import { feedOf, meetingsOf, settled } from './support/rows.ts';

let world: FeedWorld;
beforeAll(async () => {
  world = await createFeedWorld();
});
afterAll(() => world.stop());

const serve = (...parts: string[]) => world.server.serve(calendar(...parts));

describe('an event of the calendar', () => {
  it('appears, is renamed, moves, is removed, and is another meeting when it comes back', async () => {
    const room = await world.room();
    serve(event(room, 'a', ...at(2)));
    expect(await world.sync(room)).toMatchObject({ result: 'changed', events: 1, matches: 1, added: 1 });
    expect(await settled(world, room, ['Meeting a scheduled'])).toEqual(['Meeting a scheduled']);

    serve(event(room, 'a', ...at(4), 'SUMMARY:Later').replace('SUMMARY:Meeting a\r\n', ''));
    expect(await world.sync(room)).toMatchObject({ result: 'changed', added: 0, changed: 1, removed: 0 });
    expect(await settled(world, room, ['Later scheduled'])).toEqual(['Later scheduled']);
    expect((await meetingsOf(world, room))[0]?.start.getTime()).toBeGreaterThan(Date.now() + 3.9 * HOUR);

    serve(event(room, 'a', ...at(4), 'STATUS:CANCELLED'));
    expect(await world.sync(room)).toMatchObject({ result: 'changed', removed: 1 });
    expect(await settled(world, room, ['Later cancelled'])).toEqual(['Later cancelled']);

    serve(event(room, 'a', ...at(4)));
    expect(await world.sync(room)).toMatchObject({ result: 'changed', added: 1, changed: 0 });
    const both = ['Meeting a scheduled', 'Later cancelled'];
    expect((await settled(world, room, both)).sort()).toEqual([...both].sort());
    const [now] = (await meetingsOf(world, room)).filter(({ uid }) => uid === 'a');
    expect(now).toMatchObject({ generation: 2, status: 'scheduled' });
  });

  it('is cancelled with the calendar that is left, and another meeting when that is followed again', async () => {
    const room = await world.room();
    serve(event(room, 'a', ...at(2)));
    await world.sync(room);
    await settled(world, room, ['Meeting a scheduled']);
    const owned = await roomById(world.database, room.id);
    const change = (enabled: boolean, cancelPlannedAtMs?: number) =>
      changeSettings(world.database, owned!, {
        key: randomUUID(),
        room: {},
        feed: { enabled },
        cancelPlannedAtMs,
      });
    for (const pending of await change(false, Date.now()))
      if (pending.event.type !== 'feed-changed') await world.ports.relay(pending);
    expect(await settled(world, room, ['Meeting a cancelled'])).toEqual(['Meeting a cancelled']);
    await change(true);
    expect(await world.sync(room)).toMatchObject({ added: 1 });
    const both = ['Meeting a scheduled', 'Meeting a cancelled'];
    await expect.poll(async () => (await settled(world, room, both)).sort()).toEqual([...both].sort());
  });

  it('that has begun is live at once; gone, it stays in the records, and its meeting ends', async () => {
    const room = await world.room();
    const later = event(room, 'later', ...at(5));
    serve(event(room, 'now', ...at(-0.2)), later);
    await world.sync(room);
    const live = ['Meeting now live', 'Meeting later scheduled'];
    expect(await settled(world, room, live)).toEqual(live);
    serve(later);
    expect(await world.sync(room)).toMatchObject({ removed: 1 });
    const gone = ['Meeting now cancelled', 'Meeting later scheduled'];
    expect(await settled(world, room, gone)).toEqual(gone);
    const row = await world
      .database('calendar_events')
      .where({ calendar_id: room.calendarId, ics_uid: 'now' })
      .first();
    expect(row).toMatchObject({ removed_at: null, withdrawn_at: expect.any(Date) });
    serve(later, event(room, 'other', ...at(6)));
    expect(await world.sync(room)).toMatchObject({ added: 1, removed: 0 });
  });

  it('that is gone while people are inside throws nobody out', async () => {
    const room = await world.room();
    const later = event(room, 'later', ...at(5));
    serve(event(room, 'now', ...at(-0.2)), later);
    await world.sync(room);
    const live = ['Meeting now live', 'Meeting later scheduled'];
    await settled(world, room, live);
    const { id, ics_uid: uid } = (await world
      .database('meetings')
      .where({ room_id: room.id, status: 'live' })
      .first())!;
    await world.meetings.tell(uid, { type: 'joined', key: 'joined/1', door: 'room', participantId: 'one' });
    const present = async () => (await world.database('meetings').where({ id }).first())!.present;
    await expect.poll(present).toEqual(['one']);
    serve(later);
    expect(await world.sync(room)).toMatchObject({ removed: 1 });
    const removed = () => world.database('audit_log').where({ meeting_id: id, what: 'removed' });
    await expect.poll(async () => (await removed()).length).toBe(1);
    expect(await settled(world, room, live)).toEqual(live);
  });

  it('that has ended before it was ever read is in the records, without a meeting', async () => {
    const room = await world.room();
    serve(event(room, 'over', ...at(-0.9, 0.5)));
    expect(await world.sync(room)).toMatchObject({ added: 1 });
    expect(await meetingsOf(world, room)).toEqual([]);
    const row = await world.database('calendar_events').where({ calendar_id: room.calendarId }).first();
    expect(row).toMatchObject({ ics_uid: 'over', meeting_id: null });
  });
});

describe('meetings in a room', () => {
  it('overlap, and follow one another, without becoming one', async () => {
    const room = await world.room();
    serve(
      event(room, 'a', ...at(1)),
      event(room, 'b', ...at(1.5)),
      event(room, 'c', ...at(2.5)),
      event(room, 'same', ...at(1)),
    );
    expect(await world.sync(room)).toMatchObject({ added: 4 });
    expect((await meetingsOf(world, room)).map(({ uid }) => uid)).toEqual(['a', 'same', 'b', 'c']);
  });

  it('are its own of a calendar with several rooms, and an instance may be in another one than its series', async () => {
    const [one, two] = [await world.room(), await world.room()];
    const [start, end] = at(2);
    const daily = event(one, 'daily', start!, end!, 'RRULE:FREQ=DAILY;COUNT=3');
    const [movedStart, movedEnd] = at(3);
    const moved = event(two, 'daily', start!.replace('DTSTART', 'RECURRENCE-ID'), movedStart!, movedEnd!);
    serve(daily, moved, event(two, 'b', ...at(2)), event(one, 'both', ...at(4), `URL:${two.url}`));
    expect(await world.sync(one)).toMatchObject({ events: 3, matches: 2, added: 1 });
    expect(await world.sync(two)).toMatchObject({ events: 3, matches: 3, added: 3 });
    expect((await meetingsOf(world, one)).map(({ uid }) => uid)).toEqual(['both']);
    expect((await meetingsOf(world, two)).map(({ uid }) => uid)).toEqual(['b', 'daily', 'both']);
  });
});

describe('a broken event', () => {
  it('is reported and stays; the rest goes on', async () => {
    const room = await world.room();
    serve(event(room, 'a', ...at(2)), event(room, 'b', ...at(3)));
    await world.sync(room);
    serve(
      event(room, 'a', 'DTSTART;TZID=Nowhere:20260101T000000'),
      event(room, 'b', ...at(4)),
      event(room, 'c', ...at(5)),
    );
    const { problems, ...result } = await world.sync(room);
    expect(result).toMatchObject({ result: 'changed', added: 1, changed: 1, removed: 0 });
    expect(problems).toEqual([{ code: 'zone-unknown', uid: 'a', property: 'DTSTART' }]);
    expect((await feedOf(world, room)).problems).toEqual(problems);
    const all = ['Meeting a scheduled', 'Meeting b scheduled', 'Meeting c scheduled'];
    expect(await settled(world, room, all)).toEqual(all);
  });

  it('is one of at most fifty that are kept', async () => {
    const room = await world.room();
    serve(...Array.from({ length: 80 }, (_, index) => event(room, `${index}`, 'DTSTART:x')));
    expect((await world.sync(room)).problems).toHaveLength(50);
    expect((await feedOf(world, room)).problems).toHaveLength(50);
  });
});

describe('a feed that is empty all at once', () => {
  it('removes nothing until it is empty a second time', async () => {
    const room = await world.room();
    serve(event(room, 'a', ...at(2)), event(room, 'b', ...at(3)));
    await world.sync(room);
    serve();
    expect(await world.sync(room)).toMatchObject({
      result: 'withheld',
      problem: 'deletions-withheld',
      removed: 0,
    });
    expect(await feedOf(world, room)).toMatchObject({
      last_result: 'withheld',
      last_problem: 'deletions-withheld',
    });
    const still = ['Meeting a scheduled', 'Meeting b scheduled'];
    expect(await settled(world, room, still)).toEqual(still);
    expect(await world.sync(room)).toMatchObject({ result: 'changed', problem: null, removed: 2 });
    const gone = ['Meeting a cancelled', 'Meeting b cancelled'];
    expect(await settled(world, room, gone)).toEqual(gone);
    expect(await world.sync(room)).toMatchObject({ result: 'unchanged' });
  });

  it('and whole again the next time, has removed nothing', async () => {
    const room = await world.room();
    const both = [event(room, 'a', ...at(2)), event(room, 'b', ...at(3))];
    serve(...both);
    await world.sync(room);
    serve();
    await world.sync(room);
    serve(...both);
    expect(await world.sync(room)).toMatchObject({ result: 'changed', added: 0, changed: 0, removed: 0 });
    serve();
    expect(await world.sync(room)).toMatchObject({ result: 'withheld', removed: 0 });
  });
});

describe('whatever happens to a sync', () => {
  it('two at once make each meeting once', async () => {
    const room = await world.room();
    serve(...Array.from({ length: 20 }, (_, index) => event(room, `${index}`, ...at(index + 1))));
    const results = await Promise.all([world.sync(room), world.sync(room), world.sync(room)]);
    expect(results.reduce((sum, { added }) => sum + added, 0)).toBe(20);
    expect(await meetingsOf(world, room)).toHaveLength(20);
  });

  it('what the meetings could not be told waits in the outbox, and the worker tells it', async () => {
    const room = await world.room();
    serve(event(room, 'a', ...at(2)));
    await syncFeed({ ...world.ports, relay: () => Promise.resolve() }, room.calendarId);
    expect((await meetingsOf(world, room)).map(({ status }) => status)).toEqual(['open']);
    const outbox = createOutbox(world.database);
    const clock = { nowMs: () => Date.now() + HOUR };
    await relayForgotten({
      outbox,
      clock,
      meetings: world.meetings,
      deliveries: { start: () => Promise.resolve() },
    });
    expect(await settled(world, room, ['Meeting a scheduled'])).toEqual(['Meeting a scheduled']);
  });

  it('a thousand meetings are not a thousand statements', async () => {
    const room = await world.room();
    const thousand = Array.from({ length: 1_000 }, (_, index) =>
      event(room, `${index}`, ...at(index / 50 + 1)),
    );
    const told: string[] = [];
    const relay = ({ uid }: { uid: string }) => Promise.resolve(void told.push(uid));
    let statements = 0;
    world.database.on('query', () => (statements += 1));
    serve(...thousand);
    expect(await syncFeed({ ...world.ports, relay }, room.calendarId)).toMatchObject({ added: 1_000 });
    serve(...thousand.map((each) => each.replace('SUMMARY:Meeting', 'SUMMARY:Changed')));
    expect(await syncFeed({ ...world.ports, relay }, room.calendarId)).toMatchObject({
      added: 0,
      changed: 1_000,
    });
    expect(statements).toBeLessThan(60);
    world.database.removeAllListeners('query');
    expect([told.length, new Set(told).size]).toEqual([2_000, 1_000]);
  });
});

it('no workflow id, and nothing of the log, has a word of the calendar', async () => {
  const room = await world.room();
  serve(event(room, 'someone@example.org', ...at(2)));
  await world.sync(room);
  const [{ uid }] = (await world.database('outbox').orderBy('id', 'desc').limit(1).select('uid')) as [
    { uid: string },
  ];
  expect(uid).not.toContain('someone');
  const feed = JSON.stringify(await world.database('feeds').where({ calendar_id: room.calendarId }).first());
  expect(feed).not.toContain('private-token');
});
