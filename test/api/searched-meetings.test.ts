import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addSearchAttributes, registerSearchAttributes } from '../../adapters/temporal/search-attributes.ts';
import { meetingWorkflowId } from '../../workflows/meeting/messages.ts';
import { SEARCH_ATTRIBUTE_KEYS } from '../../workflows/meeting/search-attributes.ts';
import { foundBy } from '../support/found.ts';
import { insertOwnedRoom } from '../support/room-owner.ts';
import type { Caller } from './support/caller.ts';
import { newMeeting } from './support/meeting-cases.ts';
import { startWholeApi, type WholeApi } from './support/served-api.ts';

let api: WholeApi;
let us: Caller;
beforeAll(async () => {
  api = await startWholeApi();
  us = await api.caller();
});
afterAll(() => api?.stop());

const find = (attributes: Record<string, string>, count?: number) =>
  foundBy(api.world.client, attributes, count);

/** @returns the id of the workflow, and the names of its search attributes */
async function arrange(extra: Record<string, unknown>) {
  const made = await us.post('/api/meetings', newMeeting([true], extra));
  expect(made.status).toBe(201);
  const { ics_uid: uid } = (await api.knex('meetings').where({ id: made.json.id }).first())!;
  const id = meetingWorkflowId(uid);
  const { typedSearchAttributes } = await api.world.client.workflow.getHandle(id).describe();
  const shown = typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]);
  return { id, shown: Object.fromEntries(shown) as Record<string, unknown> };
}

it('a booking has its title, and the name of its room where it has one', async () => {
  const [alone, inRoom] = [`Alone ${randomUUID()}`, `In a room ${randomUUID()}`];
  const room = await insertOwnedRoom(api.knex, { tenantId: api.tenant.id });
  const first = await arrange({ title: alone });
  expect(first.shown).toMatchObject({ MeetingTitle: alone });
  expect(first.shown).not.toHaveProperty('RoomName');
  const second = await arrange({ title: inRoom, roomId: room.id });
  expect(second.shown).toMatchObject({ MeetingTitle: inRoom, RoomName: room.name });
  expect(await find({ MeetingTitle: alone })).toEqual([first.id]);
  expect(await find({ MeetingTitle: inRoom })).toEqual([second.id]);
  expect(await find({ RoomName: room.name })).toEqual([second.id]);
});

it('a meeting that somebody begins in a room has that room’s name', async () => {
  const room = await insertOwnedRoom(api.knex, { tenantId: api.tenant.id });
  const begun = await us.post(`/v1/rooms/${room.name}/meetings`, { title: 'A word' });
  expect(begun.status).toBe(201);
  expect(await find({ RoomName: room.name, MeetingTitle: 'A word' })).toHaveLength(1);
});

it('a title of many addresses has none of them, and is no longer than what is searched has room for', async () => {
  const mark = randomUUID();
  const { shown } = await arrange({ title: `${mark} ${'a@b.de '.repeat(23)}`.trim() });
  const title = String(shown.MeetingTitle);
  expect(title).toMatch(new RegExp(`^${mark} \\(address hidden\\) \\(address hidden\\)`));
  expect(title).not.toContain('@');
  expect(title.length).toBeLessThanOrEqual(200);
});

it('an installation of before gets what it has not yet, once', async () => {
  const { connection } = api.world.client;
  const namespace = `before-${randomUUID()}`;
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
  });
  const older = SEARCH_ATTRIBUTE_KEYS.filter(({ name }) => name !== 'MeetingTitle');
  await knownTo(() => addSearchAttributes(connection, namespace, older));
  expect(await registerSearchAttributes(connection, namespace)).toEqual(['MeetingTitle']);
  await expect.poll(() => registerSearchAttributes(connection, namespace)).toEqual([]);
});

/** A server takes some seconds until all of it knows a new namespace. */
async function knownTo(call: () => Promise<void>, attempts = 60): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (attempts === 1) throw error;
    await wait(250);
    await knownTo(call, attempts - 1);
  }
}
