import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import { insertInRoom } from '../pages/support/room-rows.ts';
import { insertOwnedRoom } from '../support/room-owner.ts';
import type { Answer } from './support/caller.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

const SECRET = Buffer.from('a secret of the video service').toString('base64');

interface Service {
  name: 'daily' | 'whereby';
  headers(body: string, atMs?: number, secret?: string): Record<string, string>;
  says(what: 'joined' | 'left', room: string, participantId: string): object;
}

const daily: Service = {
  name: 'daily',
  headers(body, atMs = Date.now(), secret = SECRET) {
    const mac = createHmac('sha256', Buffer.from(secret, 'base64')).update(`${atMs}.${body}`);
    return { 'X-Webhook-Timestamp': String(atMs), 'X-Webhook-Signature': mac.digest('base64') };
  },
  says: (what, room, participantId) => ({
    version: '1.0.0',
    type: `participant.${what}`,
    id: randomUUID(),
    payload: {
      room,
      session_id: randomUUID(),
      user_id: participantId,
      user_name: 'Ada',
      joined_at: 1,
      owner: false,
    },
    event_ts: Date.now() / 1000,
  }),
};

const whereby: Service = {
  name: 'whereby',
  headers(body, atMs = Date.now(), secret = SECRET) {
    const seconds = Math.floor(atMs / 1000);
    const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    return { 'Whereby-Signature': `t=${seconds},v1=${mac}` };
  },
  says: (what, room, participantId) => ({
    apiVersion: '1.0',
    id: randomUUID(),
    createdAt: new Date().toISOString(),
    type: `room.client.${what}`,
    data: {
      meetingId: room,
      roomName: '/parley-x',
      roleName: 'visitor',
      externalId: participantId,
      displayName: 'Ada',
    },
  }),
};

describe.each([daily, whereby])('$name', (service) => {
  let api: RecordedApi;
  let room: Room;
  beforeAll(async () => {
    api = await startRecordedApi({
      VIDEO_PROVIDER: service.name,
      VIDEO_API_KEY: 'k',
      VIDEO_WEBHOOK_SECRET: SECRET,
    });
  });
  afterAll(() => api?.stop());

  let meetingId: string;
  let videoName: string;
  beforeEach(async () => {
    room = await insertOwnedRoom(api.knex, { tenantId: api.tenant.id });
    const running = { startMs: Date.now(), status: 'live', videoUrl: 'https://video.test/a' } as const;
    meetingId = (await insertInRoom(api.knex, room, { ...running, inside: { 'p-1': 'Ada' } })).id;
    videoName = `v-${randomUUID()}`;
    await api.knex('meetings').where({ id: meetingId }).update({ video_name: videoName });
  });

  async function report(
    event: object,
    headers: (body: string) => Record<string, string> = (body) => service.headers(body),
  ): Promise<Answer> {
    const body = JSON.stringify(event);
    const caller = await api.caller();
    return caller.send(`/api/hooks/video/${service.name}`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json', ...headers(body) },
    });
  }
  const participants = () =>
    api
      .knex('participants')
      .where({ meeting_id: meetingId })
      .orderBy('participant_id')
      .select<{ participant_id: string; in_video: boolean; left_at: Date | null }[]>(
        'participant_id',
        'in_video',
        'left_at',
      );

  it('says who is inside, and who has left', async () => {
    const came = await report(service.says('joined', videoName, 'p-1'));
    expect(came).toMatchObject({ status: 200, json: { taken: true } });
    expect(await participants()).toMatchObject([{ participant_id: 'p-1', in_video: true, left_at: null }]);
    await report(service.says('left', videoName, 'p-1'));
    expect(await participants()).toMatchObject([{ in_video: false, left_at: expect.any(Date) as Date }]);
    const [told] = (await api.knex('outbox').where({ event_key: 'left/p-1' }).select('event')) as [object];
    expect(told).toMatchObject({ event: { type: 'left', participantId: 'p-1', door: 'room' } });
    await api
      .knex('outbox')
      .where({ event_key: 'left/p-1' })
      .update({ event_key: `done/${meetingId}` });
  });

  it('is thanked for what says nothing of a meeting of ours', async () => {
    const other = [
      service.says('left', 'another-room', 'p-1'),
      { type: 'recording.started', payload: { room: videoName }, data: { meetingId: videoName } },
      { type: 'test' },
    ];
    for (const event of other)
      expect(await report(event)).toMatchObject({ status: 200, json: { taken: false } });
    expect(await participants()).toMatchObject([{ participant_id: 'p-1', left_at: null }]);
  });

  it.each([
    ['no signature', () => ({})],
    [
      'another secret',
      (body: string) => service.headers(body, Date.now(), Buffer.from('other').toString('base64')),
    ],
    ['a signature of another body', () => service.headers('{}')],
    ['a signature of an hour ago', (body: string) => service.headers(body, Date.now() - 3_600_000)],
  ])('%s is refused, and changes nothing', async (_what, headers) => {
    const answer = await report(service.says('left', videoName, 'p-1'), headers);
    expect(answer.json).toMatchObject({ status: 401, code: 'invalid-signature' });
    expect(await participants()).toMatchObject([{ participant_id: 'p-1', left_at: null }]);
  });
});
