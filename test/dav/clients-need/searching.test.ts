import { expect, it } from 'vitest';
import { childrenOf, elementsIn, textIn, type XmlElement } from '../../../adapters/xml/element.ts';
import { C, conditionIn, CS, D, hrefsIn, toldBy } from '../support/client.ts';
import { onCalendars } from '../support/stage.ts';

onCalendars('to find people, clients need', (stage) => {
  it('people found at the address of a calendar, at depth 0', async () => {
    const [one, other] = await stage.addUsers(2);
    if (!one || !other) throw new Error('nobody');
    for (const href of [one.calendar, one.home, one.principal, '/dav/']) {
      const found = await one.client.report(
        href,
        'D:principal-property-search',
        `<D:apply-to-principal-collection-set/><D:property-search><D:prop><C:calendar-user-address-set/></D:prop>
         <D:match>${other.email.slice(0, 13)}</D:match></D:property-search><D:prop><D:displayname/></D:prop>`,
        0,
      );
      expect(
        found.map((told) => told.href),
        href,
      ).toEqual([other.principal]);
    }
  });

  it('expand-property and the set of what people are found by; no calendarserver-principal-search, and no word of it', async () => {
    const { client, principal, home, calendar } = await stage.addUser();
    const expanded = await client.xml(
      'REPORT',
      principal,
      'D:expand-property',
      `<D:property name="calendar-home-set" namespace="urn:ietf:params:xml:ns:caldav"><D:property name="owner"/></D:property>`,
      { Depth: '0' },
    );
    const homes = toldBy(expanded)[0]?.found.get(C('calendar-home-set')) as XmlElement;
    const [response] = childrenOf(homes, D('response'));
    expect(response && elementsIn(response).map(textIn).join(' ')).toContain(home);
    const set = await client.xml('REPORT', '/dav/principals/', 'D:principal-search-property-set', '');
    expect([set.status, set.text.includes('displayname')]).toEqual([200, true]);
    const apple = await client.xml('REPORT', '/dav/principals/', 'CS:calendarserver-principal-search', '');
    expect([apple.status, conditionIn(apple)]).toEqual([403, D('supported-report')]);
    const options = await client.send('OPTIONS', calendar);
    expect(options.headers.get('dav')).not.toContain('calendarserver-principal-search');
    const [told] = await client.propfind(calendar, ['D:supported-report-set', 'D:owner']);
    expect(hrefsIn(told, D('owner'))).toEqual([principal]);
    const reports = JSON.stringify(told?.found.get(D('supported-report-set')));
    for (const known of [
      D('expand-property'),
      D('principal-search-property-set'),
      D('sync-collection'),
      C('calendar-query'),
    ])
      expect(reports).toContain(known);
    expect(reports).not.toContain(CS('calendarserver-principal-search'));
  });
});
