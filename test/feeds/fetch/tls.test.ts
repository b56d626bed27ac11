import { generate } from 'selfsigned';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFeedServer, type FeedServer } from '../../support/feed-server.ts';
import { CALENDAR, failed, fetched, leadingTo, testReader, UNKNOWN } from './support/reading.ts';

const NAME = 'feeds.example.org';

let tls: FeedServer;
let plain: FeedServer;
let cert: string;
const readers: ReturnType<typeof testReader>[] = [];
const readerWith = (options: Parameters<typeof testReader>[0]) => {
  const reader = testReader({ resolve: leadingTo('127.0.0.1'), ...options });
  readers.push(reader);
  return reader;
};
const at = (name: string, scheme = 'https') => `${scheme}://${name}:${tls.port}/feed.ics`;

beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: NAME }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: NAME }] }],
  });
  cert = made.cert;
  tls = await startFeedServer({ tls: { key: made.private, cert } });
  plain = await startFeedServer();
});
beforeEach(() => {
  for (const server of [tls, plain]) {
    server.answers.clear();
    server.answers.set('/feed.ics', (_request, response) => response.end(CALENDAR));
    server.requests.length = 0;
  }
});
afterAll(async () => {
  await Promise.all(readers.map((reader) => reader.close()));
  await Promise.all([tls?.stop(), plain?.stop()]);
});

describe('https', () => {
  it.each(['https', 'webcal', 'webcals', 'WebCal', 'HTTPS'])('is what %s means', async (scheme) => {
    const reader = readerWith({ ca: cert, allowHttp: scheme !== 'https' });
    expect(fetched(await reader.fetch(` ${at(NAME, scheme)}\n`, 'owner', UNKNOWN)).text).toBe(CALENDAR);
  });

  it('with a certificate that nobody vouches for is refused, before anything is asked', async () => {
    const result = await readerWith({}).fetch(at(`ann:secret@${NAME}`), 'owner', UNKNOWN);
    expect(result).toEqual(failed('certificate-invalid'));
    expect(tls.requests).toEqual([]);
  });

  it('with the certificate of another name is refused, before anything is asked', async () => {
    const result = await readerWith({ ca: cert }).fetch(at('other.example.org'), 'owner', UNKNOWN);
    expect(result).toEqual(failed('certificate-invalid'));
    expect(tls.requests).toEqual([]);
  });
});

describe('http', () => {
  it('is refused unless it is allowed', async () => {
    const url = plain.url('/feed.ics');
    expect(await readerWith({ allowHttp: false }).fetch(url, 'owner', UNKNOWN)).toEqual(
      failed('url-not-https'),
    );
    expect(plain.connections).toBe(0);
    expect((await readerWith({}).fetch(url, 'owner', UNKNOWN)).kind).toBe('fetched');
  });

  it('is refused after https too, unless it is allowed', async () => {
    tls.answers.set('/feed.ics', (_request, response) =>
      response.writeHead(301, { location: plain.url('/feed.ics') }).end(),
    );
    const strict = readerWith({ ca: cert, allowHttp: false });
    expect(await strict.fetch(at(NAME), 'owner', UNKNOWN)).toEqual(failed('url-not-https', 301));
    expect(plain.requests).toEqual([]);
    expect((await readerWith({ ca: cert }).fetch(at(NAME), 'owner', UNKNOWN)).kind).toBe('fetched');
  });
});

describe('what is no address of a feed', () => {
  it.each([
    '',
    'feed.ics',
    '//feeds.example.org/feed.ics',
    'https://',
    'https://feeds.example.org:99999/',
    'https://exa mple.org/',
    'https://300.1.1.1/',
    'https://user:%E0%A4@feeds.example.org/',
    'ftp://feeds.example.org/feed.ics',
    'file:///etc/passwd',
    'data:text/calendar,BEGIN:VCALENDAR',
    `https://feeds.example.org/${'a'.repeat(5_000)}`,
  ])('%s', async (url) => {
    expect(await readerWith({}).fetch(url, 'owner', UNKNOWN)).toEqual(failed('url-invalid'));
  });
});
