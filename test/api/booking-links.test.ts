import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '../../adapters/secrets/token.ts';
import { insertMeeting } from '../pages/support/rows.ts';
import { PUBLIC_URL } from '../support/world.ts';
import type { Answer, Caller } from './support/caller.ts';
import { newEventType, People, profileOf, shown, type ShownEventType } from './support/event-types.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

interface ShownLink {
  id: string;
  url: string;
  used: boolean;
  revokedAt: string | null;
}

let api: RecordedApi;
let us: Caller;

beforeAll(async () => {
  api = await startRecordedApi();
  us = await api.caller();
});
afterAll(() => api?.stop());

async function eventType(extra: object): Promise<ShownEventType> {
  const ownerId = await new People(api, us).member();
  return shown(await us.post('/api/event-types', newEventType({ ownerId, ...extra })));
}

const link = ({ json }: Answer): ShownLink => json as unknown as ShownLink;
const make = async ({ id }: { id: string }, body: object = {}, headers: Record<string, string> = {}) =>
  link(await us.post(`/api/event-types/${id}/links`, body, headers));
const linksOf = async ({ id }: { id: string }, query = '') => {
  const { json } = await us.get(`/api/event-types/${id}/links${query}`);
  return json as unknown as { links: ShownLink[]; next: string | null };
};
/** What whoever has the address of the page sees, without any key. */
const open = (url: string): Promise<Answer> =>
  us.send(url.replace(`${PUBLIC_URL}/book/`, '/api/booking/'), {});

describe('a link', () => {
  it('to a secret event type opens its page, and is shown once', async () => {
    const secret = await eventType({ access: 'secret', slug: 'secret-lesson' });
    const { slug } = await profileOf(api.knex, secret.ownerId);
    const made = await make(secret, { label: 'For Ada' });
    const page = `${PUBLIC_URL}/book/${slug}/secret-lesson`;
    expect(made).toMatchObject({
      label: 'For Ada',
      singleUse: false,
      expiresAt: null,
      used: false,
      revokedAt: null,
    });
    expect(made.url).toMatch(new RegExp(`^${page.replaceAll('.', '\\.')}\\?k=[A-Za-z0-9_-]{43}$`));
    expect((await open(made.url)).json).toMatchObject({
      eventType: { id: secret.id, title: 'First lesson' },
    });
    for (const wrong of [page, `${page}?k=`, `${page}?k=${'a'.repeat(43)}`, `${page}?k=a&k=b`])
      expect([404, 422]).toContain((await open(wrong)).status);
    const { url: _, ...rest } = made;
    expect(await linksOf(secret)).toEqual({ links: [rest], next: null });
    const token = made.url.split('k=')[1]!;
    const [row] = await api.knex('booking_links').where({ id: made.id });
    expect(row?.token_hash).toEqual(hashToken(token));
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it('opens no other event type of the owner, and none once it is revoked, expired or spent', async () => {
    const secret = await eventType({ access: 'secret' });
    const other = shown(
      await us.post('/api/event-types', newEventType({ ownerId: secret.ownerId, access: 'secret' })),
    );
    const revoked = await make(secret);
    expect((await open(revoked.url.replace(secret.slug, other.slug))).status).toBe(404);
    const path = `/api/event-types/${secret.id}/links/${revoked.id}`;
    expect((await us.delete(`/api/event-types/${other.id}/links/${revoked.id}`)).status).toBe(404);
    expect((await open(revoked.url)).status).toBe(200);
    expect([(await us.delete(path)).json, (await us.delete(path)).json]).toEqual([
      { id: revoked.id },
      { id: revoked.id },
    ]);
    expect((await open(revoked.url)).status).toBe(404);

    const expiring = await make(secret, { expiresAt: new Date(Date.now() + 3_600_000).toISOString() });
    expect((await open(expiring.url)).status).toBe(200);
    await api.knex('booking_links').where({ id: expiring.id }).update({ expires_at: new Date() });
    expect((await open(expiring.url)).status).toBe(404);

    const single = await make(secret, { singleUse: true });
    expect((await open(single.url)).status).toBe(200);
    const { meetingId } = await insertMeeting(api.knex, {
      tenantId: us.tenant.id,
      startMs: Date.now() + 3_600_000,
    });
    await api.knex('booking_links').where({ id: single.id }).update({ used_by: meetingId });
    expect(await open(single.url)).toMatchObject({ status: 410, json: { code: 'link-spent' } });
    // Cancelled, the meeting gives the link back.
    await api.knex('meetings').where({ id: meetingId }).update({ status: 'cancelled' });
    expect((await open(single.url)).status).toBe(200);
    await api.knex('meetings').where({ id: meetingId }).update({ status: 'scheduled' });
    const standing = (await linksOf(secret)).links.map(({ id, used, revokedAt }) => [
      id,
      used,
      revokedAt !== null,
    ]);
    expect(standing).toEqual([
      [revoked.id, false, true],
      [expiring.id, false, false],
      [single.id, true, false],
    ]);

    const last = await make(secret);
    await us.patch(`/api/event-types/${secret.id}`, { active: false });
    expect((await open(last.url)).status).toBe(404);
    await us.patch(`/api/event-types/${secret.id}`, { active: true });
    await us.delete(`/api/event-types/${secret.id}`);
    expect((await open(last.url)).status).toBe(404);
  });

  it('for one meeting opens an event type of any access; for many only a secret one', async () => {
    for (const access of ['public', 'key'] as const) {
      const type = await eventType({ access });
      const refused = await us.post(`/api/event-types/${type.id}/links`, {});
      expect([refused.status, refused.json.problems]).toMatchObject([422, [{ path: 'singleUse' }]]);
      expect((await open((await make(type, { singleUse: true })).url)).status).toBe(200);
    }
  });

  it('whose end is past, or is none, is not made', async () => {
    const secret = await eventType({ access: 'secret' });
    for (const expiresAt of [new Date(Date.now() - 1_000).toISOString(), 'tomorrow']) {
      const { status, json } = await us.post(`/api/event-types/${secret.id}/links`, { expiresAt });
      expect([status, json.problems]).toMatchObject([422, [{ path: 'expiresAt' }]]);
    }
    expect(await linksOf(secret)).toEqual({ links: [], next: null });
  });

  it('is one for one Idempotency-Key, and whoever asks again has an address that works', async () => {
    const secret = await eventType({ access: 'secret' });
    const key = { 'Idempotency-Key': randomUUID() };
    const first = await make(secret, {}, key);
    const again = await make(secret, {}, key);
    expect(again.id).toBe(first.id);
    expect((await open(again.url)).status).toBe(200);
    // What was given away before is not known to be lost; it opens nothing any more, unless it is the same.
    expect((await open(first.url)).status).toBe(again.url === first.url ? 200 : 404);
  });

  it('of many is found page by page', async () => {
    const secret = await eventType({ access: 'secret' });
    const made = [await make(secret), await make(secret), await make(secret)].map(({ id }) => id);
    const first = await linksOf(secret, '?limit=2');
    const second = await linksOf(secret, `?limit=2&after=${first.next}`);
    expect([...first.links, ...second.links].map(({ id }) => id)).toEqual(made);
    expect(second.next).toBeNull();
  });
});
