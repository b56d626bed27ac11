import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import { insertOwnedRoom } from '../support/room-owner.ts';
import { waitForMail } from '../support/smtp-catcher.ts';
import { PUBLIC_URL } from '../support/world.ts';
import { startWholeApi, type WholeApi } from './support/served-api.ts';

let api: WholeApi;
let room: Room;
let count = 0;

beforeAll(async () => {
  api = await startWholeApi();
});
afterAll(() => api?.stop());
beforeEach(async () => {
  count += 1;
  const ownerEmail = `Owner.${count}@example.org`;
  room = await insertOwnedRoom(api.knex, { tenantId: api.tenant.id, ownerEmail });
});

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(api.url + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers });

const ask = (email: string, headers: Record<string, string> = {}) =>
  post('/rooms/sign-in', { email }, headers);

/** The mail that the room's owner got, and the token of its link. */
async function mailed(nth = 1) {
  const found = await waitForMail(api.world.catcher, { to: room.ownerEmail, count: nth });
  const raw = found[nth - 1]?.raw ?? '';
  const mail = await simpleParser(raw);
  const token = /\/rooms\/sign-in\/link\?s=([\w-]{43})/.exec(mail.text ?? '')?.[1] ?? '';
  return { raw, mail, token };
}

const sessions = async (): Promise<number> =>
  (await api.knex('sessions').where({ principal_id: room.ownerId })).length;

describe('the mail with the link', () => {
  it('goes to the address that the member has, once, on the way of every message', async () => {
    await ask(room.ownerEmail.toUpperCase());
    const { raw, mail, token } = await mailed();
    expect(raw).toMatch(new RegExp(`^To: ${room.ownerEmail.replaceAll('.', '\\.')}\r?$`, 'm'));
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(raw).toMatch(/^X-Auto-Response-Suppress: All\r?$/m);
    expect(raw).not.toMatch(/^Content-Type: text\/calendar/im);
    expect(mail.subject).toBe('Practice Session — Sign in to your rooms');
    const link = `${PUBLIC_URL}/rooms/sign-in/link?s=${token}`;
    expect(mail.text).toContain(link);
    expect(mail.html).toContain(`href="${link}"`);
    const [message] = await api
      .knex('outgoing_messages')
      .whereNotNull('sign_in_id')
      .orderBy('prepared_at', 'desc');
    expect(message).toMatchObject({
      meeting_id: null,
      uid: null,
      kind: 'sign-in',
      message_id: mail.messageId,
    });
    const { sealed } = (await api.knex('raw_messages').where({ id: message!.raw_id }).first()) as {
      sealed: Buffer;
    };
    expect(sealed.includes(token)).toBe(false);
    const stored = JSON.stringify([await api.knex('sign_ins'), await api.knex('outbox')]);
    expect(stored).not.toContain(token);
  });

  it('composed again is the same mail', async () => {
    await ask(room.ownerEmail);
    const { mail } = await mailed();
    const key = ((await api.knex('sign_ins').where({ principal_id: room.ownerId }).first()) as { id: string })
      .id;
    const handle = api.world.client.workflow.getHandle(`delivery:sign-in/${key}`);
    await handle.result();
    await api.deps.inbound.relay({
      uid: key,
      event: { type: 'sign-in', key: `sign-in/${key}`, signInId: key, atMs: Date.now() },
    });
    expect(await api.world.catcher.list(room.ownerEmail)).toHaveLength(1);
    expect(await api.knex('outgoing_messages').where({ message_id: mail.messageId! })).toHaveLength(1);
  });

  it('is in the language of the page that asked', async () => {
    await ask(room.ownerEmail, { 'Accept-Language': 'de-AT' });
    expect((await mailed()).mail.subject).toBe('Practice Session — Bei Ihren Räumen anmelden');
  });

  it('is not sent to an address of nobody, and the answer does not tell', async () => {
    const known = await ask(room.ownerEmail);
    const unknown = await ask('nobody@example.org');
    expect([unknown.status, unknown.headers.get('Location')]).toEqual([
      known.status,
      known.headers.get('Location'),
    ]);
    expect(await api.knex('sign_ins').where({ address: 'nobody@example.org' })).toEqual([]);
  });

  it('is sent three times within a quarter of an hour, however often somebody asks', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(room.ownerEmail)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([303]));
    await mailed(3);
    expect(await api.knex('sign_ins').where({ principal_id: room.ownerId })).toHaveLength(3);
  });
});

describe('the link', () => {
  it('opened by a program that looks through mail signs nobody in; pressed, it does once', async () => {
    await ask(room.ownerEmail);
    const { token } = await mailed();
    const path = `/rooms/sign-in/link?s=${token}`;
    for (const method of ['GET', 'HEAD', 'GET']) {
      const opened = await fetch(api.url + path, { method, redirect: 'manual' });
      expect([opened.status, opened.headers.get('Set-Cookie')]).toEqual([200, null]);
    }
    expect(await sessions()).toBe(0);
    const pressed = await Promise.all([1, 2, 3].map(() => post('/rooms/sign-in/link', { s: token })));
    expect(pressed.map((answer) => answer.status).sort()).toEqual([303, 410, 410]);
    expect(await sessions()).toBe(1);
    const cookie = pressed.flatMap((answer) => answer.headers.get('Set-Cookie') ?? []);
    expect(cookie).toEqual([
      expect.stringMatching(/^parley-owner=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/),
    ]);
    const [session = ''] = cookie[0]?.split(';') ?? [];
    const list = await fetch(`${api.url}/rooms`, { headers: { Cookie: session }, redirect: 'manual' });
    expect(await list.text()).toContain(room.name);
    expect((await fetch(api.url + path)).status).toBe(410);
  });

  it('does not work an hour later, nor with another site’s button', async () => {
    await ask(room.ownerEmail);
    const { token } = await mailed();
    const foreign = await post('/rooms/sign-in/link', { s: token }, { 'Sec-Fetch-Site': 'cross-site' });
    expect(foreign.status).toBe(403);
    await api.knex('sign_ins').where({ principal_id: room.ownerId }).update({ expires_at: new Date() });
    expect((await post('/rooms/sign-in/link', { s: token })).status).toBe(410);
    expect((await post('/rooms/sign-in/link', { s: 'x'.repeat(43) })).status).toBe(404);
    expect(await sessions()).toBe(0);
  });

  it('a bounce of its mail is recorded, and concerns no meeting', async () => {
    await ask(room.ownerEmail);
    const { mail } = await mailed();
    await expect
      .poll(() => api.knex('outgoing_messages').where({ message_id: mail.messageId! }).first('state'))
      .toEqual({ state: 'sent' });
    const events = [{ messageId: mail.messageId, event: 'bounced', at: new Date().toISOString() }];
    const answer = await (await api.caller()).post('/api/hooks/email-status', { events });
    expect(answer.json).toMatchObject({ accepted: 1, unknown: 0 });
    const row = await api.knex('outgoing_messages').where({ message_id: mail.messageId! }).first();
    expect(row).toMatchObject({ state: 'bounced' });
  });
});
