import type { Client } from '@temporalio/client';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Ingest } from '../activities/inbound/ingest.ts';
import { createMailboxActivities, type MailboxActivities } from '../activities/mailbox/activities.ts';
import type { WatchLimits } from '../activities/mailbox/watch.ts';
import { systemClock } from '../adapters/clock.ts';
import { createImapReader } from '../adapters/mail/imap/reader.ts';
import { measureReader, measureStore, type MailboxMetrics } from '../adapters/metrics/mailbox-metrics.ts';
import { createMailboxStore } from '../adapters/postgres/mailbox-store.ts';
import { createRefreshTokens } from '../adapters/postgres/refresh-tokens.ts';
import type { Sealer } from '../adapters/secrets/sealing.ts';
import { startMailboxWorkflow } from '../adapters/temporal/mailboxes.ts';
import type { MailboxConfig } from '../config/index.ts';

export interface MailboxParts {
  mailboxes: readonly MailboxConfig[];
  database: Knex;
  ingest: Ingest;
  /** Keeps refresh tokens that rotate. */
  sealer: Sealer;
  log: Logger;
  metrics: MailboxMetrics;
  limits?: WatchLimits;
  /** How patiently a mail server that is away, and a message that fails, are tried again; in ms. */
  retry?: { firstMs: number; longestMs: number };
}

const LIMITS: WatchLimits = { forMs: 600_000, messages: 2_000 };
const RETRY = { firstMs: 2_000, longestMs: 120_000 };

/** The part of a worker that watches mailboxes. */
export interface MailboxWatch {
  activities: MailboxActivities;
  /** Sees to it that the workflow of each configured mailbox runs. */
  start(client: Client, taskQueue: string): Promise<void>;
  /** Ends the running watches at once; to be called when the worker takes no more work. */
  stop(): void;
}

export function createMailboxWatch(parts: MailboxParts): MailboxWatch {
  const { mailboxes, database, ingest, sealer, log, metrics, limits = LIMITS, retry = RETRY } = parts;
  const stopping = new AbortController();
  const readerOf = (mailbox: MailboxConfig) =>
    createImapReader(mailbox, {
      clock: systemClock,
      log,
      refreshTokens: (of) => createRefreshTokens(database, sealer, of),
    });
  return {
    activities: createMailboxActivities({
      mailboxes: mailboxes.map((mailbox) => ({
        name: mailbox.name,
        firstSinceMs: mailbox.firstSinceMs,
        reader: measureReader(mailbox.name, readerOf(mailbox), metrics),
      })),
      store: measureStore(createMailboxStore(database), metrics),
      ingest,
      clock: systemClock,
      firstRetryMs: retry.firstMs,
      limits,
      stopping: stopping.signal,
    }),
    async start(client, taskQueue) {
      for (const { name } of mailboxes) await startMailboxWorkflow(client, taskQueue, { name, retry });
    },
    stop: () => stopping.abort(),
  };
}
