import { BlockList, isIPv4 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAddressGuard } from '../../../adapters/http/address-guard.ts';

/** What is not globally reachable by IANA's registries of special addresses (RFC 6890), and multicast and reserved space. */
const REFUSED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** Anycast services of the DNS and of tunnels, where no feed is. */
const USELESS_V4 = ['192.31.196.0/24', '192.52.193.0/24', '192.175.48.0/24'];
const REFUSED_V6 = [
  '::/3',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '4000::/2',
  '8000::/1',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];
/** In `::/3`, and judged by the IPv4 address at their end. */
const CARRIERS = ['::ffff:', '64:ff9b::'];

const guard = createAddressGuard([]);
const allows = (address: string): boolean => guard('feeds.example.org', address);

/** Any address of a network. */
function addressIn(network: string): fc.Arbitrary<string> {
  const [start = '', prefix] = network.split('/');
  const bits = isIPv4(start) ? 32 : 128;
  const free = BigInt(bits - Number(prefix));
  const first = isIPv4(start) ? ofV4(start) : ofV6(start);
  return fc.bigInt(0n, (1n << free) - 1n).map((offset) => written(first + offset, bits));
}

const ofV4 = (text: string): bigint =>
  text.split('.').reduce((sum, octet) => (sum << 8n) + BigInt(octet), 0n);

/** Groups, and `::` at the end. */
function ofV6(text: string): bigint {
  const groups = text.replace(/::$/, '').split(':').filter(Boolean);
  return [...groups, ...Array<string>(8 - groups.length).fill('0')].reduce(
    (sum, group) => (sum << 16n) + BigInt(`0x${group}`),
    0n,
  );
}

function written(value: bigint, bits: number): string {
  const width = bits === 32 ? 8 : 16;
  const groups = Array.from({ length: bits / width }, (_, at) =>
    ((value >> BigInt(bits - width * (at + 1))) & ((1n << BigInt(width)) - 1n)).toString(
      width === 8 ? 10 : 16,
    ),
  );
  return groups.join(width === 8 ? '.' : ':');
}

const hexEnd = (v4: string): string =>
  written(ofV4(v4) + (1n << 127n), 128)
    .split(':')
    .slice(6)
    .join(':');

describe('an address of the inside', () => {
  it('of IPv4 is refused, also inside IPv6', () => {
    const anyRefused = fc.oneof(...[...REFUSED_V4, ...USELESS_V4].map(addressIn));
    fc.assert(
      fc.property(anyRefused, (address) => {
        expect(allows(address)).toBe(false);
        for (const carrier of CARRIERS) {
          expect(allows(carrier + address)).toBe(false);
          expect(allows(carrier + hexEnd(address))).toBe(false);
        }
        expect(allows(`::${address}`)).toBe(false);
        expect(allows(`2002:${hexEnd(address)}::1`)).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  it('of IPv4 is refused however it is written in a URL', () => {
    const anyRefused = fc.oneof(...REFUSED_V4.map(addressIn)).map(ofV4);
    const notation = fc.constantFrom<(value: bigint) => string>(
      (value) => String(value),
      (value) => `0x${value.toString(16)}`,
      (value) => `0${value.toString(8)}`,
      (value) => `0x${(value >> 24n).toString(16)}.0${(value & 0xffffffn).toString(8)}`,
      (value) => `${value >> 24n}.${(value >> 16n) & 255n}.${value & 0xffffn}`,
    );
    fc.assert(
      fc.property(anyRefused, notation, (value, write) => {
        const { hostname } = new URL(`https://${write(value)}/`);
        expect(ofV4(hostname)).toBe(value);
        expect(guard(hostname, hostname)).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  it('of IPv6 is refused', () => {
    const carried = new BlockList();
    carried.addSubnet('::ffff:0:0', 96, 'ipv6');
    carried.addSubnet('64:ff9b::', 96, 'ipv6');
    fc.assert(
      fc.property(fc.oneof(...REFUSED_V6.map(addressIn)), (address) => {
        fc.pre(!carried.check(address, 'ipv6'));
        expect(allows(address)).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('an address of the outside', () => {
  const special = new BlockList();
  for (const network of [...REFUSED_V4, ...USELESS_V4]) {
    const [address = '', prefix] = network.split('/');
    special.addSubnet(address, Number(prefix), 'ipv4');
  }

  it('of IPv4 is allowed, also inside IPv6', () => {
    fc.assert(
      fc.property(addressIn('0.0.0.0/0'), (address) => {
        fc.pre(!special.check(address, 'ipv4'));
        expect(allows(address)).toBe(true);
        for (const carrier of CARRIERS) expect(allows(carrier + address)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('of IPv6 is allowed', () => {
    const providers = ['2001:4860::/32', '2003::/19', '2400:cb00::/32', '2606:4700::/32', '2a00::/16'];
    fc.assert(
      fc.property(fc.oneof(...providers.map(addressIn)), (address) => {
        expect(allows(address)).toBe(true);
      }),
    );
  });
});

describe('the list of the operator', () => {
  it('never opens more than it says', () => {
    const listed = createAddressGuard(['10.1.0.0/16', 'fd00:1::/32', '192.168.7.7', 'nas.example']);
    fc.assert(
      fc.property(fc.oneof(...['10.0.0.0/8', '192.168.0.0/16'].map(addressIn)), (address) => {
        const isListed = address.startsWith('10.1.') || address === '192.168.7.7';
        expect(listed('feeds.example.org', address)).toBe(isListed);
        expect(listed('feeds.example.org', `::ffff:${address}`)).toBe(isListed);
        expect(listed('nas.example', address)).toBe(true);
        expect(listed('nas.example.org', address)).toBe(isListed);
      }),
      { numRuns: 2_000 },
    );
    expect(listed('feeds.example.org', 'fd00:1::5')).toBe(true);
    expect(listed('feeds.example.org', 'fd00:2::5')).toBe(false);
  });
});
