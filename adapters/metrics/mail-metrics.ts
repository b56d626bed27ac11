import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { MailDeferred, MailRejected, type MailSender } from '../../activities/delivery/ports.ts';

/** What one worker sees of outgoing mail. No label carries an address or a recipient's domain. */
export interface MailMetrics {
  /** Label `outcome`: sent, deferred, rejected, or held: not even tried, because of the server or the pace. */
  handOvers: Counter<'outcome'>;
  /** Hand-overs of messages that were tried before. */
  retries: Counter;
  /** Seconds until the server's last word. */
  duration: Histogram;
  waiting: Gauge;
  /** 1: nobody tries, because the server is down. */
  breakerOpen: Gauge;
}

export function createMailMetrics(registry: Registry): MailMetrics {
  const registers = [registry];
  return {
    handOvers: new Counter({
      name: 'parley_mail_handovers_total',
      help: 'Attempts to hand a message to the mail server, by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
    retries: new Counter({
      name: 'parley_mail_retries_total',
      help: 'Attempts that were not the first of their message.',
      registers,
    }),
    duration: new Histogram({
      name: 'parley_mail_handover_duration_seconds',
      help: 'How long an attempt took, with the wait for its turn.',
      buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60],
      registers,
    }),
    waiting: new Gauge({
      name: 'parley_mail_waiting',
      help: 'Messages that wait for their turn in this worker.',
      registers,
    }),
    breakerOpen: new Gauge({
      name: 'parley_mail_breaker_open',
      help: '1 while this worker does not try, because the mail server is down; else 0.',
      registers,
    }),
  };
}

/** Counts what comes of each attempt. */
export const measure = (sender: MailSender, metrics: MailMetrics): MailSender => ({
  async send(message) {
    if ((message.attempts ?? 0) > 0) metrics.retries.inc();
    const done = metrics.duration.startTimer();
    try {
      const answer = await sender.send(message);
      metrics.handOvers.inc({ outcome: 'sent' });
      return answer;
    } catch (error) {
      metrics.handOvers.inc({ outcome: outcomeOf(error) });
      throw error;
    } finally {
      done();
    }
  },
});

function outcomeOf(error: unknown): string {
  if (error instanceof MailRejected) return 'rejected';
  return error instanceof MailDeferred && HELD.includes(error.code) ? 'held' : 'deferred';
}

const HELD: readonly string[] = ['server-down', 'no-turn'];
