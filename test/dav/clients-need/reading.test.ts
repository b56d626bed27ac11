import { expect, it } from 'vitest';
import { startHttp } from '../../../api/server.ts';
import {
  C,
  conditionIn,
  D,
  DavClient,
  textOfProperty,
  tokenIn,
  toldBy,
  type Told,
} from '../support/client.ts';
import { unfolded } from '../support/people.ts';
import { event, onCalendars, type DavUser } from '../support/stage.ts';

const sync = ({ client, calendar }: DavUser, token: string, { depth = '1', more = '' } = {}) =>
  client.xml(
    'REPORT',
    calendar,
    'D:sync-collection',
    `<D:sync-token>${token}</D:sync-token><D:sync-level>1</D:sync-level>${more}<D:prop><D:getetag/></D:prop>`,
    { Depth: depth },
  );

const namesIn = (all: readonly Told[]): string[] =>
  all.map(({ href }) => href.split('/').at(-1) ?? '').sort();

/** Names of what matches; the filters as they stand in CALDAV:filter. */
async function query({ client, calendar }: DavUser, filter: string, more = ''): Promise<string[]> {
  const found = await client.report(
    calendar,
    'C:calendar-query',
    `<D:prop><D:getetag/></D:prop><C:filter>${filter}</C:filter>${more}`,
  );
  expect(found.every((told) => /^".+"$/.test(textOfProperty(told, D('getetag')) ?? ''))).toBe(true);
  return namesIn(found);
}

const inRange = (start: string, end: string, component = 'VEVENT'): string =>
  `<C:comp-filter name="VCALENDAR"><C:comp-filter name="${component}"><C:time-range start="${start}" end="${end}"/></C:comp-filter></C:comp-filter>`;

onCalendars('to read and to sync, clients need', (stage) => {
  it('everything that is there with an empty token, at either depth, and nothing that is gone', async () => {
    const user = await stage.addUser();
    for (const name of ['1', '2', '3']) await user.client.put(`${user.calendar}${name}.ics`, event(name));
    await user.client.delete(`${user.calendar}2.ics`);
    for (const depth of ['0', '1']) {
      const first = await sync(user, '', { depth });
      expect(toldBy(first).map(({ href, status }) => [href, status])).toEqual([
        [`${user.calendar}1.ics`, null],
        [`${user.calendar}3.ics`, null],
      ]);
      expect(toldBy(await sync(user, tokenIn(first), { depth }))).toEqual([]);
    }
  });

  it('a large change in parts, of which each has a token for the rest', async () => {
    const user = await stage.addUser();
    const names = Array.from({ length: 7 }, (_, index) => `${index}.ics`);
    for (const name of names) await user.client.put(`${user.calendar}${name}`, event(name));
    const seen: string[] = [];
    let token = '';
    let parts = 0;
    for (let cut = true; cut; parts++) {
      const part = await sync(user, token, { more: '<D:limit><D:nresults>3</D:nresults></D:limit>' });
      expect(part.status).toBe(207);
      const all = toldBy(part);
      cut = all.some(({ href, status }) => href === user.calendar && status === 507);
      seen.push(...namesIn(all.filter(({ status }) => status === null)));
      token = tokenIn(part);
      expect(token).toMatch(/^urn:/);
    }
    expect([seen.sort(), parts]).toEqual([names, 3]);
  });

  it('403 valid-sync-token for a token that is old or of elsewhere; one of before a restart is good', async () => {
    const [user, other] = await stage.addUsers(2);
    if (!user || !other) throw new Error('nobody');
    await user.client.put(`${user.calendar}1.ics`, event('1'));
    const token = tokenIn(await sync(user, ''));
    const foreign = [
      tokenIn(await sync(other, '')),
      'http://sabre.io/ns/sync/12',
      'data:,12',
      token.replace(/#\d+/, '#999999'),
    ];
    for (const wrong of foreign) {
      const refused = await sync(user, wrong);
      expect([refused.status, conditionIn(refused)], wrong).toEqual([403, D('valid-sync-token')]);
    }
    const again = await startHttp(stage.api.deps, { host: '127.0.0.1', port: 0 });
    try {
      const restarted = {
        ...user,
        client: new DavClient(`http://127.0.0.1:${again.port}`, user.email, user.password),
      };
      await user.client.put(`${user.calendar}2.ics`, event('2'));
      expect(namesIn(toldBy(await sync(restarted, token)))).toEqual(['2.ics']);
    } finally {
      await again.stop(500);
    }
  });

  it('a 404 of its own for what is gone from a multiget, and the ETag wherever it is asked for', async () => {
    const { client, calendar } = await stage.addUser();
    for (const name of ['a', 'b']) await client.put(`${calendar}${name}.ics`, event(name));
    await client.delete(`${calendar}b.ics`);
    const all = await client.report(
      calendar,
      'C:calendar-multiget',
      `<D:prop><D:getetag/><C:calendar-data/></D:prop>${['a.ics', 'b.ics', '..%2F..%2Fx.ics']
        .map((name) => `<D:href>${calendar}${name}</D:href>`)
        .join('')}<D:href>/elsewhere/x.ics</D:href>`,
    );
    expect(all.map(({ href, status }) => [href, status])).toEqual([
      [`${calendar}a.ics`, null],
      [`${calendar}b.ics`, 404],
      [`${calendar}..%2F..%2Fx.ics`, 404],
      ['/elsewhere/x.ics', 404],
    ]);
    const { headers } = await client.get(`${calendar}a.ics`);
    expect(textOfProperty(all[0], D('getetag'))).toBe(headers.get('etag'));
    expect(textOfProperty(all[0], C('calendar-data'))).toBe(event('a'));
  });

  it('of a time range the same as reading everything would give: overrides, no DTEND, days, floating times, alarms', async () => {
    const user = await stage.addUser({ timezone: 'America/New_York' });
    const put = async (name: string, text: string) =>
      expect((await user.client.put(`${user.calendar}${name}.ics`, text)).status, name).toBe(201);
    const withoutEnd = (text: string) => text.replace(/DTEND.*\r\n/, '');
    const weekly = event('override', {
      start: '20270104T100000Z',
      end: '20270104T110000Z',
      lines: ['RRULE:FREQ=WEEKLY;COUNT=2'],
    });
    const override = [
      'BEGIN:VEVENT',
      'UID:override',
      'DTSTAMP:20261101T120000Z',
      'RECURRENCE-ID:20270111T100000Z',
    ];
    await put(
      'override',
      weekly.replace(
        'END:VCALENDAR',
        [
          ...override,
          'DTSTART:20270310T100000Z',
          'DTEND:20270310T110000Z',
          'END:VEVENT',
          'END:VCALENDAR',
        ].join('\r\n'),
      ),
    );
    await put('no-end', withoutEnd(event('no-end', { start: '20270310T120000Z' })));
    await put(
      'day',
      withoutEnd(event('day')).replace('DTSTART:20270301T100000Z', 'DTSTART;VALUE=DATE:20270310'),
    );
    await put('floating', event('floating', { start: '20270310T220000', end: '20270310T223000' }));
    const alarm = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:soon', 'TRIGGER:-P1D', 'END:VALARM'];
    await put('alarm', event('alarm', { start: '20270312T120000Z', end: '20270312T130000Z', lines: alarm }));
    await put('else', event('else', { start: '20270401T120000Z', end: '20270401T130000Z' }));
    const [from, to] = ['20270310T000000Z', '20270311T000000Z'];
    // The day begins at five in New York; ten in the evening there is the next day in UTC.
    expect(await query(user, inRange(from, to))).toEqual(['day.ics', 'no-end.ics', 'override.ics']);
    expect(await query(user, inRange('20270310T120000Z', '20270310T120001Z'))).toEqual([
      'day.ics',
      'no-end.ics',
    ]);
    expect(await query(user, inRange('20270310T120001Z', '20270310T120002Z'))).toEqual(['day.ics']);
    expect(await query(user, inRange('20270310T040000Z', '20270310T050000Z'))).toEqual([]);
    expect(await query(user, inRange('20270311T030000Z', '20270311T031500Z'))).toEqual([
      'day.ics',
      'floating.ics',
    ]);
    // Another place may be asked about.
    const utc = '<C:timezone-id>UTC</C:timezone-id>';
    expect(await query(user, inRange('20270310T220000Z', '20270310T221500Z'), utc)).toEqual([
      'day.ics',
      'floating.ics',
    ]);
    const alarms = inRange('20270311T110000Z', '20270311T130000Z', 'VEVENT').replace(
      /<C:time-range[^>]*>/,
      (range) => `<C:comp-filter name="VALARM">${range}</C:comp-filter>`,
    );
    expect(await query(user, alarms)).toEqual(['alarm.ics']);
    await user.client.xml(
      'PROPPATCH',
      user.calendar,
      'D:propertyupdate',
      `<D:set><D:prop>${utc.replaceAll('timezone-id', 'calendar-timezone-id')}</D:prop></D:set>`,
    );
    expect(await query(user, inRange('20270310T220000Z', '20270310T221500Z'))).toEqual([
      'day.ics',
      'floating.ics',
    ]);
  });

  it('filters that must all hold, none by component, and instances of a series as they really are', async () => {
    const user = await stage.addUser();
    const { client, calendar } = user;
    await client.put(`${calendar}1.ics`, event('1', { lines: ['CATEGORIES:WORK', 'LOCATION:Here'] }));
    await client.put(`${calendar}2.ics`, event('2', { lines: ['CATEGORIES:WORK'] }));
    await client.put(`${calendar}t.ics`, event('t').replaceAll('VEVENT', 'VTODO').replace('DTEND', 'DUE'));
    const prop = (name: string, inside: string) =>
      `<C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT"><C:prop-filter name="${name}">${inside}</C:prop-filter></C:comp-filter></C:comp-filter>`;
    const [work, here] = [
      prop('CATEGORIES', '<C:text-match>work</C:text-match>'),
      prop('LOCATION', '<C:text-match>here</C:text-match>'),
    ];
    expect(await query(user, work)).toEqual(['1.ics', '2.ics']);
    expect(await query(user, work + here)).toEqual(['1.ics']);
    expect(await query(user, prop('LOCATION', '<C:is-not-defined/>'))).toEqual(['2.ics']);
    expect(await query(user, '<C:comp-filter name="VCALENDAR"/>')).toEqual(['1.ics', '2.ics', 't.ics']);
    expect(await query(user, '')).toEqual(['1.ics', '2.ics', 't.ics']);
    const series = event('series', {
      start: '20270405T100000Z',
      end: '20270405T110000Z',
      lines: ['RRULE:FREQ=DAILY;COUNT=5', 'EXDATE:20270407T100000Z'],
    })
      .replace('DTSTART:20270405T100000Z', 'DTSTART;TZID=Europe/Berlin:20270405T120000')
      .replace('DTEND:20270405T110000Z', 'DTEND;TZID=Europe/Berlin:20270405T130000');
    const moved = [
      'BEGIN:VEVENT',
      'UID:series',
      'DTSTAMP:20261101T120000Z',
      'RECURRENCE-ID;TZID=Europe/Berlin:20270406T120000',
    ];
    await client.put(
      `${calendar}series.ics`,
      series.replace(
        'END:VCALENDAR',
        [
          ...moved,
          'DTSTART:20270406T150000Z',
          'DTEND:20270406T160000Z',
          'SUMMARY:Moved',
          'END:VEVENT',
          'END:VCALENDAR',
        ].join('\r\n'),
      ),
    );
    const [expanded] = await client.report(
      calendar,
      'C:calendar-query',
      `<D:prop><C:calendar-data><C:expand start="20270405T000000Z" end="20270409T000000Z"/></C:calendar-data></D:prop>
       <C:filter>${inRange('20270405T000000Z', '20270409T000000Z')}</C:filter>`,
    );
    const text = unfolded(textOfProperty(expanded, C('calendar-data')) ?? '');
    const instances = text
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((part) =>
        ['RECURRENCE-ID', 'DTSTART', 'SUMMARY'].map(
          (name) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(part)?.[1],
        ),
      );
    expect(instances).toEqual([
      ['20270405T100000Z', '20270405T100000Z', 'Review of the quarter'],
      ['20270406T100000Z', '20270406T150000Z', 'Moved'],
      ['20270408T100000Z', '20270408T100000Z', 'Review of the quarter'],
    ]);
    expect(text).not.toMatch(/RRULE|EXDATE|VTIMEZONE/);
  });
});
