import type { Deliveries } from '../inbound/ports.ts';
import type { WebhookRun } from './ports.ts';

const BATCH = 200;
const AT_ONCE = 10;

export interface UnstartedWebhooks {
  /** Oldest first. */
  oldest(limit: number): Promise<WebhookRun[]>;
  started(runs: readonly WebhookRun[]): Promise<void>;
}

export interface WebhookRelayPorts {
  unstarted: UnstartedWebhooks;
  deliveries: Deliveries;
}

/** Names a run for ever: the same again is the same workflow. */
export const webhookKey = ({ deliveryId, run }: WebhookRun): string => `webhook/${deliveryId}/${run}`;

/**
 * Starts the workflows of deliveries that were written with a change. May run in several places at once, and after a crash
 * wherever it came: a run has one workflow.
 *
 * @returns how many there were
 * @throws the first failure, after everything else was started
 */
export async function relayWebhooks({ unstarted, deliveries }: WebhookRelayPorts): Promise<number> {
  const runs = await unstarted.oldest(BATCH);
  const failures: unknown[] = [];
  for (let from = 0; from < runs.length && failures.length === 0; from += AT_ONCE) {
    const some = runs.slice(from, from + AT_ONCE);
    const begun = await Promise.allSettled(
      some.map((run) => deliveries.start({ type: 'webhook', key: webhookKey(run), ...run })),
    );
    await unstarted.started(some.filter((_, index) => begun[index]?.status === 'fulfilled'));
    failures.push(...begun.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : [])));
  }
  if (failures.length > 0) throw failures[0];
  return runs.length;
}
