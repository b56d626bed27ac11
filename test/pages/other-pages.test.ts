import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, insertMeeting } from './support/rows.ts';
import { NOW, startSite, type Site } from './support/site.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site.stop());

const room = (options: Partial<Parameters<typeof insertMeeting>[1]>) =>
  insertMeeting(site.knex, { tenantId: site.tenantId, startMs: NOW + HOUR, ...options });

describe('the door of a room', () => {
  it('waits until the room is ready', async () => {
    const { meetingId } = await room({});
    const html = await (await site.get(`/join/${meetingId}`)).text();
    expect(html).toContain('You are early');
    expect(html).not.toContain('Join</button>');
    const answer = await site.post(`/join/${meetingId}`, {});
    expect(await answer.text()).toContain('You are early');
    expect(site.meetings.events).toEqual([]);
  });

  it('looks again by itself when it is about to open', async () => {
    const { meetingId } = await room({ startMs: NOW + 5 * 60_000 });
    const answer = await site.get(`/join/${meetingId}`);
    expect(answer.headers.get('refresh')).toBe('15');
    expect(await answer.text()).toContain('The room is about to open');
  });

  it('lets people in by a button, and tells the meeting once a person', async () => {
    const { meetingId } = await room({
      status: 'live',
      startMs: NOW - 60_000,
      videoUrl: 'https://meet.example/abc',
    });
    const page = await site.get(`/join/${meetingId}`);
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self';");
    expect(site.meetings.events).toEqual([]);
    const entered = await site.post(`/join/${meetingId}`, {});
    expect(entered.status).toBe(303);
    const inside = entered.headers.get('location') ?? '';
    const participant = new URL(inside, site.url).searchParams.get('p') ?? '';
    expect(inside).toContain(`/join/${meetingId}/in?`);
    expect(site.meetings.events).toMatchObject([
      { type: 'joined', key: `joined/${participant}`, door: 'room' },
    ]);
    const shown = await site.get(inside);
    expect(shown.headers.get('content-security-policy')).toContain('frame-src https://meet.example;');
    expect(await shown.text()).toContain('src="https://meet.example/abc');
    expect((await site.post(`/join/${meetingId}/beat`, { participant })).status).toBe(204);
  });

  it('leads whoever is not inside back to the door, and takes no heartbeat of theirs', async () => {
    const { meetingId } = await room({
      status: 'live',
      startMs: NOW - 60_000,
      videoUrl: 'https://meet.example/abc',
    });
    const entered = await site.post(`/join/${meetingId}`, {});
    const inside = entered.headers.get('location') ?? '';
    const participant = new URL(inside, site.url).searchParams.get('p') ?? '';
    const left = await site.post(`/join/${meetingId}/leave`, { participant });
    expect(left.headers.get('location')).toBe(`/join/${meetingId}`);
    expect(site.meetings.events.at(-1)).toMatchObject({ type: 'left', key: `left/${participant}` });
    for (const p of [participant, 'nobody', '']) {
      const shown = await site.get(`/join/${meetingId}/in?p=${p}`);
      expect([shown.status, shown.headers.get('location')]).toEqual([303, `/join/${meetingId}`]);
      expect((await site.post(`/join/${meetingId}/beat`, { participant: p })).status).toBe(410);
    }
  });

  it('says when it is over or was cancelled', async () => {
    const closed = await room({ status: 'closed', startMs: NOW - 5 * HOUR });
    const cancelled = await room({ status: 'cancelled' });
    const over = await site.get(`/join/${closed.meetingId}`);
    expect(over.status).toBe(410);
    expect(await over.text()).toContain('This meeting is over');
    expect(await (await site.get(`/join/${cancelled.meetingId}`)).text()).toContain(
      'This meeting was cancelled',
    );
  });
});

describe('other addresses', () => {
  it.each([
    ['/join/nonsense', 'We do not know this meeting'],
    ['/join/00000000-0000-4000-8000-000000000000', 'We do not know this meeting'],
    ['/room/nowhere', 'There is no such room'],
    ['/room/nowhere/waiting/1', 'There is no such room'],
    ['/approve?t=unknown', 'We do not know this link'],
    ['/nothing/here', 'There is nothing here'],
  ])('%s is a friendly 404 for a browser, in words about what is missing', async (path, title) => {
    const answer = await site.get(path, { headers: { Accept: 'text/html' } });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(title);
  });

  it('are no page for a program', async () => {
    expect(await (await site.get('/nothing', { headers: { Accept: 'application/json' } })).text()).toBe(
      'Not Found',
    );
  });

  it('have no mailbox outside the embedded mode', async () => {
    expect((await site.get('/dev/mailbox')).status).toBe(404);
    expect((await site.get('/dev/mailbox.json')).status).toBe(404);
    expect(await (await site.get('/')).text()).not.toContain('/dev/mailbox');
  });

  it('give the stylesheet for ever by its hash', async () => {
    const html = await (await site.get('/')).text();
    const url = /href="(\/assets\/parley\.css\?v=[^"]+)"/.exec(html)![1]!;
    const answer = await site.get(url);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(answer.headers.get('etag')).toBeTruthy();
    expect((await site.get('/assets/parley.css')).headers.get('cache-control')).not.toContain('immutable');
  });
});
