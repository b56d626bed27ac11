import type { Knex } from 'knex';
import type { Registry } from 'prom-client';

export interface EventCount {
  category: string;
  what: string;
  /** Why mail was ignored or a link refused: a stable code; otherwise empty. */
  reason: string;
  count: number;
}

/** What has been counted for good: lines so old that no transaction can still add one before them. */
interface Settled {
  upToId: number;
  counts: Map<string, EventCount>;
}

const SETTLED_AFTER = '10 minutes';

const settledOf = new WeakMap<Registry, Settled>();

/** How often each thing has happened since the beginning. Old lines are read once a process, new ones each time. */
export async function countEvents(knex: Knex, registry: Registry): Promise<EventCount[]> {
  const before = settledOf.get(registry) ?? { upToId: 0, counts: new Map<string, EventCount>() };
  const { rows } = await knex.raw<{ rows: { id: number | null }[] }>(
    `SELECT max(id) AS id FROM audit_log WHERE id > ? AND at < now() - ?::interval`,
    [before.upToId, SETTLED_AFTER],
  );
  const upToId = rows[0]?.id ?? before.upToId;
  const settled = { upToId, counts: add(before.counts, await countBetween(knex, before.upToId, upToId)) };
  settledOf.set(registry, settled);
  return [...add(settled.counts, await countBetween(knex, upToId, Number.MAX_SAFE_INTEGER)).values()];
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

function add(counts: Map<string, EventCount>, more: readonly EventCount[]): Map<string, EventCount> {
  const sum = new Map(counts);
  for (const one of more) {
    const key = `${one.category}/${one.what}/${one.reason}`;
    sum.set(key, { ...one, count: one.count + (sum.get(key)?.count ?? 0) });
  }
  return sum;
}
