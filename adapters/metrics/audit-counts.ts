import type { Knex } from 'knex';
import { Counter, type Registry } from 'prom-client';

type Labels = 'category' | 'what' | 'reason';

/** Counts the lines that the audit log gets, whichever process writes them. */
export interface EventCounts {
  /** Counts what has come since the last time. */
  collect(knex: Knex): Promise<void>;
}

interface EventCount extends Record<Labels, string> {
  count: number;
}

/**
 * What an alert is about that looks at single events: there from the beginning, at 0, or Prometheus would take the first
 * one for where it began.
 */
const FROM_ZERO: readonly Omit<EventCount, 'count'>[] = [
  { category: 'outbound', what: 'message-sent', reason: '' },
  { category: 'outbound', what: 'message-bounced', reason: '' },
  { category: 'timeline', what: 'delivery-failed', reason: '' },
];

/** A transaction that began so long ago has ended: no line can still come before those that are as old. */
const SETTLED_AFTER = '10 minutes';

/**
 * A counter of the lines that come from now on. Each line is read twice at most, and what is removed from the log, because it
 * was kept for long enough, is no reset of the counter.
 */
export function createEventCounts(registry: Registry): EventCounts {
  const createdMs = performance.now();
  const counter = new Counter<Labels>({
    name: 'parley_events_total',
    help: 'Lines that the audit log got since this process began, from any process, by what happened.',
    labelNames: ['category', 'what', 'reason'],
    registers: [registry],
  });
  for (const labels of FROM_ZERO) counter.inc(labels, 0);
  /** Of the newest line before which none is counted any more. */
  let settledId: number | null = null;
  /** What is counted of the lines after that one. */
  let unsettled = new Map<string, number>();
  let last: Promise<unknown> = Promise.resolve();

  async function collect(knex: Knex): Promise<void> {
    settledId ??= await lastBefore(knex, `${performance.now() - createdMs} milliseconds`, 0);
    const upTo = await lastBefore(knex, SETTLED_AFTER, settledId);
    const settling = await countBetween(knex, settledId, upTo);
    const rest = await countBetween(knex, Math.max(settledId, upTo), Number.MAX_SAFE_INTEGER);
    const seen = totals([...settling, ...rest]);
    for (const [key, { count, ...labels }] of seen)
      counter.inc(labels, Math.max(0, count - (unsettled.get(key) ?? 0)));
    settledId = Math.max(settledId, upTo);
    unsettled = new Map([...totals(rest)].map(([key, { count }]) => [key, count]));
  }

  // One after the other: two that count at once would count the same lines.
  return {
    collect: (knex) => (last = last.catch(() => undefined).then(() => collect(knex))) as Promise<void>,
  };
}

/** The id of the newest line that is older than that; `otherwise` when there is none after it. */
async function lastBefore(knex: Knex, age: string, otherwise: number): Promise<number> {
  const { rows } = await knex.raw<{ rows: { id: number | null }[] }>(
    'SELECT max(id) AS id FROM audit_log WHERE id > ? AND at < now() - ?::interval',
    [otherwise, age],
  );
  return Number(rows[0]?.id ?? otherwise);
}

const countBetween = (knex: Knex, after: number, upTo: number): Promise<EventCount[]> =>
  after >= upTo
    ? Promise.resolve([])
    : knex('audit_log')
        .where('id', '>', after)
        .where('id', '<=', upTo)
        .groupBy('category', 'what', 'reason')
        .select<EventCount[]>('category', 'what', reason(knex), knex.raw('count(*) AS count'));

/** Elsewhere the log has free text under this name. */
const reason = (knex: Knex) =>
  knex.raw(
    `CASE WHEN category IN ('inbound', 'token') THEN coalesce(details->>'reason', '') ELSE '' END AS reason`,
  );

function totals(counts: readonly EventCount[]): Map<string, EventCount> {
  const sum = new Map<string, EventCount>();
  for (const one of counts) {
    const key = `${one.category}/${one.what}/${one.reason}`;
    sum.set(key, { ...one, count: Number(one.count) + (sum.get(key)?.count ?? 0) });
  }
  return sum;
}
