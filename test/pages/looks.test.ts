import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { everyPage } from './support/fixtures.ts';
import { expectToLookWell } from './support/looks.ts';
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

it('every page fits 320, 390 and 1280 pixels, can be pressed with a finger, keeps its policy and stays on its origin', async () => {
  const targets =
    'main :is(button,input,select,.choice):visible:not([aria-hidden],.zonebar .button,.choice input)';
  await expectToLookWell(browser, { origin: site.url, pages, targets });
  expect(site.meetings.events).toEqual([]);
}, 240_000);
