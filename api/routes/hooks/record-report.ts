import { recordDelivery, type DeliveryReport } from '../../../adapters/postgres/outgoing-status.ts';
import type { ApiDeps } from '../../deps.ts';

/** Providers write a Message-ID with or without its angle brackets. */
export const inBrackets = (messageId: string): string => `<${messageId.trim().replace(/^<|>$/g, '')}>`;

/**
 * Records what became of a message, tells its meeting what bounced, and counts it.
 *
 * @param tenantId null: no tenant has such a message
 * @returns whether it is one of ours
 */
export async function recordReport(
  { knex, metrics, inbound }: ApiDeps,
  tenantId: string | null,
  report: Omit<DeliveryReport, 'door'>,
): Promise<boolean> {
  const known = tenantId === null ? null : await recordDelivery(knex, tenantId, { ...report, door: 'api' });
  metrics.emailEvents.inc({ event: known ? report.event : 'unknown' });
  if (known?.pending) await inbound.relay(known.pending);
  return known !== null;
}
