import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MeetingNotRunning } from '../../activities/meeting/meetings.ts';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import { RoomStreams } from '../../api/pages/rooms/streams.ts';
import { ownerCookie } from '../support/room-owner.ts';
import { insertInRoom, insertRoom, type RoomMeetingOptions } from './support/room-rows.ts';
import { HOUR } from './support/rows.ts';
import { NOW, startSite, type Site } from './support/site.ts';

const MINUTE = HOUR / 60;
const VIDEO = 'https://video.test/parley-1';

let site: Site;
let room: Room;
beforeAll(async () => (site = await startSite()));
afterAll(() => site.stop());
beforeEach(async () => {
  room = await insertRoom(site.knex, site.tenantId);
  site.meetings.events.length = 0;
});

const meeting = (options: Partial<RoomMeetingOptions> = {}) =>
  insertInRoom(site.knex, room, { startMs: NOW - MINUTE, ...options });
const live = (options: Partial<RoomMeetingOptions> = {}) =>
  meeting({ status: 'live', videoUrl: VIDEO, ...options });
const at = (path: string) => `/room/${room.name}${path}`;

describe('the pages of a room', () => {
  it('change nothing when they are opened', async () => {
    const { id } = await live({ inside: { p1: 'Ada' } });
    const tables = ['meetings', 'participants', 'calendar_events'];
    const all = () => Promise.all(tables.map((table) => site.knex(table).orderBy(1)));
    const before = await all();
    for (const path of [
      '',
      '?name=A',
      `/waiting/${id}`,
      `/in/${id}`,
      `/in/${id}?p=p1`,
      `/join/${id}`,
      '/start',
    ]) {
      for (const method of ['GET', 'HEAD']) await site.get(at(path), { method });
    }
    expect(await all()).toEqual(before);
    expect(site.meetings.events).toEqual([]);
  });

  it('are none for names that no room has', async () => {
    for (const name of ['nobody-here', 'UP PER', '%00', 'a%2Fb', room.id]) {
      expect((await site.get(`/room/${name}`)).status).toBe(404);
      expect((await site.get(`/room/${name}/events`)).status).toBe(404);
    }
    expect((await site.get('/room/UPPER/events')).status).toBe(404);
    const { id } = await live();
    const other = await insertRoom(site.knex, site.tenantId);
    for (const page of ['waiting', 'in']) {
      expect((await site.get(`/room/${other.name}/${page}/${id}`)).status).toBe(404);
      expect((await site.get(at(`/${page}/nonsense`))).status).toBe(404);
      expect((await site.get(at(`/${page}/${randomUUID()}`))).status).toBe(404);
    }
  });

  it('let in by a button, under a name, and show the video room to who came in by it alone', async () => {
    const { id } = await live();
    const entered = await site.post(at(`/join/${id}`), { displayName: ' Ada \u0007', zone: 'Asia/Tokyo' });
    expect(entered.status).toBe(303);
    const inside = entered.headers.get('location')!;
    expect(inside).toMatch(new RegExp(`^/room/${room.name}/in/${id}\\?zone=Asia%2FTokyo&p=[\\w-]{36}$`));
    const page = await site.get(inside);
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain('frame-src https://video.test;');
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(await page.text()).toContain('src="https://video.test/parley-1#userInfo.displayName=%22Ada%22"');
    expect(site.meetings.types()).toEqual(['joined']);
    for (const p of ['', '?p=', '?p=somebody', '?p=%00', `?p=${randomUUID()}`]) {
      const stranger = await site.get(at(`/in/${id}${p}`));
      expect(stranger.status).toBe(303);
      expect(stranger.headers.get('location')).toBe(at(`/waiting/${id}`));
    }
    const left = await site.post(at(`/leave/${id}`), { participant: new URLSearchParams(inside).get('p')! });
    expect(left.headers.get('location')).toBe(at('?name=Ada'));
    expect(site.meetings.types()).toEqual(['joined', 'left']);
    expect(await (await site.get(inside)).text()).not.toContain('video.test');
  });

  it('link to a video service that does not let itself be framed', async () => {
    const { id } = await live({ videoUrl: 'https://meet.jit.si/parley-1', inside: { p1: null } });
    const page = await site.get(at(`/in/${id}?p=p1`));
    expect(page.headers.get('content-security-policy')).not.toContain('frame-src');
    const html = await page.text();
    expect(html).not.toContain('<iframe');
    expect(html).toContain('href="https://meet.jit.si/parley-1"');
  });

  it('a tab that is closed leaves without a page, and only who came leaves', async () => {
    const { id } = await live({ inside: { p1: 'Ada' } });
    for (const participant of ['p1', 'p1', 'somebody', '']) {
      expect((await site.post(at(`/leave/${id}`), { participant, quiet: '1' })).status).toBe(204);
    }
    expect(site.meetings.events).toMatchObject([{ type: 'left', key: 'left/p1', participantId: 'p1' }]);
    const foreign = { 'Sec-Fetch-Site': 'cross-site' };
    expect((await site.post(at(`/leave/${id}`), { participant: 'p1' }, foreign)).status).toBe(403);
  });

  it('lead whoever is early to where one waits, which says when an event has moved', async () => {
    const { id } = await meeting({ startMs: NOW + 20 * MINUTE });
    const early = await site.post(at(`/join/${id}`), { displayName: 'Ada' });
    expect(early.status).toBe(303);
    const waiting = early.headers.get('location')!;
    expect(waiting).toBe(at(`/waiting/${id}?name=Ada&start=2026-11-20T09%3A20%3A00.000Z`));
    const html = await (await site.get(waiting)).text();
    expect(html).toContain('You are early');
    expect(html).toContain('value="Ada"');
    expect(html).toMatch(/<noscript><meta http-equiv="refresh" content="10; url=[^"]+start=2026-11-20T09/);
    expect(html).not.toContain('The meeting has moved');
    await site
      .knex('meetings')
      .where({ id })
      .update({ start_utc: new Date(NOW + 40 * MINUTE) });
    const moved = await (await site.get(`${waiting}&zone=Europe/Berlin&lang=en-GB`)).text();
    expect(moved).toContain('It was planned for Friday, 20 November 2026, 10:20.');
    expect(site.meetings.events).toEqual([]);
  });

  it.each([
    ['cancelled', 'This meeting was cancelled'],
    ['closed', 'This meeting is over'],
  ] as const)('say that a meeting is %s, and watch it no longer', async (status, words) => {
    const { id } = await meeting({ status, inside: { p1: null } });
    for (const path of [`/waiting/${id}`, `/in/${id}?p=p1`]) {
      const page = await site.get(at(path));
      expect(page.status).toBe(410);
      const html = await page.text();
      expect(html).toContain(words);
      expect(html).not.toMatch(/data-events|http-equiv|method="post"/);
    }
    const entered = await site.post(at(`/join/${id}`), {});
    expect(entered.headers.get('location')).toBe(at(`/waiting/${id}`));
    expect(site.meetings.events).toEqual([]);
  });

  it('lead to the end of a meeting that ends at that moment', async () => {
    const { id } = await live();
    site.meetings.fail = new MeetingNotRunning();
    const entered = await site.post(at(`/join/${id}`), { displayName: 'Ada' });
    expect(entered.headers.get('location')).toBe(at(`/waiting/${id}`));
  });

  it('show times in the room’s zone until the reader’s is known', async () => {
    await meeting({ startMs: NOW + 5 * MINUTE });
    const page = async (query: string) => (await site.get(at(`?lang=en-GB${query}`))).text();
    expect(await page('')).toContain('Fri 20 Nov, 10:05 – 11:05');
    expect(await page('&zone=Asia/Tokyo')).toContain('Fri 20 Nov, 18:05 – 19:05');
  });

  it('hold no word that a calendar or a person wrote as anything but text', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'';
    const { id } = await live({
      title: evil,
      inside: { p1: evil },
      event: { description: evil, location: evil, attendees: [{ email: evil, name: evil, partstat: null }] },
    });
    const headers = { Cookie: await ownerCookie(site.knex, room, NOW) };
    for (const path of [
      at(''),
      at(`/waiting/${id}?name=${encodeURIComponent(evil)}`),
      at(`/in/${id}?p=p1`),
    ]) {
      const html = await (await site.get(path, { headers })).text();
      expect(html).toContain('&lt;img src=x');
      expect(html).not.toContain('<img');
    }
  });
});

describe('the event stream of a room', () => {
  /** The standings that the stream tells, until so many are there. */
  async function standings(path: string, count: number, meanwhile: () => Promise<unknown>) {
    const seen: Record<string, unknown>[] = [];
    let text = '';
    const request = get(site.url + path);
    await new Promise<void>((resolve, reject) => {
      request.on('error', reject);
      request.on('response', (response) => {
        expect(response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
          const found = [...text.matchAll(/^event: standing\ndata: (.*)\n\n/gm)].map(([, data]) => data!);
          if (found.length === seen.length) return;
          seen.splice(0, seen.length, ...found.map((data) => JSON.parse(data) as Record<string, unknown>));
          if (seen.length === 1) meanwhile().catch(reject);
          if (seen.length >= count) resolve();
        });
      });
    });
    request.destroy();
    return { seen, text };
  }

  it('tells how its meetings stand, then each change, and no word of anybody', async () => {
    const soon = await meeting({ startMs: NOW + 10 * MINUTE, title: 'Secret plan', inside: { p1: 'Ada' } });
    const { seen, text } = await standings(at('/events'), 2, () =>
      site
        .knex('meetings')
        .where({ id: soon.id })
        .update({
          start_utc: new Date(NOW),
          video_ready_at: new Date(NOW),
          video_url: VIDEO,
        }),
    );
    expect(seen).toMatchObject([
      { meetings: [{ id: soon.id, state: 'scheduled', ready: false, startsAt: '2026-11-20T09:10:00.000Z' }] },
      { meetings: [{ id: soon.id, state: 'ready', ready: true, startsAt: '2026-11-20T09:00:00.000Z' }] },
    ]);
    for (const word of ['Secret', 'Ada', 'p1', 'video']) expect(text).not.toContain(word);
  });

  it('tells of the meeting that somebody waits for also when it is out of sight', async () => {
    const soon = await meeting({ startMs: NOW + 10 * MINUTE });
    const { seen } = await standings(at(`/events?meeting=${soon.id}`), 2, () =>
      site.knex('meetings').where({ id: soon.id }).update({ status: 'cancelled' }),
    );
    expect(seen.at(-1)).toMatchObject({ meetings: [{ id: soon.id, state: 'cancelled' }] });
  });

  it('is told nothing of other rooms', async () => {
    const other = await insertRoom(site.knex, site.tenantId);
    const soon = await meeting({ startMs: NOW + 10 * MINUTE });
    const { seen } = await standings(at('/events'), 2, async () => {
      await insertInRoom(site.knex, other, { startMs: NOW, status: 'live' });
      await site.knex('meetings').where({ id: soon.id }).update({ title: 'Renamed' });
    });
    expect(seen).toMatchObject([{ meetings: [{ id: soon.id }] }, { meetings: [{ id: soon.id }] }]);
  });
});

describe('the streams of a process', () => {
  const changes = { subscribe: () => () => undefined, stop: () => Promise.resolve() };
  const standing = { version: 'a', meetings: [] };
  const streamsOf = (options: Partial<ConstructorParameters<typeof RoomStreams>[0]>) =>
    new RoomStreams({ changes, read: () => Promise.resolve(standing), log: site.deps.log, ...options });
  const watched = { roomId: 'room', meetingId: null };

  it('are bounded, for each address and for all, and one that ends makes place', async () => {
    const streams = streamsOf({ most: 3, mostPerClient: 2 });
    const first = streams.open(watched, 'a');
    expect(streams.open(watched, 'a')).not.toBeNull();
    expect(streams.open(watched, 'a')).toBeNull();
    expect(streams.open(watched, 'b')).not.toBeNull();
    expect(streams.open(watched, 'c')).toBeNull();
    first?.destroy();
    await expect.poll(() => streams.size).toBe(2);
    expect(streams.open(watched, 'c')).not.toBeNull();
    await streams.stop();
  });

  it('live by a beat, and end when the process stops', async () => {
    const streams = streamsOf({ beatMs: 10 });
    const stream = streams.open(watched, 'a')!;
    let text = '';
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await expect.poll(() => text).toMatch(/\n:\n\n:\n\n/);
    expect(text).toContain('event: standing\ndata: {"version":"a","meetings":[]}\n\n');
    const ended = new Promise((resolve) => stream.on('end', resolve));
    await streams.stop();
    await ended;
    expect(streams.open(watched, 'a')).toBeNull();
  });

  it('let go of a reader that takes nothing', async () => {
    let version = 0;
    const read = () => Promise.resolve({ version: String(version++), meetings: [filler] });
    const streams = streamsOf({ beatMs: 5, read });
    streams.open(watched, 'a');
    await expect.poll(() => streams.size).toBe(0);
    await streams.stop();
  });

  const filler = {
    id: 'x'.repeat(10_000),
    state: 'live',
    ready: true,
    startsAt: '',
    endsAt: '',
    participants: 0,
  };

  it('read a room once for changes that come together, and again for one that comes meanwhile', async () => {
    let tell: (roomId: string | null) => void = () => undefined;
    let reads = 0;
    let open: () => void = () => undefined;
    const streams = streamsOf({
      changes: { ...changes, subscribe: (listener) => ((tell = listener), () => undefined) },
      read: async () => {
        reads += 1;
        await new Promise<void>((resolve) => (open = resolve));
        return { version: String(reads), meetings: [] };
      },
    });
    const stream = streams.open(watched, 'a')!;
    let text = '';
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
    for (let time = 0; time < 5; time += 1) tell('room');
    tell('another');
    open();
    await expect.poll(() => reads).toBe(2);
    open();
    await expect.poll(() => text).toContain('"version":"2"');
    expect(reads).toBe(2);
    await streams.stop();
  });
});
