import { expect, it } from 'vitest';
import { C, conditionIn, D, textOfProperty } from '../support/client.ts';
import { answer, attendeeIn, copyOf, invitation, messagesOf, textsIn, unfolded } from '../support/people.ts';
import { event, onCalendars } from '../support/stage.ts';

onCalendars(
  'to write, clients need',
  (stage) => {
    it('an ETag with a PUT only where the bytes are stored as they were sent', async () => {
      const [anna, bob] = [await stage.addUser(), await stage.addUser()];
      const legal = event('legal')
        .replace('PRODID', 'X-WR-CALNAME:odd\r\nPRODID')
        .replace(
          'SUMMARY:',
          'x-lower;X-P="q;,:":kept\r\nSUMMARY;LANGUAGE=en:A long line that is folded where no\r\n  server would fold it ',
        )
        .replaceAll('\r\n', '\n');
      const stored = await anna.client.put(`${anna.calendar}legal.ics`, legal);
      const got = await anna.client.get(`${anna.calendar}legal.ics`);
      expect([got.text, got.headers.get('etag')]).toEqual([legal, stored.headers.get('etag')]);
      const invited = invitation('changed', anna, [bob.email]);
      const changed = await anna.client.put(`${anna.calendar}changed.ics`, invited);
      expect([changed.status, changed.headers.get('etag')]).toEqual([201, null]);
      expect((await anna.client.get(`${anna.calendar}changed.ics`)).text).not.toBe(invited);
    });

    it('an ETag whenever it is true, so that nothing is read twice', async () => {
      const [anna, bob] = [await stage.addUser(), await stage.addUser()];
      const href = `${anna.calendar}e.ics`;
      const etagNow = async () =>
        textOfProperty((await anna.client.propfind(href, ['D:getetag']))[0], D('getetag'));
      const created = await anna.client.put(href, event('e'));
      expect(created.headers.get('etag')).toBe(await etagNow());
      const changed = await anna.client.put(href, event('e').replace('Review', 'Look'));
      expect(changed.headers.get('etag')).toBe(await etagNow());
      // A scheduling object that is stored as it was sent has it, too.
      await anna.client.put(`${anna.calendar}m.ics`, invitation('m', anna, [bob.email]));
      const { text } = await anna.client.get(`${anna.calendar}m.ics`);
      const again = await anna.client.put(`${anna.calendar}m.ics`, text);
      expect(again.headers.get('etag')).toBe(
        (await anna.client.get(`${anna.calendar}m.ics`)).headers.get('etag'),
      );
      const titled = text.replace('Review', 'Look');
      const told = await anna.client.put(`${anna.calendar}m.ics`, titled);
      const now = await anna.client.get(`${anna.calendar}m.ics`);
      expect(told.headers.get('etag')).toBe(now.text === titled ? now.headers.get('etag') : null);
    });

    it('a UID once in each calendar; to write it in another one and remove it here is a move that mails nobody', async () => {
      const [anna, bob] = [await stage.addUser(), await stage.addUser()];
      await anna.client.xml('MKCALENDAR', `${anna.home}OTHER/`, 'C:mkcalendar', '');
      const here = `${anna.calendar}m.ics`;
      await anna.client.put(here, invitation('move', anna, [bob.email]));
      const { text } = await anna.client.get(here);
      const twice = await anna.client.put(`${anna.calendar}n.ics`, text);
      expect([twice.status, conditionIn(twice)]).toEqual([403, C('no-uid-conflict')]);
      expect(twice.text).toContain(`<D:href>${here}</D:href>`);
      const messages = await messagesOf(bob, 'move');
      expect((await anna.client.put(`${anna.home}OTHER/m.ics`, text)).status).toBe(201);
      expect((await anna.client.delete(here)).status).toBe(204);
      expect(await messagesOf(bob, 'move')).toEqual(messages);
      // The answer of Bob comes to where it is now.
      expect(await answer(bob, 'move', 'ACCEPTED')).toBe(204);
      const moved = (await anna.client.get(`${anna.home}OTHER/m.ics`)).text;
      expect(attendeeIn(moved, bob.email)).toContain('PARTSTAT=ACCEPTED');
    });

    it('whoever accepts from a mail led to the event that is there already, and the answer taken', async () => {
      const [anna, bob] = [await stage.addUser(), await stage.addUser()];
      await anna.client.put(`${anna.calendar}m.ics`, invitation('mailed', anna, [bob.email]));
      const copy = await copyOf(bob, 'mailed');
      const fromMail = invitation('mailed', anna, []).replace(
        'END:VEVENT',
        `ATTENDEE;CN=Guest;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:${bob.email}\r\nEND:VEVENT`,
      );
      const blind = await bob.client.put(`${bob.calendar}mailed.ics`, fromMail, { 'If-None-Match': '*' });
      expect([blind.status, conditionIn(blind)]).toEqual([403, C('no-uid-conflict')]);
      expect(blind.text).toContain(`<D:href>${copy?.href}</D:href>`);
      const there = await bob.client.put(copy?.href ?? '', fromMail, { 'If-None-Match': '*' });
      expect(there.status).toBe(412);
      expect((await bob.client.put(copy?.href ?? '', fromMail)).status).toBe(204);
      const organized = await anna.client.get(`${anna.calendar}m.ics`);
      expect(attendeeIn(organized.text, bob.email)).toContain('PARTSTAT=ACCEPTED');
    });

    it('what is overwritten without a condition kept, and brought back', async () => {
      const { client, calendar, id, tenantId } = await stage.addUser();
      const caller = await stage.api.caller();
      const first = event('kept', { lines: ['LOCATION:What was here first'] });
      await client.put(`${calendar}k.ics`, first);
      expect((await client.put(`${calendar}k.ics`, event('kept'))).status).toBe(204);
      expect(tenantId).toBe(caller.tenant.id);
      const listed = await caller.get(`/api/principals/${id}/calendars`);
      const { calendars } = listed.json as unknown as { calendars: { id: string }[] };
      const versions = await caller.get(`/api/calendars/${calendars[0]?.id}/versions`);
      const [version] = (versions.json as unknown as { versions: { id: string }[] }).versions;
      expect(version).toMatchObject({ happened: 'overwritten' });
      const restored = await caller.post(
        `/api/calendars/${calendars[0]?.id}/versions/${version?.id}/restore`,
        {},
      );
      expect(restored.status).toBeLessThan(300);
      expect((await client.get(`${calendar}k.ics`)).text).toBe(first);
    });

    it('a Schedule-Tag that answers do not change, and answers that are merged', async () => {
      const [anna, bob] = [await stage.addUser(), await stage.addUser()];
      const href = `${anna.calendar}m.ics`;
      const put = await anna.client.put(href, invitation('tags', anna, [bob.email]));
      const tag = put.headers.get('schedule-tag') ?? '';
      const { text } = await anna.client.get(href);
      await answer(bob, 'tags', 'ACCEPTED');
      const [told] = await anna.client.propfind(href, ['C:schedule-tag']);
      expect(textOfProperty(told, C('schedule-tag'))).toBe(tag);
      // Anna's program knows nothing of the answer yet.
      const titled = text.replace('Review of', 'Look at');
      const changed = await anna.client.put(href, titled, { 'If-Schedule-Tag-Match': tag });
      expect(changed.status).toBe(204);
      const now = await anna.client.get(href);
      expect(now.text).toContain('SUMMARY:Look at');
      expect(attendeeIn(now.text, bob.email)).toContain('PARTSTAT=ACCEPTED');
      // Nor when her program changes what nobody is told of.
      const newTag = now.headers.get('schedule-tag') ?? '';
      await answer(bob, 'tags', 'DECLINED');
      const alarm =
        'BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\nEND:VEVENT';
      const alarmed = now.text.replace('END:VEVENT', alarm);
      expect((await anna.client.put(href, alarmed, { 'If-Schedule-Tag-Match': newTag })).status).toBe(204);
      const quiet = (await anna.client.get(href)).text;
      expect(quiet).toContain('TRIGGER:-PT5M');
      expect(attendeeIn(quiet, bob.email)).toContain('PARTSTAT=DECLINED');
      const late = await anna.client.put(href, text, { 'If-Schedule-Tag-Match': tag });
      expect(late.status).toBe(412);
      expect((await anna.client.get(href)).text).toBe(quiet);
      // The copy of whom it is about has a tag, too, which changes with the event.
      const copy = await copyOf(bob, 'tags');
      const theirs = (await bob.client.get(copy?.href ?? '')).headers.get('schedule-tag') ?? '';
      await anna.client.put(href, now.text.replace('T110000Z', 'T120000Z'));
      const stale = await bob.client.put(copy?.href ?? '', copy?.text ?? '', {
        'If-Schedule-Tag-Match': theirs,
      });
      expect(stale.status).toBe(412);
    });

    it('METHOD in the inbox alone: refused in what is stored, and taken out of what is delivered', async () => {
      const [anna, bob] = [await stage.addUser(), await stage.addUser()];
      const withMethod = event('method').replace('BEGIN:VEVENT', 'METHOD:PUBLISH\r\nBEGIN:VEVENT');
      const refused = await anna.client.put(`${anna.calendar}x.ics`, withMethod);
      expect([refused.status, conditionIn(refused)]).toEqual([403, C('valid-calendar-object-resource')]);
      await anna.client.put(`${anna.calendar}m.ics`, invitation('inbox', anna, [bob.email]));
      expect((await copyOf(bob, 'inbox'))?.text).not.toContain('METHOD');
      const [message] = await textsIn(bob, `${bob.home}inbox/`);
      expect(message?.text).toContain('METHOD:REQUEST');
      const got = await bob.client.get(message?.href ?? '');
      expect(got.headers.get('content-type')).toContain('method=REQUEST');
      expect(unfolded(got.text)).toContain(`mailto:${bob.email}`);
    });
  },
  { CALENDAR_INVITATIONS: 'false' },
);
