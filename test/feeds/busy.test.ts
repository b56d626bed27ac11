import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeSettings } from '../../adapters/postgres/rooms/feed-settings.ts';
import { roomById } from '../../adapters/postgres/rooms/rooms.ts';
import type { Actor } from '../../policies/actor.ts';
import { busyFor } from '../../queries/busy.ts';
import { at, calendar, event, thisMinute } from './support/calendar.ts';
import { createFeedWorld, HOUR, type FeedWorld, type FollowingRoom } from './support/feed-world.ts';

let world: FeedWorld;
const OPERATOR: Actor = { kind: 'operator' };

beforeAll(async () => {
  world = await createFeedWorld();
});
afterAll(() => world?.stop());

const serve = (...events: string[]) => world.server.serve(calendar(...events));

/** The room's busy time of the next hours, in hours from then. */
async function busyHours({ id }: FollowingRoom, nowMs: number, hours = 24): Promise<[number, number][]> {
  const range = { startMs: nowMs, endMs: nowMs + hours * HOUR };
  const periods = await busyFor({ knex: world.database }, OPERATOR, { tenantId: world.tenant.id, id }, range);
  return periods.map(({ startMs, endMs }) => [(startMs - nowMs) / HOUR, (endMs - nowMs) / HOUR]);
}

it('a room’s own time is what its calendar says, after every sync', async () => {
  const now = thisMinute();
  const room = await world.room();
  expect(await busyHours(room, now)).toEqual([]);
  serve(event(room, 'a', ...at(2, 1, now)), event(room, 'b', ...at(5, 1, now)));
  await world.sync(room);
  expect(await busyHours(room, now)).toEqual([
    [2, 3],
    [5, 6],
  ]);
  serve(event(room, 'a', ...at(3, 1, now)), event(room, 'b', ...at(5, 1, now)));
  await world.sync(room);
  expect(await busyHours(room, now)).toEqual([
    [3, 4],
    [5, 6],
  ]);
  serve(event(room, 'b', ...at(5, 1, now)));
  await world.sync(room);
  expect(await busyHours(room, now)).toEqual([[5, 6]]);
  expect(await busyHours(room, now, 5)).toEqual([]);
});

it.each([
  ['TRANSP:TRANSPARENT', []],
  ['X-MICROSOFT-CDO-BUSYSTATUS:FREE', []],
  ['STATUS:TENTATIVE', ['tentative']],
  ['X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE', ['tentative']],
  ['X-MICROSOFT-CDO-BUSYSTATUS:OOF', ['unavailable']],
  ['STATUS:CONFIRMED', ['busy']],
])('an event with %s takes time as %s, also when it says so later', async (line, kinds) => {
  const now = thisMinute();
  const room = await world.room();
  const range = { startMs: now, endMs: now + 24 * HOUR };
  const named = { tenantId: world.tenant.id, id: room.id };
  const seen = async () =>
    (await busyFor({ knex: world.database }, OPERATOR, named, range)).map(({ kind }) => kind);
  for (const lines of [[line], [], [line]]) {
    serve(event(room, 'a', ...at(2, 1, now), ...lines));
    await world.sync(room);
    expect(await seen()).toEqual(lines.length === 0 ? ['busy'] : kinds);
  }
});

it('a calendar that is left takes no time that was only planned', async () => {
  const now = thisMinute();
  const room = await world.room();
  serve(event(room, 'a', ...at(2, 1, now)));
  await world.sync(room);
  expect(await busyHours(room, now)).toHaveLength(1);
  const owned = await roomById(world.database, room.id);
  await changeSettings(world.database, owned!, {
    key: room.id,
    room: {},
    feed: { enabled: false },
    cancelPlannedAtMs: world.clock.nowMs(),
  });
  expect(await busyHours(room, now)).toEqual([]);
});
