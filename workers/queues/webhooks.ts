import { createWebhookActivities } from '../../activities/webhooks/activities.ts';
import { relayWebhooks } from '../../activities/webhooks/relay.ts';
import { Turns } from '../../activities/webhooks/turns.ts';
import { createWebhookMetrics } from '../../adapters/metrics/webhook-metrics.ts';
import { createWebhookStore } from '../../adapters/postgres/webhooks/sending.ts';
import { createUnstartedWebhooks } from '../../adapters/postgres/webhooks/unstarted.ts';
import { createWebhookSecrets } from '../../adapters/secrets/webhook-secrets.ts';
import { createWebhookSender } from '../../adapters/webhooks/sender.ts';
import { required } from '../../config/index.ts';
import { WEBHOOK_PACE } from '../../domain/webhooks/verdict.ts';
import type { QueueWork, WorkerParts } from './work.ts';

/** Requests to one endpoint at once, of one worker. */
const AT_ONCE = 5;

/** Webhooks: what backends are told, on a queue of its own, so that a slow endpoint holds up nothing else. */
export function webhooksWork({ parley, registry }: WorkerParts): QueueWork {
  const { config, knex: database, deliveries, clock } = parley;
  const { previousSecretKeys } = config;
  const secrets = createWebhookSecrets({ secretKey: required(config, 'secretKey'), previousSecretKeys });
  const sender = createWebhookSender(config.webhooks);
  const metrics = createWebhookMetrics(registry);
  const unstarted = createUnstartedWebhooks(database);
  return {
    activities: createWebhookActivities({
      store: createWebhookStore(database, secrets),
      sender,
      clock,
      turns: new Turns(AT_ONCE),
      retry: WEBHOOK_PACE,
      onAttempt: (kind, tookMs) => metrics.count(kind, tookMs),
    }),
    loops: [{ name: 'webhooks', everyMs: 1_000, run: () => relayWebhooks({ unstarted, deliveries }) }],
    stop: () => sender.close(),
  };
}
