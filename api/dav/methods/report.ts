import { DavError } from '../dav-error.ts';
import { element } from '../../../adapters/xml/element.ts';
import { located } from '../locate.ts';
import { C, D } from '../names.ts';
import { expandProperty } from '../reports/expand-property.ts';
import { freeBusyQuery } from '../reports/free-busy-query.ts';
import { calendarMultiget } from '../reports/calendar-multiget.ts';
import { calendarQuery } from '../reports/calendar-query.ts';
import { principalMatch } from '../reports/principal-match.ts';
import { principalPropertySearch, searchPropertySet } from '../reports/principal-search.ts';
import { reportsOf } from '../reports/supported.ts';
import { syncCollection } from '../reports/sync-collection.ts';
import type { Report } from '../reports/report.ts';
import { xmlBody, type DavRequest } from '../request.ts';

const REPORTS: ReadonlyMap<string, Report> = new Map([
  [C('calendar-query'), calendarQuery],
  [C('calendar-multiget'), calendarMultiget],
  [C('free-busy-query'), freeBusyQuery],
  [D('sync-collection'), syncCollection],
  [D('expand-property'), expandProperty],
  [D('principal-property-search'), principalPropertySearch],
  [D('principal-search-property-set'), searchPropertySet],
  [D('principal-match'), principalMatch],
]);

/** REPORT (RFC 3253 §3.6). */
export async function report(request: DavRequest): Promise<void> {
  const body = await xmlBody(request);
  if (body === null) throw new DavError(400);
  const resource = await located(request);
  const answer = REPORTS.get(body.name);
  if (!answer || !reportsOf(resource).includes(body.name))
    throw new DavError(403, element(D('supported-report')));
  await answer(request, body, resource);
}
