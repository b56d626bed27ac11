import { childrenOf, textIn, type XmlElement } from '../../../adapters/xml/element.ts';
import { messagesFor } from '../../../queries/calendars/messages.ts';
import { objectsOf } from '../../../queries/calendars/objects.ts';
import { DavError } from '../dav-error.ts';
import { locateCollection } from '../locate.ts';
import { answerXml, multistatus, statusOf } from '../multistatus.ts';
import { D } from '../names.ts';
import { parsePath, type DavPath } from '../paths.ts';
import { read } from '../properties/read.ts';
import type { DavRequest } from '../request.ts';
import type { CollectionResource, Resource } from '../resource.ts';
import { wantedIn } from '../methods/propfind.ts';
import { calendarDataOf, dataWantedIn } from './calendar-data.ts';
import type { Report } from './report.ts';

/** A client that has more to fetch asks again. */
const MOST_HREFS = 10_000;

/** CALDAV:calendar-multiget (RFC 4791 §7.9): of what is not there it says so, one by one. */
export const calendarMultiget: Report = async (request, body) => {
  const hrefs = childrenOf(body, D('href')).map((href) => textIn(href).trim());
  if (hrefs.length > MOST_HREFS) throw new DavError(507);
  const wanted = wantedIn(body);
  const data = dataWantedIn(body);
  const found = await resourcesAt(hrefs, request);
  const responses: XmlElement[] = [];
  for (const href of hrefs) {
    const resource = found.get(href);
    responses.push(
      resource ? await read(resource, wanted, request, calendarDataOf(resource, data)) : statusOf(href, 404),
    );
  }
  answerXml(request.ctx, 207, multistatus(responses));
};

type MemberPath = Extract<DavPath, { kind: 'member' }>;

/** Read calendar by calendar, not one by one. */
async function resourcesAt(hrefs: readonly string[], request: DavRequest): Promise<Map<string, Resource>> {
  const byCalendar = new Map<string, { href: string; path: MemberPath }[]>();
  for (const href of hrefs) {
    const path = parsePath(href);
    if (path?.kind !== 'member') continue;
    const key = `${path.principalId}/${path.segment}`;
    const asked = byCalendar.get(key);
    if (asked) asked.push({ href, path });
    else byCalendar.set(key, [{ href, path }]);
  }
  const found = new Map<string, Resource>();
  for (const asked of byCalendar.values()) {
    const [first] = asked;
    const at = first && (await locateCollection(first.path, request));
    if (!at?.collection.privileges.has('read')) continue;
    const members = await membersNamed(at, [...new Set(asked.map(({ path }) => path.name))], request);
    for (const { href, path } of asked) {
      const resource = members.get(path.name);
      if (resource) found.set(href, resource);
    }
  }
  return found;
}

async function membersNamed(
  at: CollectionResource,
  names: readonly string[],
  { deps }: DavRequest,
): Promise<Map<string, Resource>> {
  if (at.collection.kind === 'inbox') {
    const messages = await messagesFor(deps, at.collection);
    return new Map(messages.map((message) => [message.name, { kind: 'message', at, message }]));
  }
  const objects = await objectsOf(deps, at.collection, names);
  return new Map(objects.map((object) => [object.name, { kind: 'object', at, object }]));
}
