import { expect, it } from 'vitest';
import { MOST_OBJECT_BYTES, STORED_LIMITS } from '../../commands/calendars/limits.ts';
import { C, conditionIn, tokenIn, toldBy } from './support/client.ts';
import { event, onCalendars, type DavUser } from './support/stage.ts';

const good = event('good');
const other = event('other')
  .slice(good.indexOf('BEGIN:VEVENT'))
  .replace(/END:VCALENDAR\r\n$/, '');
const withLine = (...lines: string[]): string => event('good', { lines });
const people = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `ATTENDEE:mailto:guest-${index}@example.org`);

/** Not to be stored, and the precondition that says why (RFC 4791 §5.3.2.1). */
const BAD: Readonly<Record<string, readonly [condition: string, text: string | Uint8Array<ArrayBuffer>]>> = {
  'two UIDs': ['valid-calendar-object-resource', good.replace('END:VCALENDAR', `${other}END:VCALENDAR`)],
  'no UID': ['valid-calendar-object-resource', good.replace('UID:good\r\n', '')],
  'another UID than before': ['no-uid-conflict', event('changed')],
  'no DTSTART': ['valid-calendar-object-resource', good.replace(/DTSTART.*\r\n/, '')],
  'a METHOD': [
    'valid-calendar-object-resource',
    good.replace('BEGIN:VEVENT', 'METHOD:REQUEST\r\nBEGIN:VEVENT'),
  ],
  'two events that are none’s override': [
    'valid-calendar-object-resource',
    good.replace('END:VCALENDAR', `${other.replace('UID:other', 'UID:good')}END:VCALENDAR`),
  ],
  'an event and a task': [
    'valid-calendar-object-resource',
    good.replace(
      'END:VCALENDAR',
      'BEGIN:VTODO\r\nUID:good\r\nDTSTAMP:20261101T120000Z\r\nEND:VTODO\r\nEND:VCALENDAR',
    ),
  ],
  'nothing in it': ['valid-calendar-object-resource', good.replace(/BEGIN:VEVENT[^]*END:VEVENT\r\n/, '')],
  'a component that nobody knows': ['supported-calendar-component', good.replaceAll('VEVENT', 'VBOGUS')],
  'an RRULE that never matches': [
    'valid-calendar-object-resource',
    withLine('RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'),
  ],
  'an RRULE that is none': ['valid-calendar-data', withLine('RRULE:FREQ=SOMETIMES')],
  'a time that is none': [
    'valid-calendar-data',
    good.replace('DTSTART:20270301T100000Z', 'DTSTART:tomorrow'),
  ],
  'a zone that nobody knows': [
    'valid-calendar-data',
    good.replace('DTSTART:20270301T100000Z', 'DTSTART;TZID=Nowhere/Land:20270301T100000'),
  ],
  'invalid UTF-8': [
    'valid-calendar-data',
    Uint8Array.from(
      Buffer.concat([
        Buffer.from(good.slice(0, 150)),
        Buffer.from([0xc3, 0x28, 0xff]),
        Buffer.from(good.slice(150)),
      ]),
    ),
  ],
  'a NUL': ['valid-calendar-data', good.replace('Review', 'Re\0view')],
  'no iCalendar': ['valid-calendar-data', '{"uid":"good"}'],
  'no text at all': ['valid-calendar-data', ''],
  'no end': ['valid-calendar-data', good.replace('END:VCALENDAR\r\n', '')],
  'two calendars': ['valid-calendar-object-resource', good + good],
  'another version': ['supported-calendar-data', good.replace('VERSION:2.0', 'VERSION:1.0')],
  'too many octets': ['max-resource-size', withLine(`DESCRIPTION:${'a'.repeat(MOST_OBJECT_BYTES)}`)],
  'too many people': ['max-attendees-per-instance', withLine(...people(STORED_LIMITS.attendees + 1))],
  'too many dates': [
    'max-instances',
    withLine(
      ...Array.from(
        { length: STORED_LIMITS.instances + 1 },
        (_, index) => `RDATE:${20270302 + (index % 28)}T${String(index % 24).padStart(2, '0')}0000Z`,
      ),
    ),
  ],
};

onCalendars('an object that is not to be stored', (stage) => {
  let known: DavUser | null = null;
  const user = async (): Promise<DavUser> => (known ??= await stage.addUser());
  const tokenOf = async ({ client, calendar }: DavUser) =>
    client.xml(
      'REPORT',
      calendar,
      'D:sync-collection',
      '<D:sync-token/><D:sync-level>1</D:sync-level><D:prop/>',
    );

  it.each(Object.entries(BAD))(
    'with %s is refused, and what was there stays',
    async (_name, [condition, text]) => {
      const own = await user();
      const href = `${own.calendar}good.ics`;
      await own.client.put(href, good);
      const before = await own.client.get(href);
      const token = tokenIn(await tokenOf(own));
      const over = await own.client.put(href, text);
      expect([over.status, conditionIn(over)]).toEqual([403, C(condition)]);
      const after = await own.client.get(href);
      expect([after.text, after.headers.get('etag')]).toEqual([good, before.headers.get('etag')]);
      if (condition !== 'no-uid-conflict') {
        const fresh = await own.client.put(`${own.calendar}fresh.ics`, text);
        expect([fresh.status, conditionIn(fresh)]).toEqual([403, C(condition)]);
        expect((await own.client.get(`${own.calendar}fresh.ics`)).status).toBe(404);
      }
      expect(tokenIn(await tokenOf(own))).toBe(token);
    },
  );

  it('of another type is refused, too', async () => {
    const own = await user();
    const answer = await own.client.put(`${own.calendar}json.ics`, good, {
      'Content-Type': 'application/json',
    });
    expect([answer.status, conditionIn(answer)]).toEqual([415, C('supported-calendar-data')]);
    const all = toldBy(await tokenOf(own)).map(({ href }) => href);
    expect(all).not.toContain(`${own.calendar}json.ics`);
  });
});
