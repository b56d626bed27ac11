import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWholeApi, type WholeApi } from '../api/support/served-api.ts';
import type { Answer, Caller } from '../api/support/caller.ts';
import { addBusy } from '../database/support/busy.ts';
import { at, insertEventType, insertHost, insertResource, newGuest } from './support/event-types.ts';

let api: WholeApi;
let us: Caller;
beforeAll(async () => {
  api = await startWholeApi();
  us = await api.caller();
});
afterAll(() => api?.stop());

const book = (eventTypeId: string, startsAt: string, more: object = {}): Promise<Answer> =>
  us.post(`/api/event-types/${eventTypeId}/book`, { startsAt, guest: newGuest(), ...more });

const host = (options?: Parameters<typeof insertHost>[2]) => insertHost(api.knex, api.tenant.id, options);

/** How often each status was answered, and each code. */
function tally(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, json } of answers) {
    const what = status < 300 ? String(status) : `${status} ${json.code}`;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

const reserved = async (principalId: string): Promise<number> => {
  const rows = await api.knex('reservations').where({ principal_id: principalId }).select('meeting_id');
  return rows.length;
};

describe('who gets the slot', () => {
  it('of 200 clients for 20 slots exactly 20 get one, and 180 are told the nearest that are free', async () => {
    const olga = await host();
    const type = await insertEventType(api.knex, [olga]);
    const starts = Array.from({ length: 20 }, (_, nth) => at(3, 8, 30 * nth));
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, nth) => book(type, starts[nth % starts.length]!)),
    );
    expect(tally(answers)).toEqual({ 201: 20, '409 slot-taken': 180 });
    expect(await reserved(olga.id)).toBe(20);
    const loser = answers.find(({ status }) => status === 409)!;
    const { nearest } = loser.json as unknown as { nearest: { startsAt: string }[] };
    expect(nearest).toHaveLength(5);
    for (const { startsAt } of nearest) expect(starts).not.toContain(startsAt);
  });

  it('three a day are three, whoever races for them', async () => {
    const olga = await host();
    const type = await insertEventType(api.knex, [olga], {
      limits: [{ per: 'day', of: 'bookings', most: 3 }],
    });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, nth) => book(type, at(4, 0, 15 * 2 * (nth % 40)))),
    );
    const { 201: booked, '409 slot-taken': refused } = tally(answers);
    expect({ booked, refused }).toEqual({ booked: 3, refused: 47 });
  });

  it('a resource that five can have is had by five', async () => {
    const hosts = await Promise.all(Array.from({ length: 8 }, () => host()));
    const projector = await insertResource(api.knex, api.tenant.id, 5);
    const type = await insertEventType(api.knex, hosts, { resourceIds: [projector] });
    const answers = await Promise.all(Array.from({ length: 50 }, () => book(type, at(5, 10))));
    expect(tally(answers)).toEqual({ 201: 5, '409 slot-taken': 45 });
    expect(await reserved(projector)).toBe(5);
  });

  it('five seats are five, and all of them are in one meeting', async () => {
    const olga = await host();
    const type = await insertEventType(api.knex, [olga], { columns: { seats: 5 } });
    const answers = await Promise.all(Array.from({ length: 50 }, () => book(type, at(6, 10))));
    expect(tally(answers)).toEqual({ 201: 5, '409 slot-taken': 45 });
    const meetings = new Set(answers.filter(({ status }) => status === 201).map(({ json }) => json.id));
    expect(meetings.size).toBe(1);
  });

  it('three hosts who come together are free together, whatever each of them is booked for alone', async () => {
    const hosts = await Promise.all([host(), host(), host()]);
    const together = await insertEventType(api.knex, hosts, { columns: { together: 'all' } });
    const alone = await Promise.all(hosts.map((one) => insertEventType(api.knex, [one])));
    const calls = Array.from({ length: 24 }, (_, nth) =>
      book(nth % 4 === 3 ? together : alone[nth % 4]!, at(7, 9, 30 * (nth % 3))),
    );
    const answers = await Promise.all(calls);
    for (const { status } of answers) expect([201, 409]).toContain(status);
    for (const one of hosts) {
      const rows: { period: string }[] = await api
        .knex('reservations')
        .where({ principal_id: one.id })
        .select('period');
      expect(rows).toHaveLength(3);
    }
  });

  it('who holds a slot books it, and nobody else does', async () => {
    const olga = await host();
    const type = await insertEventType(api.knex, [olga]);
    const startsAt = at(8, 9);
    const [first, second] = await Promise.all([
      us.post(`/api/event-types/${type}/hold`, { startsAt }),
      us.post(`/api/event-types/${type}/hold`, { startsAt }),
    ]);
    expect(tally([first, second])).toEqual({ 201: 1, '409 slot-taken': 1 });
    const held = [first, second].find(({ status }) => status === 201)!.json;
    expect(held).toMatchObject({ status: 'held' });
    expect((await book(type, startsAt)).status).toBe(409);
    const booked = await book(type, startsAt, { holdId: held.id });
    expect(booked).toMatchObject({ status: 201, json: { id: held.id, status: 'scheduled' } });
  });

  it('what waits for its host holds its time', async () => {
    const olga = await host();
    const type = await insertEventType(api.knex, [olga], { columns: { requires_approval: true } });
    const first = await book(type, at(9, 9));
    expect(first).toMatchObject({ status: 201, json: { status: 'held', awaitsApproval: true } });
    expect((await book(type, at(9, 9))).status).toBe(409);
  });

  it('a calendar that is written while somebody waits for their turn is heeded', async () => {
    const olga = await host();
    const type = await insertEventType(api.knex, [olga]);
    const another = await api.knex.transaction();
    await another.raw('SELECT FROM principals WHERE id = ? FOR NO KEY UPDATE', [olga.id]);
    const waiting = book(type, at(10, 9));
    await expect.poll(() => waitFor(another)).toBe(1);
    await addBusy(api.knex, api.tenant.id, olga.id, at(10, 9));
    await another.commit();
    const answer = await waiting;
    expect(tally([answer])).toEqual({ '409 slot-taken': 1 });
    const { nearest } = answer.json as unknown as { nearest: { startsAt: string }[] };
    expect(nearest.map(({ startsAt }) => startsAt)).not.toContain(at(10, 9));
  });

  it('nobody gets a time that a calendar had taken before they asked, and who came first keeps it', async () => {
    const olga = await host();
    const type = await insertEventType(api.knex, [olga]);
    const starts = Array.from({ length: 24 }, (_, nth) => at(11, 8, 30 * nth));
    const early = starts.map((startsAt) => book(type, startsAt));
    await Promise.race(early);
    await Promise.all(starts.map((startsAt) => addBusy(api.knex, api.tenant.id, olga.id, startsAt)));
    const late = starts.map((startsAt) => book(type, startsAt));
    const { 201: booked = 0, '409 slot-taken': refused = 0, ...others } = tally(await Promise.all(early));
    expect(others).toEqual({});
    expect(booked).toBeGreaterThan(0);
    expect(booked + refused).toBe(starts.length);
    expect(tally(await Promise.all(late))).toEqual({ '409 slot-taken': starts.length });
    expect(await reserved(olga.id)).toBe(booked);
  });
});

/** How many wait until a transaction is over. */
async function waitFor(trx: Knex.Transaction): Promise<number> {
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    'SELECT FROM pg_locks WHERE NOT granted AND transactionid = CAST(pg_current_xact_id() AS xid)',
  );
  return rows.length;
}
