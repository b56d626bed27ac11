import { readItip } from '../domain/itip/inbound.ts';
import { dedupeKeyOf } from './dedupe-key.ts';
import type { ArrivingMessage, Clock, InboundDecision, InboundStore, Understanding } from './ports.ts';
import { understand, type MailReading } from './understand.ts';

export interface IngestPorts {
  store: InboundStore;
  clock: Clock;
  /** Reads a whole message; broken MIME is a reading, too. */
  readMail(raw: Buffer): Promise<MailReading>;
  /** Sends an event that was written to the outbox on to its meeting; should it fail, the event waits there. */
  relay(eventKey: string): Promise<void>;
}

export interface Ingest {
  /** Takes a message from any door: stores it, understands it, and tells the meeting. */
  (message: ArrivingMessage): Promise<Understanding>;
}

/**
 * The one way in for mail. The message is stored before it is read; the decision and what the meeting is to be
 * told are written together. So a crash at any point loses nothing, and the same message twice has one effect.
 */
export function createIngest(ports: IngestPorts): Ingest {
  return async (message) => {
    const atMs = ports.clock.nowMs();
    const { id, earlier } = await ports.store.receive({
      ...message,
      dedupeKey: dedupeKeyOf(message.raw),
      atMs,
    });
    if (earlier) return earlier;
    const decision = await decideStored(ports, id);
    if (decision.event) await ports.relay(decision.event.key);
    return { understood: decision.understood, reason: decision.reason, uid: decision.uid };
  };
}

/** Understands a stored message and records the decision. */
export async function decideStored(ports: Omit<IngestPorts, 'relay'>, id: string): Promise<InboundDecision> {
  const { raw, tenantId, receivedMs } = await ports.store.stored(id);
  const mail = await ports.readMail(raw);
  const decision = await understand(
    { id, receivedMs, tenantId, mail, itip: readItip(mail.calendars) },
    (uid, tenant) => ports.store.invitedParties(uid, tenant),
  );
  await ports.store.decide(id, decision, ports.clock.nowMs());
  return decision;
}
