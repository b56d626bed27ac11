import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newStamp } from '../../api/pages/book/stamp.ts';
import { hasWorked } from '../../api/pages/book/work.ts';
import { launchChromium } from '../support/chromium.ts';
import { asPeopleDo, bookable, fillIn, formPath } from './support/booking.ts';
import { watchedPage } from './support/browsing.ts';
import { NOW, startSite, type Site } from './support/site.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([
    startSite({ env: { BOOKING_PROOF_OF_WORK: 'on' } }),
    launchChromium(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const talk = () => bookable({ knex: site.knex, tenant: { id: site.tenantId } });
const START = new Date(NOW + 4 * 86_400_000);

it('a browser works before it sends a form, and its work holds for that form, that time and that address alone', async () => {
  const made = await talk();
  const { page, complaints, close } = await watchedPage(browser, site.url);
  await page.goto(formPath(made, START));
  await fillIn(page);
  await asPeopleDo();
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.method() === 'POST', { timeout: 60_000 }),
    page.getByRole('button', { name: 'Book this time' }).click(),
  ]);
  const sent = new URLSearchParams(request.postData() ?? '');
  expect(hasWorked(sent)).toBe(true);
  for (const name of ['stamp', 'start', 'email', 'work']) {
    // One in 65,536 others is right by chance, three together are not.
    const others = ['0', '1', '2'].map((more) => {
      const other = new URLSearchParams(sent);
      other.set(name, `${sent.get(name)}${more}`);
      return hasWorked(other);
    });
    expect(others, name).toContain(false);
  }
  expect(complaints.filter((one) => !/50\d/.test(one))).toEqual([]);
  await close();
}, 90_000);

it('a form without work is shown again, and books nothing', async () => {
  const made = await talk();
  for (const work of ['', '0', '-1', '1e9', 'x']) {
    const answer = await site.post(made.path, {
      ...{ name: 'Gus', email: 'gus@guests.example', start: START.toISOString(), work },
      stamp: newStamp(site.deps.config, site.clock.ms - 10_000),
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Your browser has not done its part');
  }
  expect(await site.knex('meetings').where({ event_type_id: made.eventTypeId })).toEqual([]);
});

it('a form without JavaScript says that it needs it', async () => {
  const made = await talk();
  const { page, close } = await watchedPage(browser, site.url, { javaScriptEnabled: false });
  await page.goto(formPath(made, START));
  expect(await page.locator('noscript').innerText()).toContain('This form needs JavaScript');
  await close();
});
