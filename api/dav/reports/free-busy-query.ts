import { randomUUID } from 'node:crypto';
import { childOf, childrenOf, textIn } from '../../../adapters/xml/element.ts';
import type { BusyPeriod } from '../../../domain/freebusy/busy-period.ts';
import { vfreebusy } from '../../../domain/freebusy/vfreebusy.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { freeBusyIn, freeBusyOf, LONGEST_WINDOW_MS } from '../../../queries/calendars/free-busy.ts';
import { DavError, needsPrivilege, notThere } from '../dav-error.ts';
import { locateHref } from '../locate.ts';
import { C, D } from '../names.ts';
import { privilegeName } from '../properties/acl.ts';
import type { DavRequest } from '../request.ts';
import { hrefOf, type Resource } from '../resource.ts';
import type { Report } from './report.ts';
import { closedRange } from './time-range.ts';

const MOST_SUBJECTS = 50;

/**
 * CALDAV:free-busy-query (RFC 4791 §7.10) of a calendar, a home or a principal. As an extension, DAV:href elements in its body name
 * other ones to be asked of instead, together.
 */
export const freeBusyQuery: Report = async (request, body, resource) => {
  const window = childOf(body, C('time-range'));
  if (!window) throw new DavError(400);
  const range = closedRange(window);
  if (range.endMs - range.startMs > LONGEST_WINDOW_MS) throw new DavError(403);
  const hrefs = childrenOf(body, D('href')).map((href) => textIn(href).trim());
  if (hrefs.length > MOST_SUBJECTS) throw new DavError(403);
  const subjects =
    hrefs.length === 0 ? [resource] : await Promise.all(hrefs.map((href) => subjectAt(href, request)));
  const all = await Promise.all(subjects.map((subject) => timesOf(subject, range, request)));
  const text = vfreebusy({
    uid: randomUUID(),
    dtstampMs: request.deps.clock.nowMs(),
    range,
    periods: all.flat(),
  });
  const { ctx } = request;
  ctx.status = 200;
  ctx.set('Content-Type', 'text/calendar; charset=utf-8');
  ctx.body = text;
};

async function subjectAt(href: string, request: DavRequest): Promise<Resource> {
  const resource = await locateHref(href, request);
  if (!resource) throw notThere();
  return resource;
}

async function timesOf(
  subject: Resource,
  range: TimeRange,
  { deps, member }: DavRequest,
): Promise<BusyPeriod[]> {
  const lacking = () => needsPrivilege(hrefOf(subject), privilegeName('read-free-busy'));
  if (subject.kind === 'collection' && subject.collection.kind === 'calendar') {
    if (!subject.collection.privileges.has('read-free-busy')) throw lacking();
    return freeBusyIn(deps, subject.collection, range);
  }
  if (subject.kind !== 'principal' && subject.kind !== 'home') throw new DavError(403);
  const times = await freeBusyOf(deps, member, subject.principal.id, range);
  if (times === null) throw lacking();
  return times;
}
