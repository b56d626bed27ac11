import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { overflow, watchedPage } from './support/browsing.ts';
import { everyPage } from './support/fixtures.ts';
import { startSite, type Site } from './support/site.ts';

const PICTURES = 'test-results/pages';

let site: Site;
let browser: Browser;
let pages: Record<string, string>;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
  pages = await everyPage(site);
  mkdirSync(PICTURES, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

it.each([
  [320, 'light'],
  [320, 'dark'],
  [390, 'light'],
  [390, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)(
  'every page fits %i pixels in %s, keeps its policy and stays on its origin',
  async (width, colorScheme) => {
    const { page, complaints, close } = await watchedPage(browser, site.url, {
      viewport: { width, height: 800 },
      colorScheme,
    });
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path, { waitUntil: 'load' });
      expect(await overflow(page), `${name} at ${width}`).toBe(0);
      expect(await page.locator('h1').count(), name).toBe(1);
      await page.screenshot({ path: `${PICTURES}/${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
    expect(complaints).toEqual([]);
    expect(site.meetings.events).toEqual([]);
    await close();
  },
);

it('what is pressed is as large as a finger', async () => {
  const { page, close } = await watchedPage(browser, site.url, { viewport: { width: 320, height: 800 } });
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    const targets = page.locator(
      'main :is(button,input,select,.choice):visible:not([aria-hidden],.zonebar .button,.choice input)',
    );
    for (const target of await targets.all()) {
      expect((await target.boundingBox())?.height, name).toBeGreaterThanOrEqual(44);
    }
  }
  await close();
});
