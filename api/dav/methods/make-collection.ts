import { childOf, elementsIn, element, type XmlElement } from '../../../adapters/xml/element.ts';
import { makeCalendar } from '../../../commands/calendars/make-calendar.ts';
import { COMPONENTS } from '../../../domain/ical/calendar-object.ts';
import { DavError, conditionFailed, notThere } from '../dav-error.ts';
import { answerNothing } from '../answer.ts';
import { locateCollection } from '../locate.ts';
import { answerXml, propstatElement } from '../multistatus.ts';
import { C, D } from '../names.ts';
import { collectionHref } from '../paths.ts';
import { isLive } from '../properties/read.ts';
import { settableOf } from '../properties/settable.ts';
import { xmlBody, type DavRequest } from '../request.ts';
import { calendarChanges, changesIn, type PropertyChange } from './proppatch.ts';

/** MKCALENDAR (RFC 4791 §5.3.1). */
export async function mkcalendar(request: DavRequest): Promise<void> {
  const body = await xmlBody(request);
  if (body !== null && body.name !== C('mkcalendar')) throw new DavError(400);
  await make(request, body, C('mkcalendar-response'));
}

/** Extended MKCOL (RFC 5689): a collection that is no calendar has no place here. */
export async function mkcol(request: DavRequest): Promise<void> {
  const body = await xmlBody(request);
  if (body !== null && body.name !== D('mkcol')) throw new DavError(415);
  const type = body && changesIn(body).find(({ name }) => name === D('resourcetype'))?.set;
  if (!type || !childOf(type, C('calendar'))) throw conditionFailed(D('valid-resourcetype'));
  await make(request, body, D('mkcol-response'));
}

async function make(request: DavRequest, body: XmlElement | null, answer: string): Promise<void> {
  const { ctx, deps, member, path } = request;
  if (path.kind !== 'collection') throw conditionFailed(C('calendar-collection-location-ok'));
  if (await locateCollection(path, request)) throw conditionFailed(D('resource-must-be-null'), 405);
  const changes = body ? changesIn(body) : [];
  const refused = changes.filter((change) => !isSettable(change));
  if (refused.length > 0) return refuse(request, answer, changes, refused);
  const own = changes.filter(({ name }) => !MADE_WITH.has(name));
  const components = componentsOf(changes);
  await makeCalendar(deps, member, {
    ...{ tenantId: member.tenantId, principalId: path.principalId, segment: path.segment },
    ...(components ? { components } : {}),
    ...calendarChanges(own),
  });
  if (!(await locateCollection(path, request))) throw notThere();
  ctx.set('Cache-Control', 'no-cache');
  ctx.set('Location', collectionHref(path.principalId, path.segment));
  answerNothing(ctx, 201);
}

/** Said when the calendar is made, and never changed. */
const MADE_WITH = new Set([D('resourcetype'), C('supported-calendar-component-set')]);

function isSettable({ name, set }: PropertyChange): boolean {
  if (name === C('supported-calendar-component-set')) return set !== null && wantedComponents(set) !== null;
  if (MADE_WITH.has(name)) return true;
  const settable = settableOf(name);
  return settable ? set === null || settable(set) !== null : !isLive(name);
}

function componentsOf(changes: readonly PropertyChange[]): string[] | null {
  const set = changes.find(({ name }) => name === C('supported-calendar-component-set'))?.set;
  return set ? wantedComponents(set) : null;
}

function wantedComponents(set: XmlElement): string[] | null {
  const names = elementsIn(set).map(({ attributes }) => (attributes.name ?? '').toUpperCase());
  return names.length > 0 && names.every((name) => COMPONENTS.some((component) => component === name))
    ? [...new Set(names)]
    : null;
}

function refuse(
  { ctx }: DavRequest,
  answer: string,
  changes: readonly PropertyChange[],
  refused: readonly PropertyChange[],
): void {
  const others = changes.filter((change) => !refused.includes(change));
  const stat = (status: number, some: readonly PropertyChange[]) =>
    some.length === 0 ? [] : [propstatElement({ status, properties: some.map(({ name }) => element(name)) })];
  answerXml(ctx, 403, element(answer, [...stat(403, refused), ...stat(424, others)]));
}
