import { expect, it } from 'vitest';
import { C, conditionIn, textOfProperty } from './support/client.ts';
import { invitation, textsIn, unfolded } from './support/people.ts';
import { event, onCalendars } from './support/stage.ts';

onCalendars(
  'invitations between people who keep their calendars here',
  (stage) => {
    it('reach the inbox and the calendar, and the answer comes back', async () => {
      const [anna, bob] = [await stage.addUser(), await stage.addUser()];
      const href = `${anna.calendar}m.ics`;
      const put = await anna.client.put(href, invitation('meet-1', anna, [bob.email]));
      expect(put.status).toBe(201);
      expect(put.headers.get('etag')).toBeNull();
      expect(put.headers.get('schedule-tag')).toMatch(/^".+"$/);
      const [message] = await textsIn(bob, `${bob.home}inbox/`);
      expect(message?.text).toContain('METHOD:REQUEST');
      const [copy] = await textsIn(bob, bob.calendar);
      expect(copy?.text).not.toContain('METHOD');
      expect(unfolded(copy?.text ?? '')).toContain('PARTSTAT=NEEDS-ACTION');
      const accepted = unfolded(copy?.text ?? '').replace('PARTSTAT=NEEDS-ACTION', 'PARTSTAT=ACCEPTED');
      expect((await bob.client.put(copy?.href ?? '', accepted)).status).toBe(204);
      const after = unfolded((await anna.client.get(href)).text);
      expect(after).toMatch(new RegExp(`ATTENDEE;.*PARTSTAT=ACCEPTED.*:mailto:${bob.email}`));
      expect(after).toContain('SCHEDULE-STATUS=');
      const [reply] = await textsIn(anna, `${anna.home}inbox/`);
      expect(reply?.text).toContain('METHOD:REPLY');
      expect((await anna.client.get(href)).headers.get('schedule-tag')).toBe(put.headers.get('schedule-tag'));
      expect((await bob.client.delete(message?.href ?? '')).status).toBe(204);
    });

    it('an attendee cannot move it, and a removed copy is a decline', async () => {
      const [anna, bob] = [await stage.addUser(), await stage.addUser()];
      const href = `${anna.calendar}m.ics`;
      await anna.client.put(href, invitation('meet-2', anna, [bob.email]));
      const [copy] = await textsIn(bob, bob.calendar);
      const moved = await bob.client.put(
        copy?.href ?? '',
        unfolded(copy?.text ?? '').replace('T100000Z', 'T090000Z'),
      );
      expect([moved.status, conditionIn(moved)]).toEqual([
        403,
        C('allowed-attendee-scheduling-object-change'),
      ]);
      expect((await bob.client.delete(copy?.href ?? '')).status).toBe(204);
      expect(unfolded((await anna.client.get(href)).text)).toContain('PARTSTAT=DECLINED');
    });

    it('a change and a deletion reach everybody, and nobody is told of a move between calendars', async () => {
      const [anna, bob] = [await stage.addUser(), await stage.addUser()];
      const href = `${anna.calendar}m.ics`;
      await anna.client.put(href, invitation('meet-3', anna, [bob.email]));
      const stored = unfolded((await anna.client.get(href)).text);
      expect((await anna.client.put(href, stored.replace('T110000Z', 'T120000Z'))).status).toBe(204);
      expect((await textsIn(bob, bob.calendar))[0]?.text).toContain('DTEND:20270301T120000Z');
      await anna.client.xml('MKCALENDAR', `${anna.home}OTHER/`, 'C:mkcalendar', '');
      const before = (await textsIn(bob, `${bob.home}inbox/`)).length;
      const text = (await anna.client.get(href)).text;
      expect((await anna.client.put(`${anna.home}OTHER/m.ics`, text)).status).toBe(201);
      expect((await anna.client.delete(href)).status).toBe(204);
      expect((await textsIn(bob, `${bob.home}inbox/`)).length).toBe(before);
      expect((await anna.client.delete(`${anna.home}OTHER/m.ics`)).status).toBe(204);
      expect((await textsIn(bob, bob.calendar))[0]?.text).toContain('STATUS:CANCELLED');
      const [told] = await bob.client.propfind(`${bob.home}inbox/`, ['C:schedule-default-calendar-URL']);
      expect(textOfProperty(told, C('schedule-default-calendar-URL'))).toBe(bob.calendar);
    });

    it('principal paths are addresses, and whom nothing reaches is said so', async () => {
      const [anna, bob] = [await stage.addUser(), await stage.addUser()];
      const href = `${anna.calendar}m.ics`;
      const text = event('meet-4', {
        lines: [
          `ORGANIZER:${anna.principal}`,
          `ATTENDEE:${bob.principal}`,
          'ATTENDEE:invalid:nomail',
          'ATTENDEE:mailto:out@elsewhere.example',
        ],
      });
      expect((await anna.client.put(href, text)).status).toBe(201);
      const after = unfolded((await anna.client.get(href)).text);
      expect(after).toMatch(/SCHEDULE-STATUS="?3\.7"?.*invalid:nomail/);
      expect(after).toMatch(/SCHEDULE-STATUS="?5\.1"?.*out@elsewhere/);
      const [copy] = await textsIn(bob, bob.calendar);
      expect(unfolded(copy?.text ?? '')).toContain(`:mailto:${bob.email}`);
      expect(copy?.text).not.toContain('/dav/');
    });

    it('an outbox tells when others are free, and delivers what programs write themselves', async () => {
      const [anna, bob, cleo] = [await stage.addUser(), await stage.addUser(), await stage.addUser()];
      await bob.client.put(`${bob.calendar}1.ics`, event('busy'));
      await cleo.client.xml('ACL', cleo.calendar, 'D:acl', '');
      const ask = [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'METHOD:REQUEST',
        'BEGIN:VFREEBUSY',
        'UID:ask',
        'DTSTAMP:20261101T000000Z',
        'DTSTART:20270301T000000Z',
        'DTEND:20270302T000000Z',
        `ORGANIZER:mailto:${anna.email}`,
        ...[bob.email, cleo.email, 'out@elsewhere.example'].map((guest) => `ATTENDEE:mailto:${guest}`),
        'ATTENDEE:invalid:nomail',
        'END:VFREEBUSY',
        'END:VCALENDAR',
        '',
      ].join('\r\n');
      const outbox = `${anna.home}outbox/`;
      const type = { 'Content-Type': 'text/calendar' };
      const answer = await anna.client.send('POST', outbox, { headers: type, body: ask });
      expect(answer.status).toBe(200);
      const statuses = [...answer.text.matchAll(/<C:request-status>(.*?)</g)].map(([, status]) => status);
      expect(statuses).toEqual([
        '2.0;Success',
        '3.8;No authority',
        '5.1;Could not complete delivery',
        '3.7;Invalid calendar user',
      ]);
      expect(answer.text).toContain('FREEBUSY;FBTYPE=BUSY:20270301T100000Z/20270301T110000Z');
      const foreign = ask.replace(`ORGANIZER:mailto:${anna.email}`, `ORGANIZER:mailto:${bob.email}`);
      const refused = await anna.client.send('POST', outbox, { headers: type, body: foreign });
      expect([refused.status, conditionIn(refused)]).toEqual([403, C('organizer-allowed')]);
      const request = invitation('by-hand', anna, [bob.email]).replace(
        'BEGIN:VEVENT',
        'METHOD:REQUEST\r\nBEGIN:VEVENT',
      );
      const sent = await anna.client.send('POST', outbox, { headers: type, body: request });
      expect(sent.text).toContain('2.0;Success');
      expect((await textsIn(bob, bob.calendar)).some(({ text }) => text.includes('UID:by-hand'))).toBe(true);
      const notTheirs = await bob.client.send('POST', outbox, { headers: type, body: request });
      expect(notTheirs.status).toBe(404);
    });
  },
  { CALENDAR_INVITATIONS: 'false' },
);
