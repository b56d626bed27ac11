import type { DavRequest } from './client.ts';

type Headers = Record<string, string>;
export interface Window {
  fromMs: number;
  toMs: number;
}

const NAMES =
  'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:S="http://calendarserver.org/ns/"';

const xml = (method: string, depth: '0' | '1', body: string) => (path: string, authorization: string) => ({
  ...{ method, path, body: `<?xml version="1.0" encoding="utf-8"?>\n${body}` },
  headers: { authorization, depth, 'content-type': 'application/xml; charset=utf-8' } as Headers,
});

export type Made = (path: string, authorization: string) => DavRequest;

/** RFC 4791 section 7.10. */
export const freeBusyQuery =
  (window: Window): Made =>
  (...where) => ({
    ...xml(
      'REPORT',
      '1',
      `<C:free-busy-query ${NAMES}><C:time-range start="{from}" end="{to}"/></C:free-busy-query>`,
    )(...where),
    window,
  });

/** RFC 4791 section 7.8: events of the window, as they are stored or each instance by itself. */
export const calendarQuery =
  (window: Window, options: { expands: boolean }): Made =>
  (...where) => ({
    ...xml(
      'REPORT',
      '1',
      `<C:calendar-query ${NAMES}>
  <D:prop><D:getetag/><C:calendar-data>${options.expands ? '<C:expand start="{from}" end="{to}"/>' : ''}</C:calendar-data></D:prop>
  <C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:time-range start="{from}" end="{to}"/></C:comp-filter></C:comp-filter></C:filter>
</C:calendar-query>`,
    )(...where),
    window,
  });

export const ctagOf: Made = xml(
  'PROPFIND',
  '0',
  `<D:propfind ${NAMES}><D:prop><S:getctag/></D:prop></D:propfind>`,
);

export const syncTokenOf: Made = xml(
  'PROPFIND',
  '0',
  `<D:propfind ${NAMES}><D:prop><D:sync-token/></D:prop></D:propfind>`,
);

/** RFC 6578: what has changed since the token. */
export const syncCollection = (token: string): Made =>
  xml(
    'REPORT',
    '0',
    `<D:sync-collection ${NAMES}><D:sync-token>${token}</D:sync-token><D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop></D:sync-collection>`,
  );

export const makeCalendar: Made = (path, authorization) => ({
  ...{ method: 'MKCALENDAR', path, headers: { authorization } },
});

/** @param name the last segment; may count */
export const putObject =
  (name: string, body: string, cycle = 1): Made =>
  (path, authorization) => ({
    ...{ method: 'PUT', path: `${path}${name}`, body, cycle },
    headers: { authorization, 'content-type': 'text/calendar; charset=utf-8' },
  });
