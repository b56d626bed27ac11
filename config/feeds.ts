import { z } from 'zod';
import { flag, hosts } from './variable-kinds.ts';

const perMinute = (fallback: number) => z.coerce.number().int().min(1).max(1_000_000).default(fallback);

/** The variables about calendar feeds, whose addresses users give. */
export const feedVariables = {
  FEED_ALLOW_HTTP: flag(false),
  FEED_ALLOWED_HOSTS: hosts().optional(),
  FEED_HOST_PER_MINUTE: perMinute(600),
  FEED_OWNER_PER_MINUTE: perMinute(120),
  FEED_WINDOW_BEFORE_SECONDS: z.coerce.number().min(0).max(2_678_400).default(3_600),
  FEED_WINDOW_AHEAD_SECONDS: z.coerce.number().min(60).max(2_678_400).default(86_400),
};

type Environment = z.output<z.ZodObject<typeof feedVariables>>;

/** How feeds are fetched. The counts are of one process. */
export interface FeedSettings {
  /** Feeds may come over http, and an https feed may redirect to http. */
  allowHttp: boolean;
  /** Names, addresses and networks that may be reached although they are private. */
  allowedHosts: readonly string[];
  hostPerMinute: number;
  ownerPerMinute: number;
}

export const arrangeFeeds = (env: Environment): FeedSettings => ({
  allowHttp: env.FEED_ALLOW_HTTP,
  allowedHosts: env.FEED_ALLOWED_HOSTS ?? [],
  hostPerMinute: env.FEED_HOST_PER_MINUTE,
  ownerPerMinute: env.FEED_OWNER_PER_MINUTE,
});

/** What of a feed is meetings: from so long before now to so long after it. */
export const arrangeFeedWindow = (env: Environment) => ({
  beforeMs: env.FEED_WINDOW_BEFORE_SECONDS * 1000,
  aheadMs: env.FEED_WINDOW_AHEAD_SECONDS * 1000,
});
