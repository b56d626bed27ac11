import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSealer } from '../../adapters/secrets/sealing.ts';
import { SECRET_KEY } from '../support/world.ts';
import { GUEST, type TestMeeting } from '../pages/support/rows.ts';
import { signatureOf, type Caller } from './support/caller.ts';
import { letter } from './support/letters.ts';
import type { RecordedApi } from './support/served-api.ts';
import { withMeeting } from './support/with-meeting.ts';

let api: RecordedApi;
let caller: Caller;
let meeting: TestMeeting;
withMeeting((given) => ({ api, caller, meeting } = given));
beforeEach(() => void (api.meetings.calls.length = 0));

const from = GUEST.email;
const event = (lines: string[]) =>
  ['BEGIN:VCALENDAR', 'METHOD:REPLY', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');

describe('mail that changes nothing is kept, with its reason', () => {
  it.each<[string, (uid: string) => string | Buffer, string]>([
    ['an unknown UID', () => letter({ uid: 'nobody@example.net', from }), 'unknown-uid'],
    ['a stranger', (uid) => letter({ uid, from: 'eve@example.net' }), 'unexpected-attendee'],
    ['an unknown METHOD', (uid) => letter({ uid, from, method: 'SHOUT' }), 'method-not-understood'],
    ['an organizer’s METHOD', (uid) => letter({ uid, from, method: 'CANCEL' }), 'method-of-an-organizer'],
    ['no answer', (uid) => letter({ uid, from, partstat: 'NEEDS-ACTION' }), 'partstat-needs-action'],
    ['an unknown PARTSTAT', (uid) => letter({ uid, from, partstat: 'MAYBE' }), 'partstat-not-understood'],
    [
      'an ICS without an event',
      () => letter({ uid: '', from, calendar: event([]) }),
      'partstat-needs-action',
    ],
    ['an ICS that is none', () => letter({ uid: '', from, calendar: 'hello' }), 'no-calendar'],
    ['no calendar', () => `From: ${from}\r\nMessage-ID: <${randomUUID()}@x>\r\n\r\nHello`, 'no-calendar'],
    ['broken MIME', () => Buffer.from([0, 255, 254, 10, 13, ...Buffer.from(randomUUID())]), 'no-calendar'],
    ['an ICS of 2 MB', (uid) => letter({ uid, from, calendar: ics(uid, 2) }), 'calendar-too-large'],
    ['an ICS of 20 MB', (uid) => letter({ uid, from, calendar: ics(uid, 20) }), 'message-too-large'],
    ['ten thousand parts', () => `From: ${from}\r\n\r\n${'--x\r\n\r\n'.repeat(10_000)}`, 'too-many-parts'],
  ])('%s', async (_name, write, reason) => {
    const raw = Buffer.from(write(meeting.uid) as string);
    const answer = await caller.mail(raw);
    expect(answer).toMatchObject({ status: 202, json: { understood: 'ignored', reason } });
    const { raw: kept, ...row } = await newest();
    expect(row).toEqual({ decision: 'ignored', reason, door: 'webhook' });
    // Not toEqual: it would take twenty million octets one by one.
    expect(kept.equals(raw)).toBe(true);
    expect(api.meetings.calls).toEqual([]);
  });

  it('what only looks odd is understood', async () => {
    for (const sequence of ['99999999999999', '-1', 'none']) {
      const answer = await caller.mail(letter({ uid: meeting.uid, from, sequence }));
      expect(answer).toMatchObject({ status: 202, json: { understood: 'reply' } });
    }
  });

  it('NUL in it does no harm', async () => {
    for (const uid of ['a\0b', `${meeting.uid}\0`]) {
      expect(await caller.mail(letter({ uid, from }))).toMatchObject({ status: 202 });
    }
    const comment = event([
      `UID:${meeting.uid}`,
      'DTSTAMP:20300101T000000Z',
      'DTSTART:20300601T100000Z',
      'DTEND:20300601T110000Z',
      `ATTENDEE:mailto:${from}`,
      'COMMENT:a\0b',
    ]).replace('REPLY', 'COUNTER');
    const answer = await caller.mail(letter({ uid: '', from, method: 'COUNTER', calendar: comment }));
    expect(answer).toMatchObject({ status: 202, json: { understood: 'counter' } });
  });

  it('of a meeting that is over', async () => {
    await api.knex('meetings').where({ id: meeting.meetingId }).update({ status: 'cancelled' });
    const answer = await caller.mail(letter({ uid: meeting.uid, from }));
    expect(answer.json).toEqual({ understood: 'ignored', reason: 'meeting-cancelled', uid: meeting.uid });
  });
});

describe('mail is not taken', () => {
  const inbound = '/api/imip/inbound';
  const raw = Buffer.from('From: a@example.com\r\n\r\nHello');
  const post = (headers: Record<string, string>, body = raw) =>
    caller.send(inbound, { method: 'POST', body: new Uint8Array(body), headers });
  const mime = { 'Content-Type': 'message/rfc822' };

  it('without a signature, or with one of another body, secret or time', async () => {
    const id = api.tenant.id;
    for (const headers of [
      {},
      caller.authorization,
      signatureOf(id, Buffer.from('other')),
      signatureOf(randomUUID(), raw),
      signatureOf(id, raw, { atMs: Date.now() - 6 * 60_000 }),
      signatureOf(id, raw, { atMs: Date.now() + 6 * 60_000 }),
      { ...signatureOf(id, raw), 'webhook-timestamp': 'now' },
      { ...signatureOf(id, raw), 'webhook-id': 'other' },
      { ...signatureOf(id, raw), 'webhook-signature': 'v1,' },
    ]) {
      expect((await post({ ...mime, ...headers })).json).toMatchObject({
        status: 401,
        code: 'invalid-signature',
      });
    }
  });

  it('a second signature may be the one that fits', async () => {
    const headers = signatureOf(api.tenant.id, raw);
    const both = { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` };
    expect((await post({ ...mime, ...both })).status).toBe(202);
  });

  it.each<[string, string, string | Buffer, number, string]>([
    ['of another type', 'text/calendar', 'BEGIN:VCALENDAR', 415, 'unsupported-media-type'],
    ['that is empty', 'message/rfc822', '', 422, 'invalid-body'],
    ['as JSON that is none', 'application/json', '{', 400, 'invalid-json'],
    ['as JSON without it', 'application/json', '{}', 422, 'invalid-body'],
    ['as JSON with more', 'application/json', '{"raw":"YQ==","to":"b"}', 422, 'unknown-field'],
    ['in base64 that is none', 'application/json', '{"raw":"§§"}', 422, 'invalid-body'],
    [
      'in lines without an end',
      'application/json',
      `{"raw":"${'\\r\\n'.repeat(150_000)}§"}`,
      422,
      'invalid-body',
    ],
    ['of more than 30 MB', 'message/rfc822', Buffer.alloc(30 * 1024 * 1024 + 1, 'a'), 413, 'too-large'],
  ])('%s', async (_name, type, body, status, code) => {
    const answer = await caller.deliver(inbound, Buffer.from(body as string), type);
    expect(answer.json).toMatchObject({ status, code });
  });
});

const ics = (uid: string, megabytes: number) =>
  event([
    `UID:${uid}`,
    `ATTENDEE;PARTSTAT=DECLINED:mailto:${from}`,
    `X-A:${'x'.repeat(megabytes * 1024 * 1024)}`,
  ]);

/** The message that came last, opened. */
async function newest() {
  const { sealed, ...row } = await api
    .knex('imip_messages as message')
    .join('raw_messages as raw', 'raw.id', 'message.raw_id')
    .orderBy('message.received_at', 'desc')
    .first<{ decision: string; reason: string; door: string; sealed: Buffer }>(
      'decision',
      'reason',
      'door',
      'sealed',
    );
  return { ...row, raw: createSealer(SECRET_KEY).open(sealed) };
}
