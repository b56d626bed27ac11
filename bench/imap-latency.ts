import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { NativeConnection } from '@temporalio/worker';
import { createLogger } from '../adapters/log/logger.ts';
import { systemClock } from '../adapters/clock.ts';
import { createMailIngest } from '../adapters/mail/inbound.ts';
import { connectionOptions } from '../adapters/temporal/connect.ts';
import { required } from '../config/index.ts';
import { answerMail } from '../test/mail/support/answer.ts';
import { mailboxOf } from '../test/mail/support/mailbox-of.ts';
import { startMailboxWorker } from '../test/mail/support/mailbox-worker.ts';
import { deliverByLmtp } from '../test/support/mail-servers/deliver.ts';
import { Dovecot } from '../test/support/mail-servers/dovecot.ts';
import { MeetingScript } from '../test/support/meeting-script.ts';
import { makeRunDirectory, removeRunDirectory } from '../test/support/run-directory.ts';
import { workflowBundle } from '../workers/workflow-bundle.ts';
import { startBenchStack, type BenchStack } from './bench-stack.ts';
import { quantile, rounded } from './statistics.ts';

const WARM_UP = 20;
const COUNT = 200;

export interface ImapLatency {
  /** Milliseconds. */
  p50: number;
  p99: number;
  count: number;
}

/**
 * How long an answer takes from being handed to Dovecot by LMTP until the meeting's workflow has its signal: Dovecot
 * stores it and tells the watch over IDLE, which fetches it, and `ingest` stores it, understands it and tells the
 * meeting. One after the other, each for a meeting of its own.
 */
export async function measureImapLatency(): Promise<ImapLatency> {
  const directory = makeRunDirectory();
  const mail = join(directory, 'dovecot');
  mkdirSync(mail, { mode: 0o755 });
  const stack = await startBenchStack();
  const dovecot = await Dovecot.start({ directory: mail });
  const signals = new SignalTimes(stack);
  const native = await NativeConnection.connect(connectionOptions(stack.config));
  const worker = await startMailboxWorker({
    client: stack.client,
    native,
    workflowBundle: await workflowBundle(stack.config.embedded.cacheDir),
    database: stack.database,
    ingest: signals.ingest,
    mailbox: mailboxOf(dovecot, stack.tenant.organizerEmail, { timeoutMs: 60_000 }),
  });
  try {
    const times: number[] = [];
    for (let i = 0; i < WARM_UP + COUNT; i += 1) {
      const script = await MeetingScript.booked(stack);
      const told = signals.next(script.room.uid);
      const begun = performance.now();
      await deliverByLmtp(dovecot.lmtpPort, answerMail(script, 'guest', 'ACCEPTED'));
      times.push((await told) - begun);
    }
    const counted = times.slice(WARM_UP);
    const part = (of: number) => rounded(quantile(counted, of));
    return { p50: part(0.5), p99: part(0.99), count: counted.length };
  } finally {
    await worker.stop();
    await native.close();
    await dovecot.stop();
    await stack.stop();
    removeRunDirectory(directory);
  }
}

/** When the server took each meeting's signal, on performance.now()'s clock. */
class SignalTimes {
  readonly ingest;
  readonly #waiting = new Map<string, (atMs: number) => void>();

  constructor({ database, config, meetings }: BenchStack) {
    this.ingest = createMailIngest({
      database,
      secretKey: required(config, 'secretKey'),
      clock: systemClock,
      log: createLogger({ level: config.log.level }),
      meetings: {
        ...meetings,
        tell: async (uid, event) => {
          await meetings.tell(uid, event);
          this.#waiting.get(uid)?.(performance.now());
        },
      },
    });
  }

  next(uid: string): Promise<number> {
    return new Promise((resolve) => this.#waiting.set(uid, resolve));
  }
}
