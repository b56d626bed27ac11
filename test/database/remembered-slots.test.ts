import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { forgetChanges, lookAtChanges } from '../../adapters/postgres/booking/changes.ts';
import { rememberTaken } from '../../adapters/postgres/booking/remembered-taken.ts';
import { readTaken } from '../../adapters/postgres/booking/taken.ts';
import { ANYONE } from '../../policies/actor.ts';
import { RememberedSlots } from '../../queries/remembered-slots.ts';
import { slotsFor } from '../../queries/slots.ts';
import { eventTypeById } from '../../adapters/postgres/booking/event-types.ts';
import { at, dayAhead, insertEventType, insertHost, insertResource } from '../booking/support/event-types.ts';
import { insertTenant } from '../pages/support/rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { addBusy, addMeeting } from './support/busy.ts';
import { textsOf } from './support/slot-texts.ts';

let database: TestDatabase;
let knex: Knex;
/** As another process has it. */
let other: Knex;
let nowMs = Date.now();
const clock = { nowMs: () => nowMs };
let queries = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  knex = connectDatabase(database.url, { poolSize: 3 });
  other = connectDatabase(database.url, { poolSize: 2 });
  knex.on('query', () => queries++);
});
afterAll(async () => {
  await knex.destroy();
  await other.destroy();
  await database.drop();
});
beforeEach(() => {
  nowMs = Date.now();
});

const range = { startMs: dayAhead(3).getTime(), endMs: dayAhead(5).getTime() };
const on = new Date(range.startMs).toISOString().slice(0, 10);
/** As columns of the type `date` take them. */
const day: object = { day: on };
const span: object = { first_day: on, last_day: on };

const remember = () =>
  new RememberedSlots<string[]>({ knex, clock, readTaken: rememberTaken() }, (texts) => texts.join().length);

const find = (memory: RememberedSlots<string[]>, id: string, within = range): Promise<string[]> =>
  memory.find(ANYONE, {
    id,
    range: within,
    present: ({ lengthsMinutes: [lengthMinutes = 30] }) => ({ name: '', lengthMinutes, answer: textsOf }),
  });

async function fresh(id: string, tenantId: string): Promise<string[]> {
  const eventType = (await eventTypeById(knex, tenantId, id))!;
  return textsOf(await slotsFor({ knex, clock, readTaken }, eventType, eventType.lengthsMinutes[0]!, range));
}

/** Two members, a resource and a limit, so that everything can count. */
async function booked() {
  const tenantId = await insertTenant(knex);
  const limits = [{ per: 'day' as const, of: 'bookings' as const, most: 20 }];
  const [host, second] = [await insertHost(knex, tenantId, { limits }), await insertHost(knex, tenantId)];
  const resource = await insertResource(knex, tenantId, 1);
  const id = await insertEventType(knex, [host], { resourceIds: [resource], limits });
  return { tenantId, host, second, resource, id };
}

type Booked = Awaited<ReturnType<typeof booked>>;

const CHANGES: Record<string, (it: Booked) => Promise<unknown>> = {
  reservations: ({ tenantId, host }) =>
    addMeeting(other, tenantId, { personId: host.id, startsAt: at(3, 9) }),
  'reservations of a resource': ({ tenantId, resource }) =>
    addMeeting(other, tenantId, { personId: resource, startsAt: at(3, 9), shared: true }),
  busy_periods: ({ tenantId, host }) => addBusy(other, tenantId, host.id, at(3, 9)),
  'meetings that count for a limit': async ({ tenantId, id }) => {
    await other('event_types').where({ id }).update({ limits: LIMIT_OF_ONE });
    await addMeeting(other, tenantId, { eventTypeId: id, startsAt: at(3, 9) });
  },
  schedules: ({ host }) =>
    other('schedules')
      .where({ principal_id: host.id })
      .update({ weekly: JSON.stringify([[], [], [], [], [], [], []]) }),
  date_overrides: ({ tenantId, id }) =>
    other('date_overrides').insert({
      ...{ id: randomUUID(), tenant_id: tenantId, event_type_id: id, blocks: '[]', ...day },
    }),
  vacations: ({ tenantId, host }) =>
    other('vacations').insert({
      ...{ id: randomUUID(), tenant_id: tenantId, principal_id: host.id, ...span },
    }),
  travels: ({ tenantId, host }) =>
    other('travels').insert({
      ...{ id: randomUUID(), tenant_id: tenantId, principal_id: host.id, ...span },
      timezone: 'Asia/Kathmandu',
    }),
  temporary_hours: async ({ tenantId, host }) => {
    await other('vacations').insert({
      ...{ id: randomUUID(), tenant_id: tenantId, principal_id: host.id, ...span },
    });
    await other('temporary_hours').insert({
      ...{ id: randomUUID(), tenant_id: tenantId, principal_id: host.id, name: 'Fair' },
      ...{ ...span, blocks: JSON.stringify([{ fromMinute: 60, untilMinute: 120 }]) },
    });
  },
  holidays: async ({ tenantId, host }) => {
    const calendar = { id: randomUUID(), tenant_id: tenantId, principal_id: host.id };
    await other('holiday_calendars').insert({
      ...calendar,
      ...{ name: 'Days', read_at: new Date(), problems: 0, complete: true },
    });
    await other('holidays').insert({
      ...{ calendar_id: calendar.id, tenant_id: tenantId, principal_id: host.id, name: 'Day', ...day },
    });
  },
  booking_profiles: ({ host }) =>
    other('booking_profiles')
      .where({ principal_id: host.id })
      .update({ limits: JSON.stringify([{ per: 'day', of: 'minutes', most: 1 }]) }),
  event_types: ({ id }) => other('event_types').where({ id }).update({ step_minutes: 20 }),
  event_type_hosts: ({ id }) => other('event_type_hosts').where({ event_type_id: id }).delete(),
  event_type_resources: async ({ tenantId, resource, id }) => {
    await other('event_type_resources').where({ event_type_id: id }).delete();
    await addMeeting(other, tenantId, { personId: resource, startsAt: at(3, 9), shared: true });
    await other('event_type_resources').insert({
      ...{ tenant_id: tenantId, event_type_id: id, principal_id: resource },
    });
  },
  'principals, of another zone': ({ host }) =>
    other('principals').where({ id: host.id }).update({ timezone: 'Asia/Kathmandu' }),
  'principals, a resource with room for more': async ({ tenantId, resource }) => {
    await addMeeting(other, tenantId, { personId: resource, startsAt: at(3, 9), shared: true });
    await other('principals').where({ id: resource }).update({ capacity: 2 });
    await addMeeting(other, tenantId, { personId: resource, startsAt: at(3, 9), shared: true });
  },
};

const LIMIT_OF_ONE = JSON.stringify([{ per: 'day', of: 'bookings', most: 1 }]);

describe('what was changed by another process is seen by the next call', () => {
  it.each(Object.entries(CHANGES))('%s', async (_table, change) => {
    const made = await booked();
    // Hours with an end, so that those of another zone are others.
    const weekly = Array.from({ length: 7 }, () => [{ fromMinute: 540, untilMinute: 1020 }]);
    await other('schedules')
      .where({ principal_id: made.host.id })
      .update({ weekly: JSON.stringify(weekly) });
    const memory = remember();
    const before = await find(memory, made.id);
    expect(before.length).toBeGreaterThan(0);
    await change(made);
    const after = await find(memory, made.id);
    expect(after).not.toEqual(before);
    expect(after).toEqual(await fresh(made.id, made.tenantId));
  });

  it('a guest who comes to a meeting with seats, or leaves it', async () => {
    const { tenantId, host, id } = await booked();
    await other('event_types').where({ id }).update({ seats: 3 });
    const meeting = await addMeeting(other, tenantId, {
      ...{ personId: host.id, eventTypeId: id, startsAt: at(3, 9), guests: 1 },
    });
    await other('meetings').where({ id: meeting }).update({ seats: 3 });
    const memory = remember();
    const slot = (slots: string[]) => slots.find((text) => text.startsWith(at(3, 9)));
    expect(slot(await find(memory, id))).toBe(`${at(3, 9)} 2`);
    await other('invitations')
      .where({ meeting_id: meeting, role: 'guest' })
      .update({ removed_at: new Date() });
    expect(slot(await find(memory, id))).toBe(`${at(3, 9)} 3`);
  });
});

it('a call after the first one asks the database once, and so does one for other days once more than it reads', async () => {
  const { id } = await booked();
  const memory = remember();
  const first = await find(memory, id);
  queries = 0;
  expect(await find(memory, id)).toBe(first);
  expect(queries).toBe(1);
});

it('what concerns others is no reason to read again', async () => {
  const { tenantId, second, id } = await booked();
  const memory = remember();
  const first = await find(memory, id);
  await addBusy(other, tenantId, second.id, at(3, 9));
  expect(await find(memory, id)).toBe(first);
});

it('a transaction that began before the slots were read, and is committed after it, is seen', async () => {
  const { tenantId, host, id } = await booked();
  const trx = await other.transaction();
  await addBusy(trx, tenantId, host.id, at(3, 9));
  const memory = remember();
  const before = await find(memory, id);
  expect(before).toContain(`${at(3, 9)} `);
  // A later one is committed first.
  await addBusy(knex, tenantId, host.id, at(3, 12));
  expect(await find(memory, id)).toContain(`${at(3, 9)} `);
  await trx.commit();
  const after = await find(memory, id);
  expect(after).not.toContain(`${at(3, 9)} `);
  expect(after).not.toContain(`${at(3, 12)} `);
});

it('a change that is rolled back is none', async () => {
  const { tenantId, host, id } = await booked();
  const memory = remember();
  const first = await find(memory, id);
  const trx = await other.transaction();
  await addBusy(trx, tenantId, host.id, at(3, 9));
  await trx.rollback();
  expect(await find(memory, id)).toBe(first);
});

it('time passes: the first slot comes too soon, and the booking window moves with the day', async () => {
  const { tenantId, id } = await booked();
  await other('event_types').where({ id }).update({ notice_minutes: 60, window_days: 4 });
  const memory = remember();
  nowMs = Date.parse(at(3, 8)) - 60_000;
  expect((await find(memory, id))[0]).toBe(`${at(3, 9)} `);
  nowMs += 60_000;
  expect((await find(memory, id))[0]).toBe(`${at(3, 9)} `);
  nowMs += 1;
  expect((await find(memory, id))[0]).toBe(`${at(3, 9, 30)} `);
  // A minute is not over yet.
  for (const ms of [dayAhead(0).getTime() - 1_000, dayAhead(0).getTime()]) {
    nowMs = ms;
    expect(await find(memory, id)).toEqual(await fresh(id, tenantId));
  }
});

it('an event type that is gone, or is not public any more, is told at once', async () => {
  const { id } = await booked();
  const memory = remember();
  await find(memory, id);
  await other('event_types').where({ id }).update({ access: 'key' });
  await expect(find(memory, id)).rejects.toThrow('The event type');
  await other('event_types').where({ id }).update({ access: 'public', deleted_at: new Date() });
  await expect(find(memory, id)).rejects.toThrow('The event type');
});

it('changes that nobody can ask about are removed, and later ones stay', async () => {
  const { tenantId, host } = await booked();
  const { snapshot } = await lookAtChanges(knex, []);
  await addBusy(other, tenantId, host.id, at(3, 9));
  await forgetChanges(knex, snapshot);
  const left = await knex('availability_changes').select('whose');
  expect(left).toEqual([{ whose: host.id }]);
  expect((await lookAtChanges(knex, [{ id: host.id, snapshot }])).changed).toEqual(new Set([host.id]));
});
