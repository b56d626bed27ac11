import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFeedServer, type FeedServer } from '../../support/feed-server.ts';
import { CALENDAR, failed, testReader, UNKNOWN } from './support/reading.ts';

let server: FeedServer;
let other: FeedServer;
let reader: ReturnType<typeof testReader>;

beforeAll(async () => {
  [server, other] = await Promise.all([startFeedServer(), startFeedServer()]);
});
beforeEach(() => {
  for (const one of [server, other]) {
    one.requests.length = 0;
    one.answers.set('/feed.ics', (_request, response) => response.end(CALENDAR));
  }
});
afterEach(() => reader.close());
afterAll(() => Promise.all([server.stop(), other.stop()]));

const fetchOf = (owner: string, from = server) => reader.fetch(from.url('/feed.ics'), owner, UNKNOWN);
const RATE_LIMITED = { kind: 'failed', problem: 'rate-limited', httpStatus: null };

async function refusedMs(fetching: ReturnType<typeof fetchOf>): Promise<number> {
  const result = await fetching;
  expect(result).toMatchObject(RATE_LIMITED);
  return (result as { retryAfterMs: number }).retryAfterMs;
}

describe('fetches', () => {
  it('of one owner wait once there were enough in a minute; those of others do not', async () => {
    reader = testReader({ ownerPerMinute: 2 });
    for (const from of [server, other]) expect((await fetchOf('ann', from)).kind).toBe('fetched');
    const waitMs = await refusedMs(fetchOf('ann'));
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(60_000);
    expect((await fetchOf('ben')).kind).toBe('fetched');
    expect(server.requests).toHaveLength(2);
  });

  it('from one host wait, whoever they are for; those from another do not', async () => {
    reader = testReader({ hostPerMinute: 2 });
    for (const owner of ['ann', 'ben']) expect((await fetchOf(owner)).kind).toBe('fetched');
    expect(await refusedMs(fetchOf('cem'))).toBeGreaterThan(0);
    expect((await fetchOf('cem', other)).kind).toBe('fetched');
    expect(server.requests).toHaveLength(2);
  });

  it('count for the host that a redirect leads to', async () => {
    reader = testReader({ hostPerMinute: 1 });
    expect((await fetchOf('ann', other)).kind).toBe('fetched');
    server.answers.set('/feed.ics', (_request, response) =>
      response.writeHead(302, { location: other.url('/feed.ics') }).end(),
    );
    await refusedMs(fetchOf('ben'));
    expect(other.requests).toHaveLength(1);
  });
});

describe('a server that asks for patience', () => {
  const answering = (status: number, headers: Record<string, string> = {}) =>
    server.answers.set('/feed.ics', (_request, response) => response.writeHead(status, headers).end());

  it.each([
    [429, '120', 'rate-limited', 120_000],
    [503, '120', 'http-error', 120_000],
    [429, undefined, 'rate-limited', 60_000],
    [429, 'soon', 'rate-limited', 60_000],
    [429, '9999999999', 'rate-limited', 3_600_000],
  ] as const)('by %i and Retry-After %s is left alone', async (status, retryAfter, problem, waitMs) => {
    reader = testReader();
    answering(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
    expect(await fetchOf('ann')).toEqual(failed(problem, status, waitMs));
    const left = await refusedMs(fetchOf('ann'));
    expect(left).toBeGreaterThan(waitMs - 30_000);
    expect(left).toBeLessThanOrEqual(waitMs);
    expect(server.requests).toHaveLength(1);
  });

  it('until a date', async () => {
    reader = testReader();
    answering(503, { 'retry-after': new Date(Date.now() + 1_800_000).toUTCString() });
    expect(await fetchOf('ann')).toMatchObject({ problem: 'http-error', httpStatus: 503 });
    expect(await refusedMs(fetchOf('ann'))).toBeGreaterThan(1_700_000);
  });

  it('stops this owner’s feeds on this host, and no others', async () => {
    reader = testReader();
    answering(429, { 'retry-after': '60' });
    expect(await fetchOf('ann')).toMatchObject({ problem: 'rate-limited' });
    expect((await fetchOf('ann', other)).kind).toBe('fetched');
    expect(await fetchOf('ben')).toEqual(failed('rate-limited', 429, 60_000));
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    [503, undefined],
    [429, '0'],
    [503, new Date(0).toUTCString()],
    [500, '60'],
  ] as const)('%i with Retry-After %s asks for nothing', async (status, retryAfter) => {
    reader = testReader();
    answering(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
    await fetchOf('ann');
    await fetchOf('ann');
    expect(server.requests).toHaveLength(2);
  });
});
