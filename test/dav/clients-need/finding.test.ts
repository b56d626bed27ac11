import { expect, it } from 'vitest';
import { elementsIn, textIn } from '../../../adapters/xml/element.ts';
import { C, conditionIn, CS, D, hrefsIn, ICAL, textOfProperty, toldBy } from '../support/client.ts';
import { execute } from '../../support/sql.ts';
import { event, onCalendars } from '../support/stage.ts';

/** Where Apple's programs look, one after the other. */
const PROBES = ['/.well-known/caldav', '/', '/principals/', '/calendar/dav/anna/user/'];

onCalendars('to find the account, clients need', (stage) => {
  it('PROPFIND and OPTIONS answered wherever Apple probes: a sign-in first, then the principal', async () => {
    const { client, principal } = await stage.addUser();
    for (const probe of PROBES) {
      for (const method of ['PROPFIND', 'OPTIONS']) {
        const stranger = await fetch(stage.api.url + probe, { method, redirect: 'manual' });
        const where = `${method} ${probe}`;
        if (probe.startsWith('/.well-known')) {
          expect([stranger.status, stranger.headers.get('location')], where).toEqual([301, '/dav/']);
          continue;
        }
        expect(stranger.status, where).toBe(401);
        expect(stranger.headers.get('www-authenticate'), where).toMatch(/^Basic realm=/);
        const known = await client.xml(
          method,
          probe,
          'D:propfind',
          '<D:prop><D:current-user-principal/></D:prop>',
          { Depth: '0' },
        );
        expect(known.status, where).toBe(method === 'OPTIONS' ? 200 : 207);
        if (method === 'PROPFIND')
          expect(hrefsIn(toldBy(known)[0], D('current-user-principal')), where).toEqual([principal]);
      }
    }
    const options = await client.send('OPTIONS', '/');
    expect(options.headers.get('dav')).toContain('calendar-access');
    expect(options.headers.get('allow')).toContain('PROPFIND');
  });

  it('addresses without scheme and host, so that no X-Forwarded-Proto of anybody changes them', async () => {
    const { client, home } = await stage.addUser();
    for (const proto of ['http', 'https']) {
      const headers = { 'X-Forwarded-Proto': proto, 'X-Forwarded-Host': 'elsewhere.example' };
      const moved = await client.send('PROPFIND', '/.well-known/caldav', { headers });
      expect(moved.headers.get('location')).toBe('/dav/');
      const told = await client.send('PROPFIND', home, { headers: { ...headers, Depth: '1' } });
      expect(told.status).toBe(207);
      expect(toldBy(told).every(({ href }) => href.startsWith(home))).toBe(true);
      expect(told.text).not.toContain('elsewhere.example');
    }
  });

  it('every collection with a slash at its end, and the same answer without it', async () => {
    const { client, principal, home, calendar } = await stage.addUser();
    for (const href of [
      principal,
      home,
      calendar,
      `${home}inbox/`,
      '/dav/',
      '/dav/principals/',
      '/dav/calendars/',
    ]) {
      const [depth0] = await client.propfind(href, ['D:resourcetype']);
      expect(depth0?.href).toBe(href);
      const bare = await client.send('PROPFIND', href.slice(0, -1), { headers: { Depth: '0' } });
      expect([bare.status, bare.headers.get('content-location')]).toEqual([207, href]);
      expect(toldBy(bare).map((told) => told.href)).toEqual([href]);
    }
    for (const { href } of await client.propfind(home, ['D:resourcetype'], 1)) expect(href).toMatch(/\/$/);
  });

  it('a new calendar under a name that macOS does not pass over', async () => {
    const { calendar, home, client } = await stage.addUser();
    expect(calendar.slice(home.length)).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\/$/);
    const [told] = await client.propfind(calendar, ['D:displayname']);
    expect(textOfProperty(told, D('displayname'))).toBeTruthy();
  });

  it('each unknown property as missing, and the others all the same', async () => {
    const { client, principal, home, calendar } = await stage.addUser();
    const unknown = [
      'CS:dropbox-home-URL',
      'CS:push-transports',
      'CS:notification-URL',
      'CS:pushkey',
      'D:quota-used-bytes',
    ];
    for (const href of [principal, home, calendar]) {
      const [told] = await client.propfind(href, [...unknown, 'D:displayname', 'D:resourcetype']);
      expect(told?.missing).toEqual(
        [
          CS('dropbox-home-URL'),
          CS('push-transports'),
          CS('notification-URL'),
          CS('pushkey'),
          D('quota-used-bytes'),
        ].concat(told?.found.has(D('displayname')) ? [] : [D('displayname')]),
      );
      expect(told?.found.has(D('resourcetype'))).toBe(true);
    }
    const empty = await client.send('PROPFIND', calendar, { headers: { Depth: '0' } });
    const allprop = await client.xml('PROPFIND', calendar, 'D:propfind', '<D:allprop/>', { Depth: '0' });
    expect([empty.status, allprop.status]).toEqual([207, 207]);
    expect(toldBy(empty)).toEqual(toldBy(allprop));
    expect(toldBy(allprop)[0]?.found.has(D('resourcetype'))).toBe(true);
    for (const headers of [{ Depth: 'infinity' }, {}]) {
      const deep = await client.xml('PROPFIND', home, 'D:propfind', '<D:allprop/>', headers);
      expect([deep.status, conditionIn(deep)]).toEqual([403, D('propfind-finite-depth')]);
    }
  });

  it('colour, order and default alarms kept as they were set, letter by letter', async () => {
    const { client, home, calendar } = await stage.addUser();
    const alarm =
      'BEGIN:VALARM\nX-WR-ALARMUID:4C8C\n  TRIGGER:-PT15H\nATTACH;VALUE=URI:Basso\nACTION:AUDIO\nEND:VALARM\n';
    for (const href of [home, calendar]) {
      const set = await client.xml(
        'PROPPATCH',
        href,
        'D:propertyupdate',
        `<D:set><D:prop><I:calendar-color symbolic-color="custom">#1BADF8FF</I:calendar-color>
         <I:calendar-order>12</I:calendar-order><C:default-alarm-vevent-date>${alarm}</C:default-alarm-vevent-date>
         <CS:odd a="1&amp;2"><CS:inner>x  y</CS:inner></CS:odd></D:prop></D:set>`,
      );
      expect(toldBy(set)[0]?.found.size).toBe(4);
      const [told] = await client.propfind(href, [
        ...['I:calendar-color', 'I:calendar-order', 'C:default-alarm-vevent-date', 'CS:odd'],
      ]);
      expect(textOfProperty(told, ICAL('calendar-color'))).toBe('#1BADF8FF');
      expect(told?.found.get(ICAL('calendar-color'))?.attributes).toEqual({ 'symbolic-color': 'custom' });
      expect(textOfProperty(told, ICAL('calendar-order'))).toBe('12');
      expect(textOfProperty(told, C('default-alarm-vevent-date'))).toBe(alarm);
      const odd = told?.found.get(CS('odd'));
      expect(odd?.attributes).toEqual({ a: '1&2' });
      expect(odd && elementsIn(odd).map(textIn)).toEqual(['x  y']);
    }
  });

  it('one spelling of each address, however it was asked for', async () => {
    const { client, calendar } = await stage.addUser();
    const href = `${calendar}a%20b%2Bc%C3%A9@%3D%26.ics`;
    const spellings = [
      href,
      href.replace('%C3%A9', '%c3%a9').replace('@', '%40'),
      href.replace('%2B', '+').replace('%3D', '=').replace('.ics', '%2Eics').replace('%2E', '.'),
      href.replace('/calendars/', '//calendars//'),
    ];
    expect((await client.put(spellings[1] ?? '', event('odd-name'))).status).toBe(201);
    for (const spelling of spellings) expect((await client.get(spelling)).status, spelling).toBe(200);
    const listed = (await client.propfind(calendar, ['D:getetag'], 1)).map((told) => told.href);
    expect(listed).toEqual([calendar, href]);
    const [propfound] = await client.propfind(spellings[2] ?? '', ['D:getetag']);
    const [queried] = await client.report(
      calendar,
      'C:calendar-query',
      '<D:prop><D:getetag/></D:prop><C:filter><C:comp-filter name="VCALENDAR"/></C:filter>',
    );
    const synced = await client.xml(
      'REPORT',
      calendar,
      'D:sync-collection',
      '<D:sync-token/><D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop>',
    );
    const copied = await client.send('COPY', href, { headers: { Destination: `${calendar}d%20e.ics` } });
    expect([propfound?.href, queried?.href, toldBy(synced)[0]?.href]).toEqual([href, href, href]);
    // A UID is one object's of a calendar.
    expect([copied.status, conditionIn(copied)]).toEqual([403, C('no-uid-conflict')]);
    expect(copied.text).toContain(`<D:href>${href.replace('&', '&amp;')}</D:href>`);
    const moved = await client.send('MOVE', href, { headers: { Destination: `${calendar}d%20%65.ics` } });
    expect([moved.status, moved.headers.get('location')]).toEqual([201, `${calendar}d%20e.ics`]);
  });

  it('an error where something is wrong inside, and never a list that lacks something', async () => {
    const { client, home, calendar } = await stage.addUser();
    await client.put(`${calendar}1.ics`, event('1'));
    const asked = () => [
      client.send('PROPFIND', home, { headers: { Depth: '1' } }),
      client.send('PROPFIND', calendar, { headers: { Depth: '1' } }),
      client.xml(
        'REPORT',
        calendar,
        'D:sync-collection',
        '<D:sync-token/><D:sync-level>1</D:sync-level><D:prop/>',
      ),
      client.xml(
        'REPORT',
        calendar,
        'C:calendar-query',
        '<D:prop/><C:filter><C:comp-filter name="VCALENDAR"/></C:filter>',
      ),
    ];
    for (const table of ['calendar_grants', 'calendar_objects']) {
      await execute(stage.api.ownerUrl, `ALTER TABLE ${table} RENAME TO away`);
      const answers = await Promise.all(asked());
      await execute(stage.api.ownerUrl, `ALTER TABLE away RENAME TO ${table}`);
      const [ofHome, ...others] = answers;
      if (table === 'calendar_grants') expect(ofHome?.status).toBe(500);
      expect(others.map(({ status, text }) => [status, text])).toEqual(others.map(() => [500, '']));
    }
    expect((await Promise.all(asked())).map(({ status }) => status)).toEqual([207, 207, 207, 207]);
  });
});
