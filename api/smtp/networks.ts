import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** This machine itself. */
export const LOOPBACK: readonly string[] = ['127.0.0.0/8', '::1'];

/** Whether an address lies in one of the networks (`10.0.0.0/8`, or single addresses). */
export function isInNetworks(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return (address) => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}
