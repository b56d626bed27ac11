import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFeedServer, type FeedServer } from '../../support/feed-server.ts';
import { CALENDAR, failed, fetched, testReader, UNKNOWN } from './support/reading.ts';

let server: FeedServer;
let elsewhere: FeedServer;
const reader = testReader();

beforeAll(async () => {
  [server, elsewhere] = await Promise.all([startFeedServer(), startFeedServer()]);
});
beforeEach(() => {
  server.answers.clear();
  elsewhere.answers.clear();
  server.requests.length = 0;
});
afterAll(async () => {
  await reader.close();
  await Promise.all([server.stop(), elsewhere.stop()]);
});

function redirect(from: string, location: string | undefined, status = 302): void {
  server.answers.set(from, (_request, response) =>
    response.writeHead(status, location === undefined ? {} : { location }).end('moved'),
  );
}
const calendarAt = (path: string, on = server) =>
  on.answers.set(path, (_request, response) => response.end(CALENDAR));
const fetchFrom = (path: string) => reader.fetch(server.url(path), 'owner', UNKNOWN);

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('%i is followed', async (status) => {
    redirect('/old.ics', '/new.ics?key=1', status);
    calendarAt('/new.ics');
    expect(fetched(await fetchFrom('/old.ics')).text).toBe(CALENDAR);
    expect(server.requests).toEqual(['GET /old.ics', 'GET /new.ics?key=1']);
  });

  it('after five others is one too many', async () => {
    for (let step = 0; step < 6; step++) redirect(`/${step}`, `/${step + 1}`);
    calendarAt('/6');
    expect(fetched(await fetchFrom('/1')).text).toBe(CALENDAR);
    expect(await fetchFrom('/0')).toEqual(failed('too-many-redirects', 302));
  });

  it('to itself ends', async () => {
    redirect('/loop', '/loop');
    expect(await fetchFrom('/loop')).toEqual(failed('too-many-redirects', 302));
    expect(server.requests).toHaveLength(6);
  });

  it.each([
    ['nowhere', undefined, 'http-error'],
    ['to what is no address', 'http://[::', 'url-invalid'],
    ['to a file', 'file:///etc/passwd', 'url-invalid'],
    ['to a scheme of its own', 'gopher://127.0.0.1/', 'url-invalid'],
  ] as const)('%s is not followed', async (_where, location, problem) => {
    redirect('/odd', location);
    expect(await fetchFrom('/odd')).toEqual(failed(problem, 302));
  });

  it('in letters that are not of ASCII', async () => {
    redirect('/to-umlaut', Buffer.from('/kalender-für-alle').toString('latin1'));
    calendarAt('/kalender-f%C3%BCr-alle');
    expect((await fetchFrom('/to-umlaut')).kind).toBe('fetched');
  });
});

describe('the user and password of a feed', () => {
  const authorizations: (string | undefined)[] = [];
  const noting = (on: FeedServer, path: string, location?: string) =>
    on.answers.set(path, (request, response) => {
      authorizations.push(request.headers.authorization);
      if (location === undefined) response.end(CALENDAR);
      else response.writeHead(302, { location }).end();
    });

  it('go on to the same origin, and nowhere else, also not back', async () => {
    noting(server, '/1', '/2');
    noting(server, '/2', elsewhere.url('/3'));
    noting(elsewhere, '/3', server.url('/4').replace('//', '//other:pw@'));
    noting(server, '/4');
    const url = server.url('/1').replace('//', '//ann:secret@');
    expect((await reader.fetch(url, 'owner', UNKNOWN)).kind).toBe('fetched');
    const basic = `Basic ${Buffer.from('ann:secret').toString('base64')}`;
    expect(authorizations).toEqual([basic, basic, undefined, undefined]);
  });
});
