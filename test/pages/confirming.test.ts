import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newToken } from '../../adapters/secrets/token.ts';
import { insertHeldAnswer } from './support/held.ts';
import { DAY, GUEST, HOST, HOUR, type TestMeeting } from './support/rows.ts';
import { NOW, startSite, type Site } from './support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.stop());

const held = (about: Parameters<typeof insertHeldAnswer>[1] = {}) => insertHeldAnswer(site, about);

const decisionOf = (id: string) => site.knex('imip_messages').where({ id }).first('decision', 'reason');
const told = (key: string) => site.knex('outbox').where({ event_key: key }).first('delivered_at');
const aliasesOf = (tenantId: string) =>
  site
    .knex('learned_addresses AS learned')
    .join('contacts AS contact', 'contact.id', 'learned.contact_id')
    .where({ 'learned.tenant_id': tenantId })
    .select({
      of: 'contact.address_key',
      address: 'learned.address_key',
      learned_from: 'learned_from',
      meeting_id: 'meeting_id',
    });

/** What the meeting's commit leaves behind: the change, and its line in the story. */
async function changed(meeting: TestMeeting, eventKey: string, what: string): Promise<void> {
  const of = { tenant_id: meeting.tenantId, meeting_id: meeting.meetingId };
  const at = new Date(NOW);
  await site
    .knex('meeting_changes')
    .insert({ ...of, revision: 99, event_key: eventKey, event: '{}', decided_at: at });
  await site
    .knex('audit_log')
    .insert({ ...of, uid: meeting.uid, at, category: 'timeline', what, actor: 'guest', door: 'mail' });
}

describe('an answer in the reader’s name', () => {
  it('is shown with the address that it came from and no other, and looking changes nothing', async () => {
    const { token, messageId, key } = await held();
    const html = await (await site.get(`/confirm?c=${token}`)).text();
    expect(html).toContain('declines the meeting');
    expect(html).toContain('Yes, it was me');
    expect(html).toContain('It came from guest@elsewhere.example.');
    for (const address of [HOST.email, GUEST.email]) expect(html).not.toContain(address);
    expect(await decisionOf(messageId)).toMatchObject({ decision: 'confirm' });
    expect(await told(key)).toBeUndefined();
  });

  it('counts once its party says so, and the address is remembered where that is wanted', async () => {
    const { token, messageId, key, meeting } = await held({ sender: 'remember@elsewhere.example' });
    const answer = await site.post('/confirm', { c: token, was: 'mine', remember: 'always' });
    expect(answer.status).toBe(303);
    expect(await decisionOf(messageId)).toEqual({ decision: 'reply', reason: 'confirmed-by-link' });
    expect((await told(key))?.delivered_at).not.toBeNull();
    expect(await aliasesOf(meeting.tenantId)).toContainEqual({
      of: GUEST.email,
      address: 'remember@elsewhere.example',
      learned_from: 'link',
      meeting_id: null,
    });
    const page = () => site.get(`/confirm?c=${token}`).then((response) => response.text());
    expect(await page()).toContain('we passed it on');
    await changed(meeting, key, 'declined');
    expect(await page()).toContain('your answer counts');
  });

  it('makes its sender’s address the reader’s for that meeting, and the reader can take that back', async () => {
    const sender = 'once@elsewhere.example';
    const { token, meeting } = await held({ sender });
    await site.post('/confirm', { c: token, was: 'mine' });
    const learned = expect.objectContaining({ address: sender, meeting_id: meeting.meetingId }) as unknown;
    expect(await aliasesOf(meeting.tenantId)).toContainEqual(learned);
    expect(await (await site.get(`/confirm?c=${token}`)).text()).toContain('Forget this address');
    await site.post('/confirm', { c: token, was: 'forget' });
    expect(await aliasesOf(meeting.tenantId)).not.toContainEqual(learned);
    expect(await (await site.get(`/confirm?c=${token}`)).text()).not.toContain('Forget this address');
  });

  it('may count without its sender’s address being remembered', async () => {
    const sender = 'never@elsewhere.example';
    const { token, meeting } = await held({ sender });
    await site.post('/confirm', { c: token, was: 'mine', remember: 'no' });
    expect(await aliasesOf(meeting.tenantId)).not.toContainEqual(
      expect.objectContaining({ address: sender }),
    );
  });

  it('to an earlier time is not asked for: the page says that the meeting has moved', async () => {
    const { token, messageId, key, meeting } = await held();
    await site.knex('meetings').where({ id: meeting.meetingId }).update({ ics_sequence: 1 });
    const html = await (await site.get(`/confirm?c=${token}`)).text();
    expect(html).toContain('The meeting has moved');
    expect(html).toContain('Send me the newest invitation');
    expect(html).not.toContain('Yes, it was me');
    await site.post('/confirm', { c: token, was: 'mine' });
    expect(await decisionOf(messageId)).toMatchObject({ decision: 'confirm' });
    expect(await told(key)).toBeUndefined();
  });

  it('for a meeting that was cancelled meanwhile promises nothing', async () => {
    const { token, messageId, meeting } = await held();
    await site.knex('meetings').where({ id: meeting.meetingId }).update({ status: 'cancelled' });
    expect(await (await site.get(`/confirm?c=${token}`)).text()).toContain('The meeting is cancelled');
    await site.post('/confirm', { c: token, was: 'mine' });
    expect(await decisionOf(messageId)).toMatchObject({ decision: 'confirm' });
  });

  it('that a newer one outdated is told to be so', async () => {
    const { token, key, meeting } = await held();
    await site.post('/confirm', { c: token, was: 'mine' });
    await changed(meeting, key, 'stale-answer');
    expect(await (await site.get(`/confirm?c=${token}`)).text()).toContain(
      'There is a newer answer of yours',
    );
  });

  it('does not count once its party denies it, also when it is pressed again', async () => {
    const { token, messageId, key } = await held({ sender: 'denied@elsewhere.example' });
    await site.post('/confirm', { c: token, was: 'other', remember: 'yes' });
    await site.post('/confirm', { c: token, was: 'mine', remember: 'yes' });
    expect(await decisionOf(messageId)).toEqual({ decision: 'refused', reason: 'denied-by-link' });
    expect(await told(key)).toBeUndefined();
    expect(await (await site.get(`/confirm?c=${token}`)).text()).toContain('set aside');
    expect(await aliasesOf(site.tenantId)).not.toContainEqual(
      expect.objectContaining({ address: 'denied@elsewhere.example' }),
    );
  });

  it('never makes the other party’s address one of the reader’s', async () => {
    const { token } = await held({ sender: HOST.email });
    const html = await (await site.get(`/confirm?c=${token}`)).text();
    expect(html).not.toContain('Later answers from this address');
    expect(html).not.toContain(HOST.email);
    await site.post('/confirm', { c: token, was: 'mine', remember: 'yes' });
    expect(await aliasesOf(site.tenantId)).not.toContainEqual(
      expect.objectContaining({ address: HOST.email }),
    );
  });

  it('that asks for another time shows both', async () => {
    const startMs = NOW + 4 * DAY;
    const { token } = await held({
      event: {
        type: 'proposed',
        proposalId: randomUUID(),
        startMs,
        endMs: startMs + HOUR,
        note: 'Later? <b>Ask</b> someone@elsewhere.example',
        sequence: 0,
        linkId: null,
      },
    });
    const html = await (await site.get(`/confirm?c=${token}`)).text();
    expect(html).toContain('asks for a new time');
    expect(html).toContain('New time');
    expect(html).toContain('Later? &lt;b>Ask&lt;/b> (address hidden)');
  });

  it('waits no longer than its link lives', async () => {
    const { token, messageId } = await held({ expiresMs: NOW - 1 });
    expect((await site.get(`/confirm?c=${token}`)).status).toBe(410);
    await site.post('/confirm', { c: token, was: 'mine' });
    expect(await decisionOf(messageId)).toMatchObject({ decision: 'confirm' });
  });

  it('is confirmed with its own link only', async () => {
    const { token } = await held();
    expect((await site.get(`/approve?t=${token}`)).status).not.toBe(200);
    expect((await site.get(`/confirm?c=${newToken()}`)).status).toBe(404);
  });
});
