import { takeDeliveryReport, type DeliveryReport } from '../../../commands/messages/take-delivery-report.ts';
import type { ApiDeps } from '../../deps.ts';
import { z } from '../fields.ts';

/** What a provider tells about one message; null: nothing that matters here (it was opened, or clicked). */
export type ProviderReport = DeliveryReport | null;

export const reportsTaken = z
  .strictObject({
    accepted: z.int().openapi({ description: 'About messages of ours.' }),
    unknown: z.int().openapi({ description: 'About messages that are not ours.' }),
    ignored: z.int().openapi({ description: 'About something else than delivery, or unreadable.' }),
  })
  .openapi('ProviderReportsTaken');

const LONGEST_DETAIL = 1_000;

/** Takes each report for the tenant whose message it is about. */
export async function takeReports(
  deps: ApiDeps,
  reports: readonly ProviderReport[],
): Promise<z.output<typeof reportsTaken>> {
  const taken = { accepted: 0, unknown: 0, ignored: 0 };
  for (const report of reports) taken[report === null ? 'ignored' : await take(deps, report)] += 1;
  return taken;
}

async function take(deps: ApiDeps, report: DeliveryReport): Promise<'accepted' | 'unknown'> {
  const detail = report.detail?.replaceAll('\0', '').slice(0, LONGEST_DETAIL) ?? null;
  return (await takeDeliveryReport(deps, null, { ...report, detail })) ? 'accepted' : 'unknown';
}
