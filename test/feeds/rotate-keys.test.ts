import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFeedUrls } from '../../adapters/feeds/feed-urls.ts';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { rotateFeedUrls } from '../../adapters/postgres/feeds/rotate-urls.ts';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import { ensureFirstTenant } from '../../adapters/postgres/tenants.ts';
import { loadConfig } from '../../config/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testEnvironment } from '../support/environment.ts';
import { insertOwnedRoom } from '../support/room-owner.ts';
import { execute } from '../support/sql.ts';

const PARLEY = fileURLToPath(new URL('../../bin/parley.js', import.meta.url));
const newKey = () => randomBytes(32).toString('base64');
const [oldest, old, current, lost] = [newKey(), newKey(), newKey(), newKey()] as const;
const sealedBy = (secretKey: string) => createFeedUrls({ secretKey, previousSecretKeys: [] });
const urls = createFeedUrls({ secretKey: current, previousSecretKeys: [old, oldest] });

let database: TestDatabase;
let knex: Knex;
let tenantId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  knex = connectDatabase(database.url);
  tenantId = (await ensureFirstTenant(knex, loadConfig({}))).id;
});
beforeEach(() => execute(database.url, 'TRUNCATE feeds, principals CASCADE'));
afterAll(async () => {
  await knex?.destroy();
  await database?.drop();
});

const urlOf = (name: string) => `https://calendar.example.com/private-${name}/basic.ics`;

/** Rooms whose feeds are sealed with this key; null: without one. */
async function rooms(names: readonly string[], secretKey: string | null): Promise<void> {
  const added: Room[] = [];
  for (const name of names) {
    added.push(await insertOwnedRoom(knex, { tenantId, name, ownerEmail: 'ann@example.com' }));
  }
  const rows = added.map(({ calendarId, name }) => {
    const feed = { calendar_id: calendarId, tenant_id: tenantId };
    if (secretKey === null) return feed;
    const by = sealedBy(secretKey);
    const { sealed, keyId } = by.seal(urlOf(name));
    return { ...feed, url_sealed: sealed, url_key_id: keyId, url_masked: by.mask(urlOf(name)) };
  });
  await knex('feeds').insert(rows);
}

interface FeedRow {
  name: string;
  url_sealed: Buffer | null;
  url_key_id: string | null;
}
const feeds = () =>
  knex('feeds')
    .join('calendars AS calendar', 'calendar.id', 'feeds.calendar_id')
    .join('principals AS room', 'room.id', 'calendar.principal_id')
    .select<FeedRow[]>('room.name', 'url_sealed', 'url_key_id')
    .orderBy('room.name');

/** Opens them without the earlier keys. */
const openedByCurrent = async () =>
  (await feeds()).map(({ url_sealed, url_key_id }) => sealedBy(current).open(url_sealed!, url_key_id!));

async function rotateKeys(settings: Record<string, string> = {}) {
  const env = testEnvironment({
    DATABASE_URL: database.url,
    PARLEY_SECRET_KEY: current,
    PREVIOUS_SECRET_KEYS: `${old}, ${oldest}`,
    ...settings,
  });
  const child = spawn(process.execPath, [PARLEY, 'feeds', 'rotate-keys'], { env });
  const status = new Promise((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, stdout, stderr };
}

describe('parley feeds rotate-keys', () => {
  it('seals what earlier keys sealed with the current one, and the rest not again', async () => {
    await rooms(['ann', 'ben'], oldest);
    await rooms(['cem'], old);
    await rooms(['dee'], current);
    const before = (await feeds()).at(-1);
    expect(await rotateKeys()).toEqual({
      status: 0,
      stdout: '3 feed address(es) sealed with the current key.\n',
      stderr: '',
    });
    expect(await openedByCurrent()).toEqual(['ann', 'ben', 'cem', 'dee'].map(urlOf));
    expect((await feeds()).at(-1)).toEqual(before);
    expect(await rotateKeys({ PREVIOUS_SECRET_KEYS: '' })).toMatchObject({
      status: 0,
      stdout: '0 feed address(es) sealed with the current key.\n',
    });
  });

  it('says of which rooms they cannot be opened, and does the rest', async () => {
    await rooms(['ann', 'ben'], lost);
    await rooms(['cem'], old);
    await knex.raw(`UPDATE feeds SET url_sealed = url_sealed || '\\x00' WHERE url_key_id = ?`, [
      sealedBy(old).currentKeyId,
    ]);
    await rooms(['dee'], old);
    await rooms(['eve'], null);
    const { status, stdout, stderr } = await rotateKeys();
    expect(status).toBe(1);
    expect(stdout).toBe('1 feed address(es) sealed with the current key.\n');
    expect(stderr).toMatch(/^3 feed address\(es\) cannot be opened, those of: /);
    for (const room of ['ann (key-unknown)', 'ben (key-unknown)', 'cem (bytes-changed)'])
      expect(stderr).toContain(room);
    expect(stdout + stderr).not.toMatch(/private|calendar\.example/);
    const kept = (await feeds()).map(({ url_key_id }) => url_key_id);
    const [lostId, oldId] = [sealedBy(lost).currentKeyId, sealedBy(old).currentKeyId];
    expect(kept).toEqual([lostId, lostId, oldId, urls.currentKeyId, null]);
  });

  it('refuses a key that is none', async () => {
    const { status, stderr } = await rotateKeys({ PREVIOUS_SECRET_KEYS: `${old},short` });
    expect(status).toBe(1);
    expect(stderr).toContain('PREVIOUS_SECRET_KEYS: must be 32 bytes in base64 each');
    expect(stderr).not.toContain(old);
  });
});

describe('the rotation', () => {
  it('does hundreds, and gets past those that cannot be opened', async () => {
    const names = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, at) => `${prefix}-${at}`);
    await rooms(names(230, 'lost'), lost);
    await rooms(names(230, 'old'), old);
    const { resealed, unopenable } = await rotateFeedUrls(knex, urls);
    expect(resealed).toBe(230);
    expect(new Set(unopenable.map(({ name }) => name))).toEqual(new Set(names(230, 'lost')));
    expect((await rotateFeedUrls(knex, urls)).resealed).toBe(0);
  });

  it('does calendars of holidays as well', async () => {
    const { ownerId } = await insertOwnedRoom(knex, { tenantId, name: 'own', ownerEmail: 'ann@example.com' });
    const add = async (name: string, secretKey: string) => {
      const { sealed, keyId } = sealedBy(secretKey).seal(urlOf(name));
      await knex('holiday_calendars').insert({
        ...{
          id: randomUUID(),
          tenant_id: tenantId,
          principal_id: ownerId,
          name,
          problems: 0,
          complete: true,
        },
        ...{ url_sealed: sealed, url_key_id: keyId, url_masked: '…' },
        ...{ read_at: new Date(), next_read_at: new Date() },
      });
    };
    await add('austria', old);
    await add('bavaria', lost);
    expect(await rotateFeedUrls(knex, urls)).toEqual({
      resealed: 1,
      unopenable: [{ name: 'bavaria', why: 'key-unknown' }],
    });
    const row = await knex('holiday_calendars').where({ name: 'austria' }).first('url_sealed', 'url_key_id');
    expect(sealedBy(current).open(row!.url_sealed!, row!.url_key_id!)).toBe(urlOf('austria'));
  });

  it('keeps an address that is set meanwhile', async () => {
    await rooms(['ann'], old);
    const fresh = sealedBy(old).seal('https://calendar.example.com/new.ics');
    const owner = await knex.transaction();
    await owner('feeds').update({ url_sealed: fresh.sealed, url_key_id: fresh.keyId });
    const rotation = rotateFeedUrls(knex, urls);
    await waitForLock().finally(() => owner.commit());
    expect(await rotation).toEqual({ resealed: 1, unopenable: [] });
    expect(await openedByCurrent()).toEqual(['https://calendar.example.com/new.ics']);
  });
});

/** Until the rotation waits for somebody; whom it waits for, only the schema's owner may see. */
async function waitForLock(): Promise<void> {
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  try {
    for (let left = 500; left > 0; left--) {
      const { rows } = await owner.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (rows.length > 0) return;
      await sleep(20);
    }
    throw new Error('the rotation waits for nobody');
  } finally {
    await owner.end();
  }
}
