import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import { launchChromium } from '../support/chromium.ts';
import { insertOwnedRoom, ownerCookie } from '../support/room-owner.ts';
import { overflow, picture, type Watched, watchedPage } from './support/browsing.ts';
import { insertInRoom } from './support/room-rows.ts';
import { HOUR } from './support/rows.ts';
import { NOW, startSite, type Site } from './support/site.ts';

const PICTURES = 'rooms-come-and-go';

let site: Site;
let browser: Browser;
let count = 0;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Somebody with a room, signed in; they have shown that they read their mail. */
async function ownerOf(): Promise<Room> {
  count += 1;
  const ownerEmail = `olga.${count}@example.org`;
  const room = await insertOwnedRoom(site.knex, {
    tenantId: site.tenantId,
    name: `atelier-${count}`,
    ownerEmail,
  });
  await site
    .knex('principal_addresses')
    .where({ principal_id: room.ownerId })
    .update({ verified_at: new Date() });
  return room;
}

async function signedIn(
  room: Pick<Room, 'tenantId' | 'ownerId'>,
  options: Parameters<typeof watchedPage>[2] = {},
): Promise<Watched> {
  const watched = await watchedPage(browser, site.url, {
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const [name = '', value = ''] = (await ownerCookie(site.knex, room, NOW)).split('=');
  await watched.page.context().addCookies([{ name, value, url: site.url, httpOnly: true, sameSite: 'Lax' }]);
  return watched;
}

const text = (page: Page) => page.locator('main').innerText();

describe('a room', () => {
  it('is made by a member who has none, in the zone of their browser, by the keyboard', async () => {
    const before = await ownerOf();
    await site
      .knex('principals')
      .where({ id: before.id })
      .update({ deleted_at: new Date('2026-01-01') });
    const { page, complaints, close } = await signedIn(before);
    await page.goto('/rooms');
    expect(await text(page)).toContain('You have no room yet');
    await page.getByLabel('Name').focus();
    await page.keyboard.type('Not a name');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('Only lower-case letters');
    await page.getByLabel('Name').fill(`made-${count}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(/settings\?done=made/);
    expect(await text(page)).toContain(`/room/made-${count}`);
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Berlin');
    await page.goto('/rooms');
    await page.getByLabel('Name').fill(`made-${count}`);
    await page.getByRole('button', { name: 'Make the room' }).click();
    expect(await page.getByRole('alert').innerText()).toBe('Another room has this name.');
    expect(complaints).toEqual([]);
    await close();
  });

  it('that is renamed is found under its old address for a while', async () => {
    const room = await ownerOf();
    const { page, close } = await signedIn(room);
    await page.goto(`/rooms/${room.name}/settings`);
    await page.getByLabel('Name', { exact: true }).fill(`renamed-${count}`);
    await page.locator('button[value=room]').click();
    await page.waitForURL(new RegExp(`renamed-${count}/settings`));
    await page.goto(`/room/${room.name}?lang=de`);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toContain(
      `/room/renamed-${count}?lang=de`,
    );
    await close();
    await site.knex('former_room_names').update({ until: new Date('2026-01-01') });
    expect((await site.get(`/room/${room.name}`)).status).toBe(404);
  });

  it('is given to somebody who takes it, and nothing tells whether an address is known', async () => {
    const [room, other] = [await ownerOf(), await ownerOf()];
    const owner = await signedIn(room);
    const said: string[] = [];
    for (const address of ['nobody@example.org', other.ownerEmail]) {
      await owner.page.goto(`/rooms/${room.name}/settings`);
      await owner.page.getByLabel('Their e-mail address').fill(address);
      await owner.page.getByRole('button', { name: 'Offer the room' }).click();
      await owner.page.waitForURL(/done=saved/);
      said.push((await text(owner.page)).replaceAll(address, 'ADDRESS'));
      if (address === other.ownerEmail) continue;
      await owner.page.getByRole('button', { name: 'Take the offer back' }).click();
      await owner.page.waitForURL(/done=saved/);
    }
    expect(said[0]).toContain('Offered to ADDRESS until');
    expect(said[1]).toBe(said[0]);
    const taker = await signedIn(other);
    await taker.page.goto('/rooms');
    await picture(taker.page, `${PICTURES}/offered`);
    await taker.page.getByRole('button', { name: 'Take the room' }).click();
    expect(await text(taker.page)).toContain(`The room “${room.name}” is yours`);
    await owner.page.goto('/rooms');
    expect(await text(owner.page)).not.toContain(room.name);
    await Promise.all([owner.close(), taker.close()]);
  });

  it('that is offered is nobody’s who has not shown that they read that mail, and nobody else’s', async () => {
    const [room, other, third] = [await ownerOf(), await ownerOf(), await ownerOf()];
    const address = other.ownerEmail.toUpperCase();
    await site
      .knex('principal_addresses')
      .where({ principal_id: other.ownerId })
      .update({ verified_at: null });
    const expires_at = new Date('2030-01-01');
    await site
      .knex('room_offers')
      .insert({ room_id: room.id, tenant_id: room.tenantId, address, expires_at });
    for (const somebody of [other, third]) {
      const { page, close } = await signedIn(somebody);
      await page.goto('/rooms');
      expect(await text(page)).not.toContain('is offered to you');
      const form = await page.locator('input[name=form]').first().inputValue();
      const answer = await page.request.post('/rooms/offers', {
        form: { form, id: room.id, answer: 'take' },
      });
      expect(answer.status()).toBe(404);
      await close();
    }
    expect(await site.knex('principals').where({ id: room.id }).first('owner_id')).toEqual({
      owner_id: room.ownerId,
    });
  });

  it('is deleted after a question that says what becomes of its meetings, and brought back', async () => {
    const room = await ownerOf();
    await insertInRoom(site.knex, room, { startMs: NOW + HOUR, event: {} });
    const live = await insertInRoom(site.knex, room, { startMs: NOW - HOUR / 2, status: 'live' });
    const { page, complaints, close } = await signedIn(room);
    await page.goto(`/rooms/${room.name}/settings`);
    await page.getByRole('link', { name: /Delete the room/ }).click();
    expect(await page.textContent('h1')).toBe(`Delete the room “${room.name}”?`);
    const asked = await text(page);
    expect(asked).toContain('A meeting goes on in it');
    expect(asked).toContain('A meeting of its calendar is cancelled.');
    expect((await site.get(`/room/${room.name}`)).status).toBe(200);
    await page.getByRole('button', { name: 'Yes, delete it' }).click();
    await page.waitForURL(/done=deleted/);
    expect((await site.get(`/room/${room.name}`)).status).toBe(404);
    expect(site.meetings.events.some(({ type }) => type === 'cancelled')).toBe(true);
    expect(live.uid).not.toBe('');
    await page.getByRole('button', { name: `Bring it back: ${room.name}` }).click();
    expect(await text(page)).toContain(`The room “${room.name}” is back`);
    expect((await site.get(`/room/${room.name}`)).status).toBe(200);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is deleted by nobody else', async () => {
    const [room, other] = [await ownerOf(), await ownerOf()];
    const { page, close } = await signedIn(other);
    await page.goto('/rooms');
    const form = await page.locator('input[name=form]').first().inputValue();
    for (const path of [`/rooms/${room.name}/delete`, '/rooms/restore'])
      expect((await page.request.post(path, { form: { form, id: room.id } })).status()).toBe(404);
    expect((await page.request.get(`/rooms/${room.name}/delete`)).status()).toBe(404);
    // Nor by a form of another page.
    expect((await page.request.post(`/rooms/${other.name}/delete`, { form: { form: 'x' } })).status()).toBe(
      403,
    );
    await close();
  });
});

it.each([
  [320, 'light', 'de'],
  [390, 'dark', 'fr'],
  [1280, 'light', 'pt'],
  [1280, 'dark', 'ja'],
] as const)('rooms and the question fit %i pixels in %s, in %s', async (width, colorScheme, lang) => {
  const [room, other, gone] = [await ownerOf(), await ownerOf(), await ownerOf()];
  await site
    .knex('principals')
    .where({ id: gone.id })
    .update({ owner_id: room.ownerId, deleted_at: new Date() });
  const expires_at = new Date('2030-01-01');
  await site.knex('room_offers').insert([
    { room_id: other.id, tenant_id: other.tenantId, address: room.ownerEmail, expires_at },
    { room_id: room.id, tenant_id: other.tenantId, address: 'somebody.else@example.org', expires_at },
  ]);
  await insertInRoom(site.knex, room, { startMs: NOW + HOUR, event: {} });
  const { page, complaints, close } = await signedIn(room, { viewport: { width, height: 800 }, colorScheme });
  const paths = {
    list: '/rooms',
    settings: `/rooms/${room.name}/settings`,
    delete: `/rooms/${room.name}/delete`,
  };
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(`${path}?lang=${lang}`);
    expect(await overflow(page), name).toBe(0);
    await picture(page, `${PICTURES}/${name}-${width}-${colorScheme}`);
  }
  expect(complaints).toEqual([]);
  await close();
});
