import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = [Address, number];

/**
 * Whether a connection may be made.
 *
 * @param hostname as it stands in the URL: a name, or an address without brackets
 * @param address what the name leads to
 */
export type AddressGuard = (hostname: string, address: string) => boolean;

/** Global unicast (RFC 4291 §2.4); the rest of IPv6 is of no use to anybody outside. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');
/** Addresses that look public and are the inside of a cloud: Azure's host. */
const METADATA = new Set(['168.63.129.16']);
/** The well-known prefix of NAT64 (RFC 6052 §2.1): what is meant is the IPv4 address at the end. */
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96');

/**
 * Only addresses that are anybody's to reach are allowed, and what the operator lists. IPv4 in IPv6 is judged as the IPv4
 * address that is reached; 6to4 and Teredo are refused altogether.
 *
 * @param allowedHosts names, which may lead anywhere, and addresses and networks (`10.0.0.0/8`), under whatever name
 */
export function createAddressGuard(allowedHosts: readonly string[]): AddressGuard {
  const networks = allowedHosts.map(networkOf).filter((network) => network !== null);
  const names = new Set(allowedHosts.filter((host) => networkOf(host) === null).map(plainName));
  return (hostname, address) => {
    if (!ipaddr.isValid(address)) return false;
    if (names.has(plainName(hostname))) return true;
    const written = ipaddr.parse(address);
    const reached = reachedBy(written);
    return isPublic(reached) || networks.some((network) => isIn(written, network) || isIn(reached, network));
  };
}

/** Whether the operator names this host itself, or a network that has it where it is an address. */
export function isListed(hostname: string, allowedHosts: readonly string[]): boolean {
  const address = ipaddr.isValid(hostname) ? ipaddr.parse(hostname) : null;
  return allowedHosts.some((host) => {
    const network = networkOf(host);
    if (network === null) return plainName(host) === plainName(hostname);
    return address !== null && isIn(address, network);
  });
}

/** RFC 6761 §6.3: no resolver is to be asked for them. */
export const isLocalhost = (name: string): boolean => /(^|\.)localhost$/.test(plainName(name));

/** A name may be written with the dot of the root. */
export const plainName = (name: string): string => name.toLowerCase().replace(/\.$/, '');

function networkOf(host: string): Network | null {
  if (ipaddr.isValidCIDR(host)) return ipaddr.parseCIDR(host);
  if (!ipaddr.isValid(host)) return null;
  const address = ipaddr.parse(host);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

function reachedBy(address: Address): Address {
  if (!(address instanceof ipaddr.IPv6)) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  return isIn(address, NAT64) ? new ipaddr.IPv4(address.toByteArray().slice(12)) : address;
}

function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast' || METADATA.has(address.toString())) return false;
  return address.kind() === 'ipv4' || isIn(address, GLOBAL_IPV6);
}

const isIn = (address: Address, [network, bits]: Network): boolean =>
  address.kind() === network.kind() && address.match(network, bits);
