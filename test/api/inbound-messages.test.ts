import { learnAddresses } from '../../adapters/postgres/people/person.ts';
import { describe, expect, it } from 'vitest';
import { decideStored } from '../../activities/inbound/ingest.ts';
import { GUEST, type TestMeeting } from '../pages/support/rows.ts';
import type { Caller } from './support/caller.ts';
import { letter } from './support/letters.ts';
import { newGuest, newRoom } from './support/people.ts';
import type { RecordedApi } from './support/served-api.ts';
import { withMeeting } from './support/with-meeting.ts';

let api: RecordedApi;
let caller: Caller;
let meeting: TestMeeting;
withMeeting((given) => ({ api, caller, meeting } = given));

interface Listed {
  messages: Record<string, unknown>[];
  next: string | null;
}

const list = async (query: Record<string, string>): Promise<Listed> => {
  const answer = await caller.get(`/api/imip/messages?${new URLSearchParams(query).toString()}`);
  expect(answer.status).toBe(200);
  return answer.json as unknown as Listed;
};

describe('what came in', () => {
  it('is shown with its decision, the reason and the evidence', async () => {
    await caller.mail(letter({ uid: meeting.uid, from: 'stranger@example.net' }));
    const { messages } = await list({ uid: meeting.uid });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      decision: 'ignored',
      reason: 'unexpected-attendee',
      uid: meeting.uid,
      meetingId: meeting.meetingId,
      method: 'REPLY',
      partstat: 'ACCEPTED',
      sender: 'stranger@example.net',
      attendee: 'stranger@example.net',
      door: 'webhook',
    });
  });

  it('is found by meeting, sender and decision, page by page', async () => {
    for (let count = 0; count < 3; count++)
      await caller.mail(letter({ uid: meeting.uid, from: GUEST.email }));
    await caller.mail(letter({ uid: meeting.uid, from: 'other@example.net' }));
    expect((await list({ uid: meeting.uid })).messages).toHaveLength(4);
    expect((await list({ meetingId: meeting.meetingId, decision: 'reply' })).messages).toHaveLength(3);
    expect((await list({ uid: meeting.uid, sender: 'OTHER@example.net' })).messages).toHaveLength(1);
    const first = await list({ meetingId: meeting.meetingId, sender: GUEST.email, limit: '2' });
    const second = await list({
      meetingId: meeting.meetingId,
      sender: GUEST.email,
      limit: '2',
      after: first.next!,
    });
    const ids = [...first.messages, ...second.messages].map((message) => message.id);
    expect(new Set(ids).size).toBe(3);
    expect(second.next).toBeNull();
  });

  it('is kept byte for byte', async () => {
    const raw = letter({ uid: meeting.uid, from: GUEST.email });
    await caller.mail(raw);
    const [message] = (await list({ uid: meeting.uid })).messages;
    const answer = await caller.get(`/api/imip/messages/${String(message?.id)}/raw`);
    expect(Buffer.from(answer.text, 'base64').toString()).toBe(raw);
  });

  it('to our own mailbox about no meeting is shown, too', async () => {
    await api.deps.ingest({
      raw: Buffer.from('From: someone@example.net\r\nTo: scheduling+news@parley.test\r\n\r\nHello'),
      door: 'smtp',
      envelope: { from: null, to: ['scheduling+news@parley.test'] },
      tenantId: null,
    });
    const { messages } = await list({ sender: 'someone@example.net' });
    expect(messages).toMatchObject([{ decision: 'ignored', reason: 'no-calendar', uid: null }]);
  });

  it('is asked for with the right words only', async () => {
    expect((await caller.get('/api/imip/messages?colour=red')).json.code).toBe('unknown-field');
    expect((await caller.get('/api/imip/messages?decision=maybe')).json.code).toBe('invalid-body');
    expect((await caller.get('/api/imip/messages?after=x')).json.code).toBe('invalid-body');
    const narrow = await api.caller(api.tenant, ['meetings']);
    expect((await narrow.get('/api/imip/messages')).json.code).toBe('forbidden');
  });
});

describe('a message that is decided once more', () => {
  it('counts once its sender is known', async () => {
    await caller.mail(letter({ uid: meeting.uid, from: 'late@example.net' }));
    const [message] = (await list({ uid: meeting.uid })).messages;
    await learnAddresses(api.knex, meeting.tenantId, { email: GUEST.email, aliases: ['late@example.net'] });
    const again = await caller.post(`/api/imip/messages/${String(message?.id)}/run-again`, {});
    expect(again.json).toMatchObject({
      decision: 'reply',
      role: 'guest',
      attendeeId: 'guest',
      evidence: { sender: 'alias' },
    });
    expect(api.meetings.calls.at(-1)).toMatchObject({ what: 'tell', uid: meeting.uid, type: 'answered' });
  });

  it('and fails again and again is put aside, the rest goes on, and it can be taken up again', async () => {
    const { inbound } = api.deps;
    const { read } = inbound.reader;
    const poison = letter({ uid: meeting.uid, from: GUEST.email, partstat: 'TENTATIVE' });
    inbound.reader.read = (raw) =>
      raw.toString() === poison ? Promise.reject(new Error('it breaks the reader')) : read(raw);
    expect((await caller.mail(poison)).status).toBe(202);
    const { id }: { id: string } = await api.knex('imip_messages').whereNull('decision').first('id');
    for (let attempt = 1; attempt < 3; attempt++) await decideStored(inbound, id);
    const { messages } = await list({ decision: 'failed' });
    expect(messages).toMatchObject([{ id, reason: 'processing-failed', attempts: 3 }]);
    const rest = await caller.mail(letter({ uid: meeting.uid, from: GUEST.email }));
    expect(rest.json).toMatchObject({ understood: 'reply' });
    inbound.reader.read = read;
    const again = await caller.post(`/api/imip/messages/${id}/run-again`, {});
    expect(again.json).toMatchObject({ decision: 'reply', partstat: 'TENTATIVE' });
  });
});

it('a message whose reading ends the process is not taken up for ever: attempts are counted before they begin', async () => {
  const { inbound } = api.deps;
  const { read } = inbound.reader;
  const deadly = letter({ uid: meeting.uid, from: GUEST.email, partstat: 'TENTATIVE' });
  let begun = 0;
  // As a process that is killed in the middle: nothing comes after it, no failure either.
  inbound.reader.read = (raw) => {
    if (raw.toString() !== deadly) return read(raw);
    begun += 1;
    return new Promise(() => undefined);
  };
  void caller.mail(deadly).catch(() => undefined);
  await expect.poll(() => begun).toBe(1);
  const { id }: { id: string } = await api.knex('imip_messages').whereNull('decision').first('id');
  const halfAMinuteLater = () =>
    api
      .knex('imip_messages')
      .where({ id })
      .update({ attempt_began_at: new Date(Date.now() - 31_000) });
  for (let restart = 2; restart <= 3; restart += 1) {
    await halfAMinuteLater();
    void decideStored(inbound, id);
    await expect.poll(() => begun).toBe(restart);
  }
  await halfAMinuteLater();
  expect(await decideStored(inbound, id)).toMatchObject({ understood: 'failed', reason: 'attempts-used-up' });
  expect(begun).toBe(3);
  const { messages } = await list({ decision: 'failed' });
  expect(messages).toMatchObject([{ id, reason: 'attempts-used-up', attempts: 3 }]);
  inbound.reader.read = read;
  const again = await caller.post(`/api/imip/messages/${id}/run-again`, {});
  expect(again.json).toMatchObject({ decision: 'reply', partstat: 'TENTATIVE' });
});

describe('another address of a guest', () => {
  it('that the backend tells counts as the guest’s', async () => {
    const created = await caller.post('/api/practice-room/create', newRoom());
    const guest = { ...newGuest(), aliases: ['Second@Example.net'] };
    await caller.post('/api/practice-room/book', { roomId: created.json.roomId, guest });
    const person = await api.knex('contacts').where({ address: guest.email }).first('id');
    expect(await api.knex('learned_addresses').where({ address_key: 'second@example.net' })).toMatchObject([
      { contact_id: person?.id, meeting_id: null, learned_from: 'api' },
    ]);
  });
});

it('copies that come while the first is being decided use up no attempts, and get its decision', async () => {
  const { inbound } = api.deps;
  const { read } = inbound.reader;
  let begun = 0;
  let goOn = () => {};
  const held = new Promise<void>((resolve) => (goOn = resolve));
  inbound.reader.read = async (raw) => {
    begun += 1;
    await held;
    return read(raw);
  };
  const answer = letter({ uid: meeting.uid, from: GUEST.email });
  const first = caller.mail(answer);
  await expect.poll(() => begun).toBe(1);
  const { id }: { id: string } = await api.knex('imip_messages').whereNull('decision').first('id');
  for (let worker = 0; worker < 4; worker += 1) {
    expect(await decideStored(inbound, id)).toMatchObject({ reason: 'decision-underway' });
  }
  const copies = Array.from({ length: 4 }, () => caller.mail(answer));
  setTimeout(goOn, 300);
  for (const { json } of await Promise.all([first, ...copies])) {
    expect(json).toMatchObject({ understood: 'reply' });
  }
  expect(begun).toBe(1);
  expect((await caller.get(`/api/imip/messages/${id}`)).json).toMatchObject({
    decision: 'reply',
    attempts: 1,
  });
});
