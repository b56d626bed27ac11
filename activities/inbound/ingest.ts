import { setTimeout } from 'node:timers/promises';
import { firstSaid, type ReceivedCalendar } from '../../domain/itip/inbound.ts';
import { understandForCalendars, type CalendarDoor } from './calendar-mail.ts';
import { dedupeKeyOf, effectIdOf } from './dedupe-key.ts';
import type {
  ArrivingMessage,
  InboundStore,
  MailAuthenticator,
  PendingEvent,
  StoredMessage,
} from './ports.ts';
import type { Clock } from '../clock.ts';
import { ReadingBusy, ReadingGivenUp } from '../reading-failures.ts';
import type { InboundDecision, Understanding } from '../understanding/decision.ts';
import type { ReadMail } from '../understanding/mail.ts';
import type { UnderstandingPorts } from '../understanding/ports.ts';
import type { ReadMessage } from '../understanding/read-message.ts';
import { understand } from '../understanding/understand.ts';

/** Whether senders are checked, and by whom. */
export type MailAuth = { mode: 'off' } | { mode: 'enforce' | 'report'; authenticator: MailAuthenticator };

/**
 * Reads what strangers sent, within a budget of time and memory. Each call throws ReadingGivenUp beyond it, and
 * ReadingBusy when too much waits.
 */
export interface MailReader {
  /** Reads a whole message; broken MIME is a reading, too. */
  read(raw: Buffer): Promise<ReadMail>;
  /** What the message's writer wrote, without what was quoted. */
  writtenText(raw: Buffer): Promise<string>;
  timeInText: UnderstandingPorts['timeInText'];
  /** The calendars of the message, as text. */
  calendars(raw: Buffer): Promise<ReceivedCalendar[]>;
}

export interface IngestPorts {
  store: InboundStore;
  clock: Clock;
  mailAuth: MailAuth;
  fingerprint: UnderstandingPorts['fingerprint'];
  reader: MailReader;
  calendars: CalendarDoor;
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
    return isNew ? decide(ports, id, () => Promise.resolve(known)) : decideWithOthers(ports, id);
  };
}

const MOST_LOOKS = 50;
const PAUSE_MS = 100;
const UNDERWAY: Understanding = { understood: 'failed', reason: 'decision-underway', uid: null };

/** What comes a second time while the first is being decided gets its decision, should that not take long. */
async function decideWithOthers(ports: IngestPorts, id: string): Promise<Understanding> {
  let decided = await decideStored(ports, id);
  for (let look = 1; decided === UNDERWAY && look < MOST_LOOKS; look += 1) {
    await setTimeout(PAUSE_MS);
    decided = await decideStored(ports, id);
  }
  return decided;
}

/**
 * Understands a stored message, records the decision, and tells the meeting. Never throws for the message's sake; one that
 * was tried often enough is not tried once more.
 */
export async function decideStored(ports: IngestPorts, id: string): Promise<Understanding> {
  const begun = await ports.store.begin(id, ports.clock.nowMs());
  if (begun === 'begun') return decide(ports, id, () => keyed(ports, id));
  return begun === 'underway' ? UNDERWAY : begun;
}

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
  let stored: KeyedMessage | null = null;
  try {
    stored = await read();
    const decision = await decisionOf(ports, id, stored);
    await ports.store.decide(id, decision, ports.clock.nowMs());
    const { event, uid } = decision;
    if (event && uid !== null) await ports.relay({ uid, event });
    return { understood: decision.understood, reason: decision.reason, uid };
  } catch (error) {
    if (error instanceof ReadingBusy) {
      await ports.store.postponed(id);
      return { understood: 'failed', reason: 'reading-postponed', uid: null };
    }
    ports.onFailure(id, error);
    const reason = await recordFailure(ports, id, error);
    if (stored) await locate(ports, id, stored);
    return { understood: 'failed', reason, uid: null };
  }
}

/** What costs too much to be read would cost as much again: it waits for somebody to run it again. */
async function recordFailure({ store, clock }: IngestPorts, id: string, error: unknown): Promise<string> {
  if (error instanceof ReadingGivenUp) {
    await store.putAside(id, error.code, clock.nowMs());
    return error.code;
  }
  await store.failed(id, clock.nowMs());
  return 'processing-failed';
}

/** What cannot be read is found with its meeting all the same: by where it came to, or by a UID that stands in it. */
async function locate(ports: IngestPorts, id: string, message: KeyedMessage): Promise<void> {
  const { store } = ports;
  try {
    const { raw, envelope, tenantId } = message;
    const [owner] = await store.ownersOf({ addresses: envelope.to, messageIds: [] }, tenantId);
    const uid = /^UID:([^\r\n]{1,800})\r?$/im.exec(raw.toString('latin1', 0, SEARCHED))?.[1]?.trim();
    const meeting = owner ?? (uid === undefined ? null : await store.invitedMeeting(uid, tenantId));
    if (meeting) await store.locate(id, meeting);
  } catch (error) {
    // It stays where it is, undecided or put aside.
    ports.onFailure(id, error);
  }
}

/** In octets: an answer has a few thousand. */
const SEARCHED = 1_000_000;

async function decisionOf(ports: IngestPorts, id: string, stored: KeyedMessage): Promise<InboundDecision> {
  const { store, mailAuth } = ports;
  const { raw, door, envelope, session, tenantId, receivedMs } = stored;
  const { mail, readings } = await ports.reader.read(raw);
  const recipients = [...new Set([...envelope.to, ...mail.deliveredTo])];
  const message: ReadMessage = {
    id,
    effectId: effectIdOf(stored.dedupeKey),
    receivedMs,
    tenantId,
    mail,
    fromNobody: envelope.from === null || envelope.from === '',
    recipients,
    readings,
    itip: firstSaid(readings),
  };
  const authenticity = {
    mode: mailAuth.mode,
    authenticate: async () =>
      mailAuth.mode === 'off' ? null : mailAuth.authenticator.authenticate({ raw, door, envelope, session }),
  };
  const forCalendars = await understandForCalendars(message, {
    ...authenticity,
    calendars: ports.calendars,
    textsOf: () => ports.reader.calendars(raw),
  });
  if (forCalendars) return forCalendars;
  return understand(message, {
    ...authenticity,
    invitedMeeting: (uid, tenant) => store.invitedMeeting(uid, tenant),
    ownersOf: (named, tenant) => store.ownersOf(named, tenant),
    signInMailsOf: (named, tenant) => store.signInMailsOf(named, tenant),
    decidedSince: (about) => store.decidedSince(about),
    writtenText: () => ports.reader.writtenText(raw),
    timeInText: (text, about) => ports.reader.timeInText(text, about),
    fingerprint: ports.fingerprint,
  });
}
