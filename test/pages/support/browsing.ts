import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { isCi } from '../../support/require-tool.ts';

export interface Watched {
  page: Page;
  /** Violations of the policy, errors of scripts, and requests that left the origin. */
  complaints: string[];
  close: () => Promise<void>;
}

/** A page that notes everything that it should not do. */
export async function watchedPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({ baseURL: origin, timezoneId: 'Europe/Berlin', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/error/.test(message.type()) && !/status of 4\d\d/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) complaints.push(`left the origin: ${url}`);
  });
  return { page, complaints, close: () => context.close() };
}

/** How far the page is wider than the window, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Pictures are for people to look at: none is taken with CI. @param name a path, in test-results and without its ending */
export async function picture(page: Page, name: string): Promise<void> {
  if (isCi()) return;
  const path = join('test-results', `${name}.png`);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, fullPage: true });
}
