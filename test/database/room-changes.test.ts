import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { roomChanges } from '../../adapters/postgres/rooms/changes.ts';
import { listenToDatabase, type Notifications } from '../../adapters/postgres/notifications.ts';
import { insertInRoom, insertRoom } from '../pages/support/room-rows.ts';
import { insertTenant } from '../pages/support/rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { execute } from '../support/sql.ts';

let database: TestDatabase;
let knex: Knex;
let notifications: Notifications;
const heard: (string | null)[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  knex = connectDatabase(database.url, { poolSize: 2 });
  notifications = listenToDatabase(database.url, {
    log: pino({ level: 'silent' }),
    retryMs: 50,
    checkMs: 500,
  });
  roomChanges(notifications).subscribe((meetingId) => heard.push(meetingId));
});
afterAll(async () => {
  await notifications.stop();
  await knex.destroy();
  await database.drop();
});

const newRoom = async () => insertRoom(knex, await insertTenant(knex));

it('a change of a meeting in a room is heard, with the room’s id', async () => {
  await expect.poll(() => heard).toEqual([null]);
  const room = await newRoom();
  const { id } = await insertInRoom(knex, room, { startMs: Date.now() });
  await knex('meetings').where({ id }).update({ status: 'live' });
  await expect.poll(() => heard).toEqual([null, room.id, room.id]);
});

it('a connection that is ended is made again, and everything is looked at', async () => {
  const room = await newRoom();
  heard.length = 0;
  await execute(
    database.url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN%' OR query = 'SELECT 1' AND pid <> pg_backend_pid()`,
  );
  await expect.poll(() => heard).toContain(null);
  await insertInRoom(knex, room, { startMs: Date.now() });
  await expect.poll(() => heard).toContain(room.id);
});

it('a meeting that was booked is in no room, and nobody hears of it', async () => {
  const room = await newRoom();
  heard.length = 0;
  await knex('meetings').insert({
    id: randomUUID(),
    tenant_id: room.tenantId,
    ics_uid: randomUUID(),
    title: 'Booked',
    start_utc: new Date(),
    end_utc: new Date(Date.now() + 1000),
    policy: 'strict',
    proposal_expiry_hours: 48,
  });
  await insertInRoom(knex, room, { startMs: Date.now() });
  await expect.poll(() => heard).toEqual([room.id]);
});
