import type { Client } from '@temporalio/client';
import { Worker, type NativeConnection } from '@temporalio/worker';
import type { Knex } from 'knex';
import pino from 'pino';
import { Registry } from 'prom-client';
import type { Ingest } from '../../../activities/inbound/ingest.ts';
import type { WatchLimits } from '../../../activities/mailbox/watch.ts';
import { createMailboxMetrics } from '../../../adapters/metrics/mailbox-metrics.ts';
import { createSealer } from '../../../adapters/secrets/sealing.ts';
import type { MailboxConfig } from '../../../config/index.ts';
import { createMailboxWatch } from '../../../workers/mailboxes.ts';

export interface MailboxWorkerOptions {
  client: Client;
  native: NativeConnection;
  workflowBundle: { codePath: string };
  database: Knex;
  ingest: Ingest;
  mailbox: MailboxConfig;
  limits?: WatchLimits | undefined;
  /** Where it counts. */
  registry?: Registry | undefined;
}

/** A worker that only watches one mailbox, on a task queue of the mailbox's name. */
export async function startMailboxWorker(options: MailboxWorkerOptions): Promise<{ stop(): Promise<void> }> {
  const { client, native, workflowBundle, database, ingest, mailbox, limits, registry } = options;
  const taskQueue = mailbox.name;
  const parts = createMailboxWatch({
    mailboxes: [mailbox],
    database,
    ingest,
    sealer: createSealer(Buffer.alloc(32, 7).toString('base64')),
    log: pino({ level: 'silent' }),
    metrics: createMailboxMetrics(registry ?? new Registry()),
    retry: { firstMs: 200, longestMs: 500 },
    ...(limits && { limits }),
  });
  const worker = await Worker.create({
    connection: native,
    taskQueue,
    workflowBundle,
    activities: parts.activities,
  });
  const run = worker.run();
  await parts.start(client, taskQueue);
  return {
    async stop() {
      worker.shutdown();
      parts.stop();
      await run;
    },
  };
}
