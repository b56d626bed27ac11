import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rounds } from '../support/rounds.ts';
import { conditionIn, C, D } from './support/client.ts';
import { rawRequest } from './support/raw-request.ts';
import { event, onCalendars, type DavUser } from './support/stage.ts';

const basicOf = ({ id, password }: DavUser): string =>
  `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}`;

/** Generous: what would take minutes or all memory without a limit is to be over at once. */
const AT_ONCE_MS = 10_000;

async function atOnce<T>(work: () => Promise<T>): Promise<T> {
  const begin = performance.now();
  const result = await work();
  expect(performance.now() - begin).toBeLessThan(AT_ONCE_MS);
  return result;
}

onCalendars('a calendar server that is attacked', (stage) => {
  const NS = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"';
  const asked = '<D:prop><D:displayname>&x;</D:displayname></D:prop>';
  const entities = Array.from(
    { length: 12 },
    (_, index) => `<!ENTITY e${index} "${`&e${index - 1};`.repeat(10).replaceAll('&e-1;', 'ha')}">`,
  ).join('');
  const nested = (depth: number, tag: string) => `<${tag}>`.repeat(depth) + `</${tag}>`.repeat(depth);
  const documents: Readonly<Record<string, string>> = {
    'a billion laughs': `<?xml version="1.0"?><!DOCTYPE x [${entities}]><D:propfind ${NS}><D:prop><D:a>&e11;</D:a></D:prop></D:propfind>`,
    'an entity that grows by itself': `<!DOCTYPE x [<!ENTITY x "${'a'.repeat(100_000)}">]><D:propfind ${NS}><D:a>${'&x;'.repeat(10_000)}</D:a></D:propfind>`,
    'a file of the server': `<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><D:propfind ${NS}>${asked}</D:propfind>`,
    'an address of elsewhere': `<!DOCTYPE x [<!ENTITY x SYSTEM "http://127.0.0.1:1/x">]><D:propfind ${NS}>${asked}</D:propfind>`,
    'a DTD of elsewhere': `<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd"><D:propfind ${NS}><D:allprop/></D:propfind>`,
    'parameter entities': `<!DOCTYPE x [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]><D:propfind ${NS}><D:allprop/></D:propfind>`,
    'an entity that nobody knows': `<D:propfind ${NS}>${asked}</D:propfind>`,
    'elements without end': `<D:propfind ${NS}>${nested(100_000, 'D:prop')}</D:propfind>`,
    'very many elements': `<D:propfind ${NS}><D:prop>${'<a/>'.repeat(400_000)}</D:prop></D:propfind>`,
    'no XML': 'BEGIN:VCALENDAR',
    'half of a document': `<D:propfind ${NS}><D:prop>`,
    'another document': `<D:mkcol ${NS}/>`,
  };

  it.each(Object.entries(documents))('refuses XML with %s', async (_name, body) => {
    const { client, calendar } = await user();
    for (const method of ['PROPFIND', 'PROPPATCH', 'REPORT', 'MKCALENDAR', 'ACL']) {
      const href = method === 'MKCALENDAR' ? `${calendar.replace(/[^/]+\/$/, '')}NEW/` : calendar;
      const answer = await atOnce(() =>
        client.send(method, href, { headers: { 'Content-Type': 'application/xml', Depth: '0' }, body }),
      );
      expect([400, 403], method).toContain(answer.status);
      expect(answer.text, method).not.toContain('root:');
    }
  });

  let known: DavUser | null = null;
  const user = async (): Promise<DavUser> => (known ??= await stage.addUser());

  it('finds nothing by paths that lead elsewhere', async () => {
    const [own, other] = [await user(), await stage.addUser()];
    await other.client.put(`${other.calendar}secret.ics`, event('secret'));
    await own.client.put(`${own.calendar}own.ics`, event('own'));
    const segment = other.calendar.split('/').at(-2) ?? '';
    const tricks = [
      `${own.home}../${other.id}/${segment}/secret.ics`,
      `${own.calendar}../../${other.id}/${segment}/secret.ics`,
      `${own.calendar}%2e%2e/%2e%2e/${other.id}/${segment}/secret.ics`,
      `${own.calendar}%2e%2e%2f%2e%2e%2f${other.id}%2f${segment}%2fsecret.ics`,
      `${own.calendar}..%5c..%5c${other.id}%5csecret.ics`,
      `${own.calendar}%252e%252e/secret.ics`,
      `${own.calendar}own.ics%00.html`,
      `${own.calendar}own.ics%0d%0aX-Injected:1`,
      `${own.calendar}%ff%fe.ics`,
      `${own.calendar}%zz.ics`,
      `${own.calendar}./own.ics`,
      `${own.calendar}own.ics/more`,
      `/dav/calendars/${own.id}%2f${segment}/own.ics`,
      `/dav/%2e%2e/api/principals`,
      `/dav/..;/api/principals`,
      `//dav//calendars`,
      `/dav/calendars/${'a'.repeat(5_000)}/`,
      `/dav/calendars/${own.id}' OR 1=1--/x/`,
    ];
    for (const path of tricks) {
      for (const method of ['GET', 'PROPFIND', 'PUT', 'DELETE']) {
        const { status, text } = await rawRequest(stage.api.url, path.replaceAll(' ', '%20'), {
          method,
          headers: { Authorization: basicOf(own), 'Content-Type': 'text/calendar', Depth: '0' },
          body: method === 'PUT' ? event(`trick-${method}`) : '',
        });
        expect(status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
        expect(status, `${method} ${path}`).toBeLessThan(500);
        expect(text, `${method} ${path}`).not.toMatch(/Review|X-Injected/);
      }
    }
    expect((await own.client.get(`${own.calendar}own.ics`)).status).toBe(200);
    expect((await other.client.get(`${other.calendar}secret.ics`)).status).toBe(200);
  });

  it('takes no body of ten megabytes, said or not', async () => {
    const own = await user();
    const large = Buffer.alloc(10_000_000, 'a');
    const headers = { Authorization: basicOf(own), 'Content-Type': 'text/calendar' };
    const send = (method: string, path: string, more: Record<string, string> = {}) =>
      atOnce(async () => {
        try {
          const { status } = await rawRequest(stage.api.url, path, {
            method,
            headers: { ...headers, ...more },
            body: large,
          });
          return status;
        } catch {
          // The door was closed before all of it was sent.
          return 'closed';
        }
      });
    for (const more of [{ 'Content-Length': String(large.length) }, { 'Transfer-Encoding': 'chunked' }]) {
      expect([403, 'closed']).toContain(await send('PUT', `${own.calendar}large.ics`, more));
      expect([413, 'closed']).toContain(await send('PROPFIND', own.calendar, more));
      expect([413, 'closed']).toContain(await send('REPORT', own.calendar, more));
      expect([403, 'closed']).toContain(await send('POST', `${own.home}outbox/`, more));
    }
    const packed = await own.client.put(`${own.calendar}packed.ics`, event('p'), {
      'Content-Encoding': 'gzip',
    });
    expect(packed.status).toBe(415);
    expect((await own.client.get(`${own.calendar}large.ics`)).status).toBe(404);
  });

  it('answers no report over a hundred years of what never ends', async () => {
    const { client, calendar } = await stage.addUser();
    const rules = [
      'FREQ=DAILY',
      'FREQ=HOURLY',
      'FREQ=MINUTELY',
      'FREQ=DAILY;BYHOUR=1,2,3,4,5,6;BYMINUTE=0,30',
    ];
    for (const [index, rule] of rules.entries())
      await client.put(
        `${calendar}${index}.ics`,
        event(`long-${index}`, {
          start: '20270101T100000Z',
          end: '20270101T100100Z',
          lines: [`RRULE:${rule}`],
        }),
      );
    const century = '<C:time-range start="20270101T000000Z" end="21270101T000000Z"/>';
    const freeBusy = await atOnce(() => client.xml('REPORT', calendar, 'C:free-busy-query', century));
    expect(freeBusy.status).toBe(403);
    const filter = `<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">${century}</C:comp-filter></C:comp-filter></C:filter>`;
    const expanded = await atOnce(() =>
      client.xml(
        'REPORT',
        calendar,
        'C:calendar-query',
        `<D:prop><C:calendar-data>${century.replace('time-range', 'expand')}</C:calendar-data></D:prop>${filter}`,
      ),
    );
    expect([expanded.status, conditionIn(expanded)]).toEqual([403, C('max-instances')]);
    // To find them, nothing is expanded.
    const found = await atOnce(() =>
      client.report(calendar, 'C:calendar-query', `<D:prop><D:getetag/></D:prop>${filter}`),
    );
    expect(found.length).toBeGreaterThan(0);
  });

  it('refuses filters that are deep or many, and properties that go round in circles', async () => {
    const { client, calendar, principal } = await user();
    const query = (filter: string) =>
      atOnce(() =>
        client.xml(
          'REPORT',
          calendar,
          'C:calendar-query',
          `<D:prop><D:getetag/></D:prop><C:filter>${filter}</C:filter>`,
        ),
      );
    const comp = (inside: string) => `<C:comp-filter name="VEVENT">${inside}</C:comp-filter>`;
    let deep = '';
    for (let depth = 0; depth < 40; depth++) deep = comp(deep);
    const many = comp('<C:prop-filter name="X"><C:text-match>a</C:text-match></C:prop-filter>'.repeat(5_000));
    const long = comp(
      `<C:prop-filter name="X"><C:text-match>${'a'.repeat(100_000)}</C:text-match></C:prop-filter>`,
    );
    for (const filter of [deep, many, long]) {
      const refused = await query(filter);
      expect([refused.status, conditionIn(refused)]).toEqual([403, C('supported-filter')]);
    }
    let circle = '<D:property name="displayname"/>';
    for (let depth = 0; depth < 30; depth++)
      circle = `<D:property name="current-user-principal">${circle}</D:property>`;
    const expanded = await atOnce(() => client.xml('REPORT', principal, 'D:expand-property', circle));
    expect(expanded.status).toBe(403);
    const hrefs = `<D:href>${calendar}x.ics</D:href>`.repeat(10_001);
    const multiget = await atOnce(() =>
      client.xml('REPORT', calendar, 'C:calendar-multiget', `<D:prop><D:getetag/></D:prop>${hrefs}`),
    );
    expect(multiget.status).toBe(507);
    const dead = Array.from({ length: 200 }, (_, index) => `<CS:p${index}>x</CS:p${index}>`).join('');
    const patched = await client.xml(
      'PROPPATCH',
      calendar,
      'D:propertyupdate',
      `<D:set><D:prop>${dead}</D:prop></D:set>`,
    );
    expect([patched.status, conditionIn(patched)]).toEqual([507, D('quota-not-exceeded')]);
  });

  it('tells of events nothing but when they are, whatever stands in them', async () => {
    const [owner, asker] = [await stage.addUser(), await stage.addUser()];
    const secret = 'Kolibri7341';
    const window = '<C:time-range start="20270228T000000Z" end="20270401T000000Z"/>';
    const value = fc
      .constantFrom('', 'é\\, ', '\\n', '<', '";:', '  ', '\u2028')
      .map((text) => `${text}${secret}${text}`);
    const line = fc.tuple(
      fc.constantFrom(
        ...[
          'SUMMARY',
          'DESCRIPTION',
          'LOCATION',
          'COMMENT',
          'CATEGORIES',
          'CONTACT',
          'RESOURCES',
          'URL',
          'X-SECRET',
        ],
        ...[
          'SUMMARY;LANGUAGE=en',
          'X-APPLE-STRUCTURED-LOCATION;VALUE=URI',
          'ATTACH;FMTTYPE=text/plain',
          'FBTYPE',
        ],
        ...[
          `ATTENDEE;CN=${secret}`,
          `X-A;X-B="${secret}"`,
          `RELATED-TO;X-C=${secret}`,
          'CLASS',
          'REQUEST-STATUS',
        ],
      ),
      value,
    );
    const state = fc.constantFrom(
      '',
      'STATUS:TENTATIVE',
      'RRULE:FREQ=DAILY;COUNT=5',
      'RRULE:FREQ=WEEKLY',
      'BUSYTYPE:BUSY-UNAVAILABLE',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), state, async (lines, more) => {
        const text = event(`${secret}-uid`, {
          lines: [...lines.map(([name, said]) => `${name}:${said}`), ...(more === '' ? [] : [more])],
        });
        const put = await owner.client.put(`${owner.calendar}${secret}.ics`, text);
        expect([201, 204, 403]).toContain(put.status);
        if (put.status === 403) return;
        const ask = [
          ...[
            'BEGIN:VCALENDAR',
            'VERSION:2.0',
            'METHOD:REQUEST',
            'BEGIN:VFREEBUSY',
            'UID:ask',
            'DTSTAMP:20261101T000000Z',
          ],
          ...['DTSTART:20270228T000000Z', 'DTEND:20270401T000000Z', `ORGANIZER:mailto:${asker.email}`],
          ...[`ATTENDEE:mailto:${owner.email}`, 'END:VFREEBUSY', 'END:VCALENDAR', ''],
        ].join('\r\n');
        const answers = [
          await asker.client.xml('REPORT', owner.calendar, 'C:free-busy-query', window),
          await asker.client.xml('REPORT', owner.principal, 'C:free-busy-query', window),
          await asker.client.send('POST', `${asker.home}outbox/`, {
            headers: { 'Content-Type': 'text/calendar' },
            body: ask,
          }),
        ];
        for (const answer of answers) {
          expect(answer.status).toBe(200);
          expect(answer.text).toContain('20270301T100000Z/20270301T110000Z');
          expect(answer.text).not.toMatch(/Kolibri|7341|SUMMARY|RRULE/);
        }
      }),
      { numRuns: rounds(60), seed: 17 },
    );
  });
});
