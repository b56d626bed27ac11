import { expect, it } from 'vitest';
import { childrenOf, elementsIn, textIn, type XmlElement } from '../../adapters/xml/element.ts';
import {
  C,
  conditionIn,
  CS,
  D,
  DavClient,
  hrefsIn,
  ICAL,
  textOfProperty,
  tokenIn,
  toldBy,
} from './support/client.ts';
import { event, onCalendars } from './support/stage.ts';

onCalendars('a calendar and its client', (stage) => {
  it('is found from the root, and from where other servers have it', async () => {
    const { client, principal, home, email, id } = await stage.addUser();
    expect(principal).toBe(`/dav/principals/${id}/`);
    expect(home).toBe(`/dav/calendars/${id}/`);
    const moved = await client.send('PROPFIND', '/.well-known/caldav');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/dav/']);
    for (const probe of ['/', '/principals/', '/dav', `/calendar/dav/${email}/user/`]) {
      const [told] = await client.propfind(probe, ['D:current-user-principal']);
      expect(hrefsIn(told, D('current-user-principal')), probe).toEqual([principal]);
    }
    const named = await client.send('PUT', `/calendars/users/${email}/x/y.ics?z`, { body: event() });
    expect([named.status, named.headers.get('location')]).toEqual([308, `${home}x/y.ics`]);
    const byName = await client.send('PROPFIND', `/principals/users/${email.split('@')[0]}/`);
    expect([byName.status, byName.headers.get('location')]).toEqual([308, principal]);
  });

  it('asks for a name and a password, and says nothing of who there is', async () => {
    const { email } = await stage.addUser();
    for (const [name, password] of [
      [email, 'wrong'],
      ['nobody@example.test', 'wrong'],
      [email, 'abcde-fghjk-mnpqr-stuvw-xyz23'],
    ] as const) {
      const answer = await new DavClient(stage.api.url, name, password).send('PROPFIND', '/dav/');
      expect([answer.status, answer.text]).toEqual([401, '']);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm="/);
    }
  });

  it('keeps an object as it was sent, and knows when it changed', async () => {
    const { client, calendar } = await stage.addUser();
    const href = `${calendar}one.ics`;
    const text = event('one').replace('SUMMARY', 'X-ODD;Y="a:b":kept\r\nSUMMARY');
    const created = await client.put(href, text, { 'If-None-Match': '*' });
    expect(created.status).toBe(201);
    const etag = created.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    const got = await client.get(href);
    expect([got.status, got.text, got.headers.get('etag')]).toEqual([200, text, etag]);
    expect(got.headers.get('content-type')).toBe('text/calendar; charset=utf-8; component=vevent');
    expect((await client.put(href, text, { 'If-None-Match': '*' })).status).toBe(412);
    expect((await client.put(href, text, { 'If-Match': '"other"' })).status).toBe(412);
    const changed = await client.put(href, text.replace('Review', 'Look'), { 'If-Match': etag });
    expect(changed.status).toBe(204);
    expect(changed.headers.get('etag')).not.toBe(etag);
    expect((await client.delete(href, { 'If-Match': etag })).status).toBe(412);
    expect((await client.delete(href)).status).toBe(204);
    expect((await client.get(href)).status).toBe(404);
  });

  it('takes a UID once in a calendar, and says where it is', async () => {
    const { client, calendar } = await stage.addUser();
    await client.put(`${calendar}a%20b.ics`, event('same'));
    const other = await client.put(`${calendar}c.ics`, event('same'));
    expect([other.status, conditionIn(other)]).toEqual([403, C('no-uid-conflict')]);
    expect(other.text).toContain(`<D:href>${calendar}a%20b.ics</D:href>`);
    const changed = await client.put(`${calendar}a%20b.ics`, event('another'));
    expect([changed.status, conditionIn(changed)]).toEqual([403, C('no-uid-conflict')]);
    expect((await client.get(`${calendar}a%20b.ics`)).text).toBe(event('same'));
  });

  it('makes, names, colours, lists and removes calendars', async () => {
    const { client, home } = await stage.addUser();
    const made = await client.xml(
      'MKCALENDAR',
      `${home}WORK/`,
      'C:mkcalendar',
      `<D:set><D:prop><D:displayname>Work &amp; more</D:displayname>
       <I:calendar-color symbolic-color="red">#FF2968FF</I:calendar-color>
       <C:supported-calendar-component-set><C:comp name="VEVENT"/></C:supported-calendar-component-set></D:prop></D:set>`,
    );
    expect(made.status).toBe(201);
    const properties = [
      'D:displayname',
      'I:calendar-color',
      'C:supported-calendar-component-set',
      'CS:unknown',
      'I:calendar-order',
    ];
    const [told] = await client.propfind(`${home}WORK/`, properties);
    expect(textOfProperty(told, D('displayname'))).toBe('Work & more');
    expect(told?.found.get(ICAL('calendar-color'))?.attributes).toEqual({ 'symbolic-color': 'red' });
    expect(told?.missing).toEqual([CS('unknown'), ICAL('calendar-order')]);
    const changed = await client.xml(
      'PROPPATCH',
      `${home}WORK/`,
      'D:propertyupdate',
      `<D:set><D:prop><I:calendar-order>3</I:calendar-order></D:prop></D:set>
       <D:remove><D:prop><I:calendar-color/></D:prop></D:remove>`,
    );
    expect(toldBy(changed)[0]?.found.size).toBe(2);
    const refused = await client.xml(
      'PROPPATCH',
      `${home}WORK/`,
      'D:propertyupdate',
      `<D:set><D:prop><I:calendar-order>4</I:calendar-order><D:getetag>x</D:getetag></D:prop></D:set>`,
    );
    expect(refused.text).toContain('cannot-modify-protected-property');
    const [after] = await client.propfind(`${home}WORK/`, ['I:calendar-order', 'I:calendar-color']);
    expect(textOfProperty(after, ICAL('calendar-order'))).toBe('3');
    expect(after?.missing).toEqual([ICAL('calendar-color')]);
    expect((await client.xml('MKCALENDAR', `${home}WORK/`, 'C:mkcalendar', '')).status).toBe(405);
    const todo = event('t').replaceAll('VEVENT', 'VTODO').replace('DTEND', 'DUE');
    const wrong = await client.put(`${home}WORK/t.ics`, todo);
    expect([wrong.status, conditionIn(wrong)]).toEqual([403, C('supported-calendar-component')]);
    expect((await client.delete(`${home}WORK/`)).status).toBe(204);
    const hrefs = (await client.propfind(home, ['D:resourcetype'], 1)).map(({ href }) => href);
    expect(hrefs).not.toContain(`${home}WORK/`);
  });

  it('tells what changed since a token, piece by piece where it is much', async () => {
    const { client, calendar } = await stage.addUser();
    const sync = (token: string, more = '') =>
      client.xml(
        'REPORT',
        calendar,
        'D:sync-collection',
        `<D:sync-token>${token}</D:sync-token><D:sync-level>1</D:sync-level>${more}<D:prop><D:getetag/></D:prop>`,
      );
    const empty = await sync('');
    expect(toldBy(empty)).toEqual([]);
    for (const name of ['1', '2', '3']) await client.put(`${calendar}${name}.ics`, event(name));
    const since = await sync(tokenIn(empty));
    expect(toldBy(since).map(({ href }) => href)).toEqual(
      ['1', '2', '3'].map((name) => `${calendar}${name}.ics`),
    );
    expect(toldBy(await sync(tokenIn(since)))).toEqual([]);
    await client.delete(`${calendar}2.ics`);
    const gone = await sync(tokenIn(since));
    expect(toldBy(gone).map(({ href, status }) => [href, status])).toEqual([[`${calendar}2.ics`, 404]]);
    const first = await sync('', '<D:limit><D:nresults>1</D:nresults></D:limit>');
    expect(toldBy(first).map(({ href, status }) => [href, status])).toEqual([
      [`${calendar}1.ics`, null],
      [calendar, 507],
    ]);
    const rest = await sync(tokenIn(first));
    expect(toldBy(rest).map(({ href, status }) => [href, status])).toEqual([[`${calendar}3.ics`, null]]);
    expect(tokenIn(rest)).toBe(tokenIn(gone));
    for (const foreign of [
      'urn:x',
      tokenIn(gone).replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      'http://x/1',
    ]) {
      const refused = await sync(foreign);
      expect([refused.status, conditionIn(refused)], foreign).toEqual([403, D('valid-sync-token')]);
    }
  });

  it('finds what lies in a week, and gives what is named', async () => {
    const { client, calendar } = await stage.addUser();
    await client.put(
      `${calendar}in.ics`,
      event('in', { start: '20270303T100000Z', end: '20270303T110000Z' }),
    );
    await client.put(
      `${calendar}out.ics`,
      event('out', { start: '20270310T100000Z', end: '20270310T110000Z' }),
    );
    const weekly = event('weekly', {
      start: '20250105T080000Z',
      end: '20250105T090000Z',
      lines: ['RRULE:FREQ=WEEKLY'],
    });
    await client.put(`${calendar}weekly.ics`, weekly);
    const found = await client.report(
      calendar,
      'C:calendar-query',
      `<D:prop><D:getetag/><C:calendar-data/></D:prop><C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
       <C:time-range start="20270301T000000Z" end="20270308T000000Z"/></C:comp-filter></C:comp-filter></C:filter>`,
    );
    expect(found.map(({ href }) => href)).toEqual([`${calendar}in.ics`, `${calendar}weekly.ics`]);
    expect(textOfProperty(found[1], C('calendar-data'))).toBe(weekly);
    const some = await client.report(
      calendar,
      'C:calendar-multiget',
      `<D:prop><D:getetag/></D:prop><D:href>${calendar}none.ics</D:href><D:href>${calendar}out.ics</D:href>`,
    );
    expect(some.map(({ href, status, found: { size } }) => [href, status, size])).toEqual([
      [`${calendar}none.ics`, 404, 0],
      [`${calendar}out.ics`, null, 1],
    ]);
  });

  it('tells when somebody has no time, and nothing else', async () => {
    const [{ client, calendar, principal }, other] = [await stage.addUser(), await stage.addUser()];
    await client.put(`${calendar}1.ics`, event('1'));
    await client.put(`${calendar}2.ics`, event('2', { start: '20270301T103000Z', end: '20270301T120000Z' }));
    await client.put(
      `${calendar}3.ics`,
      event('3', {
        start: '20260105T080000Z',
        end: '20260105T090000Z',
        lines: ['RRULE:FREQ=DAILY', 'STATUS:TENTATIVE'],
      }),
    );
    const answer = await other.client.xml(
      'REPORT',
      principal,
      'C:free-busy-query',
      '<C:time-range start="20270301T000000Z" end="20270302T000000Z"/>',
    );
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('Review');
    expect(answer.text.split('\r\n').filter((line) => line.startsWith('FREEBUSY'))).toEqual([
      'FREEBUSY;FBTYPE=BUSY:20270301T100000Z/20270301T120000Z',
      'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270301T080000Z/20270301T090000Z',
    ]);
    expect((await other.client.get(`${calendar}1.ics`)).status).toBe(403);
    expect((await other.client.put(`${calendar}1.ics`, event('1'))).status).toBe(403);
  });

  it('finds people by their names and addresses', async () => {
    const [{ client, calendar }, other] = [await stage.addUser(), await stage.addUser()];
    const found = await client.report(
      calendar,
      'D:principal-property-search',
      `<D:property-search><D:prop><CS:email-address-set/></D:prop><D:match>${other.email}</D:match></D:property-search>
       <D:prop><C:calendar-user-address-set/></D:prop><D:apply-to-principal-collection-set/>`,
      0,
    );
    expect(found.map(({ href }) => href)).toEqual([other.principal]);
    const set = await client.xml('REPORT', '/dav/principals/', 'D:principal-search-property-set', '');
    expect(set.status).toBe(200);
    const expanded = await client.xml(
      'REPORT',
      calendar,
      'D:expand-property',
      '<D:property name="owner"><D:property name="displayname"/></D:property>',
    );
    const owner = toldBy(expanded)[0]?.found.get(D('owner')) as XmlElement;
    expect(childrenOf(owner, D('response')).flatMap(elementsIn).map(textIn).join(' ')).toContain('Host');
  });

  it('moves and copies objects', async () => {
    const { client, home, calendar } = await stage.addUser();
    await client.xml('MKCALENDAR', `${home}B/`, 'C:mkcalendar', '');
    await client.put(`${calendar}1.ics`, event('1'));
    const moved = await client.send('MOVE', `${calendar}1.ics`, {
      headers: { Destination: `${home}B/x.ics` },
    });
    expect(moved.status).toBe(201);
    expect((await client.get(`${calendar}1.ics`)).status).toBe(404);
    expect((await client.get(`${home}B/x.ics`)).text).toBe(event('1'));
    const copied = await client.send('COPY', `${home}B/x.ics`, {
      headers: { Destination: `${stage.api.url}${calendar}1.ics`, Overwrite: 'F' },
    });
    expect(copied.status).toBe(201);
    const again = await client.send('COPY', `${home}B/x.ics`, {
      headers: { Destination: `${calendar}1.ics`, Overwrite: 'F' },
    });
    expect(again.status).toBe(412);
    const elsewhere = await client.send('COPY', `${home}B/x.ics`, {
      headers: { Destination: 'http://other.test/dav/' },
    });
    expect(elsewhere.status).toBe(502);
  });
});
