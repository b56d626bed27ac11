import { tenantOfMessage } from '../../adapters/postgres/message-tenant.ts';
import { recordDelivery, type DeliveryEvent } from '../../adapters/postgres/outgoing-status.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { CommandDeps } from '../deps.ts';

export type { DeliveryEvent } from '../../adapters/postgres/outgoing-status.ts';

/** What somebody tells of a message that went out. */
export interface DeliveryReport {
  /** Providers write a Message-ID with or without its angle brackets. */
  messageId: string;
  event: DeliveryEvent;
  atMs: Instant;
  detail: string | null;
}

/**
 * Records what became of a message, tells its meeting what bounced, and counts it.
 *
 * @param tenantId whose message it has to be; null: whoever tells it speaks for all tenants
 * @returns whether it is one of ours
 */
export async function takeDeliveryReport(
  { knex, metrics, inbound }: Pick<CommandDeps, 'knex' | 'metrics' | 'inbound'>,
  tenantId: string | null,
  { atMs, ...report }: DeliveryReport,
): Promise<boolean> {
  const messageId = `<${report.messageId.trim().replace(/^<|>$/g, '')}>`;
  // PostgreSQL's text has no NUL, and so no Message-ID of ours.
  const owner = messageId.includes('\0') ? null : (tenantId ?? (await tenantOfMessage(knex, messageId)));
  const recorded = { ...report, messageId, at: new Date(atMs), door: 'api' } as const;
  const known = owner === null ? null : await recordDelivery(knex, owner, recorded);
  metrics.emailEvents.inc({ event: known ? report.event : 'unknown' });
  if (known?.pending) await inbound.relay(known.pending);
  return known !== null;
}
