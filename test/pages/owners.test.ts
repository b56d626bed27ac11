import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import { launchChromium } from '../support/chromium.ts';
import { calendarOf } from '../support/calendar-text.ts';
import { calendarAnswer, startFeedServer, type FeedServer } from '../support/feed-server.ts';
import { insertOwnedRoom, ownerCookie } from '../support/room-owner.ts';
import { overflow, picture, watchedPage } from './support/browsing.ts';
import { insertInRoom } from './support/room-rows.ts';
import { HOUR } from './support/rows.ts';
import { linkInMail } from './support/sign-in-mail.ts';
import { NOW, startSite, type Site } from './support/site.ts';

const PICTURES = 'owners';
const TOKEN = 'private-0123456789abcdef';

let site: Site;
let browser: Browser;
let feeds: FeedServer;
let room: Room;
let cookie: string;
let count = 0;

beforeAll(async () => {
  [site, browser, feeds] = await Promise.all([startSite(), launchChromium(), startFeedServer()]);
});
afterAll(async () => {
  await browser?.close();
  await feeds?.stop();
  await site?.stop();
});
beforeEach(async () => {
  count += 1;
  const ownerEmail = `olga.${count}@example.org`;
  room = await insertOwnedRoom(site.knex, {
    tenantId: site.tenantId,
    name: `board-room-${count}`,
    ownerEmail,
    timezone: 'Europe/Vienna',
  });
  cookie = await ownerCookie(site.knex, room, NOW);
});

async function signedInPage(
  width = 1280,
): Promise<{ page: Page; complaints: string[]; close(): Promise<void> }> {
  const watched = await watchedPage(browser, site.url, { viewport: { width, height: 900 } });
  const [name = '', value = ''] = cookie.split('=');
  await watched.page.context().addCookies([{ name, value, url: site.url, httpOnly: true, sameSite: 'Lax' }]);
  return watched;
}

const pictured = (page: Page, name: string) => picture(page, `${PICTURES}/${name}`);

const setFeed = (path: string, events: Parameters<typeof calendarOf>) => {
  feeds.answers.set(path, calendarAnswer(calendarOf(...events)));
  return feeds.url(path);
};

describe('signing in', () => {
  it('asks, mails, shows one button, and leads to the room that its reader came from', async () => {
    const { page, complaints, close } = await watchedPage(browser, site.url);
    await page.goto(`/rooms/${room.name}/settings`);
    expect(page.url()).toContain('/rooms/sign-in?room=');
    await page.fill('input[name=email]', 'olga');
    await page.click('main button');
    expect(await page.textContent('[role=alert]')).toContain('enter an e-mail address');
    await page.fill('input[name=email]', room.ownerEmail);
    await pictured(page, 'sign-in');
    await page.click('main button');
    expect(await page.textContent('h1')).toBe('Look into your mailbox');
    await pictured(page, 'sent');
    await page.goto(`/rooms/sign-in/${await linkInMail(site)}`);
    expect(await page.textContent('main')).toContain(room.ownerEmail);
    expect(await page.locator('main button').count()).toBe(1);
    await pictured(page, 'link');
    await page.click('main button');
    expect(new URL(page.url()).pathname).toBe(`/rooms/${room.name}/settings`);
    await page.goto('/rooms');
    await page.click('text=Sign out');
    await page.goto('/rooms');
    expect(await page.textContent('h1')).toBe('Sign in to your rooms');
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps somebody else’s rooms to themselves', async () => {
    const other = await insertOwnedRoom(site.knex, {
      tenantId: site.tenantId,
      ownerEmail: 'paul@example.org',
    });
    const { page, close } = await signedInPage();
    await page.goto('/rooms');
    expect(await page.textContent('main')).not.toContain(other.name);
    const response = await page.goto(`/rooms/${other.name}/settings`);
    expect(response?.status()).toBe(404);
    await close();
  });
});

describe('the settings page', () => {
  it('tries an address, keeps it masked, and removes it', async () => {
    const location = `${site.deps.config.publicUrl}/room/${room.name}`;
    const url = setFeed(`/${TOKEN}/basic.ics`, [
      { uid: 'a', title: 'Board meeting', startMs: NOW + 3_600_000, location },
      { uid: 'b', title: 'Broken one', startMs: NOW, location, rule: 'FREQ=SOMETIMES' },
    ]);
    const { page, complaints, close } = await signedInPage();
    await page.goto(`/rooms/${room.name}/settings`);
    await pictured(page, 'settings-empty-1280');
    await page.fill('input[name=icsUrl]', feeds.url('/nothing.ics'));
    await page.click('button[value=test]');
    expect(await page.textContent('.notice')).toContain('There is no calendar at this address');
    await page.fill('input[name=icsUrl]', url);
    await page.click('button[value=test]');
    expect(await page.textContent('.notice')).toContain('Board meeting');
    await pictured(page, 'settings-tested-1280');
    await page.selectOption('select[name=interval]', '30');
    await page.click('button[value=save]');
    const saved = await page.content();
    expect(saved).toContain(`${new URL(url).origin}/…`);
    expect(saved).not.toContain(TOKEN);
    expect(await page.inputValue('select[name=interval]')).toBe('30');
    expect(site.schedules.arranged).toContain(room.calendarId);
    await page.click('button[value=test]');
    expect(await page.textContent('.notice')).toContain('Board meeting');
    expect(await page.content()).not.toContain(TOKEN);
    await page.click('button[value=remove]');
    expect(await page.textContent('.notice')).toContain('The calendar is removed');
    expect(await page.content()).not.toContain(new URL(url).origin + '/…');
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([390, 1280])(
    'asks what becomes of planned meetings before a calendar is left, at %i pixels',
    async (width) => {
      const { page, complaints, close } = await signedInPage(width);
      const settings = `/rooms/${room.name}/settings`;
      await page.goto(settings);
      await page.fill('input[name=icsUrl]', 'webcal://calendar.example.org/a.ics');
      await page.click('button[value=save]');
      const meeting = await insertInRoom(site.knex, room, { startMs: NOW + HOUR, status: 'scheduled' });
      const enabled = () =>
        site.knex('feeds').where({ calendar_id: room.calendarId }).first('enabled', 'url_masked');
      const told = () => site.knex('outbox').where({ uid: meeting.uid }).pluck('event_key');

      await page.click('button[value=remove]');
      expect(await page.textContent('h1')).toContain('What becomes of the planned meetings?');
      expect(await page.textContent('main')).toContain('1 meeting of this calendar has not begun.');
      expect(await overflow(page)).toBe(0);
      await pictured(page, `planned-${width}`);
      await page.getByText('Leave everything as it is').click();
      expect(await enabled()).toMatchObject({
        enabled: true,
        url_masked: expect.stringContaining('calendar') as string,
      });

      await page.uncheck('input[name=enabled]');
      await page.click('button[value=save]');
      await page.getByRole('button', { name: 'Keep them' }).click();
      expect(await enabled()).toMatchObject({ enabled: false });
      expect(await told()).toEqual([]);

      await page.click('button[value=remove]');
      await page.getByRole('button', { name: 'Cancel them' }).click();
      expect(await page.textContent('.notice')).toContain('The calendar is removed');
      expect(await enabled()).toMatchObject({ url_masked: null });
      expect(await told()).toHaveLength(1);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it.each([390, 1280])('shows syncs, problems and the log at %i pixels', async (width) => {
    const { page, complaints, close } = await signedInPage(width);
    await page.goto(`/rooms/${room.name}/settings`);
    await page.fill('input[name=icsUrl]', 'webcal://calendar.example.org/a.ics');
    await page.click('button[value=save]');
    site.schedules.nextMs = NOW + 300_000;
    site.schedules.onTrigger = async (calendarId) => {
      await site
        .knex('feeds')
        .where({ calendar_id: calendarId })
        .update({
          last_sync_at: new Date(NOW),
          last_result: 'changed',
          events: 12,
          matches: 3,
          problems: JSON.stringify([
            { code: 'zone-unknown', uid: 'abc-123@calendar.example.org', property: 'DTSTART' },
            { code: 'line-unreadable', uid: null, property: null },
          ]),
        });
      const lines = ['changed', 'failed', 'withheld'].map((result) => ({
        tenant_id: room.tenantId,
        calendar_id: calendarId,
        at: new Date(NOW),
        result,
        http_status: result === 'failed' ? 503 : 200,
        took_ms: 84,
        added: 2,
      }));
      await site.knex('feed_fetches').insert(lines);
    };
    await page.click('button[value=sync]');
    const text = (await page.textContent('main')) ?? '';
    expect(text).toContain('12 events, 3 in this room');
    expect(text).toContain('abc-123@calendar.example.org');
    expect(text).toContain('HTTP 503');
    expect(await overflow(page)).toBe(0);
    await pictured(page, `settings-${width}`);
    for (const target of await page
      .locator('main :is(button,input:not([type=hidden]),select,.choice):visible')
      .all()) {
      if ((await target.getAttribute('type')) === 'checkbox') continue;
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await page.goto('/rooms');
    expect(await overflow(page)).toBe(0);
    await pictured(page, `rooms-${width}`);
    expect(complaints).toEqual([]);
    await close();
  });

  it('renames the room, and says when the name cannot be had', async () => {
    const other = await insertOwnedRoom(site.knex, { tenantId: site.tenantId });
    const { page, close } = await signedInPage();
    await page.goto(`/rooms/${room.name}/settings`);
    for (const [name, words] of [
      [other.name, 'Another room has this name.'],
      ['Big Room', 'Only lower-case letters'],
    ] as const) {
      await page.fill('input[name=name]', name);
      await page.click('button[value=room]');
      expect(await page.textContent('#name-error')).toContain(words);
    }
    await page.fill('input[name=name]', `${room.name}-new`);
    await page.selectOption('#zone', 'Asia/Tokyo');
    await page.click('button[value=room]');
    expect(await page.textContent('h1')).toContain(`${room.name}-new`);
    expect(await page.inputValue('#zone')).toBe('Asia/Tokyo');
    await close();
  });

  it('keeps what was typed when something is wrong, and leads to it', async () => {
    const { page, close } = await signedInPage(390);
    await page.goto(`/rooms/${room.name}/settings`);
    await page.fill('#name', 'Big Room');
    await page.selectOption('#zone', 'Asia/Tokyo');
    await page.click('button[value=room]');
    expect(await page.getAttribute('#name:focus', 'aria-describedby')).toBe('name-error name-hint');
    expect(await page.inputValue('#name')).toBe('Big Room');
    expect(await page.inputValue('#zone')).toBe('Asia/Tokyo');
    await page.fill('#icsUrl', 'nonsense');
    await page.selectOption('#interval', '30');
    await page.uncheck('input[name=enabled]');
    await page.click('button[value=save]');
    expect(await page.getAttribute('#icsUrl:focus', 'aria-describedby')).toBe('icsUrl-error icsUrl-hint');
    expect(await page.inputValue('#icsUrl')).toBe('nonsense');
    expect(await page.inputValue('#interval')).toBe('30');
    expect(await page.isChecked('input[name=enabled]')).toBe(false);
    await close();
  });

  it('takes no form but its own', async () => {
    const path = `/rooms/${room.name}/settings`;
    const send = (fields: Record<string, string>, headers = {}) =>
      site.post(path, { do: 'save', enabled: 'no', ...fields }, { Cookie: cookie, ...headers });
    const page = await (await site.get(path, { headers: { Cookie: cookie } })).text();
    const form = /name="form" value="([\w-]+)"/.exec(page)?.[1] ?? '';
    expect((await send({})).status).toBe(403);
    expect((await send({ form: 'x'.repeat(43) })).status).toBe(403);
    expect((await send({ form }, { 'Sec-Fetch-Site': 'cross-site' })).headers.get('Location')).toContain(
      '/rooms/sign-in',
    );
    expect(await site.knex('feeds').where({ calendar_id: room.calendarId })).toEqual([]);
    expect((await send({ form })).status).toBe(303);
    expect(await site.knex('feeds').where({ calendar_id: room.calendarId }).first('enabled')).toEqual({
      enabled: false,
    });
  });

  it.each(['de', 'fr', 'es', 'pt', 'ja'])('is written in %s', async (lang) => {
    const paths = [`/rooms/${room.name}/settings`, '/rooms', '/rooms/sign-in', '/rooms/sign-in/sent'];
    for (const path of paths) {
      const ask = (language: string) => site.get(`${path}?lang=${language}`, { headers: { Cookie: cookie } });
      const [theirs, english] = await Promise.all(
        [ask(lang), ask('en')].map(async (one) => (await one).text()),
      );
      expect(theirs).toContain(`<html lang="${lang}">`);
      expect(/<h1>(.*?)<\/h1>/.exec(theirs ?? '')?.[1]).not.toBe(/<h1>(.*?)<\/h1>/.exec(english ?? '')?.[1]);
    }
  });
});
