import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { changesSince } from '../../adapters/postgres/calendars/changes.ts';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { removeOld } from '../../adapters/postgres/retention/run.ts';
import { loadConfig } from '../../config/index.ts';
import { insertHost } from '../booking/support/event-types.ts';
import { DAY, insertTenant } from '../pages/support/rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const NOW = Date.now();
const ago = (days: number): Date => new Date(NOW - days * DAY);
const RETENTION = { ...loadConfig({}).retention, versionsDays: 30, changesDays: 90 };

let owned: TestDatabase;
let app: Knex;
let remover: Knex;
let owner: { id: string; tenantId: string };
let calendarId: string;
beforeAll(async () => {
  owned = await createTestDatabase();
  app = connectDatabase(owned.url);
  remover = connectDatabase(owned.url, { role: 'parley_retention', poolSize: 1 });
  owner = await insertHost(app, await insertTenant(app));
});
afterAll(async () => {
  await Promise.all([app?.destroy(), remover?.destroy()]);
  await owned?.drop();
});
beforeEach(async () => {
  calendarId = randomUUID();
  const of = { tenant_id: owner.tenantId, principal_id: owner.id };
  await app('calendars').insert({ id: calendarId, ...of, source: 'local', name: 'One' });
});

const run = () => removeOld(remover, NOW, { retention: RETENTION, batch: 2 });

/** Changes of the calendar, in their order: the name of each, and how long ago it was. */
async function changes(...all: [name: string, days: number][]): Promise<void> {
  for (const [at, [name, days]] of all.entries())
    await app('calendar_changes').insert({
      ...{ calendar_id: calendarId, tenant_id: owner.tenantId, version: at + 1, version_tag: `t${at + 1}` },
      ...{ name, changed_at: ago(days) },
    });
  const last = { version: all.length, version_tag: `t${all.length}` };
  await app('calendars').where({ id: calendarId }).update(last);
}
const object = (name: string) =>
  app('calendar_objects').insert({
    ...{ tenant_id: owner.tenantId, calendar_id: calendarId, uid: name, name, etag: 'e', raw: 'r' },
  });
const version = async (days: number): Promise<string> => {
  const [row] = await app('calendar_object_versions')
    .insert({
      ...{ tenant_id: owner.tenantId, calendar_id: calendarId, name: 'a', uid: 'a', raw: 'r' },
      ...{ component: 'VEVENT', deleted: true, replaced_at: ago(days) },
    })
    .returning<{ id: string }[]>('id');
  return row?.id ?? '';
};
const left = async (): Promise<number[]> =>
  app('calendar_changes').where({ calendar_id: calendarId }).orderBy('version').pluck('version');
const since = (known: number) =>
  changesSince(app, calendarId, { version: known, tag: `t${known}`, begunAt: null }, 100);

it('versions go after 30 days', async () => {
  const [old, recent] = [await version(31), await version(29)];
  await run();
  expect(await app('calendar_object_versions').whereIn('id', [old, recent]).pluck('id')).toEqual([recent]);
});

it('of changes those go after 90 days that a later one of the same name follows, or whose object is gone', async () => {
  await object('stays');
  await object('twice');
  await changes(['stays', 100], ['twice', 100], ['gone', 99], ['twice', 98], ['new', 10], ['gone', 5]);
  await run();
  expect(await left()).toEqual([1, 4, 5, 6]);
});

it('whoever knows a state from before what was removed reads all anew, and others hear what changed since', async () => {
  await object('a');
  await object('b');
  await changes(['a', 120], ['a', 110], ['gone', 100], ['b', 95], ['a', 5]);
  await run();
  expect(await left()).toEqual([4, 5]);
  expect(await app('calendars').where({ id: calendarId }).first('forgotten_version')).toEqual({
    forgotten_version: 3,
  });
  for (const known of [0, 1, 2, 3]) expect(await since(known), `state ${known}`).toBeNull();
  expect(await since(4)).toMatchObject({ names: [{ name: 'a', version: 5 }] });
});

it('the present state of a calendar is known for ever, also when it began with a deletion', async () => {
  await changes(['a', 200], ['a', 150]);
  await run();
  expect(await left()).toEqual([2]);
  expect(await since(2)).toEqual({ names: [], more: false });
});

it('a deleted calendar goes with all that was in it when it cannot be brought back any more', async () => {
  await object('a');
  await object('b');
  await object('c');
  await changes(['a', 1], ['b', 1], ['c', 1]);
  await app('calendar_grants').insert({
    tenant_id: owner.tenantId,
    calendar_id: calendarId,
    privileges: ['read'],
  });
  const uid = { calendar_id: calendarId, uid: 'a', tenant_id: owner.tenantId, principal_id: owner.id };
  await app('busy_series').insert({ ...uid, span: '[2030-01-01,2031-01-01)', series: '{}' });
  const isThere = async () => (await app('calendars').where({ id: calendarId })).length === 1;
  await app('calendars')
    .where({ id: calendarId })
    .update({ deleted_at: ago(29) });
  await run();
  expect(await isThere()).toBe(true);
  await app('calendars')
    .where({ id: calendarId })
    .update({ deleted_at: ago(31) });
  expect(await run()).toMatchObject({ 'deleted-calendar-objects': 3, 'deleted-calendars': 1 });
  expect(await isThere()).toBe(false);
  for (const table of ['calendar_objects', 'calendar_changes', 'calendar_grants', 'busy_series'])
    expect(await app(table).where({ calendar_id: calendarId }), table).toEqual([]);
});
