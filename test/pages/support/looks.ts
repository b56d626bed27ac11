import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { overflow, picture, watchedPage } from './browsing.ts';

const WIDTHS = [320, 390, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;
/** As large as a finger, in pixels. */
const FINGER = 44;

interface Looking {
  origin: string;
  /** The address of each, by the name of its picture. */
  pages: Record<string, string>;
  /** What is pressed, and has to be as large as a finger: a selector. */
  targets: string;
  context?: BrowserContextOptions;
  /** More that has to be so of each page. */
  look?: (page: Page, name: string) => Promise<void>;
}

/**
 * Opens each page once, and makes the window as wide as a small phone, a phone and a desk, in light and dark: it fits, what is
 * pressed is large enough, it has one heading, keeps its policy and stays on its origin. Without CI a picture of each is taken.
 */
export async function expectToLookWell(browser: Browser, looking: Looking): Promise<void> {
  const { origin, pages, targets, context, look } = looking;
  const { page, complaints, close } = await watchedPage(browser, origin, context);
  const small: string[] = [];
  for (const [name, path] of Object.entries(pages)) {
    await page.setViewportSize({ width: WIDTHS[0], height: 800 });
    await page.goto(path, { waitUntil: 'load' });
    expect(await page.locator('h1').count(), name).toBe(1);
    await look?.(page, name);
    for (const one of await smallerThanFingers(page, targets)) small.push(`${name}: ${one}`);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflow(page), `${name} at ${width} in ${colorScheme}`).toBe(0);
        await picture(page, `pages/${name}-${width}-${colorScheme}`);
      }
    }
  }
  expect(small).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
}

const smallerThanFingers = (page: Page, targets: string): Promise<string[]> =>
  page
    .locator(targets)
    .evaluateAll(
      (all: Element[], finger) =>
        all
          .filter((one) => one.getBoundingClientRect().height < finger)
          .map((one) => one.outerHTML.slice(0, 120)),
      FINGER,
    );
