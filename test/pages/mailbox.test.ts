import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMime } from '../../adapters/mail/parse-mime.ts';
import { readCalendar } from '../../domain/ical/read.ts';
import type { MailCatcher } from '../../workers/embedded/mail-catcher.ts';
import { launchChromium } from '../support/chromium.ts';
import { startTestCatcher, waitForMail } from '../support/smtp-catcher.ts';
import { overflow, picture, watchedPage } from './support/browsing.ts';
import { mailGuest, MEETING_START } from './support/mails.ts';
import { GUEST, HOUR } from './support/rows.ts';
import { startSite, type Site } from './support/site.ts';

const ORGANIZER = 'scheduling@parley.example';

async function calendarOf(raw: string) {
  const { calendars } = await parseMime(Buffer.from(raw));
  return readCalendar(calendars[0]!.text);
}

let site: Site;
let mailbox: MailCatcher;
/** Stands in for the listener for incoming mail. */
let listener: MailCatcher;
let browser: Browser;
beforeAll(async () => {
  [mailbox, listener, browser] = await Promise.all([
    startTestCatcher(),
    startTestCatcher(),
    launchChromium(),
  ]);
  const SMTP_IN_PORT = new URL(listener.smtpUrl).port;
  site = await startSite({ mailbox, env: { SMTP_IN_PORT } });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  await Promise.all([mailbox.stop(), listener.stop()]);
});

describe('the mailbox', () => {
  it('says so when it is empty', async () => {
    const html = await (await site.get('/dev/mailbox')).text();
    expect(html).toContain('No mail yet');
    expect(await (await site.get('/dev/mailbox.json')).json()).toEqual([]);
    expect(await (await site.get('/')).text()).toContain('/dev/mailbox');
  });

  it('is in English, whatever its reader prefers', async () => {
    const german = { headers: { 'Accept-Language': 'de' } };
    const html = await (await site.get('/dev/mailbox?lang=ja', german)).text();
    expect(html).toContain('<html lang="en">');
    expect(html).not.toContain('hreflang');
    expect(await (await site.get('/', german)).text()).toContain('<html lang="de">');
  });

  it('says so when senders are not checked, and only then', async () => {
    const { auth } = site.deps.config.incomingMail;
    const shown = async () => (await site.get('/dev/mailbox')).text();
    expect(await shown()).not.toContain('Senders are not checked here');
    auth.mode = 'off';
    expect(await shown()).toContain('Senders are not checked here');
    auth.mode = 'enforce';
  });

  it('gives scripts the whole messages, oldest first', async () => {
    await mailGuest(mailbox.smtpUrl, {
      kind: 'invitation',
      method: 'REQUEST',
      uid: 'one@parley',
      sequence: 0,
      origin: site.url,
    });
    const all = (await (await site.get(`/dev/mailbox.json?to=${GUEST.email}`)).json()) as Record<
      string,
      string
    >[];
    expect(all).toHaveLength(1);
    expect(Object.keys(all[0]!)).toEqual(['id', 'from', 'to', 'subject', 'receivedAt', 'raw']);
    expect(all[0]).toMatchObject({ to: GUEST.email, from: ORGANIZER });
    expect(all[0]!.raw).toContain('METHOD:REQUEST');
    expect(await (await site.get('/dev/mailbox.json?to=nobody@example.com')).json()).toEqual([]);
  });

  it('shows a mail as its reader would see it, and lets nothing in it run', async () => {
    const { page, complaints, close } = await watchedPage(browser, site.url, {
      viewport: { width: 1280, height: 900 },
    });
    await page.goto(`/dev/mailbox?to=${GUEST.email}&zone=America/New_York`);
    const frame = page.frameLocator('iframe');
    expect(await frame.locator('body').innerText()).toContain('Bring a newspaper.');
    expect(await page.locator('.facts').innerText()).toMatch(/REQUEST\s+Sequence\s+0\s+Status\s+CONFIRMED/);
    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      frame.getByRole('link', { name: /new time/i }).click(),
    ]);
    expect(opened.url()).toBe(`${site.url}/reschedule?r=token`);
    await opened.close();
    await page.waitForFunction('document.querySelector("iframe").style.height !== ""');
    await picture(page, 'pages/mailbox-1280-light');
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([
    [320, 'light'],
    [390, 'dark'],
    [1280, 'dark'],
  ] as const)('fits %i pixels in %s', async (width, colorScheme) => {
    const { page, complaints, close } = await watchedPage(browser, site.url, {
      viewport: { width, height: 800 },
      colorScheme,
    });
    await page.goto(`/dev/mailbox?to=${GUEST.email}`, { waitUntil: 'load' });
    expect(await overflow(page)).toBe(0);
    await picture(page, `pages/mailbox-${width}-${colorScheme}`);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([
    ['Accept', 'ACCEPTED', 'Accepted'],
    ['Tentative', 'TENTATIVE', 'Tentative'],
    ['Decline', 'DECLINED', 'Declined'],
  ])('mails a real answer to the organizer: %s', async (button, partstat, subjectWord) => {
    const { page, close } = await watchedPage(browser, site.url);
    await page.goto(`/dev/mailbox?to=${GUEST.email}`);
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.locator('.notice.good').waitFor();
    const [answer] = await waitForMail(listener, {
      to: ORGANIZER,
      where: ({ subject }) => subject.startsWith(subjectWord),
    });
    expect(answer!.from).toBe(GUEST.email);
    const { method, events } = await calendarOf(answer!.raw);
    expect(method).toBe('REPLY');
    expect(events[0]).toMatchObject({ uid: 'one@parley', attendees: [{ address: GUEST.email, partstat }] });
    await close();
  });

  it('mails a counter-proposal in the zone that is shown', async () => {
    const { page, close } = await watchedPage(browser, site.url, { javaScriptEnabled: false });
    await page.goto(`/dev/mailbox?to=${GUEST.email}&zone=America/New_York`);
    await page.fill('input[type=time]', '11:00');
    await page.getByRole('button', { name: 'Propose new time' }).click();
    await page.getByText('New time proposed').first().waitFor();
    const [counter] = await waitForMail(listener, {
      to: ORGANIZER,
      where: ({ subject }) => subject.startsWith('New time proposed'),
    });
    const { method, events } = await calendarOf(counter!.raw);
    expect(method).toBe('COUNTER');
    expect(events[0]?.time?.startMs).toBe(MEETING_START + 7 * HOUR);
    await close();
  });

  it('says beside the day that there is no such time, and keeps what was typed', async () => {
    const [{ id } = { id: '' }] = await mailbox.list(GUEST.email);
    const fields = { id, answer: 'counter', zone: 'Europe/Berlin', date: '2027-03-28', time: '02:30' };
    const answer = await site.post('/dev/mailbox/answer', fields);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(`id="date-${id}-error"`);
    expect(html).toMatch(/name="date"[^>]*aria-invalid="true"[^>]*value="2027-03-28"/);
    expect(html).toMatch(/name="time"[^>]*value="02:30"/);
  });

  it('offers no answer to what a newer message has replaced', async () => {
    const mail = { uid: 'one@parley', origin: site.url };
    await mailGuest(mailbox.smtpUrl, { ...mail, kind: 'cancellation', method: 'CANCEL', sequence: 1 });
    const html = await (await site.get(`/dev/mailbox?to=${GUEST.email}`)).text();
    expect(html).toContain('Cancellation');
    expect(html).not.toContain('Answer the invitation');
  });

  it('says when the listener does not take the answer', async () => {
    await mailGuest(mailbox.smtpUrl, {
      kind: 'invitation',
      method: 'REQUEST',
      uid: 'two@parley',
      sequence: 0,
      origin: site.url,
    });
    const messages = await mailbox.list(GUEST.email);
    const port = site.deps.config.smtpIn.port;
    site.deps.config.smtpIn.port = 9;
    const answer = await site.post('/dev/mailbox/answer', { id: messages.at(-1)!.id, answer: 'accept' });
    site.deps.config.smtpIn.port = port;
    expect(answer.headers.get('location')).toContain('said=unsent');
    expect((await site.post('/dev/mailbox/answer', { id: 'none', answer: 'accept' })).status).toBe(404);
  });
});
