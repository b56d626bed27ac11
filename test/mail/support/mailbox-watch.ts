import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { Knex } from 'knex';
import pino from 'pino';
import type { Ingest } from '../../../activities/ingest.ts';
import type { WatchLimits } from '../../../activities/mailbox/watch.ts';
import type { MailboxConfig } from '../../../config/index.ts';
import { mailboxWorkflowId } from '../../../workflows/mailbox/messages.ts';
import { createMailboxWatch } from '../../../workers/mailboxes.ts';
import { MAIL_PASSWORD } from '../../support/mail-servers/mailboxes.ts';
import '../../support/quiet-temporal.ts';
import { testService } from '../../support/services.ts';
import { testWorkflowBundle } from '../../support/workflow-bundle.ts';

const DAY_MS = 86_400_000;

/** A mailbox of a test server, with the patience of a test. */
export const mailboxOf = (
  server: { imapPort: number },
  address: string,
  about: Partial<MailboxConfig> = {},
): MailboxConfig => ({
  name: `test-${randomUUID()}`,
  host: '127.0.0.1',
  port: server.imapPort,
  tls: 'opportunistic',
  user: address,
  auth: { password: MAIL_PASSWORD },
  folder: 'INBOX',
  handled: { flag: '$ParleyHandled' },
  firstSinceMs: 14 * DAY_MS,
  pollMs: 300,
  timeoutMs: 2_000,
  largestBytes: 1024 * 1024,
  ...about,
});

export interface Watching {
  /** Stops the worker as a deployment does; the workflow goes on when there is one again. */
  stop(): Promise<void>;
  /** A new worker for the same mailbox. */
  again(): Promise<void>;
  /** How many attempts the running watch has behind it. */
  attempts(): Promise<number>;
  /** Stops the worker and forgets the workflow. */
  end(): Promise<void>;
  client: Client;
  workflowId: string;
}

export interface WatchOptions {
  database: Knex;
  ingest: Ingest;
  mailbox: MailboxConfig;
  limits?: WatchLimits;
}

/** The mailbox's workflow on the Temporal server of this run, with a worker of its own. */
export async function watch({ database, ingest, mailbox, limits }: WatchOptions): Promise<Watching> {
  const address = await testService('temporal');
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const client = new Client({ connection });
  const taskQueue = mailbox.name;
  const workflowId = mailboxWorkflowId(mailbox.name);
  let running: { stop(): Promise<void> } | undefined;

  const again = async () => {
    const parts = createMailboxWatch({
      mailboxes: [mailbox],
      database,
      ingest,
      log: pino({ level: 'silent' }),
      retry: { firstMs: 200, longestMs: 500 },
      ...(limits && { limits }),
    });
    const worker = await Worker.create({
      connection: native,
      taskQueue,
      workflowBundle: await testWorkflowBundle(),
      activities: parts.activities,
    });
    const run = worker.run();
    await parts.start(client, taskQueue);
    running = {
      async stop() {
        worker.shutdown();
        parts.stop();
        await run;
      },
    };
  };
  const stop = async () => {
    await running?.stop();
    running = undefined;
  };
  await again();
  return {
    client,
    workflowId,
    stop,
    again,
    async attempts() {
      const { raw } = await client.workflow.getHandle(workflowId).describe();
      return raw.pendingActivities?.[0]?.attempt ?? 0;
    },
    async end() {
      await stop();
      await client.workflow
        .getHandle(workflowId)
        .terminate()
        .catch(() => undefined);
      await native.close();
      await connection.close();
    },
  };
}
