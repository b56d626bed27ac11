import type { FeedInstance, RoomProblem } from '../../domain/feeds/instances.ts';
import type { Instant, TimeRange } from '../../domain/time/instant.ts';
import { NO_VALIDATORS, type FeedFetchProblem } from './fetching.ts';
import type { FeedSyncPorts } from './ports.ts';

/** What an address gives, for whoever is about to set it. */
export type FeedExamined =
  | {
      kind: 'read';
      /** Of the calendar. */
      name: string | null;
      /** Those that can be read; a series is one. */
      events: number;
      /** Of them, those that name the room at some time. */
      matches: number;
      /** The meetings of the window, the next ones first. */
      next: (TimeRange & { title: string; allDay: boolean })[];
      /** After those; null: none within a week. */
      nextStartMs: Instant | null;
      problems: RoomProblem[];
    }
  | {
      kind: 'failed';
      problem: FeedFetchProblem;
      httpStatus: number | null;
      retryAfterMs: number | null;
    };

export type ExaminePorts = Pick<FeedSyncPorts, 'reader' | 'texts' | 'clock' | 'publicUrl' | 'window'>;

export interface ExamineRequest {
  url: string;
  /** Whose fetches are counted together; no address. */
  owner: string;
  roomName: string;
  /** IANA name. */
  timezone: string;
}

/** The most meetings that are shown. */
const MOST_NEXT = 10;

/** Fetches and reads a feed as a sync of the room would, and writes nothing. */
export async function examineFeed(
  { reader, texts, clock, publicUrl, window }: ExaminePorts,
  { url, owner, roomName, timezone }: ExamineRequest,
): Promise<FeedExamined> {
  const fetched = await reader.fetch(url, owner, NO_VALIDATORS);
  const failed = (problem: FeedFetchProblem): FeedExamined => ({
    kind: 'failed',
    problem,
    httpStatus: fetched.httpStatus,
    retryAfterMs: fetched.kind === 'failed' ? fetched.retryAfterMs : null,
  });
  if (fetched.kind === 'failed') return failed(fetched.problem);
  // Nobody asked for it: no validators were sent.
  if (fetched.kind === 'not-modified') return failed('http-error');
  const nowMs = clock.nowMs();
  const read = await texts.read(fetched.text, { roomName, timezone, publicUrl, window, nowMs }, null);
  if (typeof read === 'string') return failed(read);
  const { name, events, matches, instances, nextStartMs, problems } = read;
  const next = instances.filter(({ endMs }) => endMs > nowMs).slice(0, MOST_NEXT);
  return { kind: 'read', name, events, matches, next: next.map(shown), nextStartMs, problems };
}

const shown = ({ title, startMs, endMs, allDay }: FeedInstance) => ({ title, startMs, endMs, allDay });
