import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { everyPage } from './support/fixtures.ts';
import { expectFingerSized, expectToFit } from './support/looks.ts';
import { startSite, type Site } from './support/site.ts';

let site: Site;
let browser: Browser;
let pages: Record<string, string>;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
  pages = await everyPage(site);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

it.each(['light', 'dark'] as const)(
  'every page fits 320, 390 and 1280 pixels in %s, keeps its policy and stays on its origin',
  async (colorScheme) => {
    await expectToFit(browser, { origin: site.url, pages, colorScheme });
    expect(site.meetings.events).toEqual([]);
  },
  120_000,
);

it('what is pressed is as large as a finger', async () => {
  const targets =
    'main :is(button,input,select,.choice):visible:not([aria-hidden],.zonebar .button,.choice input)';
  await expectFingerSized(browser, { origin: site.url, pages, targets });
});
