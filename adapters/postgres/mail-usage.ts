import type { Knex } from 'knex';
import { remembered } from '../remembered.ts';

/** How much mail each tenant is sent in a day (UTC), over all processes. */
export interface MailUsage {
  /** Whose mail a message is; nobody's when it is for no organizer's mailbox. */
  tenantsOf(message: { tenantId: string | null; envelope: { to: readonly string[] } }): Promise<string[]>;
  /** It has been sent as much as a day may have. */
  isUsedUp(tenantId: string): Promise<boolean>;
  count(tenantId: string, bytes: number): void;
  /** Writes down what was counted and not yet written. */
  stop(): Promise<void>;
}

export interface MailUsageOptions {
  /** 0: any. */
  bytesPerDay: number;
  tagSeparator: string;
  nowMs: () => number;
  onFailure: (error: unknown) => void;
  /** How often what was counted is written down and what others counted is read, in ms. */
  everyMs?: number;
}

interface Count {
  bytes: number;
  messages: number;
}

/**
 * Counts in memory and writes down every few seconds, so that no message waits for it; a process that dies forgets the
 * last seconds. Several processes together may pass the limit by as much as they take in that time.
 */
export function createMailUsage(knex: Knex, options: MailUsageOptions): MailUsage {
  const { bytesPerDay, tagSeparator, nowMs, onFailure, everyMs = 2_000 } = options;
  const pending = new Map<string, Count>();
  const written = new Map<string, { day: string; bytes: number }>();
  const today = (): string => new Date(nowMs()).toISOString().slice(0, 10);
  const organizers = remembered(() => organizersOf(knex), nowMs);

  async function write(): Promise<void> {
    const counts = [...pending].map(([tenantId, count]) => ({ tenant_id: tenantId, ...count }));
    if (counts.length === 0) return;
    pending.clear();
    const day = today();
    const { rows } = await knex.raw<{ rows: { tenant_id: string; bytes: number }[] }>(
      `INSERT INTO mail_usage AS used (tenant_id, day, bytes, messages)
       SELECT tenant_id, CAST(:day AS date), bytes, messages
         FROM jsonb_to_recordset(CAST(:counts AS jsonb)) AS entry (tenant_id uuid, bytes bigint, messages int)
        ORDER BY tenant_id
       ON CONFLICT (tenant_id, day) DO UPDATE
          SET bytes = used.bytes + EXCLUDED.bytes, messages = used.messages + EXCLUDED.messages
       RETURNING tenant_id, bytes`,
      { day, counts: JSON.stringify(counts) },
    );
    for (const row of rows) written.set(row.tenant_id, { day, bytes: row.bytes });
  }

  const timer = setInterval(() => void write().catch(onFailure), everyMs);
  timer.unref();

  return {
    async tenantsOf({ tenantId, envelope }) {
      if (tenantId !== null) return [tenantId];
      const known = await organizers();
      const mailboxes = envelope.to.map((address) => mailboxOf(address.toLowerCase(), tagSeparator));
      return [...new Set(mailboxes.flatMap((mailbox) => known.get(mailbox) ?? []))];
    },
    async isUsedUp(tenantId) {
      if (bytesPerDay === 0) return false;
      const day = today();
      const seen = written.get(tenantId);
      if (seen?.day !== day) written.set(tenantId, { day, bytes: await bytesOf(knex, tenantId, day) });
      return (written.get(tenantId)?.bytes ?? 0) + (pending.get(tenantId)?.bytes ?? 0) >= bytesPerDay;
    },
    count(tenantId, bytes) {
      const before = pending.get(tenantId) ?? { bytes: 0, messages: 0 };
      pending.set(tenantId, { bytes: before.bytes + bytes, messages: before.messages + 1 });
    },
    async stop() {
      clearInterval(timer);
      await write().catch(onFailure);
    },
  };
}

async function organizersOf(knex: Knex): Promise<ReadonlyMap<string, string>> {
  const rows: { id: string; address: string }[] = await knex('tenants').select({
    id: 'id',
    address: knex.raw('lower(organizer_email)'),
  });
  return new Map(rows.map(({ id, address }) => [address, id]));
}

async function bytesOf(knex: Knex, tenantId: string, day: string): Promise<number> {
  const row = await knex('mail_usage').where({ tenant_id: tenantId }).where('day', day).first('bytes');
  return row?.bytes ?? 0;
}

/** `scheduling+x@example.com` is below `scheduling@example.com`. */
function mailboxOf(address: string, separator: string): string {
  const at = address.lastIndexOf('@');
  const start = address.lastIndexOf(separator, at);
  return start > 0 ? address.slice(0, start) + address.slice(at) : address;
}
