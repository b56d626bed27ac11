import type { Deliveries, InboundStore, Outbox, PendingEvent } from './inbound-ports.ts';
import { isDelivery } from '../workflows/delivery/messages.ts';
import { MeetingNotRunning, type Clock, type Meetings } from './ports.ts';

const BATCH = 100;
/** Whoever wrote an event to the outbox sends it on at once; this old, it was forgotten. */
const FORGOTTEN_AFTER_MS = 5_000;

export interface RelayPorts {
  outbox: Outbox;
  meetings: Pick<Meetings, 'tell'>;
  deliveries: Deliveries;
}

/**
 * Sends on what was forgotten in the outbox. May run in several places at once: a workflow takes each key once.
 *
 * @returns how many events were settled
 */
export async function relayForgotten(ports: RelayPorts & { clock: Clock }): Promise<number> {
  const events = await ports.outbox.pendingBefore(ports.clock.nowMs() - FORGOTTEN_AFTER_MS, BATCH);
  for (const event of events) await relay(ports, event);
  return events.length;
}

/** Sends an event that was written to the outbox on. */
export async function relay(
  { outbox, meetings, deliveries }: RelayPorts,
  { uid, event }: PendingEvent,
): Promise<void> {
  try {
    if (isDelivery(event)) await deliveries.start(event);
    else await meetings.tell(uid, event);
    await outbox.delivered(event.key);
  } catch (error) {
    if (!(error instanceof MeetingNotRunning)) throw error;
    await outbox.gaveUp(event.key);
  }
}

/** What may have been interrupted, and what does it again. */
export interface SweepPorts {
  clock: Clock;
  inbound: Pick<InboundStore, 'undecided'>;
  decide(id: string): Promise<unknown>;
  /** UIDs of meetings with messages that were prepared before the given time and never sent. */
  meetingsWithUnsentMessages(beforeMs: number): Promise<string[]>;
  meetings: Pick<Meetings, 'reconcile'>;
}

const INTERRUPTED_AFTER_MS = 30_000;

/** Takes up what a crash left half done: messages that were stored and never decided, changes no workflow knows of. */
export async function sweep(ports: SweepPorts): Promise<void> {
  const before = ports.clock.nowMs() - INTERRUPTED_AFTER_MS;
  for (const id of await ports.inbound.undecided(before)) await ports.decide(id);
  for (const uid of await ports.meetingsWithUnsentMessages(before)) {
    await ports.meetings.reconcile(uid).catch((error: unknown) => {
      if (!(error instanceof MeetingNotRunning)) throw error;
    });
  }
}
