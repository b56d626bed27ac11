import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { clientFinder, clientName } from '../../../api/limits/client.ts';

const from = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

const PROXIES = ['10.0.0.0/8', 'fd00::/8'];

it.each([
  ['no proxy of ours', '198.51.100.7', '203.0.113.9', '198.51.100.7'],
  ['one proxy', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['what the client wrote itself', '10.0.0.1', '1.2.3.4, 203.0.113.9', '203.0.113.9'],
  ['a client that claims to be a proxy', '10.0.0.1', '10.9.9.9, 203.0.113.9', '203.0.113.9'],
  ['two proxies', '10.0.0.1', '203.0.113.9, 10.0.0.2', '203.0.113.9'],
  ['proxies alone', '10.0.0.1', '10.0.0.3,10.0.0.2', '10.0.0.3'],
  ['nothing', '10.0.0.1', undefined, '10.0.0.1'],
  ['nonsense', '10.0.0.1', '203.0.113.9, unknown', '10.0.0.1'],
  ['a port', '10.0.0.1', '203.0.113.9:4711', '203.0.113.9'],
  ['brackets and a port', '10.0.0.1', '"[2001:db8:1:2::9]:4711"', '2001:db8:1:2::/64'],
  ['a proxy in IPv6', 'fd00::1', '203.0.113.9', '203.0.113.9'],
  ['IPv4 within IPv6', '::ffff:10.0.0.1', '::ffff:203.0.113.9', '203.0.113.9'],
])('the client is the rightmost that is no proxy: %s', (_what, remote, forwarded, client) => {
  expect(clientFinder(PROXIES)(from(remote, forwarded))).toBe(client);
});

it('nobody is believed when no proxy is trusted', () => {
  expect(clientFinder([])(from('127.0.0.1', '203.0.113.9'))).toBe('127.0.0.1');
});

it('all addresses of a /64 are one client, those of the next are another', () => {
  const names = ['2001:db8:1:2::1', '2001:DB8:1:2:ffff::9', '2001:db8:1:2::1%eth0', '2001:db8:1:3::1'].map(
    clientName,
  );
  expect(new Set(names.slice(0, 3))).toEqual(new Set(['2001:db8:1:2::/64']));
  expect(names[3]).toBe('2001:db8:1:3::/64');
});
