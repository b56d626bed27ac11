import { expect, it } from 'vitest';
import { createOutbox } from '../../adapters/postgres/outbox.ts';
import type { OutsideMail } from '../../commands/calendars/scheduling/outside.ts';
import { createOutsideMail } from '../../commands/calendars/scheduling/outside.ts';
import { isThorough } from '../support/rounds.ts';
import { tokenIn, toldBy } from './support/client.ts';
import { answer, attendeeIn, copyOf, invitation, messagesOf } from './support/people.ts';
import { event, onCalendars, type DavUser } from './support/stage.ts';

/** Mail to people outside, which fails as long as it is told to. */
const fails = { take: false, relay: false };
const relayed: string[] = [];
const real = createOutsideMail({
  tags: undefined,
  relay: ({ event: { key } }) => {
    if (fails.relay) return Promise.reject(new Error('nothing answers'));
    return Promise.resolve(void relayed.push(key));
  },
  onFailure: () => undefined,
});
const outsideMail: OutsideMail = {
  take: (trx, mail) => (fails.take ? Promise.reject(new Error('it ends here')) : real.take(trx, mail)),
  send: (pending) => real.send(pending),
};

onCalendars(
  'at the same time',
  (stage) => {
    const tokenOf = async ({ client, calendar }: DavUser, known = '') =>
      client.xml(
        'REPORT',
        calendar,
        'D:sync-collection',
        `<D:sync-token>${known}</D:sync-token><D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop>`,
      );

    it('two programs change one object: one of them hears that it was changed, and nothing is lost', async () => {
      const anna = await stage.addUser();
      const href = `${anna.calendar}o.ics`;
      const created = await anna.client.put(href, event('both'));
      const condition = { 'If-Match': created.headers.get('etag') ?? '' };
      const texts = Array.from({ length: 6 }, (_, index) =>
        event('both').replace('Review', `Change ${index}`),
      );
      const answers = await Promise.all(texts.map((text) => anna.client.put(href, text, condition)));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 412, 412, 412, 412, 412]);
      const won = answers.findIndex(({ status }) => status === 204);
      const now = await anna.client.get(href);
      expect([now.text, now.headers.get('etag')]).toEqual([texts[won], answers[won]?.headers.get('etag')]);
      const gone = await Promise.all([
        anna.client.delete(href, { 'If-Match': now.headers.get('etag') ?? '' }),
        anna.client.put(href, event('both'), { 'If-Match': now.headers.get('etag') ?? '' }),
      ]);
      expect(gone.filter(({ status }) => status === 204)).toHaveLength(1);
    });

    it('two programs make the same object: there is one', async () => {
      const anna = await stage.addUser();
      const names = ['1', '2', '3', '4'];
      const made = await Promise.all(
        names.map((name) =>
          anna.client.put(`${anna.calendar}${name}.ics`, event('once'), { 'If-None-Match': '*' }),
        ),
      );
      expect(made.map(({ status }) => status).sort()).toEqual([201, 403, 403, 403]);
      expect(await anna.client.propfind(anna.calendar, ['D:getetag'], 1)).toHaveLength(2);
    });

    it('whoever syncs while others write misses nothing', async () => {
      const anna = await stage.addUser();
      const names = Array.from({ length: 12 }, (_, index) => `${index}.ics`);
      let token = tokenIn(await tokenOf(anna));
      const seen = new Set<string>();
      let writing = true;
      const reading = (async () => {
        for (let last = false; !last;) {
          last = !writing;
          const part = await tokenOf(anna, token);
          for (const { href } of toldBy(part)) seen.add(href.split('/').at(-1) ?? '');
          token = tokenIn(part);
        }
      })();
      await Promise.all(names.map((name) => anna.client.put(`${anna.calendar}${name}`, event(name))));
      writing = false;
      await reading;
      expect([...seen].sort()).toEqual([...names].sort());
    });

    it('the organizer moves it while an attendee accepts: all copies agree, and nobody has accepted what they did not see', async () => {
      const [anna, bob] = (await stage.addUsers(2)) as [DavUser, DavUser];
      for (let round = 0; round < 4; round++) {
        const uid = `moved-${round}`;
        const href = `${anna.calendar}${uid}.ics`;
        await anna.client.put(href, invitation(uid, anna, [bob.email]));
        const { text } = await anna.client.get(href);
        const copy = await copyOf(bob, uid);
        const line = attendeeIn(copy?.text ?? '', bob.email);
        const yes = (copy?.text ?? '').replace(
          line,
          line.replace('PARTSTAT=NEEDS-ACTION', 'PARTSTAT=ACCEPTED'),
        );
        const tag = (await bob.client.get(copy?.href ?? '')).headers.get('schedule-tag') ?? '';
        const [moved, accepted] = await Promise.all([
          anna.client.put(href, text.replace('T100000Z', 'T090000Z').replace('T110000Z', 'T100000Z')),
          bob.client.put(copy?.href ?? '', yes, { 'If-Schedule-Tag-Match': tag }),
        ]);
        expect(moved.status).toBe(204);
        expect([204, 412]).toContain(accepted.status);
        const [hers, his] = [(await anna.client.get(href)).text, (await copyOf(bob, uid))?.text ?? ''];
        for (const one of [hers, his]) {
          expect(one).toContain('DTSTART:20270301T090000Z');
          // He said it of the old time.
          expect(attendeeIn(one, bob.email)).not.toMatch(/PARTSTAT=(?!NEEDS-ACTION)|^$/);
        }
      }
    });

    it('many attendees answer: every answer is at the organizer and at all others', async () => {
      const [anna, ...guests] = (await stage.addUsers(1 + (isThorough() ? 50 : 12))) as [
        DavUser,
        ...DavUser[],
      ];
      const href = `${anna.calendar}many.ics`;
      await anna.client.put(
        href,
        invitation(
          'many',
          anna,
          guests.map(({ email }) => email),
        ),
      );
      const said = guests.map((_, index) => ['ACCEPTED', 'DECLINED', 'TENTATIVE'][index % 3] ?? '');
      const statuses = await Promise.all(
        guests.map((guest, index) => answer(guest, 'many', said[index] ?? '')),
      );
      expect(new Set(statuses)).toEqual(new Set([204]));
      const copies = [
        (await anna.client.get(href)).text,
        ...(await Promise.all(guests.map(async (guest) => (await copyOf(guest, 'many'))?.text ?? ''))),
      ];
      for (const text of copies)
        expect(guests.map(({ email }) => /PARTSTAT=([A-Z-]+)/.exec(attendeeIn(text, email))?.[1])).toEqual(
          said,
        );
      expect(await messagesOf(anna, 'many')).toHaveLength(guests.length);
    });

    it('an end between storing and delivering leaves nothing behind', async () => {
      const [anna, bob] = (await stage.addUsers(2)) as [DavUser, DavUser];
      const href = `${anna.calendar}half.ics`;
      const rows = async () =>
        Number((await stage.api.knex('calendar_mails').count<{ count: string }[]>())[0]?.count);
      const [mails, token] = [await rows(), tokenIn(await tokenOf(anna))];
      const text = invitation('half', anna, [bob.email, 'out@elsewhere.example']);
      fails.take = true;
      const broken = await anna.client.put(href, text);
      fails.take = false;
      expect([broken.status, broken.text]).toEqual([500, '']);
      expect((await anna.client.get(href)).status).toBe(404);
      expect(await copyOf(bob, 'half')).toBeNull();
      expect(await messagesOf(bob, 'half')).toEqual([]);
      expect([await rows(), tokenIn(await tokenOf(anna))]).toEqual([mails, token]);
      // The program tries again, and all of it is there.
      expect((await anna.client.put(href, text)).status).toBe(201);
      expect(await messagesOf(bob, 'half')).toHaveLength(1);
      expect(await rows()).toBe(mails + 1);
    });

    it('mail that cannot be sent on waits in the outbox', async () => {
      const anna = await stage.addUser();
      const before = relayed.length;
      fails.relay = true;
      const put = await anna.client.put(
        `${anna.calendar}w.ics`,
        invitation('waits', anna, ['out@elsewhere.example']),
      );
      fails.relay = false;
      expect([put.status, relayed.length]).toEqual([201, before]);
      // What asks the outbox for what was left behind finds it, and sends it on.
      const outbox = createOutbox(stage.api.knex);
      const left = await outbox.pendingBefore(Date.now() + 60_000, 1000);
      const mails = await stage.api.knex('calendar_mails').whereLike('ical_data', '%UID:waits%').pluck('id');
      const waiting = left.filter(({ event: { key } }) => mails.some((id) => key === `calendar-mail/${id}`));
      expect([mails.length, waiting.length]).toEqual([1, 1]);
      await real.send(waiting);
      expect(relayed.slice(before)).toEqual([`calendar-mail/${mails[0]}`]);
    });
  },
  {},
  { outsideMail },
);
