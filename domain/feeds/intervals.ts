/** How often a feed may be looked at, in minutes. */
export const FEED_INTERVALS = [1, 5, 10, 30, 60] as const;
export type FeedInterval = (typeof FEED_INTERVALS)[number];
