import type { DavAnswer, DavClient } from './client.ts';
import { event } from './stage.ts';

/** Those who ask. */
export const WHO = ['owner', 'writer', 'reader', 'freeBusy', 'stranger', 'foreigner', 'nobody'] as const;
export type Who = (typeof WHO)[number];

/** What is asked about, and by whom. */
export interface Place {
  client: DavClient;
  /** Of the owner. */
  home: string;
  calendar: string;
  object: string;
  principal: string;
  /** Of whoever asks. */
  own: string;
}

/** What is asked, and what each of WHO is answered. */
type Row = readonly [
  what: string,
  ask: (place: Place) => Promise<DavAnswer>,
  answers: readonly [number, number, number, number, number, number, number],
];

export const PROP = '<D:prop><D:getetag/><D:displayname/></D:prop>';
const WINDOW = '<C:time-range start="20270301T000000Z" end="20270302T000000Z"/>';
export const TEXT = { 'Content-Type': 'text/calendar' };
const report =
  (root: string, inside: string, at: 'calendar' | 'principal' | 'home' | 'object' = 'calendar') =>
  ({ client, ...place }: Place) =>
    client.xml('REPORT', place[at], root, inside, { Depth: '1' });

/** Every method and every report. */
export const ROWS: readonly Row[] = [
  [
    'OPTIONS',
    ({ client, calendar }) => client.send('OPTIONS', calendar),
    [200, 200, 200, 200, 200, 200, 401],
  ],
  [
    'PROPFIND of the principal',
    ({ client, principal }) => client.send('PROPFIND', principal, { headers: { Depth: '0' } }),
    [207, 207, 207, 207, 207, 404, 401],
  ],
  [
    'PROPFIND of the home',
    ({ client, home }) => client.send('PROPFIND', home, { headers: { Depth: '1' } }),
    [207, 207, 207, 207, 207, 404, 401],
  ],
  [
    'PROPFIND of the calendar',
    ({ client, calendar }) => client.send('PROPFIND', calendar, { headers: { Depth: '0' } }),
    [207, 207, 207, 403, 404, 404, 401],
  ],
  [
    'PROPFIND of what is in it',
    ({ client, calendar }) => client.send('PROPFIND', calendar, { headers: { Depth: '1' } }),
    [207, 207, 207, 403, 404, 404, 401],
  ],
  [
    'PROPFIND of an object',
    ({ client, object }) => client.send('PROPFIND', object, { headers: { Depth: '0' } }),
    [207, 207, 207, 403, 404, 404, 401],
  ],
  [
    'GET of the calendar',
    ({ client, calendar }) => client.get(calendar),
    [200, 200, 200, 403, 404, 404, 401],
  ],
  ['GET of an object', ({ client, object }) => client.get(object), [200, 200, 200, 403, 404, 404, 401]],
  [
    'HEAD of an object',
    ({ client, object }) => client.send('HEAD', object),
    [200, 200, 200, 403, 404, 404, 401],
  ],
  [
    'PUT of a new object',
    ({ client, calendar }) => client.put(`${calendar}new.ics`, event('new')),
    [201, 201, 403, 403, 409, 409, 401],
  ],
  [
    'PUT over an object',
    ({ client, object }) => client.put(object, event('one').replace('Review', 'Look')),
    [204, 204, 403, 403, 409, 409, 401],
  ],
  ['DELETE of an object', ({ client, object }) => client.delete(object), [204, 204, 403, 403, 404, 404, 401]],
  [
    'COPY of an object into an own calendar',
    ({ client, object, own }) => client.send('COPY', object, { headers: { Destination: `${own}copy.ics` } }),
    [403, 201, 201, 403, 404, 404, 401],
  ],
  [
    'MOVE of an object into an own calendar',
    ({ client, object, own }) => client.send('MOVE', object, { headers: { Destination: `${own}move.ics` } }),
    [201, 201, 403, 403, 404, 404, 401],
  ],
  [
    'COPY of an own object into the calendar',
    async ({ client, calendar, own }) => {
      await client.put(`${own}mine.ics`, event('mine'));
      return client.send('COPY', `${own}mine.ics`, { headers: { Destination: `${calendar}theirs.ics` } });
    },
    [403, 201, 403, 403, 409, 409, 401],
  ],
  [
    'PROPPATCH of the calendar',
    ({ client, calendar }) =>
      client.xml('PROPPATCH', calendar, 'D:propertyupdate', '<D:set><D:prop><CS:x>1</CS:x></D:prop></D:set>'),
    [207, 207, 403, 403, 404, 404, 401],
  ],
  [
    'PROPPATCH of the home',
    ({ client, home }) =>
      client.xml('PROPPATCH', home, 'D:propertyupdate', '<D:set><D:prop><CS:x>1</CS:x></D:prop></D:set>'),
    [207, 404, 404, 404, 404, 404, 401],
  ],
  [
    'MKCALENDAR in the home',
    ({ client, home }) => client.xml('MKCALENDAR', `${home}NEW/`, 'C:mkcalendar', ''),
    [201, 404, 404, 404, 404, 404, 401],
  ],
  [
    'MKCOL in the home',
    ({ client, home }) =>
      client.xml(
        'MKCOL',
        `${home}NEW/`,
        'D:mkcol',
        '<D:set><D:prop><D:resourcetype><D:collection/><C:calendar/></D:resourcetype></D:prop></D:set>',
      ),
    [201, 404, 404, 404, 404, 404, 401],
  ],
  [
    'ACL of the calendar',
    ({ client, calendar, own }) =>
      client.xml(
        'ACL',
        calendar,
        'D:acl',
        `<D:ace><D:principal><D:href>${own.replace(/calendars\/([^/]+)\/.*/, 'principals/$1/')}</D:href></D:principal>
         <D:grant><D:privilege><D:all/></D:privilege></D:grant></D:ace>`,
      ),
    [200, 403, 403, 403, 404, 404, 401],
  ],
  [
    'DELETE of the calendar',
    ({ client, calendar }) => client.delete(calendar),
    [204, 403, 403, 403, 404, 404, 401],
  ],
  ['DELETE of the home', ({ client, home }) => client.delete(home), [403, 403, 403, 403, 403, 404, 401]],
  [
    'calendar-query',
    report('C:calendar-query', `${PROP}<C:filter><C:comp-filter name="VCALENDAR"/></C:filter>`),
    [207, 207, 207, 403, 404, 404, 401],
  ],
  [
    'sync-collection',
    report('D:sync-collection', `<D:sync-token/><D:sync-level>1</D:sync-level>${PROP}`),
    [207, 207, 207, 403, 404, 404, 401],
  ],
  [
    'free-busy-query of the calendar',
    report('C:free-busy-query', WINDOW),
    [200, 200, 200, 200, 404, 404, 401],
  ],
  [
    'free-busy-query of the principal',
    report('C:free-busy-query', WINDOW, 'principal'),
    [200, 200, 200, 200, 403, 404, 401],
  ],
  [
    'free-busy-query of the home',
    report('C:free-busy-query', WINDOW, 'home'),
    [200, 200, 200, 200, 403, 404, 401],
  ],
  [
    'expand-property',
    report('D:expand-property', '<D:property name="owner"><D:property name="displayname"/></D:property>'),
    [207, 207, 207, 403, 404, 404, 401],
  ],
  [
    'principal-property-search',
    report(
      'D:principal-property-search',
      '<D:property-search><D:prop><D:displayname/></D:prop><D:match>x</D:match></D:property-search>',
      'principal',
    ),
    [207, 207, 207, 207, 207, 404, 401],
  ],
  ['principal-match', report('D:principal-match', '<D:self/>', 'home'), [207, 207, 207, 207, 207, 404, 401]],
  [
    'principal-search-property-set',
    report('D:principal-search-property-set', '', 'principal'),
    [200, 200, 200, 200, 200, 404, 401],
  ],
  [
    'PROPFIND of the inbox',
    ({ client, home }) => client.send('PROPFIND', `${home}inbox/`, { headers: { Depth: '1' } }),
    [207, 403, 403, 403, 403, 404, 401],
  ],
  [
    'PROPFIND of the outbox',
    ({ client, home }) => client.send('PROPFIND', `${home}outbox/`, { headers: { Depth: '1' } }),
    [207, 404, 404, 404, 404, 404, 401],
  ],
  [
    'POST to the outbox',
    ({ client, home }) => client.send('POST', `${home}outbox/`, { headers: TEXT, body: event('post') }),
    [403, 404, 404, 404, 404, 404, 401],
  ],
  [
    'a method that there is not',
    ({ client, calendar }) => client.send('LOCK', calendar),
    [405, 405, 405, 405, 405, 405, 405],
  ],
];
