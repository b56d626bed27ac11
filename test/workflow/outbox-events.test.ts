import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OutboxEvent } from '../../activities/inbound/ports.ts';
import { relayForgotten, type RelayPorts } from '../../activities/relay.ts';
import { insertRoomMeeting } from '../../adapters/postgres/rooms/meetings.ts';
import { meetingInputOf } from '../../domain/meeting/room-input.ts';
import { createOutbox } from '../../adapters/postgres/outbox.ts';
import { calendarEvent, calendarEventRemoved } from '../../domain/meeting/feed.ts';
import { HOUR, LivingMeeting, MINUTE } from '../support/living-meeting.ts';
import { insertRoomWithoutFeed } from '../support/room-script.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ timeSkipping: true });
});
afterAll(() => world?.stop());

const TIMINGS = { readyBeforeMs: MINUTE, graceMs: 15 * MINUTE, forceCloseMs: 30 * MINUTE };
const arranged: string[] = [];
const feeds = {
  arrange: (meetingId: string) => Promise.resolve(void arranged.push(meetingId)),
};

/** Sends on what waits in the outbox. */
const relay = (more: Pick<RelayPorts, 'feeds'> = { feeds }): Promise<number> =>
  relayForgotten({
    outbox: createOutbox(world.database),
    meetings: world.meetings,
    deliveries: { start: () => Promise.reject(new Error('no delivery of its own')) },
    clock: { nowMs: () => Date.now() + HOUR },
    ...more,
  });

async function write(uid: string, event: OutboxEvent): Promise<void> {
  const row = { tenant_id: world.tenant.id, uid, event_key: event.key, event: JSON.stringify(event) };
  await world.database('outbox').insert(row);
}

const stateOf = async (key: string): Promise<'delivered' | 'gave up' | 'waits'> => {
  const row = await world
    .database('outbox')
    .where({ event_key: key })
    .first<Record<'delivered_at' | 'gave_up_at', Date | null>>('delivered_at', 'gave_up_at');
  return row.delivered_at ? 'delivered' : row.gave_up_at ? 'gave up' : 'waits';
};

/** A row whose workflow does not run, and what the sync writes about it. */
async function written() {
  const startMs = (await world.nowMs()) + HOUR;
  const meeting = await insertRoomMeeting(world.database, {
    id: randomUUID(),
    tenantId: world.tenant.id,
    roomId: await insertRoomWithoutFeed(world.database, world.tenant.id),
    source: 'feed',
    title: 'Weekly',
    startMs,
    endMs: startMs + HOUR,
  });
  const input = meetingInputOf(meeting, { room: TIMINGS });
  const event = { ...calendarEvent(randomUUID(), 1, meeting), meeting: input };
  return { living: new LivingMeeting(world, meeting.uid), uid: meeting.uid, event };
}

it('a calendar event in the outbox starts its meeting, once, however often it is sent on', async () => {
  const { living, uid, event } = await written();
  await write(uid, event);
  await relay();
  expect(await living.until((now) => now.status === 'scheduled')).toMatchObject({
    title: 'Weekly',
    revision: 1,
  });
  expect(await stateOf(event.key)).toBe('delivered');
  await world.database('outbox').where({ event_key: event.key }).update({ delivered_at: null });
  await relay();
  const removed = calendarEventRemoved(randomUUID(), 2);
  await write(uid, removed);
  await relay();
  await living.handle.result();
  expect(await living.state()).toMatchObject({ status: 'cancelled', revision: 2 });
  expect(await stateOf(removed.key)).toBe('delivered');
});

it('events of one meeting are sent on in the order in which they were written', async () => {
  const { living, uid, event } = await written();
  await write(uid, event);
  await write(uid, { ...event, key: randomUUID(), saidMs: 2, title: 'Second' });
  await write(uid, { ...event, key: randomUUID(), saidMs: 3, title: 'Third' });
  await relay();
  const state = await living.until((now) => now.revision === 3);
  expect(state.title).toBe('Third');
  expect(state.timeline.map(({ what }) => what)).toEqual(['appeared', 'renamed', 'renamed']);
  await write(uid, calendarEventRemoved(randomUUID(), 4));
  await relay();
  await living.handle.result();
});

it('a meeting that is over is told nothing, and not begun again', async () => {
  const { living, uid, event } = await written();
  await write(uid, event);
  await relay();
  await write(uid, calendarEventRemoved(randomUUID(), 2));
  await relay();
  await living.handle.result();
  const back = { ...event, key: randomUUID(), saidMs: 3 };
  const removed = calendarEventRemoved(randomUUID(), 4);
  await write(uid, back);
  await write(uid, removed);
  await relay();
  expect([await stateOf(back.key), await stateOf(removed.key)]).toEqual(['gave up', 'gave up']);
});

it('a changed feed is arranged, and waits where nobody arranges feeds', async () => {
  const { living, uid, event } = await written();
  const calendarId = randomUUID();
  const key = `feed-changed/${calendarId}/1`;
  await write(`feed:${calendarId}`, { type: 'feed-changed', key, calendarId });
  await write(uid, event);
  await relay({});
  expect(await stateOf(key)).toBe('waits');
  expect(await stateOf(event.key)).toBe('delivered');
  await relay();
  expect(await stateOf(key)).toBe('delivered');
  expect(arranged).toEqual([calendarId]);
  await living.until((now) => now.status === 'scheduled');
});

it('what fails holds up only what follows it for the same feed or meeting', async () => {
  const { living, uid, event } = await written();
  const calendarId = randomUUID();
  const changed = (count: number) =>
    ({ type: 'feed-changed', key: `${calendarId}/${count}`, calendarId }) as const;
  await write(`feed:${calendarId}`, changed(1));
  await write(`feed:${calendarId}`, changed(2));
  await write(uid, event);
  const asked: string[] = [];
  const broken = {
    arrange: (id: string) => Promise.reject(new Error(`no Schedule ${asked.push(id)}`)),
  };
  await expect(relay({ feeds: broken })).rejects.toThrow('no Schedule 1');
  expect(asked).toEqual([calendarId]);
  expect(await stateOf(event.key)).toBe('delivered');
  expect([await stateOf(`${calendarId}/1`), await stateOf(`${calendarId}/2`)]).toEqual(['waits', 'waits']);
  await relay();
  expect([await stateOf(`${calendarId}/1`), await stateOf(`${calendarId}/2`)]).toEqual([
    'delivered',
    'delivered',
  ]);
  await living.until((now) => now.status === 'scheduled');
});
