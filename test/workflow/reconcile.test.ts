import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOUR, MeetingScript } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';
import { reconcileSignal } from '../../workflows/meeting/messages.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 60_000);
afterAll(() => world?.stop());

it('a meeting that is busy and asked ten times what it has missed looks once', async () => {
  const script = await MeetingScript.booked(world);
  const lock = await world.database.transaction();
  await lock('meetings').where({ id: script.meeting.id }).forUpdate().first('id');
  const { startMs, endMs } = script.meeting;
  const proposed = script.propose('guest', { startMs: startMs + HOUR, endMs: endMs + HOUR });
  await untilSomebodyWaitsFor(lock);
  await Promise.all(
    Array.from({ length: 10 }, () => script.handle.signal(reconcileSignal, { atMs: Date.now() })),
  );
  await lock.commit();
  await proposed;
  await script.handle.signal(reconcileSignal, { atMs: Date.now() });
  await expect.poll(looks).toBeGreaterThan(0);
  await wait(500);
  expect(await looks()).toBeLessThanOrEqual(2);

  async function looks(): Promise<number> {
    const { events } = await script.handle.fetchHistory();
    return (events ?? []).filter((event) =>
      JSON.stringify(
        Object.values(event.markerRecordedEventAttributes?.details ?? {}).map(({ payloads }) =>
          payloads?.map(({ data }) => Buffer.from(data ?? []).toString()),
        ),
      ).includes('missedChanges'),
    ).length;
  }
});

async function untilSomebodyWaitsFor(lock: Knex.Transaction): Promise<void> {
  const { rows } = await lock.raw<{ rows: { pid: number }[] }>('SELECT pg_backend_pid() AS pid');
  const waiting = () =>
    world.database.raw<{ rows: unknown[] }>(
      'SELECT 1 FROM pg_stat_activity WHERE pg_blocking_pids(pid) @> ARRAY[CAST(:pid AS int)]',
      { pid: rows[0]!.pid },
    );
  await expect.poll(async () => (await waiting()).rows.length).toBeGreaterThan(0);
}
