import { recordDelivery, type DeliveryReport } from '../../../adapters/postgres/outgoing-status.ts';
import type { ApiDeps } from '../../deps.ts';

/** Providers write a Message-ID with or without its angle brackets. */
export const inBrackets = (messageId: string): string => `<${messageId.trim().replace(/^<|>$/g, '')}>`;

/**
 * Records what became of a message, and counts it.
 *
 * @param tenantId null: no tenant has such a message
 * @returns whether it is one of ours
 */
export async function recordReport(
  { knex, metrics }: ApiDeps,
  tenantId: string | null,
  report: DeliveryReport,
): Promise<boolean> {
  const known = tenantId !== null && (await recordDelivery(knex, tenantId, report));
  metrics.emailEvents.inc({ event: known ? report.event : 'unknown' });
  return known;
}
