import { readItip } from '../domain/itip/inbound.ts';
import { dedupeKeyOf, effectIdOf } from './dedupe-key.ts';
import type {
  ArrivingMessage,
  InboundStore,
  MailAuthenticator,
  PendingEvent,
  StoredMessage,
} from './inbound-ports.ts';
import type { Clock } from './ports.ts';
import type { InboundDecision, Understanding } from './understanding/decision.ts';
import type { MailReading } from './understanding/mail.ts';
import type { UnderstandingPorts } from './understanding/read-message.ts';
import { understand } from './understanding/understand.ts';

/** Whether senders are checked, and by whom. */
export type MailAuth = { mode: 'off' } | { mode: 'enforce' | 'report'; authenticator: MailAuthenticator };

export interface IngestPorts {
  store: InboundStore;
  clock: Clock;
  mailAuth: MailAuth;
  timeInText: UnderstandingPorts['timeInText'];
  /** Reads a whole message; broken MIME is a reading, too. */
  readMail(raw: Buffer): Promise<MailReading>;
  /** Sends an event that was written to the outbox on to its meeting; should it fail, the event waits there. */
  relay(pending: PendingEvent): Promise<void>;
  /** Hears of a message that could not be decided now, and is kept. */
  onFailure(id: string, error: unknown): void;
}

export interface Ingest {
  /** Takes a message from any door: stores it, understands it, and tells the meeting. */
  (message: ArrivingMessage): Promise<Understanding>;
}

/**
 * The one way in for mail. The message is stored before it is read; the decision and what the meeting is to be
 * told are written together. So a crash at any point loses nothing, and the same message twice has one effect.
 * Once it is stored, nothing that goes wrong is the sender's to repeat: the sweep decides again.
 */
export function createIngest(ports: IngestPorts): Ingest {
  return async (message) => {
    const atMs = ports.clock.nowMs();
    const dedupeKey = dedupeKeyOf(message.raw);
    const { id, isNew, earlier } = await ports.store.receive({ ...message, dedupeKey, atMs });
    if (earlier) return earlier;
    // What was stored just now need not be read back.
    const known = { ...message, session: message.session ?? null, receivedMs: atMs, dedupeKey };
    return decide(ports, id, () => (isNew ? Promise.resolve(known) : keyed(ports, id)));
  };
}

/** Understands a stored message, records the decision, and tells the meeting. Never throws for the message's sake. */
export const decideStored = (ports: IngestPorts, id: string): Promise<Understanding> =>
  decide(ports, id, () => keyed(ports, id));

type KeyedMessage = StoredMessage & { dedupeKey: string };

async function keyed({ store }: IngestPorts, id: string): Promise<KeyedMessage> {
  const stored = await store.stored(id);
  return { ...stored, dedupeKey: dedupeKeyOf(stored.raw) };
}

async function decide(
  ports: IngestPorts,
  id: string,
  read: () => Promise<KeyedMessage>,
): Promise<Understanding> {
  try {
    const decision = await decisionOf(ports, id, await read());
    await ports.store.decide(id, decision, ports.clock.nowMs());
    const { event, uid } = decision;
    if (event && uid !== null) await ports.relay({ uid, event });
    return { understood: decision.understood, reason: decision.reason, uid };
  } catch (error) {
    ports.onFailure(id, error);
    await ports.store.failed(id, ports.clock.nowMs());
    return { understood: 'failed', reason: 'processing-failed', uid: null };
  }
}

async function decisionOf(ports: IngestPorts, id: string, stored: KeyedMessage): Promise<InboundDecision> {
  const { store, mailAuth } = ports;
  const { raw, door, envelope, session, tenantId, receivedMs } = stored;
  const mail = await ports.readMail(raw);
  const recipients = [...new Set([...envelope.to, ...mail.deliveredTo])];
  return understand(
    {
      id,
      effectId: effectIdOf(stored.dedupeKey),
      receivedMs,
      tenantId,
      mail,
      fromNobody: envelope.from === null || envelope.from === '',
      recipients,
      itip: readItip(mail.calendars, mail.from),
    },
    {
      mode: mailAuth.mode,
      authenticate: async () =>
        mailAuth.mode === 'off'
          ? null
          : mailAuth.authenticator.authenticate({ raw, door, envelope, session }),
      invitedParties: (uid, tenant) => store.invitedParties(uid, tenant),
      ownersOf: (named, tenant) => store.ownersOf(named, tenant),
      decidedSince: (about) => store.decidedSince(about),
      timeInText: ports.timeInText,
    },
  );
}
