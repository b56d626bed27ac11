import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { insertRoomMeeting } from '../../adapters/postgres/rooms/meetings.ts';
import { participantOf, writeJoined, writeLeft } from '../../adapters/postgres/rooms/participants.ts';
import { letGoSilent, writeHeartbeat } from '../../adapters/postgres/presence.ts';
import { writeVideoReport } from '../../adapters/postgres/video-presence.ts';
import { presenceWatch, SILENT_AFTER_MS } from '../../workers/presence-watch.ts';
import { HOUR, insertTenant } from '../pages/support/rows.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { insertRoomWithoutFeed } from '../support/room-script.ts';

const NOW = Date.UTC(2026, 10, 2, 9);
const SECOND = 1_000;

let owned: TestDatabase;
let database: Knex;
let tenantId: string;
let roomId: string;
beforeAll(async () => {
  owned = await createTestDatabase();
  database = connectDatabase(owned.url);
  tenantId = await insertTenant(database);
  roomId = await insertRoomWithoutFeed(database, tenantId);
});
afterAll(async () => {
  await database?.destroy();
  await owned?.drop();
});

let meetingId: string;
let room: string;
beforeEach(async () => {
  meetingId = randomUUID();
  room = `video-${meetingId}`;
  await insertRoomMeeting(database, {
    id: meetingId,
    tenantId,
    roomId,
    source: 'feed',
    title: 'Weekly',
    startMs: NOW,
    endMs: NOW + HOUR,
  });
  await database('meetings').where({ id: meetingId }).update({ status: 'live', video_name: room });
});

const somebody = async (participantId = randomUUID(), name: string | null = 'Ada') => {
  await writeJoined(database, { tenantId, meetingId, participantId }, name, { nowMs: NOW });
  return participantId;
};
const beat = (participantId: string, atMs: number) =>
  writeHeartbeat(database, { meetingId, participantId }, atMs);
const letGo = (nowMs: number) => letGoSilent(database, nowMs - SILENT_AFTER_MS, nowMs);
const isInside = async (id: string) => !((await participantOf(database, meetingId, id))?.left ?? true);
/** What the meeting will hear, in order. */
async function told(): Promise<string[]> {
  const rows: { event: { type: string; key: string; participantId: string; door: string } }[] =
    await database('outbox')
      .whereRaw(
        `event ->> 'participantId' IN (SELECT participant_id FROM participants WHERE meeting_id = ?)`,
        [meetingId],
      )
      .orderBy('id')
      .select('event');
  return rows.map(({ event }) => event.key);
}

describe('somebody whose page has a heartbeat', () => {
  it('is inside as long as it beats, and out when it stopped for long enough', async () => {
    const ada = await somebody();
    expect(await beat(ada, NOW + 15 * SECOND)).toBe(true);
    expect(await letGo(NOW + 59 * SECOND)).toBe(0);
    expect(await isInside(ada)).toBe(true);
    expect(await letGo(NOW + 61 * SECOND)).toBe(1);
    expect(await isInside(ada)).toBe(false);
    expect(await letGo(NOW + 90 * SECOND)).toBe(0);
    expect(await told()).toEqual([`left/${ada}`]);
  });

  it('comes back with the next beat, and the meeting hears both in order, each under a name of its own', async () => {
    const ada = await somebody();
    await beat(ada, NOW);
    await letGo(NOW + HOUR);
    expect(await beat(ada, NOW + HOUR)).toBe(true);
    expect(await isInside(ada)).toBe(true);
    await letGo(NOW + 2 * HOUR);
    expect(await told()).toEqual([`left/${ada}`, `joined/${ada}/2`, `left/${ada}/2`]);
  });

  it('does not fill the history of the meeting by coming and going', async () => {
    const ada = await somebody();
    await beat(ada, NOW);
    for (let time = 1; time <= 25; time += 1) {
      await letGo(NOW + time * HOUR);
      await beat(ada, NOW + time * HOUR);
    }
    expect(await told()).toHaveLength(39);
    expect(await isInside(ada)).toBe(false);
  });

  it('is not brought back by it once they have left', async () => {
    const ada = await somebody();
    await beat(ada, NOW);
    await writeLeft(database, { meetingId, participantId: ada }, NOW);
    expect(await beat(ada, NOW + SECOND)).toBe(false);
    expect(await isInside(ada)).toBe(false);
  });

  it('is not inside a meeting that is over', async () => {
    const ada = await somebody();
    await database('meetings').where({ id: meetingId }).update({ status: 'closed' });
    expect(await beat(ada, NOW)).toBe(false);
  });
});

it('nobody comes in by a heartbeat alone', async () => {
  expect(await beat(randomUUID(), NOW)).toBe(false);
  expect(await beat(`' OR true --`, NOW)).toBe(false);
});

it('who came in without a heartbeat is inside until they leave', async () => {
  const ada = await somebody();
  expect(await letGo(NOW + 10 * HOUR)).toBe(0);
  expect(await isInside(ada)).toBe(true);
});

it('who came in and has to beat is gone when no heartbeat follows', async () => {
  const [silent, beating] = [randomUUID(), randomUUID()];
  for (const participantId of [silent, beating])
    await writeJoined(database, { tenantId, meetingId, participantId }, null, { nowMs: NOW, mustBeat: true });
  await beat(beating, NOW + SILENT_AFTER_MS);
  expect(await letGo(NOW + SILENT_AFTER_MS + 1)).toBe(1);
  expect([await isInside(silent), await isInside(beating)]).toEqual([false, true]);
});

it('whoever watches does not take for silence what came before', async () => {
  const ada = await somebody();
  await beat(ada, NOW);
  const clock = { ms: NOW + HOUR };
  const watch = presenceWatch(database, { nowMs: () => clock.ms });
  await watch();
  expect(await isInside(ada)).toBe(true);
  clock.ms += SILENT_AFTER_MS;
  await watch();
  expect(await isInside(ada)).toBe(false);
});

describe('the video service', () => {
  const says = (
    type: 'joined' | 'left',
    participantId: string,
    atMs: number,
    displayName: string | null = null,
  ) => writeVideoReport(database, { type, room, participantId, displayName, atMs });

  it('keeps somebody inside whose page is gone, until it says that they left', async () => {
    const ada = await somebody();
    await beat(ada, NOW);
    expect(await says('joined', ada, NOW + SECOND)).toBe(true);
    expect(await letGo(NOW + HOUR)).toBe(0);
    await says('left', ada, NOW + HOUR);
    expect(await isInside(ada)).toBe(false);
    expect(await told()).toEqual([`left/${ada}`]);
  });

  it('is believed by its newest word, in whatever order and how often its reports come', async () => {
    const ada = await somebody();
    await says('left', ada, NOW + 60 * SECOND);
    await says('joined', ada, NOW + SECOND);
    await says('left', ada, NOW + 60 * SECOND);
    expect(await isInside(ada)).toBe(false);
    expect(await told()).toEqual([`left/${ada}`]);
    await says('joined', ada, NOW + 90 * SECOND);
    await says('joined', ada, NOW + 90 * SECOND);
    expect(await isInside(ada)).toBe(true);
    expect(await told()).toEqual([`left/${ada}`, `joined/${ada}/2`]);
  });

  it('tells of somebody who came past our pages', async () => {
    await says('joined', 'video-1', NOW, 'Grace');
    expect(await told()).toEqual(['joined/video-1']);
    expect(await participantOf(database, meetingId, 'video-1')).toMatchObject({
      displayName: 'Grace',
      left: false,
    });
  });

  it('says nothing of rooms that are not ours, or over', async () => {
    const about = { type: 'joined', participantId: 'x', displayName: null, atMs: NOW } as const;
    expect(await writeVideoReport(database, { ...about, room: 'another' })).toBe(false);
    await database('meetings').where({ id: meetingId }).update({ status: 'closed' });
    expect(await writeVideoReport(database, { ...about, room })).toBe(false);
    expect(await told()).toEqual([]);
  });
});
