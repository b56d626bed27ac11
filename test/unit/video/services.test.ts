import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDailyRooms } from '../../../adapters/video/daily.ts';
import { entranceUrl } from '../../../adapters/video/entrance.ts';
import { createWherebyRooms } from '../../../adapters/video/whereby.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 2, 9);
const END = START + HOUR;

/** What the services' documentation says of their REST APIs, as far as it is used here. */
interface Service {
  url: string;
  /** Method and path of each call, in order. */
  calls: string[];
  stop(): Promise<void>;
}

type Json = Record<string, unknown>;
type Answer = (method: string, path: string, body: Json) => { status: number; body: Json };

async function serve(answer: Answer): Promise<Service> {
  const calls: string[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const [method = '', path = ''] = [request.method, request.url];
      calls.push(`${method} ${path}`);
      const isAllowed = request.headers.authorization === 'Bearer key';
      const { status, body } = isAllowed
        ? answer(method, path, text === '' ? {} : (JSON.parse(text) as Json))
        : { status: 401, body: {} };
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(status === 204 ? undefined : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const NOTHING = { status: 404, body: {} };
let service: Service;
afterEach(() => service.stop());

describe('Whereby', () => {
  const meetings = new Map<string, Json>();
  beforeEach(async () => {
    meetings.clear();
    service = await serve((method, path, body) => {
      const id = path.split('/')[2] ?? '';
      if (method === 'POST' && path === '/meetings') {
        const meetingId = randomUUID();
        const made = {
          meetingId,
          roomUrl: `https://parley.whereby.test/${meetingId}`,
          endDate: body.endDate,
        };
        meetings.set(meetingId, made);
        return { status: 201, body: made };
      }
      const found = meetings.get(id);
      if (method === 'GET') return found ? { status: 200, body: found } : NOTHING;
      if (method === 'DELETE') return { status: meetings.delete(id) ? 204 : 404, body: {} };
      return NOTHING;
    });
  });

  const names = new Map<string, string>();
  const rooms = () =>
    createWherebyRooms(
      { apiKey: 'key', baseUrl: service.url },
      {
        remember: (meetingId, name) => Promise.resolve(void names.set(meetingId, name)),
        recall: (meetingId) => Promise.resolve(names.get(meetingId) ?? null),
      },
    );
  const open = (meetingId: string, endMs: number) =>
    rooms().open({ meetingId, title: 'Weekly', startMs: START, endMs });

  it('makes one room, however often it is opened, and lets it go', async () => {
    const meetingId = randomUUID();
    const first = await open(meetingId, END);
    expect(await open(meetingId, END)).toEqual(first);
    expect(await open(meetingId, END + HOUR)).toEqual(first);
    expect(meetings.size).toBe(1);
    await rooms().close({ meetingId });
    await rooms().close({ meetingId });
    expect(meetings.size).toBe(0);
  });

  it('has a room until after the end of a meeting that was moved or grew', async () => {
    const meetingId = randomUUID();
    const first = await open(meetingId, END);
    const moved = END + 72 * HOUR;
    const second = await open(meetingId, moved);
    expect(second).not.toEqual(first);
    expect([...meetings.values()].map(({ endDate }) => Date.parse(String(endDate)))).toEqual([
      moved + 24 * HOUR,
    ]);
    expect(await open(meetingId, moved)).toEqual(second);
  });
});

describe('Daily', () => {
  const rooms = new Map<string, { url: string; config: Json }>();
  beforeEach(async () => {
    rooms.clear();
    service = await serve((method, path, body) => {
      const [, collection, name = ''] = path.split('/');
      if (collection === 'meeting-tokens')
        return { status: 200, body: { token: `token-of-${String((body.properties as Json).user_id)}` } };
      const { exp } = (body.properties ?? {}) as Json;
      if (method === 'POST' && name === '') {
        const made = {
          name: body.name,
          url: `https://parley.daily.test/${String(body.name)}`,
          config: { exp },
        };
        rooms.set(String(body.name), made);
        return { status: 200, body: made };
      }
      const found = rooms.get(name);
      if (!found) return NOTHING;
      if (method === 'POST') found.config = { exp };
      if (method === 'DELETE') rooms.delete(name);
      return { status: 200, body: method === 'DELETE' ? { deleted: true } : { ...found } };
    });
  });

  it('makes one room, and lets it be there until after the end of a meeting that was moved or grew', async () => {
    const video = createDailyRooms({ apiKey: 'key', baseUrl: service.url, nameOf: (id) => `parley-${id}` });
    const meetingId = randomUUID();
    const about = { meetingId, title: 'Weekly', startMs: START };
    const first = await video.open({ ...about, endMs: END });
    expect(await video.open({ ...about, endMs: END + HOUR })).toEqual(first);
    expect(await video.open({ ...about, endMs: END + 72 * HOUR })).toEqual(first);
    expect([...rooms.values()].map(({ config }) => config.exp)).toEqual([(END + 96 * HOUR) / 1000]);
    await video.close({ meetingId });
    expect(rooms.size).toBe(0);
  });

  it('is told who goes in by a token, so that its reports can name them', async () => {
    const video = { provider: 'daily', apiKey: 'key', baseUrl: service.url, webhookSecret: 's' } as const;
    const url = await entranceUrl(video, 'https://parley.daily.test/parley-a', {
      participantId: 'p-1',
      name: 'Ada',
    });
    expect(url).toBe('https://parley.daily.test/parley-a?t=token-of-p-1');
    const wrong = entranceUrl({ ...video, apiKey: 'other' }, 'https://parley.daily.test/a', {
      participantId: 'p',
    });
    await expect(wrong).rejects.toMatchObject({ name: 'VideoServiceError', status: 401 });
  });
});

describe('the address for a guest', () => {
  beforeEach(async () => (service = await serve(() => NOTHING)));
  const guest = { participantId: 'p-1', name: 'Ada L' };
  const of = (provider: 'jitsi' | 'daily' | 'whereby', webhookSecret?: string) =>
    entranceUrl(
      { provider, apiKey: 'key', baseUrl: service.url, webhookSecret },
      'https://video.test/r',
      guest,
    );

  it('has their name, as each service takes it, and tells it of nobody where it sends no reports', async () => {
    expect(await of('jitsi')).toBe('https://video.test/r#userInfo.displayName=%22Ada%20L%22');
    expect(await of('daily')).toBe('https://video.test/r?userName=Ada+L');
    expect(await of('whereby')).toBe('https://video.test/r?displayName=Ada+L');
    expect(await of('whereby', 's')).toBe('https://video.test/r?displayName=Ada+L&externalId=p-1');
    expect(service.calls).toEqual([]);
  });
});
