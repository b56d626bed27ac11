import { tenantOfMessage } from '../../../adapters/postgres/message-tenant.ts';
import type { DeliveryEvent } from '../../../adapters/postgres/outgoing-status.ts';
import type { ApiDeps } from '../../deps.ts';
import { z } from '../fields.ts';
import { inBrackets, recordReport } from '../hooks/record-report.ts';

/** What a provider tells about one message; null: nothing that matters here (it was opened, or clicked). */
export type ProviderReport = {
  messageId: string;
  event: DeliveryEvent;
  atMs: number;
  detail: string | null;
} | null;

export const reportsTaken = z
  .strictObject({
    accepted: z.int().openapi({ description: 'About messages of ours.' }),
    unknown: z.int().openapi({ description: 'About messages that are not ours.' }),
    ignored: z.int().openapi({ description: 'About something else than delivery, or unreadable.' }),
  })
  .openapi('ProviderReportsTaken');

const LONGEST_DETAIL = 1_000;

/** Records each report for the tenant whose message it is about. */
export async function takeReports(
  deps: ApiDeps,
  reports: readonly ProviderReport[],
): Promise<z.output<typeof reportsTaken>> {
  const taken = { accepted: 0, unknown: 0, ignored: 0 };
  for (const report of reports) taken[report === null ? 'ignored' : await takeReport(deps, report)] += 1;
  return taken;
}

async function takeReport(
  deps: ApiDeps,
  { messageId, event, atMs, detail }: NonNullable<ProviderReport>,
): Promise<'accepted' | 'unknown'> {
  const id = inBrackets(messageId);
  const tenantId = id.includes('\0') ? null : await tenantOfMessage(deps.knex, id);
  const known = await recordReport(deps, tenantId, {
    messageId: id,
    event,
    at: new Date(atMs),
    detail: detail?.replaceAll('\0', '').slice(0, LONGEST_DETAIL) ?? null,
  });
  return known ? 'accepted' : 'unknown';
}
