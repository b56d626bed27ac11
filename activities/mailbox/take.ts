import { errorCode } from '../error-code.ts';
import { nextDayMs } from '../../domain/meeting/budgets.ts';
import type { Ingest } from '../inbound/ingest.ts';
import { MailQuotaReached } from '../inbound/metered-ingest.ts';
import type { Clock } from '../clock.ts';
import { envelopeOf } from './envelope.ts';
import type { FetchedMessage, MailboxProblem, MailboxStore, OpenMailbox } from './ports.ts';

/** After so many attempts a message is put aside. */
export const MOST_ATTEMPTS = 5;

export interface TakePorts {
  name: string;
  box: OpenMailbox;
  store: MailboxStore;
  ingest: Ingest;
  clock: Clock;
  /** The wait before the second attempt at a message; each further one is twice as long. */
  firstRetryMs: number;
}

/**
 * Takes messages in, one after the other, then marks them as handled. What fails is written down to be tried again
 * later, and the rest goes on. When even that cannot be written down, the database is what fails, and it throws.
 *
 * @param signal stops between two messages
 * @returns the UIDs that were dealt with, and whether those taken in could be marked as handled
 */
export async function takeMessages(
  ports: TakePorts,
  uids: readonly number[],
  signal: AbortSignal,
): Promise<{ dealtWith: number[]; marked: boolean }> {
  const { box, store, name } = ports;
  const dealtWith: number[] = [];
  const done: number[] = [];
  const failed: number[] = [];
  for await (const message of box.fetch(uids)) {
    const outcome = await takeOne(ports, message);
    dealtWith.push(message.uid);
    if (outcome === 'done') done.push(message.uid);
    if (outcome === 'problem') failed.push(message.uid);
    if (signal.aborted) break;
  }
  const marked = done.length === 0 || (await box.markHandled(done));
  const settled = dealtWith.filter((uid) => !failed.includes(uid));
  if (settled.length > 0) await store.solve(name, box.uidValidity, settled);
  return { dealtWith, marked };
}

async function takeOne(ports: TakePorts, message: FetchedMessage): Promise<'done' | 'gone' | 'problem'> {
  switch (message.kind) {
    case 'gone':
      return 'gone';
    case 'problem':
      await writeDown(ports, { uid: message.uid, reason: message.reason, detail: message.detail });
      return 'problem';
    case 'message':
      try {
        const { raw } = message;
        await ports.ingest({ raw, door: 'imap', envelope: envelopeOf(raw), tenantId: null, session: null });
        return 'done';
      } catch (error) {
        await writeDown(ports, { uid: message.uid, ...reasonOf(error) });
        return 'problem';
      }
  }
}

const reasonOf = (error: unknown): Omit<MailboxProblem, 'uid'> =>
  error instanceof MailQuotaReached
    ? { reason: 'mail-of-the-day-used-up', detail: null }
    : { reason: 'ingest-failed', detail: errorCode(error) };

function writeDown(ports: TakePorts, problem: MailboxProblem): Promise<void> {
  const atMs = ports.clock.nowMs();
  const retry = (attempts: number) => {
    if (problem.reason === 'mail-of-the-day-used-up') return nextDayMs(atMs);
    if (problem.reason === 'too-large' || attempts >= MOST_ATTEMPTS) return null;
    return atMs + ports.firstRetryMs * 2 ** (attempts - 1);
  };
  return ports.store.recordProblem(ports.name, ports.box.uidValidity, problem, retry, atMs);
}
