import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { NativeConnection } from '@temporalio/worker';
import type { Ingest } from '../activities/inbound/ingest.ts';
import { connectionOptions } from '../adapters/temporal/connect.ts';
import { answerMail } from '../test/mail/support/answer.ts';
import { mailboxOf } from '../test/mail/support/mailbox-of.ts';
import { startMailboxWorker } from '../test/mail/support/mailbox-worker.ts';
import { deliverByLmtp } from '../test/support/mail-servers/deliver.ts';
import { Dovecot } from '../test/support/mail-servers/dovecot.ts';
import { MeetingScript } from '../test/support/meeting-script.ts';
import { makeRunDirectory, removeRunDirectory } from '../test/support/run-directory.ts';
import { assemble, type Parley } from '../workers/assemble.ts';
import { workflowBundle } from '../workers/workflow-bundle.ts';
import { startBenchStack, type BenchStack } from './bench-stack.ts';
import { quantile, rounded } from './statistics.ts';

/** So many mailboxes at once, each watched by itself and with one answer on its way. */
const MAILBOXES = 4;
const WARM_UP = 4;
const COUNT = 50;

export interface ImapLatency {
  /** Milliseconds. */
  p50: number;
  p99: number;
  count: number;
}

/**
 * How long an answer takes from being handed to Dovecot by LMTP until the meeting's workflow has its signal: Dovecot
 * stores it and tells the watch over IDLE, which fetches it, and `ingest` stores it, understands it and tells the
 * meeting. In each mailbox one after the other, each answer for a meeting of its own.
 *
 * Half a second of it is Dovecot's: it waits so long before it announces a message (NOTIFY_DELAY_MSECS in its source).
 */
export async function measureImapLatency(): Promise<ImapLatency> {
  const directory = makeRunDirectory();
  const mail = join(directory, 'dovecot');
  mkdirSync(mail, { mode: 0o755 });
  const stack = await startBenchStack();
  const dovecot = await Dovecot.start({ directory: mail });
  const native = await NativeConnection.connect(connectionOptions(stack.config));
  try {
    const lanes = Array.from({ length: MAILBOXES }, (_, at) =>
      measureMailbox({ stack, dovecot, native }, `mailbox-${at}@parley.test`),
    );
    const times = (await Promise.all(lanes)).flat();
    const part = (of: number) => rounded(quantile(times, of));
    return { p50: part(0.5), p99: part(0.99), count: times.length };
  } finally {
    await native.close();
    await dovecot.stop();
    await stack.stop();
    removeRunDirectory(directory);
  }
}

interface Servers {
  stack: BenchStack;
  dovecot: Dovecot;
  native: NativeConnection;
}

async function measureMailbox({ stack, dovecot, native }: Servers, address: string): Promise<number[]> {
  const signals = new SignalTimes(stack);
  const worker = await startMailboxWorker({
    client: stack.client,
    native,
    workflowBundle: await workflowBundle(stack.config.embedded.cacheDir),
    database: stack.database,
    ingest: signals.ingest,
    mailbox: mailboxOf(dovecot, address, { timeoutMs: 60_000 }),
  });
  try {
    const times: number[] = [];
    for (let i = 0; i < WARM_UP + COUNT; i += 1) {
      const script = await MeetingScript.booked(stack);
      const signalled = signals.next(script.meeting.uid);
      const begun = performance.now();
      await deliverByLmtp(dovecot.lmtpPort, { ...answerMail(script, 'guest', 'ACCEPTED'), to: address });
      times.push((await signalled) - begun);
    }
    return times.slice(WARM_UP);
  } finally {
    await worker.stop();
    await signals.close();
  }
}

/** When the server took each meeting's signal, on performance.now()'s clock. */
class SignalTimes {
  readonly ingest: Ingest;
  readonly #parley: Parley;
  readonly #waiting = new Map<string, (atMs: number) => void>();

  constructor({ config, client, meetings, parley }: BenchStack) {
    this.#parley = assemble(config, {
      client,
      reading: parley.reading,
      meetings: {
        ...meetings,
        tell: async (uid, event) => {
          await meetings.tell(uid, event);
          this.#waiting.get(uid)?.(performance.now());
        },
      },
      // No answer here comes after a cancellation.
      deliveries: { start: () => Promise.resolve() },
      mailAuth: { mode: 'off' },
    });
    this.ingest = this.#parley.ingest;
  }

  close(): Promise<void> {
    return this.#parley.close();
  }

  next(uid: string): Promise<number> {
    return new Promise((resolve) => this.#waiting.set(uid, resolve));
  }
}
