import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isLocalhost, type AddressGuard } from './address-guard.ts';

export interface ResolvedAddress {
  address: string;
  family: number;
}

/** What the DNS, or the hosts file, says of a name. */
export type ResolveName = (hostname: string) => Promise<ResolvedAddress[]>;

export interface GuardedAgentOptions {
  guard: AddressGuard;
  resolve?: ResolveName | undefined;
  connectMs: number;
  /** Of silence, before and within the answer. */
  silenceMs: number;
  /** Who vouches for servers (PEM), instead of those that everybody trusts. */
  ca?: string | undefined;
}

/** Nothing of where it should have gone. */
export class AddressRefused extends Error {
  readonly code = 'ADDRESS_REFUSED';

  constructor() {
    super('no address of this host may be reached');
    this.name = 'AddressRefused';
  }
}

const LOOPBACK: ResolvedAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

/**
 * Makes connections that the guard allows, and no others. The guard is asked where the socket is made, with the address that
 * it will connect to: a name that leads elsewhere a moment later changes nothing. Every connection is a new one, so that
 * each was asked about.
 */
export function createGuardedAgent(options: GuardedAgentOptions): Agent {
  const { guard, resolve = (hostname) => systemLookup(hostname, { all: true }) } = options;
  const lookup = guardedLookup(guard, resolve);
  const connectTo = buildConnector({
    lookup,
    timeout: options.connectMs,
    rejectUnauthorized: true,
    ...(options.ca !== undefined && { ca: options.ca }),
  });
  return new Agent({
    // No lookup is made for an address.
    connect: (to, callback) =>
      isIP(to.hostname) !== 0 && !guard(to.hostname, to.hostname)
        ? callback(new AddressRefused(), null)
        : connectTo(to, callback),
    pipelining: 0,
    headersTimeout: options.silenceMs,
    bodyTimeout: options.silenceMs,
  });
}

/** Leaves out the addresses that are refused, so that a name with a private and a public one is reached at the public one. */
function guardedLookup(guard: AddressGuard, resolve: ResolveName): LookupFunction {
  const allowed = async (hostname: string): Promise<ResolvedAddress[]> => {
    const found = isLocalhost(hostname) ? LOOPBACK : await resolve(hostname);
    const reachable = found.filter(({ address }) => guard(hostname, address));
    if (reachable.length === 0) throw new AddressRefused();
    return reachable;
  };
  return (hostname, { all }, callback) => {
    allowed(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (all) callback(null, addresses);
        else callback(null, first!.address, first!.family);
      },
      (error: Error) => callback(error, []),
    );
  };
}
