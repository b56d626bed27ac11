import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Ingest } from '../activities/inbound/ingest.ts';
import { addressedTo } from '../activities/mailbox/envelope.ts';
import { meteredIngest } from '../activities/inbound/metered-ingest.ts';
import type { Clock } from '../activities/clock.ts';
import type { MailboxMetrics } from '../adapters/metrics/mailbox-metrics.ts';
import { createMailUsage } from '../adapters/postgres/mail-usage.ts';
import type { Config } from '../config/index.ts';
import { nextDayMs } from '../domain/meeting/budgets.ts';

export interface MeteredMailboxParts {
  database: Knex;
  log: Logger;
  metrics: Pick<MailboxMetrics, 'quotaRefusals'>;
  clock: Clock;
}

/**
 * The ingest of watched mailboxes, which counts to the same day of the same tenant as the other doors: by the envelope
 * that the mail server wrote down, else by To and Cc. Over the day a message stays in its mailbox (activities/mailbox/take.ts);
 * the log tells of it once for each tenant and day.
 *
 * @param ingest throws nothing for the day's sake; what is given throws MailQuotaReached
 */
export function meterMailboxes(
  config: Pick<Config, 'storedBytesPerDay' | 'mail'>,
  ingest: Ingest,
  { database, log, metrics, clock }: MeteredMailboxParts,
): { ingest: Ingest; stop(): Promise<void> } {
  const usage = createMailUsage(database, {
    bytesPerDay: config.storedBytesPerDay,
    tagSeparator: config.mail.tagSeparator,
    nowMs: () => clock.nowMs(),
    onFailure: (error) => log.warn({ err: error }, 'how much mail came in could not be written down'),
  });
  const toldUntilMs = new Map<string, number>();
  return {
    ingest: meteredIngest(ingest, {
      usage,
      recipientsOf: ({ raw, envelope }) => (envelope.to.length > 0 ? envelope.to : addressedTo(raw)),
      // What is too much to be read now is stored all the same, and read later.
      isFull: () => false,
      onRefused(tenantIds) {
        metrics.quotaRefusals.inc();
        const nowMs = clock.nowMs();
        for (const tenant of tenantIds) {
          if ((toldUntilMs.get(tenant) ?? 0) > nowMs) continue;
          toldUntilMs.set(tenant, nextDayMs(nowMs));
          log.warn(
            { tenant },
            'the mail of the day is used up; what comes waits in its mailbox until tomorrow',
          );
        }
      },
    }),
    stop: () => usage.stop(),
  };
}
