import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** However long a server wants to be left alone. */
const LONGEST_PAUSE_MS = 3_600_000;

/** Limits of one process; several workers have as many times the rate. Times in ms. */
export interface FeedRateLimits {
  /** Counts a fetch. @returns how long to wait before it may be made; 0: now */
  ofOwner(owner: string): Promise<number>;
  /** Counts a request; a redirect is another one, of the host that it leads to. @returns as above */
  ofHost(host: string, owner: string): Promise<number>;
  /**
   * The server has asked this owner for patience (RFC 9110 §10.2.3). The other owners' feeds go on: one of them must not be
   * able to stop everybody's.
   *
   * @returns for how long it is given; an hour at most
   */
  pause(host: string, owner: string, ms: number): Promise<number>;
}

export function createFeedRateLimits(limits: {
  hostPerMinute: number;
  ownerPerMinute: number;
}): FeedRateLimits {
  const hosts = new RateLimiterMemory({ points: limits.hostPerMinute, duration: 60 });
  const owners = new RateLimiterMemory({ points: limits.ownerPerMinute, duration: 60 });
  const pauses = new RateLimiterMemory({ points: 1, duration: 1 });
  return {
    ofOwner: (owner) => waitOf(owners, owner),
    async ofHost(host, owner) {
      const paused = await pauses.get(pairOf(host, owner));
      return paused !== null && paused.msBeforeNext > 0 ? paused.msBeforeNext : waitOf(hosts, host);
    },
    async pause(host, owner, ms) {
      const given = Math.min(Math.max(ms, 0), LONGEST_PAUSE_MS);
      // Zero would be for ever.
      if (given > 0) await pauses.block(pairOf(host, owner), given / 1000);
      return given;
    },
  };
}

/** A host has no space in it. */
const pairOf = (host: string, owner: string): string => `${host} ${owner}`;

async function waitOf(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refused) {
    // It rejects with its answer, which is no Error.
    if (refused instanceof Error) throw refused;
    return Math.max((refused as RateLimiterRes).msBeforeNext, 1);
  }
}
