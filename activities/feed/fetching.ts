import type { Instant } from '../../domain/time/instant.ts';
import type { ReadingProblem } from '../reading-failures.ts';

/** What a server said of a feed when it was fetched last; sent back so that it may answer 304 (RFC 9110 §13). */
export interface FeedValidators {
  etag: string | null;
  lastModified: string | null;
}

/** Nothing is known: the whole feed is asked for. */
export const NO_VALIDATORS: FeedValidators = { etag: null, lastModified: null };

/** Why a feed could not be fetched. Stable: the status, the log and the owner's page choose their words by them. */
export type FeedFetchProblem =
  | 'url-invalid'
  /** http, where only https is allowed. */
  | 'url-not-https'
  /** Private, loopback, link-local or metadata address; also after DNS, and after a redirect. */
  | 'address-refused'
  | 'host-not-found'
  | 'unreachable'
  | 'certificate-invalid'
  | 'timeout'
  | 'too-large'
  | 'truncated'
  | 'too-many-redirects'
  | 'not-found'
  | 'not-authorised'
  | 'http-error'
  /** HTML or anything else that is no iCalendar. */
  | 'not-a-calendar'
  /** More than reading a feed may take. */
  | ReadingProblem
  /** Too many fetches of this host or this owner's feeds; `retryAfterMs` says when. */
  | 'rate-limited';

export type FeedFetched =
  | { kind: 'not-modified'; httpStatus: 304 }
  | {
      kind: 'fetched';
      httpStatus: number;
      validators: FeedValidators;
      /** SHA-256 of the bytes. */
      hash: Buffer;
      bytes: number;
      /** Decoded by its BOM or charset; UTF-8 when there is neither. */
      text: string;
    }
  | { kind: 'failed'; problem: FeedFetchProblem; httpStatus: number | null; retryAfterMs: number | null };

/** Fetches feeds whose addresses users give. Never throws for what a server or a user does wrong, but ReadingBusy. */
export interface FeedReader {
  /**
   * @param url http, https or webcal, as its owner gave it
   * @param owner whose feeds are counted together; no address
   */
  fetch(url: string, owner: string, known: FeedValidators): Promise<FeedFetched>;
}

/** URLs of feeds, sealed with keys that have ids. */
export interface FeedUrls {
  seal(url: string): { sealed: Buffer; keyId: string };
  /** @throws Error when no key of this id is configured, or the bytes were changed */
  open(sealed: Buffer, keyId: string): string;
  /** What its owner may see: the host, and neither path, user nor token. */
  mask(url: string): string;
}

/** One Temporal Schedule a feed, `feed:<calendar id>`. Each call may be repeated. */
export interface FeedSchedules {
  /** Makes the Schedule be as these settings say: paused when the feed is off; none when it has no URL. Syncs at once. */
  arrange(feed: {
    calendarId: string;
    intervalMinutes: number;
    enabled: boolean;
    /** Absent: it has one. */
    hasUrl?: boolean;
  }): Promise<void>;
  /** Syncs now, besides the interval. */
  trigger(calendarId: string): Promise<void>;
  /** Null: no Schedule, or paused. */
  nextSync(calendarId: string): Promise<Instant | null>;
}
