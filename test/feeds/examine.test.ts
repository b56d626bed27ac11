import { afterAll, beforeAll, expect, it } from 'vitest';
import { examineFeed } from '../../activities/feed/examine.ts';
import { at, calendar, event } from './support/calendar.ts';
import { createFeedWorld, type FeedWorld } from './support/feed-world.ts';

let world: FeedWorld;
beforeAll(async () => {
  world = await createFeedWorld();
});
afterAll(() => world.stop());

const examine = (url: string, roomName: string) =>
  examineFeed(world.ports, { url, owner: 'owner', roomName, timezone: 'UTC' });

it('an address is tried: what would be followed is told, and nothing written', async () => {
  const room = await world.room();
  const elsewhere = { ...room, url: 'https://other.example' };
  world.server.serve(
    calendar(
      'X-WR-CALNAME:Team',
      event(room, 'over', ...at(-0.9, 0.5)),
      event(room, 'b', ...at(3)),
      event(room, 'a', ...at(2)),
      event(elsewhere, 'c', ...at(2)),
      event(room, 'd', 'DTSTART:x'),
      event(room, 'far', ...at(50)),
    ),
  );
  expect(await examine(world.server.url, room.name)).toMatchObject({
    kind: 'read',
    name: 'Team',
    events: 5,
    matches: 4,
    next: [{ title: 'Meeting a' }, { title: 'Meeting b' }],
    nextStartMs: expect.any(Number),
    problems: [{ code: 'time-unreadable', uid: 'd', property: 'DTSTART' }],
  });
  const written = await world.database('calendar_events').where({ calendar_id: room.calendarId });
  expect(written).toEqual([]);
});

it.each([
  ['not-found', 404],
  ['http-error', 500],
] as const)('or why not: %s', async (problem, status) => {
  world.server.fail(status);
  expect(await examine(world.server.url, 'max')).toMatchObject({
    kind: 'failed',
    problem,
    httpStatus: status,
  });
});

it('or that it is no calendar, or no address', async () => {
  world.server.serve('<html>Sign in</html>');
  expect(await examine(world.server.url, 'max')).toMatchObject({ kind: 'failed', problem: 'not-a-calendar' });
  expect(await examine('nowhere', 'max')).toMatchObject({ kind: 'failed', problem: 'url-invalid' });
});
