import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DavClient } from '../dav/support/client.ts';
import { addMember, callsOf, type TestMember } from './support/availability.ts';
import type { Answer, Caller } from './support/caller.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

interface Calendar {
  id: string;
  principalId: string;
  name: string | null;
  colour: string | null;
  url: string;
  timezone: string;
  transparent: boolean;
  default: boolean;
  access: string;
  shares: object[];
  everybody: string;
}

let api: RecordedApi;
let us: Caller;
let mia: TestMember;
beforeAll(async () => {
  api = await startRecordedApi();
  us = await api.caller();
});
afterAll(() => api?.stop());
beforeEach(async () => {
  mia = await addMember(api, us);
});

const shown = ({ json }: Answer): Calendar => json as unknown as Calendar;
const listed = async (whose = mia): Promise<Calendar[]> =>
  ((await us.get(`${whose.path}/calendars`)).json as unknown as { calendars: Calendar[] }).calendars;
const make = async (body: object = { name: 'Lessons' }): Promise<Calendar> =>
  shown(await us.post(`${mia.path}/calendars`, body));
const as = ({ session }: TestMember, method: string, path: string, body?: object): Promise<Answer> =>
  us.send(path, {
    method,
    headers: { ...session, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
const range = (from: string, to: string): string => `from=${from}&to=${to}`;

describe('calendars of a member', () => {
  it('are made, seen and changed by a key and by themselves', async () => {
    for (const [who, call] of callsOf(us, mia)) {
      const settings = { name: `By ${who}`, colour: '#2F6FB0', timezone: 'Asia/Tokyo', transparent: true };
      const made = await call('POST', `${mia.path}/calendars`, settings);
      expect(made, who).toMatchObject({
        status: 201,
        json: {
          ...{ ...settings, colour: '#2f6fb0', principalId: mia.id, default: false, access: 'owner' },
          ...{ shares: [], everybody: 'free-busy' },
        },
      });
      const path = `/api/calendars/${made.json.id}`;
      expect((await call('GET', path)).json).toEqual(made.json);
      const changed = await call('PATCH', path, { name: 'Other', colour: null, timezone: null });
      expect(changed.json).toEqual({ ...made.json, name: 'Other', colour: null, timezone: 'UTC' });
    }
  });

  it('begin with one that invitations go to, and another one can take its place', async () => {
    const made = await make();
    const [first] = await listed();
    expect((await listed()).map((one) => [one.name, one.default])).toEqual([
      ['Calendar', true],
      ['Lessons', false],
    ]);
    const needed = await us.delete(`/api/calendars/${first?.id}`);
    expect(needed.json).toMatchObject({ status: 409, code: 'default-calendar-needed' });
    expect(shown(await us.patch(`/api/calendars/${made.id}`, { default: true })).default).toBe(true);
    expect((await listed()).map((one) => one.default)).toEqual([false, true]);
    expect((await us.delete(`/api/calendars/${first?.id}`)).status).toBe(200);
  });

  it('come back after they were deleted, at their address, and no longer than what was in them is kept', async () => {
    const made = await make();
    const path = `/api/calendars/${made.id}`;
    expect((await us.delete(path)).json).toEqual({ id: made.id, name: 'Lessons' });
    expect((await us.get(path)).json.code).toBe('not-found');
    expect(shown(await us.post(`${path}/restore`, {}))).toEqual(made);
    expect((await us.post(`${path}/restore`, {})).json.code).toBe('not-found');
    await us.delete(path);
    await api
      .knex('calendars')
      .where({ id: made.id })
      .update({ deleted_at: new Date(Date.now() - 31 * 86_400_000) });
    expect((await us.post(`${path}/restore`, {})).json.code).toBe('not-found');
  });

  it.each([
    [{ name: ' ' }, 'name'],
    [{ name: 'A', colour: 'red' }, 'colour'],
    [{ name: 'A', timezone: 'Mars/Base' }, 'timezone'],
  ])('are not made of %j', async (body, field) => {
    const { status, json } = await us.post(`${mia.path}/calendars`, body);
    expect([status, json.problems[0]?.path]).toEqual([422, field]);
  });

  it('need a key of the scope calendars', async () => {
    const other = await api.caller(api.tenant, ['meetings']);
    const { json } = await other.get(`${mia.path}/calendars`);
    expect(json).toMatchObject({ status: 403, code: 'forbidden', scope: 'calendars' });
    const right = await api.caller(api.tenant, ['calendars']);
    expect((await right.get(`${mia.path}/calendars`)).status).toBe(200);
  });
});

describe('a calendar that is shared', () => {
  it.each([
    ['free-busy', 404, 404],
    ['read', 200, 403],
    ['write', 200, 200],
  ])('for %s is seen and changed so far, and not shared on', async (access, sees, changes) => {
    const paul = await addMember(api, us);
    const { id } = await make();
    const path = `/api/calendars/${id}`;
    const shares = [{ principalId: paul.id, access }];
    const put = await us.put(`${path}/shares`, { shares, everybody: 'nothing' });
    expect([put.status, put.json]).toEqual([200, { shares, everybody: 'nothing' }]);
    expect((await as(paul, 'GET', path)).status).toBe(sees);
    expect((await as(paul, 'PATCH', path, { name: 'Paul’s' })).status).toBe(changes);
    expect((await as(paul, 'DELETE', path)).status).toBe(sees === 404 ? 404 : 403);
    const on = await as(paul, 'PUT', `${path}/shares`, { shares: [], everybody: 'free-busy' });
    expect(on.json.code).toBe(sees === 404 ? 'not-found' : 'not-shared');
    const found = (await listed(paul)).filter((one) => one.id === id);
    expect(found.map((one) => [one.access, one.principalId, one.shares])).toEqual(
      sees === 404 ? [] : [[access, mia.id, []]],
    );
  });

  it('is shared with nobody of another tenant, with its owner, or with somebody twice', async () => {
    const path = `/api/calendars/${(await make()).id}/shares`;
    const stranger = await addMember(api, await api.caller(await api.addTenant('strangers')));
    const read = (principalId: string) => ({ principalId, access: 'read' });
    const problem = async (...shares: object[]) =>
      (await us.put(path, { shares, everybody: 'nothing' })).json.problems[0];
    expect(await problem(read(stranger.id))).toMatchObject({ path: 'shares.0.principalId' });
    expect(await problem(read(mia.id))).toMatchObject({ path: 'shares.0.principalId' });
    expect(await problem(read(stranger.id), read(stranger.id))).toMatchObject({ path: 'shares' });
    expect((await listed()).at(-1)?.everybody).toBe('free-busy');
  });
});

describe('passwords for programs', () => {
  it('are shown once, let a program in, and are ended', async () => {
    for (const [who, call] of callsOf(us, mia)) {
      const path = `${mia.path}/app-passwords`;
      const made = await call('POST', path, { name: 'Phone' });
      expect(made.status, who).toBe(201);
      const { password, ...rest } = made.json;
      expect((await call('GET', path)).json).toEqual({ appPasswords: [rest] });
      const row = await api.knex('principal_addresses').where({ principal_id: mia.id }).first('address');
      const client = new DavClient(api.url, String(row?.address), String(password));
      expect((await client.send('PROPFIND', '/dav/', { headers: { Depth: '0' } })).status).toBe(207);
      expect((await call('DELETE', `${path}/${made.json.id}`)).json).toEqual({ id: made.json.id });
      expect((await call('DELETE', `${path}/${made.json.id}`)).json).toMatchObject({ code: 'not-found' });
      expect((await call('GET', path)).json).toEqual({ appPasswords: [] });
    }
  });

  it('are at most 50', async () => {
    const row = {
      tenant_id: us.tenant.id,
      principal_id: mia.id,
      name: 'x',
      salt: Buffer.alloc(1),
      hash: Buffer.alloc(1),
    };
    const rows = Array.from({ length: 50 }, (_, at) => ({ ...row, selector: `${mia.id}-${at}` }));
    await api.knex('app_passwords').insert(rows);
    const { json } = await us.post(`${mia.path}/app-passwords`, { name: 'One more' });
    expect(json).toMatchObject({ status: 422, code: 'too-many-entries', most: 50 });
  });
});

it('times of a window that ends before it begins, or has no end in sight, are not told', async () => {
  for (const [from, to] of [
    ['2030-01-02T00:00:00Z', '2030-01-01T00:00:00Z'],
    ['2030-01-01T00:00:00Z', '2036-01-01T00:00:00Z'],
  ] as const)
    expect((await us.get(`/api/freebusy?users=${mia.id}&${range(from, to)}`)).json.problems[0]?.path).toBe(
      'to',
    );
});
