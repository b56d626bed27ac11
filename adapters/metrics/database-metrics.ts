import type { Knex } from 'knex';
import { Gauge, type Registry } from 'prom-client';
import { countEvents, type EventCount } from './audit-counts.ts';

/**
 * Brings the metrics that the database knows up to date: everything that happened, whichever process it happened
 * in, and what waits. All API processes show the same numbers, so `max` over instances is right, never `sum`.
 */
export async function collectDatabaseMetrics(knex: Knex, registry: Registry): Promise<void> {
  const gauges = gaugesOf(registry);
  showCounts(gauges.events, await countEvents(knex, registry));
  const [waiting] = await waitingWork(knex);
  if (!waiting) return;
  gauges.unsent.set({ state: 'prepared' }, waiting.prepared);
  gauges.unsent.set({ state: 'deferred' }, waiting.deferred);
  gauges.oldestUnsent.set(waiting.oldest_unsent);
  gauges.undecidedMail.set(waiting.undecided_mail);
  gauges.undelivered.set(waiting.undelivered);
}

/** A total of the database is set, not incremented, which prom-client allows for gauges only. */
const showCounts = (gauge: Gauge<'category' | 'what' | 'reason'>, counts: readonly EventCount[]): void =>
  counts.forEach(({ count, ...labels }) => gauge.set(labels, count));

const DEFINITIONS = {
  events: [
    'parley_events_total',
    'Lines of the audit log, by what happened. Grows only.',
    ['category', 'what', 'reason'],
  ],
  unsent: [
    'parley_unsent_messages',
    'Messages that wait to be sent, and whether they were tried.',
    ['state'],
  ],
  oldestUnsent: ['parley_oldest_unsent_seconds', 'How long the oldest of them has waited.', []],
  undecidedMail: ['parley_undecided_mail', 'Received messages that nobody has read yet.', []],
  undelivered: ['parley_outbox_undelivered', 'Events that wait to reach their workflow.', []],
} as const;

function gaugesOf(registry: Registry): Record<keyof typeof DEFINITIONS, Gauge> {
  const entries = Object.entries(DEFINITIONS).map(([key, [name, help, labelNames]]) => {
    const known = registry.getSingleMetric(name) as Gauge | undefined;
    return [key, known ?? new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] })];
  });
  return Object.fromEntries(entries) as Record<keyof typeof DEFINITIONS, Gauge>;
}

interface Waiting {
  prepared: number;
  deferred: number;
  oldest_unsent: number;
  undecided_mail: number;
  undelivered: number;
}

async function waitingWork(knex: Knex): Promise<Waiting[]> {
  const { rows } = await knex.raw<{ rows: Waiting[] }>(`
    SELECT
      (SELECT count(*) FROM outgoing_messages WHERE state = 'prepared') AS prepared,
      (SELECT count(*) FROM outgoing_messages WHERE state = 'deferred') AS deferred,
      (SELECT coalesce(extract(epoch FROM now() - min(prepared_at)), 0)::float8
         FROM outgoing_messages WHERE state IN ('prepared', 'deferred')) AS oldest_unsent,
      (SELECT count(*) FROM imip_messages WHERE decision IS NULL) AS undecided_mail,
      (SELECT count(*) FROM outbox WHERE delivered_at IS NULL AND gave_up_at IS NULL) AS undelivered`);
  return rows;
}
