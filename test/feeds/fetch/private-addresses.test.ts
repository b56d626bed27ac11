import { isIP } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FeedReaderOptions } from '../../../adapters/feeds/feed-reader.ts';
import { startFeedServer, type FeedServer } from '../../support/feed-server.ts';
import { INSIDE, THIS_MACHINE } from './support/private-hosts.ts';
import { CALENDAR, failed, leadingTo, testReader, UNKNOWN } from './support/reading.ts';

const REFUSED = failed('address-refused');
/** Stands for a public address: loopback too, but listed by the operator. */
const PUBLIC = '127.0.0.2';

/** Nobody may get here: on 127.0.0.1 and ::1, at one port. */
let inside: FeedServer[];
let outside: FeedServer;
let port: number;
let reader: ReturnType<typeof testReader>;
const reached = (): number => inside.reduce((sum, { connections }) => sum + connections, 0);

beforeAll(async () => {
  const v4 = await startFeedServer();
  ({ port } = v4);
  inside = [v4, await startFeedServer({ host: '::1', port })];
  outside = await startFeedServer({ host: PUBLIC, port });
});
beforeEach(() => {
  outside.answers.clear();
  for (const server of inside) {
    server.connections = 0;
    server.answers.set('/feed.ics', (_request, response) => response.end(CALENDAR));
  }
});
afterEach(() => reader?.close());
afterAll(() => Promise.all([...inside, outside].map((server) => server.stop())));

const open = (options: Partial<FeedReaderOptions> = {}) =>
  (reader = testReader({ allowedHosts: [PUBLIC], ...options }));
const at = (host: string, scheme = 'http') => `${scheme}://${host}:${port}/feed.ics`;
const fetchAt = (host: string, scheme?: string) => reader.fetch(at(host, scheme), 'owner', UNKNOWN);
const ALL = [...THIS_MACHINE, ...INSIDE];
const addressOf = (host: string) => new URL(`http://${host}/`).hostname.replace(/^\[|\]$/g, '');
const ADDRESSES = [...new Set(ALL.map(addressOf).filter((address) => isIP(address) !== 0))];

describe('the table', () => {
  it('has forty addresses and more, in every notation', () => {
    expect(ALL.length).toBeGreaterThan(80);
    expect(ADDRESSES.length).toBeGreaterThan(50);
  });

  it.each(THIS_MACHINE)('%s would be reached if nobody refused it', async (host) => {
    open({ allowedHosts: ['0.0.0.0/0', '::/0'] });
    expect((await fetchAt(host)).kind).toBe('fetched');
    expect(reached()).toBe(1);
  });
});

describe('nobody gets to what is private', () => {
  it.each(ALL)('by its address: %s', async (host) => {
    open();
    expect(await fetchAt(host)).toEqual(REFUSED);
    expect(await fetchAt(host, 'https')).toEqual(REFUSED);
    expect(reached()).toBe(0);
  });

  it.each(ALL)('by a redirect to %s', async (host) => {
    open();
    let asked = 0;
    outside.answers.set('/feed.ics', (_request, response) => {
      asked += 1;
      response.writeHead(302, { location: Buffer.from(at(host)).toString('latin1') }).end();
    });
    expect(await fetchAt(PUBLIC)).toEqual(REFUSED);
    expect(asked).toBe(1);
    expect(reached()).toBe(0);
  });

  it.each(ADDRESSES)('by a name that leads to %s', async (address) => {
    const asked: string[] = [];
    open({
      resolve: (name) => {
        asked.push(name);
        return leadingTo(address)();
      },
    });
    expect(await fetchAt('feeds.example.org')).toEqual(REFUSED);
    expect(asked).toEqual(['feeds.example.org']);
    expect(reached()).toBe(0);
  });

  it('by a name that leads to what is no address', async () => {
    open({ resolve: leadingTo('fe80::1%lo') });
    expect(await fetchAt('feeds.example.org')).toEqual(REFUSED);
    await reader.close();
    open({ resolve: leadingTo('nonsense') });
    expect(await fetchAt('feeds.example.org')).toEqual(REFUSED);
    await reader.close();
    open({ resolve: leadingTo() });
    expect(await fetchAt('feeds.example.org')).toEqual(REFUSED);
  });

  it('by a name that leads elsewhere the second time', async () => {
    const answers = [PUBLIC, '127.0.0.1'];
    open({ resolve: () => leadingTo(answers.shift() ?? '127.0.0.1')() });
    outside.answers.set('/feed.ics', (_request, response) =>
      response.writeHead(302, { location: '/again.ics' }).end(),
    );
    expect(await fetchAt('feeds.example.org')).toEqual(REFUSED);
    expect(answers).toEqual([]);
    expect(outside.requests.at(-1)).toBe('GET /feed.ics');
    expect(await fetchAt('feeds.example.org')).toEqual(REFUSED);
    expect(reached()).toBe(0);
  });

  it('by a name that leads to both', async () => {
    open({ resolve: leadingTo('127.0.0.1', '::1', PUBLIC) });
    outside.answers.set('/feed.ics', (_request, response) => response.end(CALENDAR));
    expect((await fetchAt('feeds.example.org')).kind).toBe('fetched');
    expect(reached()).toBe(0);
  });
});

describe('the operator', () => {
  it('lets a name lead anywhere', async () => {
    open({ allowedHosts: ['Feeds.example.org'], resolve: leadingTo('127.0.0.1') });
    expect((await fetchAt('feeds.EXAMPLE.org.')).kind).toBe('fetched');
    expect(reached()).toBe(1);
    expect(await fetchAt('other.feeds.example.org')).toEqual(REFUSED);
    expect(await fetchAt('127.0.0.1')).toEqual(REFUSED);
    expect(reached()).toBe(1);
  });

  it.each([['127.0.0.1'], ['127.0.0.0/8'], ['::ffff:127.0.0.1'], ['localhost']])(
    'lets %s be reached',
    async (allowed) => {
      open({ allowedHosts: [allowed] });
      expect((await fetchAt(allowed === '::ffff:127.0.0.1' ? `[${allowed}]` : 'localhost')).kind).toBe(
        'fetched',
      );
      expect(await fetchAt('10.0.0.1')).toEqual(REFUSED);
    },
  );
});
