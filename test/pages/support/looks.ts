import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { overflow, picture, watchedPage } from './browsing.ts';

const WIDTHS = [320, 390, 1280] as const;

interface Looking {
  origin: string;
  /** The address of each, by the name of its picture. */
  pages: Record<string, string>;
  colorScheme: 'light' | 'dark';
  context?: BrowserContextOptions;
  /** More that has to be so of each page. */
  look?: (page: Page, name: string) => Promise<void>;
}

/**
 * Opens each page, and makes the window as wide as a small phone, a phone and a desk: it fits, has one heading, keeps
 * its policy and stays on its origin. Without CI a picture of each is taken.
 */
export async function expectToFit(browser: Browser, looking: Looking): Promise<void> {
  const { origin, pages, colorScheme, context, look } = looking;
  const { page, complaints, close } = await watchedPage(browser, origin, { colorScheme, ...context });
  for (const [name, path] of Object.entries(pages)) {
    await page.setViewportSize({ width: WIDTHS[0], height: 800 });
    await page.goto(path, { waitUntil: 'load' });
    expect(await page.locator('h1').count(), name).toBe(1);
    await look?.(page, name);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${name} at ${width}`).toBe(0);
      await picture(page, `pages/${name}-${width}-${colorScheme}`);
    }
  }
  expect(complaints).toEqual([]);
  await close();
}

/** What is pressed is as large as a finger, on each of the pages. @param targets a selector */
export async function expectFingerSized(
  browser: Browser,
  { origin, pages, targets, context }: Omit<Looking, 'colorScheme' | 'look'> & { targets: string },
): Promise<void> {
  const viewport = { width: 320, height: 800 };
  const { page, close } = await watchedPage(browser, origin, { viewport, ...context });
  const small: string[] = [];
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    const found = await page
      .locator(targets)
      .evaluateAll((all: Element[]) =>
        all
          .filter((one) => one.getBoundingClientRect().height < 44)
          .map((one) => one.outerHTML.slice(0, 120)),
      );
    small.push(...found.map((one) => `${name}: ${one}`));
  }
  expect(small).toEqual([]);
  await close();
}
