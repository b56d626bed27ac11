import { describe, expect, it } from 'vitest';
import { ownerCookie } from '../support/room-owner.ts';
import { event, onCalendars, type CalendarStage, type DavUser } from '../dav/support/stage.ts';
import type { Answer } from './support/caller.ts';

interface Version {
  id: string;
  title: string;
  startsAt: string | null;
  happened: string;
}

onCalendars('what is in a calendar, by the API', (stage) => {
  describe('what was deleted or overwritten', () => {
    it('is listed, and brought back as it was', async () => {
      const user = await stage.addUser();
      const call = await callerFor(stage, user);
      const { path, versions } = await versionsOf(call, user);
      const href = `${user.calendar}one.ics`;
      const first = event('one', { start: '20270301T100000Z', end: '20270301T110000Z' });
      await user.client.put(href, first);
      expect(await versions()).toEqual([]);
      await user.client.put(href, first.replace('Review', 'Look'));
      await user.client.delete(href);
      const found = await versions();
      expect(found).toMatchObject([
        {
          title: 'Look of the quarter',
          happened: 'deleted',
          startsAt: '2027-03-01T10:00:00.000Z',
          allDay: false,
        },
        { title: 'Review of the quarter', happened: 'overwritten', uid: 'one', component: 'VEVENT' },
      ]);
      const back = await call('POST', `${path}/${found[1]?.id}/restore`, {});
      expect([back.status, (back.json as unknown as { url: string }).url]).toEqual([
        200,
        `${stage.api.deps.config.publicUrl}${href}`,
      ]);
      expect((await user.client.get(href)).text).toBe(first);
      expect((await versions()).map(({ title }) => title)).toEqual(['Look of the quarter']);
    });

    it('comes page by page', async () => {
      const user = await stage.addUser();
      const call = await callerFor(stage, user);
      const { path } = await versionsOf(call, user);
      for (const uid of ['a', 'b', 'c']) {
        await user.client.put(`${user.calendar}${uid}.ics`, event(uid));
        await user.client.delete(`${user.calendar}${uid}.ics`);
      }
      const page = async (query: string) =>
        (await call('GET', `${path}?${query}`)).json as unknown as {
          versions: { uid: string }[];
          next: string;
        };
      const one = await page('limit=2');
      const two = await page(`limit=2&after=${one.next}`);
      expect([one, two].map(({ versions: some }) => some.map(({ uid }) => uid))).toEqual([['c', 'b'], ['a']]);
      expect(two.next).toBeNull();
    });

    it('stays where another object has its UID by now', async () => {
      const user = await stage.addUser();
      const call = await callerFor(stage, user);
      const { path, versions } = await versionsOf(call, user);
      await user.client.put(`${user.calendar}one.ics`, event('same'));
      await user.client.delete(`${user.calendar}one.ics`);
      await user.client.put(
        `${user.calendar}two.ics`,
        event('same', { start: '20270302T100000Z', end: '20270302T110000Z' }),
      );
      const [version] = await versions();
      const refused = await call('POST', `${path}/${version?.id}/restore`, {});
      expect(refused.json).toMatchObject({ status: 409, code: 'uid-conflict' });
      expect((await user.client.get(`${user.calendar}one.ics`)).status).toBe(404);
    });

    it('tells nobody when it comes back', async () => {
      const [organizer, guest] = [await stage.addUser(), await stage.addUser()];
      const call = await callerFor(stage, organizer);
      const { path, versions } = await versionsOf(call, organizer);
      const lines = [`ORGANIZER:mailto:${organizer.email}`, `ATTENDEE;RSVP=TRUE:mailto:${guest.email}`];
      await organizer.client.put(`${organizer.calendar}one.ics`, event('told', { lines }));
      await organizer.client.delete(`${organizer.calendar}one.ics`);
      const inbox = () =>
        stage.api.knex('dav_schedule_message').where({ recipient: guest.email }).select('method');
      const before = await inbox();
      expect(before.length).toBeGreaterThan(0);
      const [version] = await versions();
      expect((await call('POST', `${path}/${version?.id}/restore`, {})).status).toBe(200);
      expect(await inbox()).toEqual(before);
    });

    it('is seen by those who may read the calendar, and brought back by those who may write', async () => {
      const [user, reader] = [await stage.addUser(), await stage.addUser()];
      const { path, calendarId, versions } = await versionsOf(await callerFor(stage, user), user);
      await user.client.put(`${user.calendar}one.ics`, event());
      await user.client.delete(`${user.calendar}one.ics`);
      const key = await stage.api.caller();
      const share = (access: string) =>
        key.put(`/api/calendars/${calendarId}/shares`, {
          shares: [{ principalId: reader.id, access }],
          everybody: 'nothing',
        });
      const [version] = await versions();
      const asReader = await callerFor(stage, reader);
      const back = async () => (await asReader('POST', `${path}/${version?.id}/restore`, {})).status;
      expect([(await asReader('GET', path)).status, await back()]).toEqual([404, 404]);
      await share('read');
      expect([(await asReader('GET', path)).status, await back()]).toEqual([200, 403]);
      await share('write');
      expect(await back()).toBe(200);
    });
  });

  describe('when people are free', () => {
    const day = 'from=2027-03-01T00:00:00Z&to=2027-03-01T12:00:00Z';

    it('is told by address and by id, merged and clipped, with nothing but times', async () => {
      const user = await stage.addUser();
      const put = (uid: string, start: string, end: string, lines: string[] = []) =>
        user.client.put(`${user.calendar}${uid}.ics`, event(uid, { start, end, lines }));
      await put('a', '20270301T090000Z', '20270301T100000Z');
      await put('b', '20270301T093000Z', '20270301T103000Z');
      await put('c', '20270301T113000Z', '20270301T130000Z', ['STATUS:TENTATIVE']);
      await put('d', '20270301T060000Z', '20270301T070000Z', ['TRANSP:TRANSPARENT']);
      const busy = [
        { startsAt: '2027-03-01T09:00:00.000Z', endsAt: '2027-03-01T10:30:00.000Z', kind: 'busy' },
        { startsAt: '2027-03-01T11:30:00.000Z', endsAt: '2027-03-01T12:00:00.000Z', kind: 'tentative' },
      ];
      const upper = user.email.toUpperCase();
      const asked = `/api/freebusy?users=${upper},${user.id},nobody@example.test&${day}`;
      const key = await stage.api.caller(stage.api.tenant, ['calendars']);
      const colleague = await callerFor(stage, await stage.addUser());
      for (const answer of [await key.get(asked), await colleague('GET', asked)])
        expect([answer.status, answer.json]).toEqual([
          200,
          {
            users: [
              { user: upper, status: 'known', busy },
              { user: user.id, status: 'known', busy },
              { user: 'nobody@example.test', status: 'unknown', busy: [] },
            ],
          },
        ]);
    });

    it('is not told of who lets nobody see it, but to those whom they named', async () => {
      const [user, friend] = [await stage.addUser(), await stage.addUser()];
      const { calendarId } = await versionsOf(await callerFor(stage, user), user);
      const key = await stage.api.caller();
      const shares = [{ principalId: friend.id, access: 'free-busy' }];
      await key.put(`/api/calendars/${calendarId}/shares`, { shares, everybody: 'nothing' });
      const asked = `/api/freebusy?users=${user.id}&${day}`;
      const statusFor = (answer: Answer) =>
        (answer.json as unknown as { users: { status: string }[] }).users.map(({ status }) => status);
      const stranger = await callerFor(stage, await stage.addUser());
      expect(statusFor(await stranger('GET', asked))).toEqual(['forbidden']);
      expect(statusFor(await key.get(asked))).toEqual(['forbidden']);
      expect(statusFor(await (await callerFor(stage, friend))('GET', asked))).toEqual(['known']);
      expect(statusFor(await (await callerFor(stage, user))('GET', asked))).toEqual(['known']);
    });

    it('is asked of 1 to 50, and by nobody who is not signed in', async () => {
      const key = await stage.api.caller();
      for (const users of ['', ',', Array.from({ length: 51 }, () => 'a@example.test').join(',')])
        expect((await key.get(`/api/freebusy?users=${users}&${day}`)).status).toBe(422);
      expect((await key.send(`/api/freebusy?users=a@example.test&${day}`, {})).status).toBe(401);
    });
  });
});

type Call = (method: string, path: string, body?: object) => Promise<Answer>;

/** Calls of a member with a session. */
async function callerFor({ api }: CalendarStage, { id, tenantId }: DavUser): Promise<Call> {
  const cookie = await ownerCookie(api.knex, { tenantId, ownerId: id });
  const caller = await api.caller();
  return (method, path, body) =>
    caller.send(path, {
      method,
      headers: { Cookie: cookie, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
}

async function versionsOf(call: Call, { id }: DavUser) {
  const { json } = await call('GET', `/api/principals/${id}/calendars`);
  const [calendar] = (json as unknown as { calendars: { id: string }[] }).calendars;
  const path = `/api/calendars/${calendar?.id}/versions`;
  const versions = async (): Promise<Version[]> =>
    ((await call('GET', path)).json as unknown as { versions: Version[] }).versions;
  return { path, calendarId: calendar?.id, versions };
}
