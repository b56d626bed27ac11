import { Counter, Histogram, Registry } from 'prom-client';
import { createEventCounts, type EventCounts } from './audit-counts.ts';
import { showProcess } from './process-metrics.ts';

/** What one process counts itself. No label ever carries an address, a token or an id. */
export interface Metrics {
  registry: Registry;
  /** Of the whole installation: every process that is asked counts all. */
  events: EventCounts;
  /** Label `reason`: link-unknown, link-expired, link-used. */
  invalidTokens: Counter<'reason'>;
  /** Requests with a wrong API key or webhook signature. Label `kind`: key, signature. */
  refusedCredentials: Counter<'kind'>;
  /** Delivery reports of the mail provider. Label `event`: delivered, bounced, …, and unknown for a Message-ID that is not ours. */
  emailEvents: Counter<'event'>;
  /** Messages that were told to come again tomorrow. */
  mailQuotaRefusals: Counter;
  /** Seconds. Label `route` is the template, never the path. */
  httpDuration: Histogram<'method' | 'route' | 'status'>;
}

/** @param options.process also Node's own metrics; once a process */
export function createMetrics(options: { process?: boolean } = {}): Metrics {
  const registry = new Registry();
  if (options.process) showProcess(registry);
  const registers = [registry];
  return {
    registry,
    events: createEventCounts(registry),
    invalidTokens: new Counter({
      name: 'parley_invalid_tokens_total',
      help: 'Links that were unknown, expired or used.',
      labelNames: ['reason'],
      registers,
    }),
    refusedCredentials: new Counter({
      name: 'parley_refused_credentials_total',
      help: 'Requests with a wrong API key or webhook signature.',
      labelNames: ['kind'],
      registers,
    }),
    emailEvents: new Counter({
      name: 'parley_email_events_total',
      help: 'Delivery reports of the mail provider, by event.',
      labelNames: ['event'],
      registers,
    }),
    mailQuotaRefusals: new Counter({
      name: 'parley_mail_quota_refusals_total',
      help: 'Messages that were refused because their tenant’s mail of the day is used up.',
      registers,
    }),
    httpDuration: new Histogram({
      name: 'parley_http_request_duration_seconds',
      help: 'How long answers took, by route template.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
  };
}
