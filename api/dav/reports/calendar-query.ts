import { childOf, textIn, type XmlElement } from '../../../adapters/xml/element.ts';
import { timezoneOf } from '../../../domain/ical/calendar-timezone.ts';
import { openZone, UTC_CLOCK, type Clock } from '../../../domain/time/zone.ts';
import { matchingMessages, matchingObjects } from '../../../queries/calendars/matching-objects.ts';
import { conditionFailed, DavError } from '../dav-error.ts';
import { wantedIn } from '../methods/propfind.ts';
import { answerXml, multistatus, statusOf } from '../multistatus.ts';
import { C } from '../names.ts';
import { element } from '../../../adapters/xml/element.ts';
import { D } from '../names.ts';
import { read } from '../properties/read.ts';
import { depthOf } from '../request.ts';
import { hrefOf, type Resource } from '../resource.ts';
import { demandSight } from '../sight.ts';
import { calendarDataOf, dataWantedIn } from './calendar-data.ts';
import { filtersIn } from './filter-xml.ts';
import type { Report } from './report.ts';

/** What one answer holds; a client that wants more asks for less at once. */
const MOST_MATCHES = 20_000;

/** CALDAV:calendar-query (RFC 4791 §7.8). Without Depth its members are meant: no client asks for a calendar itself. */
export const calendarQuery: Report = async (request, body, resource) => {
  if (resource.kind !== 'collection') throw new DavError(403);
  demandSight(resource);
  depthOf(request, 1);
  const { collection } = resource;
  const filters = filtersIn(body);
  const wanted = wantedIn(body);
  const floating = zoneIn(body) ?? openZone(collection.timezone) ?? UTC_CLOCK;
  const data = dataWantedIn(body);
  const found: Resource[] =
    collection.kind === 'inbox'
      ? (await matchingMessages(request.deps, collection, filters, floating)).map((message) => ({
          ...{ kind: 'message', at: resource, message },
        }))
      : (await matchingObjects(request.deps, collection, filters, floating)).map((object) => ({
          ...{ kind: 'object', at: resource, object },
        }));
  const responses: XmlElement[] = [];
  for (const each of found.slice(0, MOST_MATCHES))
    responses.push(await read(each, wanted, request, calendarDataOf(each, data, floating)));
  if (found.length > MOST_MATCHES)
    responses.push(statusOf(hrefOf(resource), 507, element(D('number-of-matches-within-limits'))));
  answerXml(request.ctx, 207, multistatus(responses));
};

/** Where the query looks at floating times (RFC 4791 §9.8, RFC 7809 §5.2); null: where the calendar does. */
function zoneIn(body: XmlElement): Clock | null {
  const id = childOf(body, C('timezone-id'));
  const definition = childOf(body, C('timezone'));
  if (id) {
    const zone = openZone(textIn(id).trim());
    if (!zone) throw conditionFailed(C('valid-timezone'));
    return zone;
  }
  const name = definition ? timezoneOf(textIn(definition).trim()) : '';
  if (name === null) throw conditionFailed(C('valid-calendar-data'));
  return name === '' ? null : openZone(name);
}
