import { expect, it } from 'vitest';
import { createOutsideMail } from '../../../commands/calendars/scheduling/outside.ts';
import { C } from '../support/client.ts';
import { freeBusy, post } from '../support/free-busy-request.ts';
import { attendeeIn, invitation } from '../support/people.ts';
import { event, onCalendars, type CalendarStage, type DavUser } from '../support/stage.ts';

const pair = async (stage: CalendarStage): Promise<[DavUser, DavUser]> => [
  await stage.addUser(),
  await stage.addUser(),
];

onCalendars(
  'of scheduling, where no mail leaves, clients need',
  (stage) => {
    it('no promise of it, and 5.1 for those whom nothing reaches', async () => {
      const [anna, bob] = await pair(stage);
      expect((await anna.client.send('OPTIONS', anna.home)).headers.get('dav')).not.toContain(
        'calendar-auto-schedule',
      );
      const [told] = await anna.client.propfind(anna.principal, [
        'C:schedule-inbox-URL',
        'C:schedule-outbox-URL',
      ]);
      expect(told?.missing).toEqual([C('schedule-inbox-URL'), C('schedule-outbox-URL')]);
      await anna.client.put(
        `${anna.calendar}m.ics`,
        invitation('m', anna, ['out@elsewhere.example', bob.email]),
      );
      const { text } = await anna.client.get(`${anna.calendar}m.ics`);
      expect(attendeeIn(text, 'out@elsewhere.example')).toMatch(/SCHEDULE-STATUS="?5\.1/);
      expect(attendeeIn(text, bob.email)).toMatch(/SCHEDULE-STATUS="?1\.2/);
    });
  },
  { CALENDAR_INVITATIONS: 'false' },
);

const relayed: string[] = [];
const outsideMail = createOutsideMail({
  tags: undefined,
  relay: ({ event: { key } }) => Promise.resolve(void relayed.push(key)),
  onFailure: (error) => expect.fail(String(error)),
});

onCalendars(
  'of scheduling with people outside, clients need',
  (stage) => {
    it('invalid:nomail taken, with a status and without a mail', async () => {
      const anna = await stage.addUser();
      const before = relayed.length;
      const put = await anna.client.put(
        `${anna.calendar}n.ics`,
        invitation('nomail', anna, ['invalid:nomail']),
      );
      expect(put.status).toBe(201);
      const { text } = await anna.client.get(`${anna.calendar}n.ics`);
      expect(attendeeIn(text, 'invalid:nomail')).toMatch(/SCHEDULE-STATUS="?3\.7/);
      expect(relayed.length).toBe(before);
      await anna.client.put(`${anna.calendar}o.ics`, invitation('mail', anna, ['out@elsewhere.example']));
      expect(relayed.length).toBe(before + 1);
    });

    it('one answer for each who is asked when they are free, of the window alone, without what takes no time', async () => {
      const [anna, bob] = await pair(stage);
      const cleo = await stage.addUser();
      await bob.client.put(
        `${bob.calendar}1.ics`,
        event('1', { start: '20270301T080000Z', end: '20270301T100000Z' }),
      );
      await bob.client.xml(
        'MKCALENDAR',
        `${bob.home}BIRTHDAYS/`,
        'C:mkcalendar',
        '<D:set><D:prop><C:schedule-calendar-transp><C:transparent/></C:schedule-calendar-transp></D:prop></D:set>',
      );
      await bob.client.put(
        `${bob.home}BIRTHDAYS/2.ics`,
        event('2', { start: '20270301T110000Z', end: '20270301T120000Z' }),
      );
      await cleo.client.xml('ACL', `${cleo.home}inbox/`, 'D:acl', '');
      await cleo.client.xml('ACL', cleo.calendar, 'D:acl', '');
      const many = Array.from({ length: 20 }, (_, index) => `nobody-${index}@example.test`);
      const guests = [bob.email, 'invalid:nomail', cleo.email, 'out@elsewhere.example', ...many];
      const { status, text } = await post(
        anna,
        freeBusy(anna, guests, ['20270301T090000Z', '20270301T180000Z']),
      );
      expect(status).toBe(200);
      const statuses = [...text.matchAll(/<C:request-status>(\d\.\d)/g)].map(([, code]) => code);
      expect(statuses.slice(0, 4)).toEqual(['2.0', '3.7', '3.8', '5.1']);
      expect(statuses).toHaveLength(guests.length);
      expect(text.match(/^FREEBUSY[^&\r\n]*/gm)).toEqual([
        'FREEBUSY;FBTYPE=BUSY:20270301T090000Z/20270301T100000Z',
      ]);
    });
  },
  {},
  { outsideMail },
);
