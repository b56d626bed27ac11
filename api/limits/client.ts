import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { isInNetworks } from '../smtp/networks.ts';

/**
 * Who asks: the address of the connection, or, behind proxies of ours, the rightmost of X-Forwarded-For that is none of
 * them. What stands further left, the client may have written itself. A field that cannot be read counts as the proxy.
 *
 * @param trustedProxies addresses and networks
 * @returns the client as limits name it, see `clientName`
 */
export function clientFinder(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  const isTrusted = isInNetworks(trustedProxies);
  return ({ socket, headers }) => {
    let client = plainAddress(socket.remoteAddress ?? '') ?? '';
    if (trustedProxies.length === 0) return clientName(client);
    const hops = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    while (isTrusted(client)) {
      const before = plainAddress(hops.pop() ?? '');
      if (before === null) break;
      client = before;
    }
    return clientName(client);
  };
}

/** One name for one client: an IPv4 address, or the /64 that an IPv6 address is of, all of which one subscriber has (RFC 6177). */
export function clientName(address: string): string {
  const plain = plainAddress(address);
  if (plain === null || isIP(plain) !== 6) return plain ?? 'unknown';
  const parts = (ipaddr.parse(plain) as ipaddr.IPv6).parts.slice(0, 4);
  return isLoopback(plain) ? plain : `${parts.map((part) => part.toString(16)).join(':')}::/64`;
}

/** @param client an address, or a name of `clientName` */
export const isLoopback = (client: string): boolean => client === '::1' || /^127\.[\d.]+$/.test(client);

/** Without port, brackets, zone, and IPv4 as itself where it comes as IPv6; null when it is no address. */
function plainAddress(text: string): string | null {
  const trimmed = text.trim().replace(/^"|"$/g, '');
  const [, bracketed, dotted] = /^\[([^\]]*)\](?::\d+)?$|^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(trimmed) ?? [];
  const [address = ''] = (bracketed ?? dotted ?? trimmed).split('%', 1);
  return isIP(address) === 0 ? null : ipaddr.process(address).toString();
}
