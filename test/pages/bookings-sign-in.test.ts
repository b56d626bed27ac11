import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { profileFor } from '../../queries/availability.ts';
import { launchChromium } from '../support/chromium.ts';
import { picture, watchedPage } from './support/browsing.ts';
import { hostsPage, insertHost, insertMember } from './support/host.ts';
import { linkInMail, newestSignInMail } from './support/sign-in-mail.ts';
import { startSite, type Site } from './support/site.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

it('whoever wanted to go to their bookings signs in by mail and gets there, also elsewhere', async () => {
  const { actor } = await insertMember(site);
  const { address } = await site
    .knex('principal_addresses')
    .where({ principal_id: actor.principalId })
    .first<{ address: string }>('address');
  const { page, close } = await watchedPage(browser, site.url, { locale: 'en-GB' });
  await page.goto('/bookings/event-types');
  expect(await page.textContent('h1')).toBe('Sign in to your bookings');
  await page.fill('input[name=email]', address);
  await page.click('main button');
  expect(await newestSignInMail(site)).toContain('Sign in to your bookings');
  await close();
  const elsewhere = await watchedPage(browser, site.url, { locale: 'en-GB' });
  await elsewhere.page.goto(`/rooms/sign-in/${await linkInMail(site)}`);
  await elsewhere.page.click('main button');
  expect(new URL(elsewhere.page.url()).pathname).toBe('/bookings');
  await elsewhere.page.click('text=Your rooms');
  await elsewhere.page.click('text=To my bookings');
  expect(await elsewhere.page.textContent('h1')).toBe('Your bookings');
  await elsewhere.close();
});

it('a link leads nowhere else than to pages of Parley', async () => {
  const answer = await site.get('/rooms/sign-in?to=https%3A%2F%2Fevil.example', {
    headers: { 'accept-language': 'en' },
  });
  const html = await answer.text();
  expect(html).toContain('Sign in to your rooms');
  expect(html).not.toContain('name="to"');
});

it('limits across all event types are set, shown again, refused where they are none, and taken away', async () => {
  const host = await insertHost(site);
  const { page, close } = await hostsPage(browser, site, host);
  const set = async (most: string) => {
    await page.fill('[name=limit-week-minutes]', most);
    await page.click('main button:has-text("Save")');
  };
  const limits = async () =>
    (await profileFor(site.deps, host.actor, { tenantId: host.actor.tenantId, id: host.actor.principalId }))
      .profile?.limits;
  await page.goto('/bookings');
  await page.click('summary');
  await page.fill('[name=limit-day-bookings]', '3');
  await set('600');
  const both = [
    { per: 'day', of: 'bookings', most: 3 },
    { per: 'week', of: 'minutes', most: 600 },
  ];
  expect(await limits()).toEqual(both);
  expect(await page.inputValue('[name=limit-week-minutes]')).toBe('600');
  await picture(page, 'bookings/limits');
  await set('0');
  expect(await page.textContent('#limit-week-minutes-error')).toContain('whole number');
  expect(await limits()).toEqual(both);
  await set('');
  expect(await limits()).toEqual(both.slice(0, 1));
  await close();
});

it('members who operate are led to webhooks, others are not', async () => {
  const member = await insertMember(site);
  const { page, close } = await hostsPage(browser, site, member);
  await page.goto('/bookings');
  expect(await page.locator('a[href^="/operator"]').count()).toBe(0);
  await site.knex('principals').where({ id: member.actor.principalId }).update({ operates: true });
  await page.goto('/bookings');
  expect(await page.locator('a[href="/operator/webhooks"]').count()).toBe(1);
  await close();
});
