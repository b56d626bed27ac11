import { Counter, Gauge, type Registry } from 'prom-client';
import type { MailboxStore, MailReader } from '../../activities/mailbox/ports.ts';

/** What one worker sees of the mailboxes that it watches. Label `mailbox` is the configured name, never an address. */
export interface MailboxMetrics {
  taken: Counter<'mailbox'>;
  putAside: Counter<'mailbox'>;
  /** Messages that wait in their mailbox for another day. */
  quotaRefusals: Counter;
  /** Seconds since 1970. */
  lastSuccess: Gauge<'mailbox'>;
  connected: Gauge<'mailbox'>;
}

export function createMailboxMetrics(registry: Registry): MailboxMetrics {
  const about = { labelNames: ['mailbox'] as const, registers: [registry] };
  return {
    taken: new Counter({
      name: 'parley_mailbox_taken_total',
      help: 'Messages that were taken in from a mailbox.',
      ...about,
    }),
    putAside: new Counter({
      name: 'parley_mailbox_put_aside_total',
      help: 'Messages of a mailbox that could not be taken in and are not tried again by themselves.',
      ...about,
    }),
    quotaRefusals: new Counter({
      name: 'parley_mail_quota_refusals_total',
      help: 'Messages that were left for another day because their tenant’s mail of the day is used up.',
      registers: [registry],
    }),
    lastSuccess: new Gauge({
      name: 'parley_mailbox_last_success_timestamp_seconds',
      help: 'When this worker last looked through a mailbox to its end, in seconds since 1970.',
      ...about,
    }),
    connected: new Gauge({
      name: 'parley_mailbox_connected',
      help: '1 while this worker has a mailbox open; else 0.',
      ...about,
    }),
  };
}

/** Shows whether the mailbox is open, and counts what was taken in of it. */
export function measureReader(mailbox: string, reader: MailReader, metrics: MailboxMetrics): MailReader {
  metrics.connected.set({ mailbox }, 0);
  metrics.taken.inc({ mailbox }, 0);
  metrics.putAside.inc({ mailbox }, 0);
  return {
    async open(signal) {
      const box = await reader.open(signal);
      metrics.connected.set({ mailbox }, 1);
      return {
        ...box,
        markHandled(uids) {
          metrics.taken.inc({ mailbox }, uids.length);
          return box.markHandled(uids);
        },
        close() {
          metrics.connected.set({ mailbox }, 0);
          return box.close();
        },
      };
    },
  };
}

/** Counts what is put aside, and shows when a mailbox was looked through last. */
export const measureStore = (store: MailboxStore, metrics: MailboxMetrics): MailboxStore => ({
  ...store,
  async advance(mailbox, position, atMs) {
    await store.advance(mailbox, position, atMs);
    metrics.lastSuccess.set({ mailbox }, atMs / 1000);
  },
  async recordProblem(mailbox, uidValidity, problem, retry, atMs) {
    let isPutAside = false;
    const noticed = (attempts: number) => {
      const next = retry(attempts);
      isPutAside = next === null;
      return next;
    };
    await store.recordProblem(mailbox, uidValidity, problem, noticed, atMs);
    if (isPutAside) metrics.putAside.inc({ mailbox });
  },
});
