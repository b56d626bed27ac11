import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { overflow, picture, watchedPage } from './support/browsing.ts';
import { insertLink, insertMeeting } from './support/rows.ts';
import { startSite, type Site } from './support/site.ts';

const PICTURES = 'gaps';
/** Friday, 26 March 2027; in the night to Sunday the clocks go forward in Berlin. */
const START = Date.UTC(2027, 2, 26, 9);

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

it.each([
  [390, 'dark'],
  [1280, 'light'],
] as const)(
  'the preview of a time that the clocks skip says so, at %i pixels in %s',
  async (width, colorScheme) => {
    const meeting = await insertMeeting(site.knex, { tenantId: site.tenantId, startMs: START });
    const token = await insertLink(site.knex, meeting, {
      purpose: 'propose',
      role: 'guest',
      expiresMs: START,
    });
    const { page, complaints, close } = await watchedPage(browser, site.url, {
      viewport: { width, height: 900 },
      colorScheme,
    });
    await page.goto(`/reschedule?r=${token}&zone=Europe/Berlin&lang=en-GB`);
    const preview = page.locator('[data-preview]');
    const gap = preview.locator('[data-gap]');
    expect(await gap.isVisible()).toBe(false);
    await page.getByLabel('Date').fill('2027-03-28');
    await page.getByLabel('Start').fill('02:30');
    expect(await gap.innerText()).toContain('02:30 does not exist on this day');
    expect(await gap.innerText()).toContain('The nearest time is 03:00');
    await picture(page, `${PICTURES}/gap-${width}-${colorScheme}`);
    await page.getByLabel('Start').fill('03:30');
    expect(await gap.isVisible()).toBe(false);
    // 03:30 in summer time, and beside it what that is elsewhere.
    expect(await preview.locator('[data-beside=UTC]').innerText()).toBe('01:30 – 02:30');
    expect(await preview.innerText()).toContain('Berlin, UTC+2');
    await page.getByLabel('Start').fill('00:30');
    expect(await preview.locator('[data-beside=UTC]').innerText()).toMatch(
      /^Sat,? 27 Mar, 23:30 – 00:30, Sun,? 28 Mar$/,
    );
    await picture(page, `${PICTURES}/beside-${width}-${colorScheme}`);
    expect(await overflow(page)).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  },
);
