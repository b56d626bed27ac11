import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventTypeById } from '../../adapters/postgres/booking/event-types.ts';
import { rememberTaken } from '../../adapters/postgres/booking/remembered-taken.ts';
import { readTaken } from '../../adapters/postgres/booking/taken.ts';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { ANYONE } from '../../policies/actor.ts';
import { RememberedSlots } from '../../queries/remembered-slots.ts';
import { slotsFor } from '../../queries/slots.ts';
import { at, dayAhead, insertEventType, insertHost, insertResource } from '../booking/support/event-types.ts';
import { insertTenant } from '../pages/support/rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { rounds } from '../support/rounds.ts';
import { addBusy, addMeeting } from './support/busy.ts';
import { textsOf } from './support/slot-texts.ts';

let database: TestDatabase;
let knex: Knex;
/** As another process has it. */
let other: Knex;

beforeAll(async () => {
  database = await createTestDatabase();
  knex = connectDatabase(database.url, { poolSize: 3 });
  other = connectDatabase(database.url, { poolSize: 2 });
});
afterAll(async () => {
  await knex.destroy();
  await other.destroy();
  await database.drop();
});

/** Two hosts, a resource, and three event types of them: of one, of both together, and with seats. */
interface World {
  tenantId: string;
  hosts: [string, string];
  resource: string;
  types: string[];
}

async function makeWorld(): Promise<World> {
  const tenantId = await insertTenant(knex);
  const [one, two] = [await insertHost(knex, tenantId), await insertHost(knex, tenantId)];
  const resource = await insertResource(knex, tenantId, 2);
  const columns = { together: 'all' };
  const types = [
    await insertEventType(knex, [one], { limits: [{ per: 'day', of: 'bookings', most: 2 }] }),
    await insertEventType(knex, [one, two], { columns, resourceIds: [resource] }),
    await insertEventType(knex, [two], { columns: { seats: 2, notice_minutes: 60, window_days: 4 } }),
  ];
  return { tenantId, hosts: [one.id, two.id], resource, types };
}

const HOURS = [8, 10, 12];
const nth = fc.nat({ max: 1 });
const start = fc.record({ day: fc.constantFrom(3, 4), hour: fc.constantFrom(...HOURS) });
const blocks = fc.constantFrom(
  [],
  [{ fromMinute: 480, untilMinute: 660 }],
  [{ fromMinute: 0, untilMinute: 1440 }],
);

type Change = (trx: Knex, world: World) => Promise<unknown>;
const span = (day: number): object => {
  const on = dayAhead(day).toISOString().slice(0, 10);
  return { first_day: on, last_day: on };
};

/** What may happen, each by its own table. */
const change: fc.Arbitrary<{ what: string; change: Change }> = fc.oneof(
  named(
    'a meeting',
    fc.tuple(nth, start, fc.option(fc.nat({ max: 2 }))),
    ([host, { day, hour }, type]) =>
      async (trx, world) => {
        const personId = world.hosts[host]!;
        // Nobody is in two meetings at once.
        await trx('reservations')
          .where({ principal_id: personId })
          .whereRaw('period @> CAST(? AS timestamptz)', [at(day, hour)])
          .delete();
        await addMeeting(trx, world.tenantId, {
          ...{ personId, startsAt: at(day, hour), guests: 1 },
          ...(type !== null && { eventTypeId: world.types[type]! }),
        });
      },
  ),
  named(
    'meetings end',
    nth,
    (host) =>
      (trx, { hosts }) =>
        trx('reservations').where({ principal_id: hosts[host]! }).delete(),
  ),
  named(
    'the resource is taken',
    start,
    ({ day, hour }) =>
      (trx, { tenantId, resource }) =>
        addMeeting(trx, tenantId, { personId: resource, startsAt: at(day, hour), shared: true }),
  ),
  named(
    'capacity',
    fc.constantFrom(1, 2),
    (capacity) =>
      (trx, { resource }) =>
        trx('principals').where({ id: resource }).update({ capacity }),
  ),
  named(
    'a calendar',
    fc.tuple(nth, start),
    ([host, { day, hour }]) =>
      (trx, { tenantId, hosts }) =>
        addBusy(trx, tenantId, hosts[host]!, at(day, hour)),
  ),
  named(
    'hours',
    fc.tuple(nth, blocks),
    ([host, week]) =>
      (trx, { hosts }) =>
        trx('schedules')
          .where({ principal_id: hosts[host]! })
          .update({ weekly: JSON.stringify(Array.from({ length: 7 }, () => week)) }),
  ),
  named(
    'a zone',
    fc.tuple(nth, fc.constantFrom('UTC', 'Asia/Kathmandu')),
    ([host, timezone]) =>
      (trx, { hosts }) =>
        trx('principals').where({ id: hosts[host]! }).update({ timezone }),
  ),
  named(
    'a vacation',
    fc.tuple(nth, fc.constantFrom(3, 4)),
    ([host, day]) =>
      (trx, { tenantId, hosts }) =>
        trx('vacations').insert({
          id: randomUUID(),
          tenant_id: tenantId,
          principal_id: hosts[host]!,
          ...span(day),
        }),
  ),
  named(
    'vacations end',
    nth,
    (host) =>
      (trx, { hosts }) =>
        trx('vacations').where({ principal_id: hosts[host]! }).delete(),
  ),
  named(
    'steps',
    fc.tuple(fc.nat({ max: 2 }), fc.constantFrom(15, 30)),
    ([type, minutes]) =>
      (trx, { types }) =>
        trx('event_types').where({ id: types[type]! }).update({ step_minutes: minutes }),
  ),
  named(
    'buffers',
    fc.tuple(fc.nat({ max: 2 }), fc.constantFrom(0, 30)),
    ([type, minutes]) =>
      (trx, { types }) =>
        trx('event_types').where({ id: types[type]! }).update({ buffer_before_minutes: minutes }),
  ),
  named(
    'a limit of a member',
    fc.tuple(nth, fc.constantFrom(1, 3)),
    ([host, most]) =>
      (trx, { hosts }) =>
        trx('booking_profiles')
          .where({ principal_id: hosts[host]! })
          .update({ limits: JSON.stringify([{ per: 'day', of: 'bookings', most }]) }),
  ),
);

function named<T>(
  what: string,
  of: fc.Arbitrary<T>,
  change: (input: T) => Change,
): fc.Arbitrary<{ what: string; change: Change }> {
  return of.map((input) => ({
    what: `${what} ${JSON.stringify(input)}`,
    change: change(input),
    toString: () => what,
  }));
}

/** How a change comes: alone, or in a transaction that others see only after they have asked; and how much time passes before. */
const step = fc.record({
  it: change,
  comes: fc.constantFrom('alone', 'late', 'not'),
  passMs: fc.constantFrom(0, 0, 1_000, 61_000, 3_600_000),
});

const LONGEST_RUN = 12;

it('what is remembered is what is so, whatever changes, in whichever order it is committed', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: LONGEST_RUN }), async (steps) => {
      const world = await makeWorld();
      let nowMs = Date.now();
      const deps = { knex, clock: { nowMs: () => nowMs } };
      const memory = new RememberedSlots<string[]>(
        { ...deps, readTaken: rememberTaken() },
        (texts) => texts.length,
      );
      const range = { startMs: dayAhead(3).getTime(), endMs: dayAhead(5).getTime() };
      const agree = async (after: string) => {
        for (const [index, id] of world.types.entries()) {
          const present = () => ({ name: '', lengthMinutes: 30, answer: textsOf });
          const remembered = await memory.find(ANYONE, { id, range, present });
          const eventType = (await eventTypeById(knex, world.tenantId, id))!;
          const fresh = textsOf(await slotsFor({ ...deps, readTaken }, eventType, 30, range));
          expect(remembered, `event type ${index} after ${after}`).toEqual(fresh);
          seen += fresh.length;
        }
      };
      await agree('nothing');
      for (const { it, comes, passMs } of steps) {
        nowMs += passMs;
        if (comes === 'alone') await it.change(other, world);
        else await inTransaction(comes, it, world, agree);
        await agree(`${it.what}, ${comes}`);
      }
    }),
    { numRuns: rounds(40) },
  );
  expect(seen).toBeGreaterThan(0);
});

async function inTransaction(
  ends: 'late' | 'not',
  it: { what: string; change: Change },
  world: World,
  agree: (after: string) => Promise<void>,
): Promise<void> {
  const trx = await other.transaction();
  await it.change(trx, world);
  await agree(`${it.what}, before its end`);
  await (ends === 'late' ? trx.commit() : trx.rollback());
}
