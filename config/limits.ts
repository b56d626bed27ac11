import { z } from 'zod';
import { isNetwork, list } from './variable-kinds.ts';

const many = (fallback: number) => z.coerce.number().int().min(1).max(1_000_000).default(fallback);

const perDay = (fallback: number) => z.coerce.number().int().min(1).max(1_000).default(fallback);

/** The variables about how much one client may ask. */
export const limitVariables = {
  TRUSTED_PROXIES: list(
    'must be addresses or networks like 10.0.0.0/8, with commas between',
    isNetwork,
  ).optional(),
  LIMIT_KEY_PER_MINUTE: many(3_000),
  LIMIT_CLIENT_PER_MINUTE: many(600),
  LIMIT_BOOKINGS_PER_HOUR: many(20),
  LIMIT_TYPE_BOOKED_PER_HOUR: many(40),
  LIMIT_TYPE_BOOKED_PER_DAY: many(120),
  BUDGET_PROPOSALS_PER_DAY: perDay(20),
  BUDGET_LINKS_PER_DAY: perDay(10),
  BUDGET_REFRESHES_PER_DAY: perDay(10),
  BUDGET_QUESTIONS_PER_DAY: perDay(3),
};

type Environment = z.output<z.ZodObject<typeof limitVariables>>;

/** So many within so many seconds. All may come at once: the window begins with the first. */
export interface Limit {
  most: number;
  seconds: number;
}

const HOUR = 3_600;

/** Every limit of what comes over HTTP and SMTP, each of one process. A client is an address, or an IPv6 network of 64 bits. */
const limitTable = (env: Environment) =>
  ({
    /** Requests with one API key. */
    key: { most: env.LIMIT_KEY_PER_MINUTE, seconds: 60 },
    /** Requests of one client without a key that is known to be right. */
    client: { most: env.LIMIT_CLIENT_PER_MINUTE, seconds: 60 },
    /** Heartbeats of one client: a whole company may be inside, behind one address. */
    heartbeats: { most: 6_000, seconds: 60 },
    /** Answers 401 and 404 to one client: wrong keys, signatures and tokens, rooms that are not there. */
    guesses: { most: 60, seconds: 300 },
    /** Requests with one token of a link. */
    link: { most: 60, seconds: 60 },
    /** Proposals of one client through links. */
    proposals: { most: 60, seconds: HOUR },
    /** Fresh links that one client has mailed. */
    renewals: { most: 20, seconds: HOUR },
    /** Sign-in links that one client has mailed; an address gets three in a quarter of an hour. */
    signIns: { most: 20, seconds: HOUR },
    /** Feeds that one client has fetched to try them. */
    feedTests: { most: 60, seconds: 600 },
    /** People who come to one meeting from one client that is no owner's, once each: it cannot take all places. */
    joins: { most: 100, seconds: HOUR },
    /** Unscheduled meetings that one client, no owner, begins in one room. */
    starts: { most: 5, seconds: HOUR },
    /** Unscheduled meetings that owners begin in one room. */
    ownerStarts: { most: 60, seconds: HOUR },
    /** Slots that one client holds or books without a key. */
    bookings: { most: env.LIMIT_BOOKINGS_PER_HOUR, seconds: HOUR },
    /** Slots of one event type that are held or booked without a key. */
    bookingsOfType: { most: env.LIMIT_TYPE_BOOKED_PER_HOUR, seconds: HOUR },
    /** The same, of a day: so that whoever comes from many addresses cannot take a month of somebody before it is seen. */
    bookingsOfTypeDaily: { most: env.LIMIT_TYPE_BOOKED_PER_DAY, seconds: 24 * HOUR },
    /** Connections of one client to the mail listeners, relays of ours apart. */
    mailConnections: { most: 300, seconds: 60 },
    /** Messages of one client over SMTP, relays of ours apart. */
    mailMessages: { most: 600, seconds: 60 },
  }) satisfies Record<string, Limit>;

export type LimitName = keyof ReturnType<typeof limitTable>;

/** How much is taken of whom. */
export interface LimitSettings {
  /** Addresses and networks whose X-Forwarded-For counts. */
  trustedProxies: readonly string[];
  table: Record<LimitName, Limit>;
  /** What is open at the same time. */
  open: {
    streamsPerClient: number;
    streamsPerRoom: number;
    /** People inside one meeting. */
    inside: number;
  };
}

export const arrangeLimits = (env: Environment): LimitSettings => ({
  trustedProxies: env.TRUSTED_PROXIES ?? [],
  table: limitTable(env),
  open: { streamsPerClient: 100, streamsPerRoom: 500, inside: 250 },
});

/** How many mails one attendee of a meeting may cause a day (UTC), by what causes them. */
export const arrangeBudgets = (env: Environment) => ({
  proposals: env.BUDGET_PROPOSALS_PER_DAY,
  links: env.BUDGET_LINKS_PER_DAY,
  refreshes: env.BUDGET_REFRESHES_PER_DAY,
  questions: env.BUDGET_QUESTIONS_PER_DAY,
});
