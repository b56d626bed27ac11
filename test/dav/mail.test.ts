import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteCalendarMail } from '../../adapters/postgres/calendars/note-mail.ts';
import { composeClientAnswer, type ClientAnswer } from '../../adapters/mail/client-answer.ts';
import type { Caller } from '../api/support/caller.ts';
import { startWholeApi, type WholeApi } from '../api/support/served-api.ts';
import { waitForMail } from '../support/smtp-catcher.ts';
import { addUser, event, type DavUser } from './support/stage.ts';

let api: WholeApi;
let caller: Caller;
beforeAll(async () => {
  api = await startWholeApi();
  caller = await api.caller();
});
afterAll(() => api?.stop());

const unfolded = (text: string): string => text.replace(/\r\n[ \t]/g, '');

async function invited(organizer: DavUser, guests: readonly string[], lines: string[] = []) {
  const uid = randomUUID();
  const href = `${organizer.calendar}${uid}.ics`;
  const people = [
    `ORGANIZER;CN=Anna:mailto:${organizer.email}`,
    ...guests.map((guest) => `ATTENDEE;CN=Guest:mailto:${guest}`),
  ];
  const put = await organizer.client.put(href, event(uid, { lines: [...people, ...lines] }));
  expect(put.status).toBe(201);
  const read = async () => unfolded((await organizer.client.get(href)).text);
  return { uid, href, read };
}

async function answerOf(address: string, answer: ClientAnswer['answer']): Promise<Buffer> {
  const [invitation] = await waitForMail(api.world.catcher, { to: address });
  return composeClientAnswer({
    invitation: Buffer.from(invitation?.raw ?? ''),
    answer,
    messageId: `<${randomUUID()}@example.org>`,
    dtstampMs: Date.now(),
  });
}

const someone = (): string => `guest-${randomUUID().slice(0, 8)}@elsewhere.example`;

describe('invitations from a calendar to people outside', () => {
  it('go by mail, to each alone, and the calendar says that they were sent', async () => {
    const anna = await addUser(api);
    const [ben, cleo] = [someone(), someone()];
    const { read } = await invited(anna, [ben, cleo]);
    const [mail] = await waitForMail(api.world.catcher, { to: ben });
    const raw = mail?.raw ?? '';
    const parsed = await simpleParser(raw);
    expect(parsed.subject).toBe('Invitation: Review of the quarter');
    expect(raw).toMatch(/text\/calendar;[^\n]*\s*[^\n]*method=REQUEST/i);
    expect(raw).not.toContain(cleo);
    expect(raw).not.toContain(anna.email);
    expect(parsed.text).toContain('invites you');
    await expect.poll(read).toMatch(new RegExp(`SCHEDULE-STATUS="?1\\.1"?[^\\n]*:mailto:${ben}`));
    const [told] = await anna.client.propfind(anna.principal, ['C:schedule-outbox-URL']);
    expect(told?.missing).toEqual([]);
    expect((await anna.client.send('OPTIONS', anna.home)).headers.get('dav')).toContain(
      'calendar-auto-schedule',
    );
  });

  it('are answered by mail, and the answer stands in the calendar and in the inbox', async () => {
    const anna = await addUser(api);
    const ben = someone();
    const { uid, read } = await invited(anna, [ben]);
    const answer = await caller.mail(await answerOf(ben, 'ACCEPTED'));
    expect(answer).toMatchObject({ status: 202, json: { understood: 'calendar', uid } });
    expect(await read()).toMatch(new RegExp(`PARTSTAT=ACCEPTED[^\\n]*:mailto:${ben}`));
    const inbox = await anna.client.propfind(`${anna.home}inbox/`, ['D:getetag'], 1);
    expect(inbox).toHaveLength(2);
  });

  it('keep an answer that comes while it is written down that they were sent', async () => {
    const anna = await addUser(api);
    const ben = someone();
    const { read } = await invited(anna, [ben]);
    const answer = await answerOf(ben, 'ACCEPTED');
    const [id = ''] = await api.knex('calendar_mails').orderBy('created_at', 'desc').limit(1).pluck('id');
    await Promise.all([
      ...Array.from({ length: 5 }, () => noteCalendarMail(api.knex, id)),
      caller.mail(answer),
      ...Array.from({ length: 5 }, () => noteCalendarMail(api.knex, id)),
    ]);
    expect(await read()).toMatch(new RegExp(`PARTSTAT=ACCEPTED[^\\n]*:mailto:${ben}`));
  });

  it('are cancelled by mail when they are removed', async () => {
    const anna = await addUser(api);
    const ben = someone();
    const { href } = await invited(anna, [ben]);
    await waitForMail(api.world.catcher, { to: ben });
    expect((await anna.client.delete(href)).status).toBe(204);
    const [, cancel] = await waitForMail(api.world.catcher, { to: ben, count: 2 });
    expect(cancel?.raw).toContain('METHOD:CANCEL');
    expect((await simpleParser(cancel?.raw ?? '')).subject).toBe('Cancelled: Review of the quarter');
  });
});

describe('invitations by mail to people who keep their calendar here', () => {
  const invitation = (from: string, to: string, uid: string): Buffer =>
    Buffer.from(
      [
        `From: <${from}>`,
        `To: <${to}>`,
        'Subject: Invitation',
        `Message-ID: <${randomUUID()}@elsewhere.example>`,
        'Date: Mon, 30 Nov 2026 10:00:00 +0000',
        'MIME-Version: 1.0',
        'Content-Type: text/calendar; method=REQUEST; charset=utf-8',
        '',
        event(uid, { lines: [`ORGANIZER:mailto:${from}`, `ATTENDEE;RSVP=TRUE:mailto:${to}`] }).replace(
          'BEGIN:VEVENT',
          'METHOD:REQUEST\r\nBEGIN:VEVENT',
        ),
      ].join('\r\n'),
    );

  it('by somebody who is known come into the calendar, and the answer goes back by mail', async () => {
    const anna = await addUser(api);
    const ben = someone();
    await invited(anna, [ben]);
    const uid = randomUUID();
    const answer = await caller.mail(invitation(ben, anna.email, uid));
    expect(answer).toMatchObject({ status: 202, json: { understood: 'calendar', uid } });
    const all = await anna.client.propfind(anna.calendar, ['D:getetag'], 1);
    const texts = await Promise.all(
      all.slice(1).map(async ({ href }) => ({ href, text: unfolded((await anna.client.get(href)).text) })),
    );
    const copy = texts.find(({ text }) => text.includes(uid));
    expect(copy?.text).not.toContain('METHOD');
    const accepted = (copy?.text ?? '').replace('ATTENDEE;', 'ATTENDEE;PARTSTAT=ACCEPTED;');
    expect((await anna.client.put(copy?.href ?? '', accepted)).status).toBe(204);
    const [, reply] = await waitForMail(api.world.catcher, { to: ben, count: 2 });
    expect(reply?.raw).toContain('METHOD:REPLY');
    expect(reply?.raw).toContain(anna.email);
  });

  it('by a stranger wait in the inbox', async () => {
    const anna = await addUser(api);
    const uid = randomUUID();
    await caller.mail(invitation(someone(), anna.email, uid));
    const inbox = await anna.client.propfind(`${anna.home}inbox/`, ['D:getetag'], 1);
    expect(inbox).toHaveLength(2);
    expect(await anna.client.propfind(anna.calendar, ['D:getetag'], 1)).toHaveLength(1);
  });

  it('in the name of somebody else say nothing', async () => {
    const anna = await addUser(api);
    const raw = invitation(someone(), anna.email, randomUUID())
      .toString()
      .replace(/ORGANIZER:mailto:\S+/, 'ORGANIZER:mailto:boss@elsewhere.example');
    const answer = await caller.mail(Buffer.from(raw));
    expect(answer).toMatchObject({ json: { understood: 'ignored', reason: 'sender-differs' } });
  });
});
