import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { launchChromium } from '../../support/chromium.ts';
import { hostsPage, insertHost, type TestHost } from './host.ts';
import { startSite, type Site } from './site.ts';

/** A site with a browser, and for each test a host of its own who has signed in with it. */
export interface HostStage {
  site: Site;
  browser: Browser;
  host: TestHost;
  page: Page;
  complaints: string[];
}

/** Starts a site before all tests of a file. @param take is given the stage of each test */
export function onHostStage(take: (stage: HostStage) => void): void {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSite(), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });
  beforeEach(async () => {
    const host = await insertHost(site);
    const { page, complaints, close } = await hostsPage(browser, site, host);
    take({ site, browser, host, page, complaints });
    return close;
  });
}
