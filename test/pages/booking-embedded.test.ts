import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWholeApi, type WholeApi } from '../api/support/served-api.ts';
import { launchChromium } from '../support/chromium.ts';
import { waitForMail } from '../support/smtp-catcher.ts';
import {
  asPeopleDo,
  bookable,
  dateOf,
  laterDay,
  newAddress,
  turnTo,
  type Bookable,
} from './support/booking.ts';
import { picture } from './support/browsing.ts';

let api: WholeApi;
let browser: Browser;
/** The page of somebody else's site. */
let html = '';
let server: Server;
let origin: string;
beforeAll(async () => {
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  [api, browser] = await Promise.all([startWholeApi(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await api?.stop();
  await new Promise((resolve) => server.close(resolve));
});

const embedding = ({ memberSlug, eventSlug }: Bookable, attributes = ''): string =>
  `<!doctype html><html lang="en"><title>Our site</title><body style="margin:20px"><h1>Our site</h1>
   <script>messages = []; addEventListener('message', ({ origin, data }) => messages.push([origin, data]))</script>
   <script src="${api.url}/book/embed.js" data-parley="${memberSlug}/${eventSlug}" ${attributes} async></script>
   <p id="below">Below</p></body></html>`;

async function visit(width = 800): Promise<{ page: Page; close: () => Promise<void> }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await page.goto(origin);
  return { page, close: () => context.close() };
}

/** How high the frame is, and what is in it. */
const heights = async (page: Page): Promise<{ frame: number; content: number }> => {
  const frame = await page.locator('iframe').evaluate((one: HTMLIFrameElement) => one.clientHeight);
  const content = await page
    .frames()[1]!
    .evaluate<number>('Math.ceil(document.body.getBoundingClientRect().height)');
  return { frame, content };
};

describe('a booking page in another site', () => {
  it('stands where its script tag stands, fits its height, and books', async () => {
    const made = await bookable(api, { embed_origins: [origin] });
    const email = newAddress();
    html = embedding(made, `data-name="Gus Okafor" data-email="${email}"`);
    const { page, close } = await visit(360);
    const frame = page.frameLocator('iframe');
    await turnTo(frame, laterDay(21));
    const day = dateOf(laterDay(21));
    await frame.locator(`a.day[href*="day=${day}"]`).click();
    await expect.poll(async () => (await heights(page)).frame).toBeGreaterThan(1_600);
    await expect
      .poll(async () => {
        const { frame: outside, content } = await heights(page);
        return outside - content;
      })
      .toBe(0);
    await picture(page, 'booking/embedded-360');
    await frame.locator('.slots a', { hasText: '10:00' }).click();
    expect(await frame.locator('input[name=email]').inputValue()).toBe(email);
    expect(await frame.locator('input[name=name]').inputValue()).toBe('Gus Okafor');
    await asPeopleDo();
    await frame.getByRole('button', { name: 'Book this time' }).click();
    await frame.getByText(`An invitation is on its way to ${email}`).waitFor();
    // It has become lower, and so has its frame.
    await expect
      .poll(async () => {
        const { frame: outside, content } = await heights(page);
        return outside - content;
      })
      .toBe(0);
    expect((await heights(page)).frame).toBeLessThan(1_600);
    const messages = await page.evaluate<[string, unknown][]>('messages');
    expect(messages.every(([from]) => from === api.url)).toBe(true);
    await waitForMail(api.world.catcher, { to: email });
    await close();
  }, 60_000);

  it('shows nothing in one that its event type does not name', async () => {
    const made = await bookable(api, { embed_origins: ['https://elsewhere.example'] });
    html = embedding(made);
    const { page, close } = await visit();
    await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
    expect(await page.evaluate('messages')).toEqual([]);
    await close();
  }, 60_000);

  it('names who may show it in its policy; all other pages may be shown by nobody', async () => {
    const made = await bookable(api, { embed_origins: [origin, 'https://a.example'] });
    const policyOf = async (path: string): Promise<string> => {
      const { headers } = await fetch(api.url + path);
      const policy = headers.get('content-security-policy') ?? '';
      return `${/frame-ancestors[^;]*/.exec(policy)?.[0]}, ${headers.get('x-frame-options')}`;
    };
    expect(await policyOf(made.path)).toBe(`frame-ancestors 'self' ${origin} https://a.example, null`);
    const start = `${dateOf(laterDay(3))}T10:00:00.000Z`;
    expect(await policyOf(`${made.path}?start=${start}`)).toContain(origin);
    for (const path of ['/', `/book/${made.memberSlug}`, '/book/nobody/x', '/rooms/sign-in'])
      expect(await policyOf(path)).toBe("frame-ancestors 'none', DENY");
  });

  it('tells its height to nobody else', async () => {
    const made = await bookable(api, { embed_origins: [origin] });
    for (const [site, told] of [
      [origin, true],
      ['https://elsewhere.example', false],
      ['*', false],
      ['', false],
    ] as const) {
      const answer = await fetch(`${api.url}${made.path}?${new URLSearchParams({ site }).toString()}`);
      expect((await answer.text()).includes('data-site'), site).toBe(told);
    }
  });
});
