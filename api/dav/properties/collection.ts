import { element, type XmlElement } from '../../../adapters/xml/element.ts';
import { CALDAV, C, CS, D } from '../names.ts';
import { collectionHref, principalHref } from '../paths.ts';
import type { CollectionResource } from '../resource.ts';
import { supportedReports } from '../reports/supported.ts';
import { stateOf, syncToken } from '../sync-token.ts';
import { accessList, currentPrivileges, supportedPrivileges } from './acl.ts';
import { COMMON } from './common.ts';
import { hrefs, type Getter, type Getters } from './property.ts';
import { MOST_OBJECT_BYTES, STORED_LIMITS } from '../../../commands/calendars/limits.ts';
import { defaultCalendarOf } from '../../../queries/calendars/collections.ts';

const TYPES = { calendar: C('calendar'), inbox: C('schedule-inbox'), outbox: C('schedule-outbox') };

/** Only where they belong to the kind. */
const ofCalendar =
  (getter: Getter<CollectionResource>): Getter<CollectionResource> =>
  (resource, request) =>
    resource.collection.kind === 'calendar' ? getter(resource, request) : null;

const ofInbox =
  (getter: Getter<CollectionResource>): Getter<CollectionResource> =>
  (resource, request) =>
    resource.collection.kind === 'inbox' ? getter(resource, request) : null;

/** RFC 4791 §5.2, RFC 6638 §2, RFC 6578 §4, RFC 3744 §5. */
export const COLLECTION: Getters<CollectionResource> = {
  ...COMMON,
  [D('resourcetype')]: ({ collection }) => [element(D('collection')), element(TYPES[collection.kind])],
  [D('displayname')]: ({ collection }) => (collection.name === null ? null : [collection.name]),
  [D('creationdate')]: ({ collection }) => [collection.createdAt.toISOString()],
  [D('owner')]: ({ collection }) => hrefs(principalHref(collection.principalId)),
  [D('current-user-privilege-set')]: ({ collection }) => currentPrivileges(collection.privileges),
  [D('supported-privilege-set')]: ({ collection }) => supportedPrivileges(collection.kind),
  [D('acl')]: (resource) =>
    resource.collection.privileges.has('read-acl') ? accessList(resource) : 'forbidden',
  [D('acl-restrictions')]: () => [element(D('grant-only')), element(D('no-invert'))],
  [D('supported-report-set')]: supportedReports,
  [D('sync-token')]: ofCalendar(({ collection }) => [syncToken(collection)]),
  [CS('getctag')]: ({ collection }) => [stateOf(collection)],
  [C('supported-calendar-component-set')]: ({ collection }) => componentSet(collection.components),
  [C('supported-calendar-data')]: ofCalendar(() => [CALENDAR_DATA]),
  [C('supported-collation-set')]: ofCalendar(() =>
    ['i;ascii-casemap', 'i;octet', 'i;unicode-casemap'].map((name) =>
      element(C('supported-collation'), name),
    ),
  ),
  [C('max-resource-size')]: () => [String(MOST_OBJECT_BYTES)],
  [C('max-instances')]: ofCalendar(() => [String(STORED_LIMITS.instances)]),
  [C('max-attendees-per-instance')]: ofCalendar(() => [String(STORED_LIMITS.attendees)]),
  [C('min-date-time')]: ofCalendar(() => ['19000101T000000Z']),
  [C('max-date-time')]: ofCalendar(() => ['99991231T235959Z']),
  [C('calendar-timezone-id')]: ofCalendar(({ collection }) => [collection.timezone]),
  [C('schedule-calendar-transp')]: ofCalendar(({ collection }) => [
    element(collection.transparent ? C('transparent') : C('opaque')),
  ]),
  [C('schedule-default-calendar-URL')]: ofInbox(async ({ collection }, { deps }) => {
    const segment = await defaultCalendarOf(deps, collection);
    return segment === null ? null : hrefs(collectionHref(collection.principalId, segment));
  }),
};

const CALENDAR_DATA = element(C('calendar-data'), [], { 'content-type': 'text/calendar', version: '2.0' });

const componentSet = (components: readonly string[]): XmlElement[] =>
  components.map((name) => element(`{${CALDAV}}comp`, [], { name }));
