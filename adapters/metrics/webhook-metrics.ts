import { Counter, Histogram, type Registry } from 'prom-client';
import type { Verdict } from '../../domain/webhooks/verdict.ts';

const OUTCOMES = { delivered: 'delivered', retry: 'deferred', failed: 'failed' } as const;

/** What one worker sees of webhooks. No label names an endpoint or a tenant. */
export function createWebhookMetrics(registry: Registry): {
  count(kind: Verdict['kind'], tookMs: number): void;
} {
  const registers = [registry];
  const deliveries = new Counter({
    name: 'parley_webhook_deliveries_total',
    help: 'Attempts to deliver an event to an endpoint, by outcome: delivered, deferred, or failed for good.',
    labelNames: ['outcome'],
    registers,
  });
  for (const outcome of Object.values(OUTCOMES)) deliveries.inc({ outcome }, 0);
  const duration = new Histogram({
    name: 'parley_webhook_delivery_seconds',
    help: 'How long an attempt took, until its answer.',
    buckets: [0.05, 0.1, 0.5, 1, 5, 15],
    registers,
  });
  return {
    count(kind, tookMs) {
      deliveries.inc({ outcome: OUTCOMES[kind] });
      duration.observe(tookMs / 1000);
    },
  };
}
