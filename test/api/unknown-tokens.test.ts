import { randomUUID } from 'node:crypto';
import knex, { type Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newToken } from '../../adapters/secrets/token.ts';
import { pagesRouter } from '../../api/pages/index.ts';
import { routes } from '../../api/routes/index.ts';
import { insertMeeting, type TestMeeting } from '../pages/support/rows.ts';
import { insertOwnedRoom } from '../support/room-owner.ts';
import type { Caller } from './support/caller.ts';
import { HOUR, hourIn, newRoom } from './support/people.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let owner: Knex;
let caller: Caller;
let meeting: TestMeeting;
let room: string;
beforeAll(async () => {
  api = await startRecordedApi({ TRUSTED_PROXIES: '127.0.0.1' });
  owner = knex({ client: 'pg', connection: api.ownerUrl });
  caller = await api.caller();
  meeting = await insertMeeting(api.knex, { tenantId: api.tenant.id, startMs: Date.now() + 72 * HOUR });
  room = (await insertOwnedRoom(api.knex, { tenantId: api.tenant.id })).name;
});
afterAll(async () => {
  await owner?.destroy();
  await api?.stop();
});

/** Each route is asked by somebody else: as many wrong guesses as there are routes are no flood here. */
let clients = 0;
const somebodyElse = (): Record<string, string> => ({
  'X-Forwarded-For': `2001:db8:0:${(clients += 1).toString(16)}::1`,
});

/** How many rows each table has. */
async function rowCounts(): Promise<Record<string, string>> {
  const { rows } = await owner.raw<{ rows: { name: string; rows: string }[] }>(
    `SELECT table_name AS name, (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', table_name),
            false, true, '')))[1]::text AS rows
       FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}

/** @param known whether the path names what there is */
function pathOf(template: string, known: boolean): string {
  const values: Record<string, string> = known
    ? { name: room, roomId: meeting.meetingId, room: room }
    : { name: `no-room-${randomUUID()}`.slice(0, 40) };
  return template.replace(/\{(\w+)\}|:(\w+)/g, (_all, inBraces: string | undefined, after: string) => {
    return values[inBraces ?? after] ?? randomUUID();
  });
}

const { startUtc: proposedStartUtc, endUtc: proposedEndUtc } = hourIn(90);
const bodies = () => [
  {},
  { ...newRoom() },
  { token: newToken(), proposedStartUtc, proposedEndUtc },
  { token: 'not-even-one', proposedStartUtc, proposedEndUtc },
];

describe('what is shown and does not exist writes no row', () => {
  for (const route of routes.filter(({ auth }) => auth.kind !== 'none')) {
    it(`${route.method} ${route.path}`, async () => {
      const before = await rowCounts();
      const client = somebodyElse();
      for (const credentials of [{ Authorization: `Bearer ${unknownKey()}` }, {}]) {
        for (const body of bodies()) {
          const strange = { 'Idempotency-Key': randomUUID(), ...client, ...credentials };
          // Whoever shows nothing may do something in a room that there is.
          const path = pathOf(route.path, 'Authorization' in credentials);
          const answer = await caller.send(path, {
            method: route.method.toUpperCase(),
            headers: { 'Content-Type': 'application/json', ...strange },
            ...(route.method !== 'get' && { body: JSON.stringify(body) }),
          });
          expect(answer.status).toBeGreaterThanOrEqual(400);
          expect(answer.status).not.toBe(429);
          // 501: no video service is set up here.
          expect(answer.status).not.toBe(500);
        }
      }
      expect(await rowCounts()).toEqual(before);
    });
  }

  it('a refusal of an unknown token is told again without having been kept', async () => {
    const body = { token: newToken(), proposedStartUtc, proposedEndUtc };
    const headers = { 'Idempotency-Key': randomUUID(), ...somebodyElse() };
    for (let n = 0; n < 2; n += 1) {
      const answer = await caller.post('/api/reschedule/propose', body, headers);
      expect(answer.json).toMatchObject({ status: 404, code: 'link-unknown' });
      expect(answer.headers.get('Idempotency-Replayed')).toBeNull();
    }
    expect(await api.knex('idempotency_keys')).toEqual([]);
  });

  it('every page', async () => {
    const before = await rowCounts();
    const pages = pagesRouter(api.deps).stack.flatMap(({ path, methods }) =>
      typeof path === 'string' ? methods.map((method) => ({ path, method })) : [],
    );
    expect(pages.length).toBeGreaterThan(30);
    for (const { path, method } of pages) {
      const token = newToken();
      const query = new URLSearchParams({ t: token, s: token });
      const fields = new URLSearchParams({
        t: token,
        s: token,
        token,
        email: 'nobody@example.net',
        name: 'N',
      });
      const answer = await fetch(`${api.url}${pathOf(path, false)}?${query}`, {
        method,
        redirect: 'manual',
        headers: { Cookie: `parley-owner=${token}; parley-room=${token}`, ...somebodyElse() },
        ...(method === 'POST' && { body: fields }),
        signal: AbortSignal.timeout(5_000),
      });
      await answer.body?.cancel();
      expect(answer.status, `${method} ${path}`).toBeLessThan(500);
      expect(answer.status, `${method} ${path}`).not.toBe(429);
    }
    expect(await rowCounts()).toEqual(before);
  });
});

/** Of the same form as one that there is. */
const unknownKey = (): string => `${caller.key.slice(0, -12)}${newToken().slice(0, 12)}`;
