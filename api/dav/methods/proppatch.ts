import {
  childrenOf,
  element,
  elementsIn,
  type XmlElement,
  type XmlName,
} from '../../../adapters/xml/element.ts';
import { writeFragment } from '../../../adapters/xml/write.ts';
import { changeCalendar, type CalendarChanges } from '../../../commands/calendars/change-calendar.ts';
import { changeHome } from '../../../commands/calendars/change-home.ts';
import { DavError } from '../dav-error.ts';
import { located } from '../locate.ts';
import { answerXml, multistatus, responseOf, type Propstat } from '../multistatus.ts';
import { C, D } from '../names.ts';
import { isLive } from '../properties/read.ts';
import { settableOf, type Settable } from '../properties/settable.ts';
import { xmlBody, type DavRequest } from '../request.ts';
import { hrefOf, type Resource } from '../resource.ts';

/** What becomes of a property: its element, or null where it is removed. */
export interface PropertyChange {
  name: XmlName;
  set: XmlElement | null;
}

/** PROPPATCH (RFC 4918 §9.2): everything that is asked for, in its order, or nothing. */
export async function proppatch(request: DavRequest): Promise<void> {
  const body = await xmlBody(request);
  if (body?.name !== D('propertyupdate')) throw new DavError(400);
  const resource = await located(request);
  const changes = changesIn(body);
  const refused = changes.filter((change) => !maySet(resource, change));
  if (refused.length === 0) await apply(resource, changes, request);
  answerXml(request.ctx, 207, multistatus([responseOf(hrefOf(resource), outcome(changes, refused))]));
}

export const changesIn = (body: XmlElement): PropertyChange[] =>
  elementsIn(body).flatMap((action) => {
    if (action.name !== D('set') && action.name !== D('remove')) return [];
    const properties = childrenOf(action, D('prop')).flatMap(elementsIn);
    return properties.map((property) => ({
      name: property.name,
      set: action.name === D('set') ? property : null,
    }));
  });

function maySet(resource: Resource, { name, set }: PropertyChange): boolean {
  if (resource.kind !== 'collection' && resource.kind !== 'home') return false;
  if (resource.kind === 'collection' && settableOf(name))
    return set === null || settableOf(name)?.(set) !== null;
  return !isLive(name);
}

async function apply(
  resource: Resource,
  changes: readonly PropertyChange[],
  request: DavRequest,
): Promise<void> {
  const { deps, member } = request;
  if (resource.kind === 'collection')
    await changeCalendar(deps, resource.collection, calendarChanges(changes));
  if (resource.kind === 'home') await changeHome(deps, member, resource.principal.id, deadChanges(changes));
}

/** What a calendar's own properties and its dead ones become. */
export function calendarChanges(changes: readonly PropertyChange[]): CalendarChanges {
  let all: CalendarChanges = {};
  const dead: PropertyChange[] = [];
  for (const change of changes) {
    const settable: Settable | undefined = settableOf(change.name);
    if (settable) all = { ...all, ...(change.set ? settable(change.set) : CLEARED[change.name]) };
    if (!settable || KEPT_TOO.has(change.name)) dead.push(change);
  }
  return { ...all, properties: deadChanges(dead) };
}

/** What is left of a property that is removed. */
const CLEARED: Readonly<Record<XmlName, CalendarChanges>> = {
  [D('displayname')]: { name: null },
  [C('calendar-timezone')]: { timezone: null },
  [C('calendar-timezone-id')]: { timezone: null },
  [C('schedule-calendar-transp')]: { transparent: false },
};

/** Comes back as it was sent, beside what it means. */
const KEPT_TOO = new Set([C('calendar-timezone')]);

const deadChanges = (changes: readonly PropertyChange[]): Record<XmlName, string | null> =>
  Object.fromEntries(changes.map(({ name, set }) => [name, set && writeFragment(set)]));

const PROTECTED = element(D('cannot-modify-protected-property'));

function outcome(changes: readonly PropertyChange[], refused: readonly PropertyChange[]): Propstat[] {
  const named = (some: readonly PropertyChange[]): XmlElement[] => some.map(({ name }) => element(name));
  if (refused.length === 0) return [{ status: 200, properties: named(changes) }];
  const others = changes.filter((change) => !refused.includes(change));
  const failed = { status: 403, properties: named(refused), condition: PROTECTED };
  return others.length > 0 ? [failed, { status: 424, properties: named(others) }] : [failed];
}
