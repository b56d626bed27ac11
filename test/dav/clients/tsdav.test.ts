import { randomUUID } from 'node:crypto';
import { createDAVClient, type DAVCalendar, type DAVCalendarObject } from 'tsdav';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireTool } from '../../support/require-tool.ts';
import { pythonMissing } from './support/python-cases.ts';
import { startTarget, TARGETS, type ClientTarget } from './support/targets.ts';

type Client = Awaited<ReturnType<typeof createDAVClient>>;

const event = (uid: string, lines: string[]): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Test//EN', 'BEGIN:VEVENT', `UID:${uid}`],
    ...['DTSTAMP:20310101T000000Z', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n');
const AT_NINE = ['DTSTART:20310303T090000Z', 'DTEND:20310303T100000Z'];

const titles = (objects: DAVCalendarObject[]): string[] =>
  objects
    .flatMap(({ data }) => [...String(data).matchAll(/^SUMMARY:(.*?)\r?$/gm)].map(([, title]) => title!))
    .sort();

const missing = await pythonMissing();

describe.each(TARGETS)('tsdav with %s', (name) => {
  // Radicale comes with the Python tools.
  requireTool(name, name === 'Parley' ? undefined : missing)('keeps a calendar', () => {
    let target: ClientTarget;
    let client: Client;

    beforeAll(async () => {
      target = await startTarget(name);
      const { user: username, password } = target.accounts[0]!;
      client = await createDAVClient({
        serverUrl: target.url,
        credentials: { username, password },
        authMethod: 'Basic',
        defaultAccountType: 'caldav',
      });
    }, 400_000);
    afterAll(() => target.stop());

    const fresh = async (): Promise<DAVCalendar> => {
      const path = `${target.server.homePath(target.accounts[0]!)}${randomUUID().toUpperCase()}/`;
      const url = `${target.server.origin}${path}`;
      await client.makeCalendar({ url, props: { displayname: 'Work' } });
      const found = (await client.fetchCalendars()).find((calendar) => calendar.url === url);
      expect(found).toBeDefined();
      return found!;
    };
    const put = async (calendar: DAVCalendar, uid: string, lines: string[]): Promise<void> => {
      const iCalString = event(uid, lines);
      const answer = await client.createCalendarObject({ calendar, filename: `${uid}.ics`, iCalString });
      expect(answer.status).toBe(201);
    };

    it('finds the account, its calendars, and what they are called', async () => {
      const calendar = await fresh();
      expect(calendar.displayName).toBe('Work');
      expect(calendar.components).toContain('VEVENT');
      expect(calendar.ctag).toBeTruthy();
      expect(calendar.syncToken).toBeTruthy();
    });

    it('creates, changes and deletes an event, each only over the version it knows', async () => {
      const calendar = await fresh();
      await put(calendar, 'one', [...AT_NINE, 'SUMMARY:Talk']);
      const [known] = await client.fetchCalendarObjects({ calendar });
      const changed = { ...known!, data: event('one', [...AT_NINE, 'SUMMARY:Longer']) };
      expect((await client.updateCalendarObject({ calendarObject: changed })).ok).toBe(true);
      expect(titles(await client.fetchCalendarObjects({ calendar }))).toEqual(['Longer']);
      expect((await client.updateCalendarObject({ calendarObject: changed })).status).toBe(412);
      expect((await client.deleteCalendarObject({ calendarObject: known! })).status).toBe(412);
      const [latest] = await client.fetchCalendarObjects({ calendar });
      expect((await client.deleteCalendarObject({ calendarObject: latest! })).ok).toBe(true);
      expect(await client.fetchCalendarObjects({ calendar })).toEqual([]);
    });

    it('finds what is in a window, and each instance of a series', async () => {
      const calendar = await fresh();
      await put(calendar, 'in', [...AT_NINE, 'SUMMARY:In']);
      await put(calendar, 'out', ['DTSTART:20310403T090000Z', 'DTEND:20310403T100000Z', 'SUMMARY:Out']);
      await put(calendar, 'daily', [...AT_NINE, 'RRULE:FREQ=DAILY;COUNT=3', 'SUMMARY:Daily']);
      const timeRange = { start: '2031-03-03T00:00:00Z', end: '2031-03-10T00:00:00Z' };
      expect(titles(await client.fetchCalendarObjects({ calendar, timeRange }))).toEqual(['Daily', 'In']);
      const expanded = await client.fetchCalendarObjects({ calendar, timeRange, expand: true });
      expect(titles(expanded)).toEqual(['Daily', 'Daily', 'Daily', 'In']);
      expect(expanded.some(({ data }) => String(data).includes('RRULE'))).toBe(false);
    });

    it('follows what changes by sync-token', async () => {
      const calendar = await fresh();
      await put(calendar, 'stays', [...AT_NINE, 'SUMMARY:Stays']);
      await put(calendar, 'goes', [...AT_NINE, 'SUMMARY:Goes']);
      const first = { ...calendar, objects: [], objectMultiGet: client.calendarMultiGet };
      const known = await client.smartCollectionSync({ collection: first, method: 'webdav' });
      expect(known.objects).toHaveLength(2);
      const goes = (known.objects as DAVCalendarObject[]).find(({ url }) => url.endsWith('goes.ics'));
      expect((await client.deleteCalendarObject({ calendarObject: goes! })).ok).toBe(true);
      await put(calendar, 'comes', [...AT_NINE, 'SUMMARY:Comes']);
      const { created, updated, deleted } = (
        await client.smartCollectionSync({ collection: known, method: 'webdav', detailedResult: true })
      ).objects;
      const names = (objects: { url: string }[]) => objects.map(({ url }) => url.split('/').at(-1));
      expect([names(created), names(updated), names(deleted)]).toEqual([['comes.ics'], [], ['goes.ics']]);
    });

    it('asks when the calendar is busy', async () => {
      const calendar = await fresh();
      await put(calendar, 'secret', [...AT_NINE, 'SUMMARY:Secret']);
      const timeRange = { start: '2031-03-03T00:00:00Z', end: '2031-03-04T00:00:00Z' };
      const answer = JSON.stringify(await client.freeBusyQuery({ url: calendar.url, timeRange, depth: '1' }));
      expect(answer).toContain('20310303T090000Z/20310303T100000Z');
      expect(answer).not.toContain('Secret');
    });
  });
});
