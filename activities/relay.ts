import { LRUCache } from 'lru-cache';
import type { Instant } from '../domain/time/instant.ts';
import type { SignalEvent } from '../workflows/meeting/messages.ts';
import type {
  Deliveries,
  FeedArranger,
  InboundStore,
  Outbox,
  OutboxEvent,
  PendingEvent,
} from './inbound/ports.ts';
import { EngineUnavailable, MeetingNotRunning, MeetingRefused, type Meetings } from './meeting/meetings.ts';
import type { Clock } from './clock.ts';

const BATCH = 100;
/** Whoever wrote an event to the outbox sends it on at once; this old, it was forgotten. */
const FORGOTTEN_AFTER_MS = 5_000;

export interface RelayPorts {
  outbox: Outbox;
  meetings: Pick<Meetings, 'tell' | 'appear' | 'hold'>;
  deliveries: Deliveries;
  /** Absent: this process arranges no feeds, and their events wait for one that does. */
  feeds?: FeedArranger;
}

/** Where an event goes; null: not from this process. */
type Send<E> = (ports: RelayPorts, event: E, uid: string) => Promise<void> | null;

const tell: Send<SignalEvent> = ({ meetings }, event, uid) => meetings.tell(uid, event);

const SENDS: { [T in OutboxEvent['type']]: Send<Extract<OutboxEvent, { type: T }>> } = {
  answered: tell,
  proposed: tell,
  'delegation-tried': tell,
  'answer-held': tell,
  'refresh-requested': tell,
  'text-received': tell,
  bounced: tell,
  joined: tell,
  left: tell,
  held: async ({ meetings }, { meeting, ...event }) => {
    // Refused: it was booked meanwhile, or is over.
    await meetings.hold(meeting, event).catch(ignoreRefusal);
  },
  'calendar-event': ({ meetings }, { meeting, ...event }) => meetings.appear(meeting, event),
  'calendar-event-removed': tell,
  'repeat-cancel': ({ deliveries }, event) => deliveries.start(event),
  'sign-in': ({ deliveries }, event) => deliveries.start(event),
  notice: ({ deliveries }, event) => deliveries.start(event),
  'calendar-mail': ({ deliveries }, event) => deliveries.start(event),
  'feed-changed': ({ feeds }, { calendarId }) => feeds?.arrange(calendarId) ?? null,
};

const ignoreRefusal = (error: unknown): void => {
  if (!(error instanceof MeetingRefused)) throw error;
};

/**
 * Sends on what was forgotten in the outbox. May run in several places at once: a workflow takes each key once. What
 * fails holds up only what comes after it for the same meeting or feed, and is tried again with the next call.
 *
 * @returns how many events there were
 * @throws the first failure, after everything else was sent on; EngineUnavailable at once
 */
export async function relayForgotten(ports: RelayPorts & { clock: Clock }): Promise<number> {
  const events = await ports.outbox.pendingBefore(ports.clock.nowMs() - FORGOTTEN_AFTER_MS, BATCH);
  const failures = new Map<string, unknown>();
  for (const event of events) {
    if (failures.has(event.uid)) continue;
    await relay(ports, event).catch((error: unknown) => {
      if (error instanceof EngineUnavailable) throw error;
      failures.set(event.uid, error);
    });
  }
  for (const failure of failures.values()) throw failure;
  return events.length;
}

/** Sends an event that was written to the outbox on. */
export async function relay(ports: RelayPorts, { uid, event }: PendingEvent): Promise<void> {
  const { outbox } = ports;
  try {
    const sent = (SENDS[event.type] as Send<OutboxEvent>)(ports, event, uid);
    if (sent === null) return;
    await sent;
    await outbox.delivered(event.key);
  } catch (error) {
    if (!(error instanceof MeetingNotRunning)) throw error;
    await outbox.gaveUp(event.key);
  }
}

const INTERRUPTED_AFTER_MS = 30_000;

/** Decides about messages that a crash left stored and undecided. */
export async function decideForgotten(ports: {
  clock: Clock;
  inbound: Pick<InboundStore, 'undecided'>;
  decide(id: string): Promise<unknown>;
}): Promise<void> {
  const before = ports.clock.nowMs() - INTERRUPTED_AFTER_MS;
  for (const id of await ports.inbound.undecided(before)) await ports.decide(id);
}

export interface SweepPorts {
  clock: Clock;
  /** UIDs of meetings with messages that were prepared before the given time and never sent. */
  meetingsWithUnsentMessages(beforeMs: number): Promise<string[]>;
  meetings: Pick<Meetings, 'reconcile'>;
}

const MOST_REMEMBERED = 10_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/**
 * Takes up changes that no workflow knows of, because a crash came between. A meeting that was asked and has not sent its messages waits for a worker that has too much to do: it is asked after
 * twice as long each time, or the asking would be most of the work.
 *
 * @returns what has to be run again and again
 */
export function createSweep(ports: SweepPorts): () => Promise<void> {
  const asked = new LRUCache<string, { againMs: Instant; pauseMs: number }>({ max: MOST_REMEMBERED });
  return async () => {
    const nowMs = ports.clock.nowMs();
    const before = nowMs - INTERRUPTED_AFTER_MS;
    for (const uid of await ports.meetingsWithUnsentMessages(before)) {
      const { againMs, pauseMs } = asked.get(uid) ?? { againMs: nowMs, pauseMs: INTERRUPTED_AFTER_MS };
      if (nowMs < againMs) continue;
      asked.set(uid, { againMs: nowMs + pauseMs, pauseMs: Math.min(2 * pauseMs, LONGEST_PAUSE_MS) });
      await ports.meetings.reconcile(uid).catch((error: unknown) => {
        if (!(error instanceof MeetingNotRunning)) throw error;
      });
    }
  };
}
