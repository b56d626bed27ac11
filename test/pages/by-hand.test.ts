import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { overflow, picture, watchedPage } from './support/browsing.ts';
import { DAY, HOUR, insertLink, insertMeeting, insertProposal } from './support/rows.ts';
import { NOW, startSite, type Site } from './support/site.ts';

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});
beforeEach(() => void (site.meetings.events.length = 0));

const START = NOW + 6 * DAY;

async function reschedulePath(guestZone?: null): Promise<string> {
  const options = guestZone === null ? { guestZone } : {};
  const meeting = await insertMeeting(site.knex, { tenantId: site.tenantId, startMs: START, ...options });
  return `/reschedule?r=${await insertLink(site.knex, meeting, { purpose: 'propose', role: 'guest', expiresMs: START })}`;
}

async function approvePath(): Promise<string> {
  const meeting = await insertMeeting(site.knex, { tenantId: site.tenantId, startMs: START });
  const expiresMs = NOW + 48 * HOUR;
  const proposalId = await insertProposal(site.knex, meeting, { startMs: START + DAY, expiresMs });
  return `/approve?t=${await insertLink(site.knex, meeting, { purpose: 'approve', role: 'host', expiresMs, proposalId })}`;
}

/** Tabs until an element has the focus, and fails when it never gets it. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press('Tab');
    const there = await page.locator(`${selector}:focus`).count();
    if (there > 0) return;
  }
  throw new Error(`${selector} cannot be reached by keyboard`);
}

it('the form is filled, sent and taken back with the keyboard alone', async () => {
  const { page, complaints, close } = await watchedPage(browser, site.url);
  await page.goto(await reschedulePath());
  await page.keyboard.press('Tab');
  expect(await page.locator('.skip:focus').count()).toBe(1);
  await page.keyboard.press('Enter');
  await tabTo(page, '#field-date');
  await page.keyboard.type('11272026');
  await tabTo(page, '#field-time');
  await page.keyboard.type('0230PM');
  await tabTo(page, '#field-minutes');
  await page.keyboard.type('1 h 30');
  await tabTo(page, '#field-note');
  await page.keyboard.type('Sorry!');
  expect(await page.locator('[data-preview]').innerText()).toMatch(
    /Friday, November 27, 2026\s+2:30\sPM – 4:00\sPM\s+New York, UTC−5/,
  );
  await tabTo(page, '.actions .button');
  expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
  await page.keyboard.press('Enter');
  await page.waitForURL(/reschedule\?r=.*zone=/);
  expect(await page.locator('h1').innerText()).toBe('Your request is on its way');
  expect(site.meetings.events).toMatchObject([
    {
      type: 'proposed',
      startMs: Date.UTC(2026, 10, 27, 19, 30),
      endMs: Date.UTC(2026, 10, 27, 21),
      note: 'Sorry!',
    },
  ]);
  await tabTo(page, 'button[value=withdraw]');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'You took your request back' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('a new time is approved with the keyboard alone, and a reload approves nothing more', async () => {
  const { page, complaints, close } = await watchedPage(browser, site.url);
  await page.goto(await approvePath());
  await tabTo(page, '.actions .button');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'You approved the new time' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'You approved the new time' }).waitFor();
  expect(site.meetings.types()).toEqual(['approved']);
  expect(complaints).toEqual([]);
  await close();
});

it('everything works without JavaScript at 320 pixels', async () => {
  const { page, complaints, close } = await watchedPage(browser, site.url, {
    javaScriptEnabled: false,
    viewport: { width: 320, height: 700 },
  });
  await page.goto(await reschedulePath());
  await page.selectOption('#zone', 'Asia/Tokyo');
  await page.fill('#field-note', 'kept');
  await page.getByRole('button', { name: 'Show in this zone' }).click();
  expect(await page.inputValue('#field-time')).toBe('18:00');
  expect(await page.inputValue('#field-note')).toBe('kept');
  await page.fill('#field-date', '2026-11-28');
  await page.fill('#field-time', '20:15');
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.getByRole('heading', { name: 'Your request is on its way' }).waitFor();
  expect(site.meetings.events).toMatchObject([{ startMs: Date.UTC(2026, 10, 28, 11, 15) }]);

  await page.goto(await approvePath());
  await page.getByRole('button', { name: 'Approve new time' }).click();
  await page.getByRole('heading', { name: 'You approved the new time' }).waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('what is wrong is announced, takes the focus, and leads to its field', async () => {
  const { page, close } = await watchedPage(browser, site.url, { viewport: { width: 390, height: 800 } });
  await page.goto(await reschedulePath());
  await page.selectOption('#zone', 'Europe/Berlin');
  await page.waitForLoadState();
  await page.fill('#field-date', '2027-03-28');
  await page.fill('#field-time', '02:30');
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.locator('.notice.bad:focus').waitFor();
  await picture(page, 'pages/reschedule-wrong-390-light');
  expect(await page.locator('.notice.bad').innerText()).toContain('The nearest time is 03:00.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.locator('#field-time:target').count()).toBe(1);
  expect(await page.getAttribute('#field-time', 'aria-describedby')).toBe('field-time-error');
  expect(await page.inputValue('#field-date')).toBe('2027-03-28');
  expect(site.meetings.events).toEqual([]);
  await close();
});

it('the browser tells a zone that nobody else knows, and the reader may choose another', async () => {
  const { page, complaints, close } = await watchedPage(browser, site.url, { timezoneId: 'Asia/Kolkata' });
  await page.goto(await reschedulePath(null));
  await page.waitForURL(/zone=Asia%2F(Kolkata|Calcutta)/);
  expect(await page.locator('.time .zone').first().innerText()).toMatch(/(Kolkata|Calcutta), UTC\+5:30/);
  await page.selectOption('#zone', 'America/Bogota');
  await page.getByText('Bogota, UTC−5').first().waitFor();
  expect(complaints).toEqual([]);
  expect(site.meetings.events).toEqual([]);
  await close();
});

it('a page twice as large in its letters still fits', async () => {
  const { page, close } = await watchedPage(browser, site.url, { viewport: { width: 320, height: 700 } });
  await page.goto(await approvePath());
  await page.evaluate('document.documentElement.style.fontSize = "200%"');
  expect(await overflow(page)).toBe(0);
  await close();
});
