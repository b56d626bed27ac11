import type { ServerResponse } from 'node:http';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFeedServer, type FeedServer } from '../../support/feed-server.ts';
import { CALENDAR, failed, fetched, testReader, UNKNOWN } from './support/reading.ts';

const MEGABYTE = 1024 * 1024;

const quickBrotli = (content: Buffer): Buffer =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

let server: FeedServer;
const reader = testReader();

beforeAll(async () => {
  server = await startFeedServer();
});
afterAll(async () => {
  await reader.close();
  await server.stop();
});

function fetchAnswered(answer: (response: ServerResponse) => void) {
  server.answers.set('/feed.ics', (_request, response) => answer(response));
  return reader.fetch(server.url('/feed.ics'), 'owner', UNKNOWN);
}

const fetchBody = (body: Buffer | string, headers: Record<string, string> = {}) =>
  fetchAnswered((response) => response.writeHead(200, headers).end(body));

describe('content codings', () => {
  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['Deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['identity', Buffer.from],
  ])('%s', async (coding, encode) => {
    const sent = encode(Buffer.from(CALENDAR));
    const plain = fetched(await fetchBody(CALENDAR));
    // The hash is of the content: whether it came compressed changes nothing.
    expect(await fetchBody(sent, { 'content-encoding': coding })).toEqual(plain);
  });

  it('one that was not asked for, or is not what it says, is no calendar', async () => {
    const notACalendar = failed('not-a-calendar', 200);
    expect(await fetchBody(CALENDAR, { 'content-encoding': 'zstd' })).toEqual(notACalendar);
    expect(await fetchBody(CALENDAR, { 'content-encoding': 'gzip' })).toEqual(notACalendar);
    expect(await fetchBody(CALENDAR, { 'content-encoding': 'br' })).toEqual(notACalendar);
  });
});

describe('a body that is too large', () => {
  const large = Buffer.alloc(30 * MEGABYTE, 'X-LINE:1\r\n');

  it('of 30 MB, announced, is left before its end', async () => {
    let sentAll = false;
    const result = await fetchAnswered((response) => {
      response.writeHead(200, { 'content-length': large.length });
      response.end(large, () => (sentAll = true));
    });
    expect(result).toEqual(failed('too-large', 200));
    expect(sentAll).toBe(false);
  });

  it('of 30 MB, without a length, is left', async () => {
    const result = await fetchAnswered((response) => {
      for (let at = 0; at < large.length; at += MEGABYTE) response.write(large.subarray(at, at + MEGABYTE));
      response.end();
    });
    expect(result).toEqual(failed('too-large', 200));
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', quickBrotli],
  ] as const)('once it is out of its %s', async (coding, encode) => {
    const bomb = encode(Buffer.alloc(60 * MEGABYTE, 32));
    expect(bomb.length).toBeLessThan(MEGABYTE);
    expect(await fetchBody(bomb, { 'content-encoding': coding })).toEqual(failed('too-large', 200));
  });

  it('is not one of 25 MB', async () => {
    const frame = Buffer.byteLength(CALENDAR);
    const whole = CALENDAR.replace('END:', `${'X'.repeat(25 * MEGABYTE - frame - 2)}\r\nEND:`);
    expect(fetched(await fetchBody(whole)).bytes).toBe(25 * MEGABYTE);
    expect(await fetchBody(`${whole} `)).toEqual(failed('too-large', 200));
  });
});

describe('a body that is cut', () => {
  const truncated = failed('truncated', 200);
  const half = CALENDAR.slice(0, 40);

  it('before its Content-Length', async () => {
    const result = await fetchAnswered((response) => {
      response.writeHead(200, { 'content-length': CALENDAR.length });
      response.write(half, () => response.destroy());
    });
    expect(result).toEqual(truncated);
  });

  it('before its last chunk, also when the calendar seems whole', async () => {
    const result = await fetchAnswered((response) => {
      response.write(CALENDAR, () => response.destroy());
    });
    expect(result).toEqual(truncated);
  });

  it('within a chunk', async () => {
    const result = await fetchAnswered((response) => {
      const head = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\n';
      response.socket?.end(head + half);
    });
    expect(result).toEqual(truncated);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('within its %s', async (coding, encode) => {
    const sent = (encode as (content: string) => Buffer)(CALENDAR);
    expect(await fetchBody(sent.subarray(0, -9), { 'content-encoding': coding })).toEqual(truncated);
  });

  it('where nothing but the calendar’s own end tells', async () => {
    const result = await fetchAnswered((response) => {
      response.socket?.end(`HTTP/1.0 200 OK\r\n\r\n${half}`);
    });
    expect(result).toEqual(truncated);
    expect(await fetchBody(`${CALENDAR}BEGIN:VCALENDAR\r\nVERSION:2.0\r\n`)).toEqual(truncated);
    expect(fetched(await fetchBody(CALENDAR + CALENDAR)).text).toBe(CALENDAR + CALENDAR);
  });

  it('but not one that ends with its connection', async () => {
    const result = await fetchAnswered((response) => {
      response.socket?.end(`HTTP/1.0 200 OK\r\n\r\n${CALENDAR}`);
    });
    expect(fetched(result).text).toBe(CALENDAR);
  });
});

describe('what is no calendar', () => {
  const notACalendar = failed('not-a-calendar', 200);

  it.each([
    ['a page', '<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['a page with a calendar in it', `<pre>\n${CALENDAR}</pre>`],
    ['nothing', ''],
    ['blank lines', '\r\n\r\n'],
    ['a contact', 'BEGIN:VCARD\r\nEND:VCARD\r\n'],
    ['something that only begins alike', 'BEGIN:VCALENDARS\r\nEND:VCALENDARS\r\n'],
  ])('%s, whatever its type says', async (_what, body) => {
    expect(await fetchBody(body, { 'content-type': 'text/calendar' })).toEqual(notACalendar);
    const empty = { 'content-type': 'text/calendar', 'content-encoding': 'gzip' };
    if (body === '') expect(await fetchBody(body, empty)).toEqual(notACalendar);
  });

  it('204', async () => {
    expect(await fetchAnswered((response) => response.writeHead(204).end())).toEqual(
      failed('not-a-calendar', 204),
    );
  });

  it.each([
    ['as HTML', CALENDAR, 'text/html'],
    ['after blank lines', `\r\n \r\n${CALENDAR}`, 'text/plain'],
    ['with bare line feeds, in small letters', 'begin:vcalendar\nend:vcalendar', 'text/calendar'],
    ['with a type that is none', CALENDAR, ';;;'],
  ])('but a calendar is one: %s', async (_how, body, type) => {
    expect(fetched(await fetchBody(body, { 'content-type': type })).text).toBe(body);
  });
});

describe('the text', () => {
  const named = CALENDAR.replace('Example', 'Prüfung');
  const utf16 = Buffer.from(`\ufeff${named}`, 'utf16le');

  it.each([
    ['UTF-8', Buffer.from(named), undefined],
    ['UTF-8 with a mark, called Latin', Buffer.from(`\ufeff${named}`), 'text/calendar; charset=iso-8859-1'],
    ['UTF-16 by its mark', utf16, undefined],
    ['UTF-16, big end first, called UTF-8', Buffer.from(utf16).swap16(), 'text/calendar; charset=utf-8'],
    ['Latin by its type', Buffer.from(named, 'latin1'), 'text/calendar; charset="ISO-8859-1"'],
    ['Latin, called UTF-8', Buffer.from(named, 'latin1'), 'text/calendar; charset=utf-8'],
    ['Latin without a word', Buffer.from(named, 'latin1'), undefined],
    ['of a charset that does not exist', Buffer.from(named), 'text/calendar; charset=klingon'],
  ])('%s', async (_how, body, type) => {
    const result = fetched(await fetchBody(body, type === undefined ? {} : { 'content-type': type }));
    expect(result.text).toBe(named);
    expect(result.bytes).toBe(body.length);
  });

  it('of another charset, by its type', async () => {
    const cyrillic = CALENDAR.replace('Example', '\xcf\xf0\xe8\xe2\xe5\xf2');
    const type = { 'content-type': 'text/calendar; charset=windows-1251' };
    expect(fetched(await fetchBody(Buffer.from(cyrillic, 'latin1'), type)).text).toContain('Привет');
  });
});
