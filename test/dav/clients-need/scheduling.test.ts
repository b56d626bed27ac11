import { expect, it } from 'vitest';
import { createOutsideMail } from '../../../commands/calendars/scheduling/outside.ts';
import { C, conditionIn, D, hrefsIn } from '../support/client.ts';
import { freeBusy, post } from '../support/free-busy-request.ts';
import { answer, attendeeIn, copyOf, invitation, messagesOf } from '../support/people.ts';
import { event, onCalendars, type CalendarStage, type DavUser } from '../support/stage.ts';

const pair = async (stage: CalendarStage): Promise<[DavUser, DavUser]> => [
  await stage.addUser(),
  await stage.addUser(),
];

/** How many messages somebody got about a UID, by their methods. */
const methodsTo = async (user: DavUser, uid: string): Promise<string[]> =>
  (await messagesOf(user, uid)).map((text) => /^METHOD:(\w+)/m.exec(text)?.[1] ?? '');

const outsideMail = createOutsideMail({
  tags: undefined,
  relay: () => Promise.resolve(),
  onFailure: (error) => expect.fail(String(error)),
});

onCalendars(
  'of scheduling, clients need',
  (stage) => {
    it('a promise of it where mail leaves, with inbox and outbox', async () => {
      const anna = await stage.addUser();
      expect((await anna.client.send('OPTIONS', anna.home)).headers.get('dav')).toContain(
        'calendar-auto-schedule',
      );
      const [told] = await anna.client.propfind(anna.principal, [
        'C:schedule-inbox-URL',
        'C:schedule-outbox-URL',
      ]);
      expect(hrefsIn(told, C('schedule-inbox-URL'))).toEqual([`${anna.home}inbox/`]);
      expect(hrefsIn(told, C('schedule-outbox-URL'))).toEqual([`${anna.home}outbox/`]);
    });

    it('addresses as their owners write them, and known in any case', async () => {
      const addresses = ['Anna.Smith@Example.TEST', 'anna@old.example.test'];
      const [anna, bob] = [await stage.addUser({ addresses }), await stage.addUser()];
      const [told] = await anna.client.propfind(anna.principal, ['C:calendar-user-address-set']);
      const uris = hrefsIn(told, C('calendar-user-address-set'));
      expect(uris).toEqual(
        expect.arrayContaining([...addresses.map((one) => `mailto:${one}`), anna.principal]),
      );
      await bob.client.put(`${bob.calendar}c.ics`, invitation('case', bob, ['ANNA.smith@EXAMPLE.test']));
      expect(await methodsTo(anna, 'case')).toEqual(['REQUEST']);
      expect(await answer(anna, 'case', 'ACCEPTED', 'ANNA.smith@EXAMPLE.test')).toBe(204);
      const { text } = await bob.client.get(`${bob.calendar}c.ics`);
      expect(attendeeIn(text, 'ANNA.smith@EXAMPLE.test')).toContain('PARTSTAT=ACCEPTED');
      expect(attendeeIn(text, 'ANNA.smith@EXAMPLE.test')).toMatch(/SCHEDULE-STATUS="?2\.0/);
    });

    it('whoever is invited at an alias known as who they are, everywhere', async () => {
      const alias = 'cleo@alias.example.test';
      const [anna, cleo] = [
        await stage.addUser(),
        await stage.addUser({ addresses: ['cleo@example.test', alias] }),
      ];
      const href = `${anna.calendar}a.ics`;
      await anna.client.put(href, invitation('alias', anna, [alias]));
      expect(await methodsTo(cleo, 'alias')).toEqual(['REQUEST']);
      const busyOf = async () =>
        (await post(anna, freeBusy(anna, [alias], ['20270301T000000Z', '20270302T000000Z']))).text;
      expect(await busyOf()).toContain('FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270301T100000Z/20270301T110000Z');
      expect(await answer(cleo, 'alias', 'DECLINED', alias)).toBe(204);
      expect(await busyOf()).not.toContain('FREEBUSY;');
      const { text } = await anna.client.get(href);
      expect(attendeeIn(text, alias)).toContain('PARTSTAT=DECLINED');
      expect(text).not.toContain('cleo@example.test');
      const [reply] = await messagesOf(anna, 'alias');
      expect(reply).toContain('METHOD:REPLY');
      expect(attendeeIn(reply ?? '', alias)).not.toBe('');
    });

    it('people written by their principals understood, and mailed by their addresses', async () => {
      const [anna, bob] = await pair(stage);
      const forms = [bob.principal, `urn:uuid:${bob.id}`, `/principals/__uids__/${bob.id.toUpperCase()}/`];
      for (const [index, form] of forms.entries()) {
        const uid = `principal-${index}`;
        const text = event(uid, {
          lines: [
            `ORGANIZER:urn:uuid:${anna.id}`,
            `ATTENDEE:${form}`,
            'ATTENDEE:mailto:out@elsewhere.example',
          ],
        });
        expect((await anna.client.put(`${anna.calendar}${uid}.ics`, text)).status).toBe(201);
        const copy = (await copyOf(bob, uid))?.text ?? '';
        expect(attendeeIn(copy, bob.email)).not.toBe('');
        expect(copy).toContain(`ORGANIZER:mailto:${anna.email}`);
        expect(copy).not.toMatch(/urn:uuid|principals/);
        const { rows } = await stage.api.knex.raw<{ rows: { mail: string }[] }>(
          'SELECT ical_data AS mail FROM calendar_mails WHERE ical_data LIKE ?',
          [`%UID:${uid}%`],
        );
        expect(rows).toHaveLength(1);
        expect(rows[0]?.mail).not.toMatch(/urn:uuid|principals/);
      }
    });

    it('RSVP and PARTSTAT in what goes out, and what is stored left as it is', async () => {
      const [anna, bob] = await pair(stage);
      await anna.client.put(`${anna.calendar}r.ics`, invitation('rsvp', anna, [bob.email]));
      const [request = ''] = await messagesOf(bob, 'rsvp');
      expect(attendeeIn(request, bob.email)).toMatch(/PARTSTAT=NEEDS-ACTION/);
      expect(attendeeIn(request, bob.email)).toMatch(/RSVP=TRUE/);
      const own = attendeeIn((await anna.client.get(`${anna.calendar}r.ics`)).text, bob.email);
      expect(own).not.toMatch(/RSVP|PARTSTAT/);
    });

    it('nobody mailed for an import, for what is over, for what does not change', async () => {
      const [anna, bob] = await pair(stage);
      const past = { start: '20200301T100000Z', end: '20200301T110000Z' };
      const put = (uid: string, text: string, { headers = {}, query = '' } = {}) =>
        anna.client.put(`${anna.calendar}${uid}.ics${query}`, text, headers);
      await put('import-1', invitation('import-1', anna, [bob.email]), { query: '?import' });
      await put('import-2', invitation('import-2', anna, [bob.email]), { headers: { 'Parley-Import': 'T' } });
      await put(
        'none',
        invitation('none', anna, []).replace(
          'END:VEVENT',
          `ATTENDEE;SCHEDULE-AGENT=NONE:mailto:${bob.email}\r\nEND:VEVENT`,
        ),
      );
      await put('past', invitation('past', anna, [bob.email], [], past));
      await anna.client.delete(`${anna.calendar}past.ics`);
      for (const uid of ['import-1', 'import-2', 'none', 'past'])
        expect(await methodsTo(bob, uid), uid).toEqual([]);
      await put('same', invitation('same', anna, [bob.email]));
      const { text } = await anna.client.get(`${anna.calendar}same.ics`);
      await put('same', text);
      await put('same', text);
      expect(await methodsTo(bob, 'same')).toEqual(['REQUEST']);
    });

    it('hands off whom their program schedules itself: no message, no status', async () => {
      const [anna, bob] = await pair(stage);
      const text = invitation('agent', anna, []).replace(
        'END:VEVENT',
        `ATTENDEE;SCHEDULE-AGENT=CLIENT:mailto:${bob.email}\r\nEND:VEVENT`,
      );
      const put = await anna.client.put(`${anna.calendar}a.ics`, text);
      expect(put.headers.get('etag')).toBeTruthy();
      expect((await anna.client.get(`${anna.calendar}a.ics`)).text).toBe(text);
      expect(await methodsTo(bob, 'agent')).toEqual([]);
      expect(await copyOf(bob, 'agent')).toBeNull();
    });

    it('SEQUENCE raised and answers asked anew by what matters alone, and nothing of it at the first PUT', async () => {
      const [anna, bob] = await pair(stage);
      const href = `${anna.calendar}s.ics`;
      const lines = ['SEQUENCE:0', 'RRULE:FREQ=WEEKLY;COUNT=5', 'EXDATE:20270301T100000Z'];
      await anna.client.put(href, invitation('sequence', anna, [bob.email], lines));
      const read = async () => (await anna.client.get(href)).text;
      expect(await read()).toContain('SEQUENCE:0');
      expect(await methodsTo(bob, 'sequence')).toEqual(['REQUEST']);
      // Nor does whoever gets it answer for the instance that was left out from the beginning.
      expect(await methodsTo(anna, 'sequence')).toEqual([]);
      await answer(bob, 'sequence', 'ACCEPTED');
      await anna.client.put(href, (await read()).replace('Review', 'Look'));
      expect(await read()).toContain('SEQUENCE:0');
      expect(attendeeIn(await read(), bob.email)).toContain('PARTSTAT=ACCEPTED');
      await anna.client.put(href, (await read()).replace('DTEND:20270301T110000Z', 'DTEND:20270301T120000Z'));
      expect(await read()).toContain('SEQUENCE:1');
      expect(attendeeIn(await read(), bob.email)).toContain('PARTSTAT=NEEDS-ACTION');
      expect(attendeeIn((await copyOf(bob, 'sequence'))?.text ?? '', bob.email)).toContain(
        'PARTSTAT=NEEDS-ACTION',
      );
    });

    it('whoever is invited to some instances seeing these alone', async () => {
      const [anna, bob] = await pair(stage);
      const series = invitation(
        'some',
        anna,
        [],
        [`ATTENDEE:mailto:${anna.email}`, 'RRULE:FREQ=WEEKLY;COUNT=5'],
      );
      const instance = [
        ...['BEGIN:VEVENT', 'UID:some', 'DTSTAMP:20261101T120000Z', 'RECURRENCE-ID:20270308T100000Z'],
        ...['DTSTART:20270308T100000Z', 'DTEND:20270308T110000Z', 'SUMMARY:With Bob'],
        ...[
          `ORGANIZER:mailto:${anna.email}`,
          `ATTENDEE:mailto:${anna.email}`,
          `ATTENDEE:mailto:${bob.email}`,
        ],
        ...['END:VEVENT', 'END:VCALENDAR'],
      ].join('\r\n');
      await anna.client.put(`${anna.calendar}s.ics`, series.replace('END:VCALENDAR', instance));
      for (const text of [(await copyOf(bob, 'some'))?.text ?? '', ...(await messagesOf(bob, 'some'))]) {
        expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
        expect(text).toContain('RECURRENCE-ID:20270308T100000Z');
        expect(text).not.toMatch(/RRULE|Review of the quarter/);
      }
    });

    it('no message to oneself; an organizer who gives the event away, and no attendee who takes it', async () => {
      const [anna, bob] = await pair(stage);
      const href = `${anna.calendar}t.ics`;
      const text = invitation('transfer', anna, [anna.email, bob.email]);
      await anna.client.put(href, text);
      expect(await methodsTo(anna, 'transfer')).toEqual([]);
      const copy = await copyOf(bob, 'transfer');
      const taken = await bob.client.put(
        copy?.href ?? '',
        (copy?.text ?? '').replace(/ORGANIZER.*\r\n/, `ORGANIZER:mailto:${bob.email}\r\n`),
      );
      expect([taken.status, conditionIn(taken)]).toEqual([
        403,
        C('allowed-attendee-scheduling-object-change'),
      ]);
      const stored = (await anna.client.get(href)).text;
      expect(stored).toMatch(/\r\nORGANIZER.*\r\n/);
      const given = await anna.client.put(
        href,
        stored.replace(/ORGANIZER.*\r\n/, `ORGANIZER:mailto:${bob.email}\r\n`),
      );
      expect(given.status).toBe(204);
      expect((await anna.client.get(href)).text).toMatch(new RegExp(`ORGANIZER[^:]*:mailto:${bob.email}`));
      expect((await copyOf(bob, 'transfer'))?.text).toContain(`ORGANIZER:mailto:${bob.email}`);
      const away = await bob.client.put(
        copy?.href ?? '',
        ((await copyOf(bob, 'transfer'))?.text ?? '').replace(
          /ORGANIZER.*\r\n/,
          'ORGANIZER:mailto:x@elsewhere.example\r\n',
        ),
      );
      expect([away.status, conditionIn(away)]).toEqual([
        403,
        C('allowed-organizer-scheduling-object-change'),
      ]);
    });

    it('whoever writes in a shared calendar acting as its owner, if they may', async () => {
      const [anna, bob] = await pair(stage);
      const cleo = await stage.addUser();
      const grant = (privileges: string) =>
        `<D:ace><D:principal><D:href>${cleo.principal}</D:href></D:principal><D:grant>${privileges}</D:grant></D:ace>`;
      const [write, send] = [
        '<D:privilege><D:read/></D:privilege><D:privilege><D:write/></D:privilege>',
        '<D:privilege><C:schedule-send/></D:privilege>',
      ];
      expect((await anna.client.xml('ACL', anna.calendar, 'D:acl', grant(write))).status).toBe(200);
      const refused = await cleo.client.put(`${anna.calendar}s.ics`, invitation('shared', anna, [bob.email]));
      expect([refused.status, conditionIn(refused)]).toEqual([403, D('need-privileges')]);
      expect(refused.text).toContain('schedule-send-invite');
      expect(await copyOf(bob, 'shared')).toBeNull();
      expect((await cleo.client.put(`${anna.calendar}alone.ics`, event('alone'))).status).toBe(201);
      expect((await anna.client.xml('ACL', `${anna.home}outbox/`, 'D:acl', grant(send))).status).toBe(200);
      const put = await cleo.client.put(`${anna.calendar}s.ics`, invitation('shared', anna, [bob.email]));
      expect(put.status).toBe(201);
      expect((await copyOf(bob, 'shared'))?.text).toContain(`:mailto:${anna.email}`);
      expect(await answer(bob, 'shared', 'ACCEPTED')).toBe(204);
      expect(await methodsTo(anna, 'shared')).toEqual(['REPLY']);
      expect(await methodsTo(cleo, 'shared')).toEqual([]);
    });

    it('no promise of what there is not: sharing of Apple, and WebDAV-Push', async () => {
      const anna = await stage.addUser();
      const dav = (await anna.client.send('OPTIONS', anna.calendar)).headers.get('dav');
      expect(dav).not.toMatch(/calendarserver-sharing|webdav-push/);
      const [told] = await anna.client.propfind(anna.calendar, ['CS:allowed-sharing-modes', 'CS:invite']);
      expect(told?.found.size).toBe(0);
    });
  },
  {},
  { outsideMail },
);
