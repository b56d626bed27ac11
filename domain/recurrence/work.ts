/**
 * What expanding may still cost, in local times that are looked at (some ten nanoseconds each). The sets of one feed share one,
 * so that thousands of hostile rules cost no more than one. It is counted down in place, and nothing else is kept in it.
 */
export interface Work {
  left: number;
}

export const unlimitedWork = (): Work => ({ left: Infinity });

/** A company's calendar takes a tenth of it. */
const OF_A_FEED = 20_000_000;
const OF_AN_EVENT = 200;

/** For a feed of so many events. */
export const workOfFeed = (events: number): Work => ({ left: OF_A_FEED + OF_AN_EVENT * events });
