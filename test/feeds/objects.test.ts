import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, calendar, event, thisMinute } from './support/calendar.ts';
import { createFeedWorld, type FeedWorld, type FollowingRoom } from './support/feed-world.ts';

let world: FeedWorld;

beforeAll(async () => {
  world = await createFeedWorld();
});
afterAll(() => world?.stop());

const objectsOf = ({ calendarId }: FollowingRoom) =>
  world.database('calendar_objects').where({ calendar_id: calendarId }).orderBy('uid');

it('a series is one object, which changes when what it says does, and only then', async () => {
  const now = thisMinute();
  const room = await world.room();
  const hourly = (...lines: string[]) =>
    event(room, 'hourly', ...at(1, 1, now), 'RRULE:FREQ=HOURLY;COUNT=8', ...lines);
  world.server.serve(calendar(hourly(), event(room, 'once', ...at(2, 1, now))));
  expect(await world.sync(room)).toMatchObject({ added: 9 });
  const [series, once] = await objectsOf(room);
  expect([series!.uid, once!.uid]).toEqual(['hourly', 'once']);
  expect(series!.raw.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(series!.raw).toContain('RRULE:FREQ=HOURLY;COUNT=8');

  world.server.serve(calendar(hourly('DESCRIPTION:Bring your own'), event(room, 'once', ...at(2, 1, now))));
  expect(await world.sync(room)).toMatchObject({ changed: 8 });
  const [after, untouched] = await objectsOf(room);
  expect(after!.etag).not.toBe(series!.etag);
  expect(after!.raw).toContain('Bring your own');
  expect(untouched).toEqual(once);
});

it('an override is part of its object', async () => {
  const now = thisMinute();
  const room = await world.room();
  const master = event(room, 'weekly', ...at(2, 1, now), 'RRULE:FREQ=HOURLY;COUNT=3');
  const [start] = at(3, 1, now);
  const override = event(
    room,
    'weekly',
    ...at(5, 1, now),
    start!.replace('DTSTART', 'RECURRENCE-ID'),
  ).replace('SUMMARY:Meeting weekly', 'SUMMARY:Moved');
  world.server.serve(calendar(master, override));
  await world.sync(room);
  const [object, ...others] = await objectsOf(room);
  expect(others).toEqual([]);
  expect(object!.raw.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(object!.raw).toContain('SUMMARY:Moved');
});
