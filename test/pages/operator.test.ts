import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey, listApiKeys, revokeApiKey } from '../../adapters/postgres/api-keys.ts';
import { beginSession } from '../../adapters/postgres/people/sessions.ts';
import { newToken } from '../../adapters/secrets/token.ts';
import { launchChromium } from '../support/chromium.ts';
import { watchedPage } from './support/browsing.ts';
import { expectToLookWell } from './support/looks.ts';
import {
  insertEndpoint,
  insertOutgoing,
  insertPoison,
  operatorCookie,
  operatorPages,
} from './support/operator.ts';
import { GUEST, HOST, HOUR, insertMeeting, insertTenant } from './support/rows.ts';
import { NOW, startSite, type Site } from './support/site.ts';

let site: Site;
let browser: Browser;
let cookie: string;
let pages: Record<string, string>;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
  cookie = await operatorCookie(site);
  pages = await operatorPages(site);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const read = async (path: string, as = cookie) =>
  site.get(path, { headers: { cookie: as, 'accept-language': 'en' } });
const textOf = async (path: string, as = cookie) => (await read(path, as)).text();
const formIn = (html: string): string => /name="form" value="([^"]+)"/.exec(html)?.[1] ?? '';

it('every page fits 320, 390 and 1280 pixels, can be pressed with a finger, keeps its policy, and names nobody', () =>
  expectToLookWell(browser, {
    ...{ origin: site.url, pages, context: { extraHTTPHeaders: { cookie } } },
    targets: 'main :is(button,input,select):visible',
    look: async (page, name) => {
      const content = await page.content();
      for (const person of [HOST, GUEST]) expect(content, name).not.toContain(person.email);
    },
  }));

it('a page follows what happens by itself', async () => {
  const meeting = await insertMeeting(site.knex, { tenantId: site.tenantId, startMs: NOW + HOUR });
  const { page, close } = await watchedPage(browser, site.url, { extraHTTPHeaders: { cookie } });
  await page.goto('/operator/mail');
  const id = await insertOutgoing(site, meeting, { state: 'failed', last_response: '554 later' });
  await page.getByText('554 later').waitFor({ timeout: 30_000 });
  await site.knex('outgoing_messages').where({ id }).update({ state: 'sent' });
  await page.getByText('554 later').waitFor({ state: 'detached', timeout: 30_000 });
  await close();
});

describe('signing in', () => {
  it('takes a key with the scope, and nothing else', async () => {
    const { tenantId, knex } = site;
    const { key } = await createApiKey(knex, { tenantId, name: 'other', scopes: ['meetings', 'mail'] });
    for (const wrong of [key, 'pk_unknown', '']) {
      const refused = await site.post('/operator/sign-in', { key: wrong });
      expect([refused.status, refused.headers.get('set-cookie')]).toEqual([422, null]);
      if (wrong !== '') expect(await refused.text()).not.toContain(wrong);
    }
    expect(await site.get('/operator').then((one) => one.headers.get('location'))).toBe('/operator/sign-in');
  });

  it('gives a cookie that no script reads, and that ends with its key', async () => {
    const { tenantId, knex } = site;
    const { key, id } = await createApiKey(knex, { tenantId, name: 'short', scopes: ['operator'] });
    const response = await site.post('/operator/sign-in', { key });
    const set = response.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/^parley-operator=.*; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/);
    const own = set.split(';')[0]!;
    expect((await read('/operator', own)).status).toBe(200);
    await revokeApiKey(knex, id);
    expect((await read('/operator', own)).status).toBe(303);
    expect(await listApiKeys(knex, tenantId)).not.toEqual([]);
  });

  it('lets a member in who has the role, and no other', async () => {
    const { tenantId, knex } = site;
    const [member] = await knex('principals')
      .insert({ tenant_id: tenantId, kind: 'individual', name: 'Otto' })
      .returning('id');
    const token = newToken();
    const session = { tenantId, principalId: member!.id, token, nowMs: NOW, expiresMs: NOW + HOUR };
    await beginSession(knex, session);
    const own = `parley-owner=${token}`;
    expect((await read('/operator', own)).status).toBe(303);
    await knex('principals').where({ id: member!.id }).update({ operates: true });
    expect((await read('/operator/mail', own)).status).toBe(200);
  });
});

describe('what an operator may', () => {
  it('is seen and done in their own tenant alone', async () => {
    const others = await operatorCookie(site, await insertTenant(site.knex));
    const meeting = await insertMeeting(site.knex, { tenantId: site.tenantId, startMs: NOW + HOUR });
    const id = await insertOutgoing(site, meeting, { state: 'failed', last_response: '550 no' });
    const path = `/operator/meetings/${meeting.meetingId}`;
    expect(await textOf('/operator/mail')).toContain(id);
    expect(await textOf('/operator/mail', others)).not.toContain(id);
    expect((await read(path)).status).toBe(200);
    expect((await read(path, others)).status).toBe(404);
    const form = formIn(await textOf('/operator/mail', others));
    expect((await site.post('/operator/mail', { form, id }, { cookie: others })).status).toBe(404);
    expect((await site.post(`${path}/wake`, { form }, { cookie: others })).status).toBe(404);
    expect((await site.post(`${path}/cancel`, { form }, { cookie: others })).status).toBe(404);
    const endpoint = await insertEndpoint(site, { states: ['failed'] });
    const webhook = `/operator/webhooks/${endpoint.id}`;
    expect((await read(webhook)).status).toBe(200);
    expect((await read(webhook, others)).status).toBe(404);
    expect(await textOf('/operator/webhooks', others)).not.toContain(endpoint.id);
    for (const what of ['enable', 'test', 'redeliver']) {
      const fields = { form, delivery: endpoint.deliveries[0]! };
      expect((await site.post(`${webhook}/${what}`, fields, { cookie: others })).status).toBe(404);
    }
    expect((await site.post('/operator/feeds', { form, room: 'x' }, { cookie: others })).status).toBe(404);
  });

  it('is done by forms of their own pages alone', async () => {
    const meeting = await insertMeeting(site.knex, { tenantId: site.tenantId, startMs: NOW + HOUR });
    const id = await insertOutgoing(site, meeting, { state: 'failed', last_response: '550 no' });
    for (const form of ['', 'AAAA'])
      expect((await site.post('/operator/mail', { form, id }, { cookie })).status).toBe(403);
    const form = formIn(await textOf('/operator/mail'));
    const foreign = { cookie, 'sec-fetch-site': 'cross-site' };
    expect((await site.post('/operator/mail', { form, id }, foreign)).status).not.toBe(200);
    const done = await site.post('/operator/mail', { form, id }, { cookie });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/operator/mail?done=sending']);
  });

  it('a poison mail to the tenant’s mailbox is seen, though nobody knows what it is about', async () => {
    const id = await insertPoison(site, { to: 'Scheduling+abc@parley.example' });
    const elsewhere = await insertPoison(site, { to: 'schedulings@parley.example' });
    const html = await textOf('/operator/mail');
    expect(html).toContain(id);
    expect(html).not.toContain(elsewhere);
  });
});

it('a meeting is found by an address that is typed in, and shown nowhere', async () => {
  const { meetingId } = await insertMeeting(site.knex, { tenantId: site.tenantId, startMs: NOW + 9 * HOUR });
  const form = formIn(await textOf('/operator/meetings'));
  const search = async (fields: Record<string, string>) =>
    (await site.post('/operator/meetings', { form, ...fields }, { cookie, 'accept-language': 'en' })).text();
  expect(await search({ attendee: GUEST.email.toUpperCase() })).toContain(meetingId);
  expect(await search({ attendee: GUEST.email.slice(0, -1) })).toContain('No meeting found');
  expect(await search({ id: meetingId, status: 'scheduled' })).toContain('1 meeting found');
  expect(await search({ id: meetingId, status: 'closed' })).toContain('No meeting found');
  expect(await search({ id: meetingId, from: '2026-11-20', to: '2026-11-20' })).toContain('1 meeting found');
  expect(await search({ id: meetingId, to: '2026-11-19' })).toContain('No meeting found');
});

describe('webhooks', () => {
  it('an endpoint that was disabled says why, is enabled again, and what it missed is sent once more', async () => {
    const { id, deliveries } = await insertEndpoint(site, { disabled: 'failing', states: ['failed'] });
    const path = `/operator/webhooks/${id}`;
    expect(await textOf('/operator')).toContain('Webhook endpoints that fail');
    const html = await textOf(path);
    expect(html).toContain('it had taken nothing for days');
    expect(html).toContain('HTTP 503, http-error');
    expect(html).not.toMatch(/s3cret|dora@/);
    const form = formIn(html);
    const act = async (what: string, fields: Record<string, string> = {}) =>
      (await site.post(`${path}/${what}`, { form, ...fields }, { cookie })).headers.get('location');
    const delivery = deliveries[0]!;
    // Its page offers neither while it is disabled; a page that was open before does.
    expect(await act('redeliver', { delivery })).toBe(`${path}?done=refused`);
    expect(await act('test')).toBe(`${path}?done=refused`);
    expect(await act('enable')).toBe(`${path}?done=enabled`);
    expect(await act('redeliver', { delivery })).toBe(`${path}?done=again`);
    expect(await act('test')).toBe(`${path}?done=tested`);
    const rows = await site.knex('webhook_deliveries').where({ endpoint_id: id }).orderBy('number');
    expect(rows.map(({ state, run }) => [state, run])).toEqual([
      ['pending', 2],
      ['pending', 1],
    ]);
    expect(await textOf(`${path}?state=failed`)).toContain('There are none.');
    expect((await site.post(`${path}/redeliver`, { form, delivery: 'x' }, { cookie })).status).toBe(404);
  });

  it('older deliveries are on further pages', async () => {
    const { id, deliveries } = await insertEndpoint(site, { states: Array<'failed'>(52).fill('failed') });
    const first = await textOf(`/operator/webhooks/${id}?state=failed`);
    const [, link = ''] = /href="([^"]+)">Older deliveries/.exec(first) ?? [];
    const second = await textOf(link.replaceAll('&amp;', '&'));
    const shown = (html: string) =>
      deliveries.filter((one) => html.includes(`name="delivery" value="${one}"`));
    expect(shown(first)).toHaveLength(50);
    expect(shown(second)).toEqual(deliveries.slice(0, 2));
    expect(second).not.toContain('Older deliveries');
  });
});

it('a NUL in an address or a form is nothing that there is', async () => {
  const form = formIn(await textOf('/operator/mail'));
  for (const path of ['/operator/meetings/%00', '/operator/meetings/%00/cancel', '/operator/webhooks/%00'])
    expect((await read(path)).status, path).toBe(404);
  for (const path of ['/operator/meetings/%00/wake', '/operator/meetings/%00/cancel'])
    expect((await site.post(path, { form }, { cookie })).status, path).toBe(404);
  expect((await site.post('/operator/feeds', { form, room: '\0' }, { cookie })).status).toBe(404);
  expect((await site.post('/operator/mail', { form, id: '\0' }, { cookie })).status).toBe(404);
});

it.each([
  { from: '2026-02-31' },
  { from: '2026-11-20', to: '2026-11-19' },
  { status: 'lost' },
  { metadata: '=x' },
])('a search that cannot be meant is refused: %j', async (fields) => {
  const form = formIn(await textOf('/operator/meetings'));
  expect((await site.post('/operator/meetings', { form, ...fields }, { cookie })).status).toBe(422);
});

it('asks before a meeting is cancelled, and GET cancels nothing', async () => {
  const { meetingId } = await insertMeeting(site.knex, { tenantId: site.tenantId, startMs: NOW + HOUR });
  const before = site.meetings.events.length;
  const html = await textOf(`/operator/meetings/${meetingId}/cancel`);
  expect(html).toContain('Cancel this meeting?');
  expect(site.meetings.events.length).toBe(before);
});
