import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newToken } from '../../adapters/secrets/token.ts';
import { insertHeldAnswer } from './support/held.ts';
import { DAY, GUEST, HOST, HOUR } from './support/rows.ts';
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
    .knex('attendee_aliases')
    .where({ tenant_id: tenantId })
    .select('attendee_key', 'alias_key', 'learned_from');

describe('an answer in the reader’s name', () => {
  it('is shown, with nobody’s address, and looking changes nothing', async () => {
    const { token, messageId, key } = await held();
    const html = await (await site.get(`/confirm?c=${token}`)).text();
    expect(html).toContain('declines the meeting');
    expect(html).toContain('Yes, it was me');
    for (const address of [HOST.email, GUEST.email, 'guest@elsewhere.example'])
      expect(html).not.toContain(address);
    expect(await decisionOf(messageId)).toMatchObject({ decision: 'confirm' });
    expect(await told(key)).toBeUndefined();
  });

  it('counts once its party says so, and the address is remembered where that is wanted', async () => {
    const { token, messageId, key, meeting } = await held({ sender: 'remember@elsewhere.example' });
    const answer = await site.post('/confirm', { c: token, was: 'mine', remember: 'yes' });
    expect(answer.status).toBe(303);
    expect(await decisionOf(messageId)).toEqual({ decision: 'reply', reason: 'confirmed-by-link' });
    expect((await told(key))?.delivered_at).not.toBeNull();
    expect(await aliasesOf(meeting.tenantId)).toContainEqual({
      attendee_key: GUEST.email,
      alias_key: 'remember@elsewhere.example',
      learned_from: 'link',
    });
    expect(await (await site.get(`/confirm?c=${token}`)).text()).toContain('your answer counts');
  });

  it('does not count once its party denies it, also when it is pressed again', async () => {
    const { token, messageId, key } = await held({ sender: 'denied@elsewhere.example' });
    await site.post('/confirm', { c: token, was: 'other', remember: 'yes' });
    await site.post('/confirm', { c: token, was: 'mine', remember: 'yes' });
    expect(await decisionOf(messageId)).toEqual({ decision: 'refused', reason: 'denied-by-link' });
    expect(await told(key)).toBeUndefined();
    expect(await (await site.get(`/confirm?c=${token}`)).text()).toContain('set aside');
    expect(await aliasesOf(site.tenantId)).not.toContainEqual(
      expect.objectContaining({ alias_key: 'denied@elsewhere.example' }),
    );
  });

  it('never makes the other party’s address one of the reader’s', async () => {
    const { token } = await held({ sender: HOST.email });
    expect(await (await site.get(`/confirm?c=${token}`)).text()).not.toContain('From now on');
    await site.post('/confirm', { c: token, was: 'mine', remember: 'yes' });
    expect(await aliasesOf(site.tenantId)).not.toContainEqual(
      expect.objectContaining({ alias_key: HOST.email }),
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
        note: '',
        sequence: 0,
        linkId: null,
      },
    });
    const html = await (await site.get(`/confirm?c=${token}`)).text();
    expect(html).toContain('asks for a new time');
    expect(html).toContain('New time');
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
