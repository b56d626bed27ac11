import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../../config/index.ts';
import { startFeedServer, type FeedServer } from '../../support/feed-server.ts';
import { CALENDAR, failed, fetched, testReader, UNKNOWN } from './support/reading.ts';

let server: FeedServer;
const reader = testReader();
const impatient = testReader({ limits: { silenceMs: 200 } });

beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(async () => {
  await Promise.all([reader.close(), impatient.close()]);
  await server.stop();
});

/** Fetches from a server that answers so. */
function fetchAnswered(answer: (response: ServerResponse) => void, by = reader) {
  server.answers.set('/feed.ics', (_request, response) => answer(response));
  return by.fetch(server.url('/feed.ics'), 'owner', UNKNOWN);
}

describe('a feed', () => {
  it('is fetched, with what the server said of it', async () => {
    const validators = { etag: '"v1"', lastModified: 'Sat, 21 Nov 2026 10:00:00 GMT' };
    const result = await fetchAnswered((response) =>
      response
        .writeHead(200, { etag: validators.etag, 'last-modified': validators.lastModified })
        .end(CALENDAR),
    );
    expect(result).toEqual({
      kind: 'fetched',
      httpStatus: 200,
      validators,
      hash: createHash('sha256').update(CALENDAR).digest(),
      bytes: CALENDAR.length,
      text: CALENDAR,
    });
  });

  it('is asked for as Parley, by path and query alone, with the user and password of its address', async () => {
    let headers: IncomingHttpHeaders = {};
    server.answers.set('/private/feed.ics', (request, response) => {
      headers = request.headers;
      response.end(CALENDAR);
    });
    const at = server.url('/private/feed.ics?token=t%20t#part').replace('//', '//al%C3%AFce:se%3Acret@');
    fetched(await reader.fetch(at, 'owner', UNKNOWN));
    expect(server.requests.at(-1)).toBe('GET /private/feed.ics?token=t%20t');
    expect(headers).toMatchObject({
      host: `127.0.0.1:${server.port}`,
      'user-agent': `Parley/${version}`,
      authorization: `Basic ${Buffer.from('alïce:se:cret').toString('base64')}`,
      'accept-encoding': 'gzip, deflate, br',
    });
    expect(headers['if-none-match']).toBeUndefined();
  });

  it.each([
    ['ETag', 'if-none-match', { etag: '"v1"', lastModified: null }],
    ['Last-Modified', 'if-modified-since', { etag: null, lastModified: 'Sat, 21 Nov 2026 10:00:00 GMT' }],
  ] as const)('that is unchanged by its %s is not sent again', async (_name, header, known) => {
    server.answers.set('/feed.ics', (request, response) =>
      request.headers[header] === (known.etag ?? known.lastModified)
        ? response.writeHead(304).end()
        : response.end(CALENDAR),
    );
    const url = server.url('/feed.ics');
    expect(await reader.fetch(url, 'owner', known)).toEqual({ kind: 'not-modified', httpStatus: 304 });
    expect((await reader.fetch(url, 'owner', UNKNOWN)).kind).toBe('fetched');
  });

  it('that was never fetched cannot be unchanged', async () => {
    expect(await fetchAnswered((response) => response.writeHead(304).end())).toEqual(
      failed('http-error', 304),
    );
  });

  it('is fetched at the same time as many others of its host, each over a connection of its own', async () => {
    server.answers.set('/feed.ics', (_request, response) => setTimeout(() => response.end(CALENDAR), 20));
    const before = server.connections;
    const urls = Array.from({ length: 60 }, (_, at) => server.url(at % 3 === 0 ? '/gone.ics' : '/feed.ics'));
    const kinds = (await Promise.all(urls.map((url) => reader.fetch(url, 'owner', UNKNOWN)))).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(urls.map((_, at) => (at % 3 === 0 ? 'failed' : 'fetched')));
    expect(server.connections - before).toBe(60);
  });

  it('loses validators that could not be sent back', async () => {
    const result = await fetchAnswered((response) => response.setHeader('etag', '"é"').end(CALENDAR));
    expect(fetched(result).validators).toEqual(UNKNOWN);
  });
});

describe('a server’s refusal', () => {
  it.each([
    [404, 'not-found'],
    [410, 'not-found'],
    [401, 'not-authorised'],
    [403, 'not-authorised'],
    [400, 'http-error'],
    [500, 'http-error'],
    [503, 'http-error'],
    // No redirect of ours, and no success either.
    [300, 'http-error'],
  ])('%i is %s', async (status, problem) => {
    expect(await fetchAnswered((response) => response.writeHead(status).end(CALENDAR))).toEqual(
      failed(problem, status),
    );
  });
});

describe('a slow server', () => {
  it('is given up when no answer begins', async () => {
    expect(await fetchAnswered(() => undefined, impatient)).toEqual(failed('timeout'));
  });

  it('is given up when the answer stops', async () => {
    const stopping = (response: ServerResponse) => void response.write(CALENDAR.slice(0, 20));
    expect(await fetchAnswered(stopping, impatient)).toEqual(failed('timeout'));
  });

  it('is given up when its name is not resolved', async () => {
    const waiting = testReader({ resolve: () => new Promise(() => undefined), limits: { connectMs: 200 } });
    const result = await waiting.fetch('https://feeds.example.org/', 'owner', UNKNOWN);
    expect(result).toEqual(failed('timeout'));
    await waiting.close();
  });

  it('is given up in the end, however steadily it sends', async () => {
    const short = testReader({ limits: { silenceMs: 2_000, totalMs: 400 } });
    const dripping = async (response: ServerResponse) => {
      response.write('BEGIN:VCALENDAR\r\n');
      for (let lines = 0; lines < 200 && !response.destroyed; lines++) {
        response.write('X-MORE:1\r\n');
        await sleep(20);
      }
      response.end('END:VCALENDAR\r\n');
    };
    expect(await fetchAnswered((response) => void dripping(response), short)).toEqual(failed('timeout'));
    await short.close();
  });
});

describe('what is not there', () => {
  it('no server listens', async () => {
    const gone = await startFeedServer();
    await gone.stop();
    expect(await reader.fetch(gone.url(), 'owner', UNKNOWN)).toEqual(failed('unreachable'));
  });

  it('the server speaks no HTTP', async () => {
    const tls = server.url('/').replace('http', 'https');
    expect(await reader.fetch(tls, 'owner', UNKNOWN)).toEqual(failed('unreachable'));
  });

  it('the system knows no such name', async () => {
    const result = await reader.fetch('https://feeds.invalid/secret', 'owner', UNKNOWN);
    // RFC 6761 §6.4; a machine without a DNS server cannot say so.
    expect([failed('host-not-found'), failed('unreachable'), failed('timeout')]).toContainEqual(result);
  });

  it('the name does not exist', async () => {
    const notFound = Object.assign(new Error('getaddrinfo ENOTFOUND gone.example'), { code: 'ENOTFOUND' });
    const lost = testReader({ resolve: () => Promise.reject(notFound) });
    const result = await lost.fetch('https://gone.example/secret', 'owner', UNKNOWN);
    expect(result).toEqual(failed('host-not-found'));
    await lost.close();
  });
});

describe('a defect of ours', () => {
  it('is thrown, and says nothing of the address', async () => {
    const broken = testReader({ resolve: () => Promise.reject(new TypeError('no gone.example/secret')) });
    const error = await broken
      .fetch('https://gone.example/secret', 'owner', UNKNOWN)
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Error);
    const { message, stack, cause } = error as Error;
    expect(`${message} ${stack}`).not.toMatch(/gone\.example|secret/);
    expect(stack).toContain('answers.test.ts');
    expect(cause).toBeUndefined();
    await broken.close();
  });
});
