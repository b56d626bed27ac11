import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import type { Knex } from 'knex';
import type { Registry } from 'prom-client';
import type { Ingest } from '../../../activities/inbound/ingest.ts';
import type { WatchLimits } from '../../../activities/mailbox/watch.ts';
import type { MailboxConfig } from '../../../config/index.ts';
import { mailboxWorkflowId } from '../../../workflows/mailbox/messages.ts';
import '../../support/quiet-temporal.ts';
import { testService } from '../../support/services.ts';
import { testWorkflowBundle } from '../../support/workflow-bundle.ts';
import { startMailboxWorker } from './mailbox-worker.ts';

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
  /** Where the worker counts. */
  registry?: Registry;
}

/** The mailbox's workflow on the Temporal server of this run, with a worker of its own. */
export async function watch(options: WatchOptions): Promise<Watching> {
  const address = await testService('temporal');
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const client = new Client({ connection });
  const workflowId = mailboxWorkflowId(options.mailbox.name);
  const handle = client.workflow.getHandle(workflowId);
  let running: { stop(): Promise<void> } | undefined;

  const again = async () => {
    const workflowBundle = await testWorkflowBundle();
    running = await startMailboxWorker({ ...options, client, native, workflowBundle });
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
      const { raw } = await handle.describe();
      return raw.pendingActivities?.[0]?.attempt ?? 0;
    },
    async end() {
      await stop();
      // One that was told to stop has ended.
      await handle.terminate().catch(() => undefined);
      await native.close();
      await connection.close();
    },
  };
}
