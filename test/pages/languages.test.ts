import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { isThorough } from '../support/rounds.ts';
import { overflow, watchedPage } from './support/browsing.ts';
import { everyPage } from './support/fixtures.ts';
import { DAY, HOUR, insertLink, insertMeeting, insertProposal } from './support/rows.ts';
import { NOW, startSite, type Site } from './support/site.ts';

const START = NOW + 6 * DAY;

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

/** The host's link to approve a proposal of the guest. */
async function approvePath(language?: string): Promise<string> {
  const meeting = await insertMeeting(site.knex, {
    tenantId: site.tenantId,
    startMs: START,
    ...(language && { languages: { host: language } }),
  });
  const expiresMs = NOW + 48 * HOUR;
  const proposalId = await insertProposal(site.knex, meeting, { startMs: START + DAY, expiresMs });
  const token = await insertLink(site.knex, meeting, {
    purpose: 'approve',
    role: 'host',
    expiresMs,
    proposalId,
  });
  return `/approve?t=${token}`;
}

const languageOf = (html: string): string | undefined => /<html lang="([^"]+)"/.exec(html)?.[1];
const read = async (path: string, acceptLanguage?: string): Promise<string> => {
  const language = acceptLanguage && { 'Accept-Language': acceptLanguage };
  return (await site.get(path, { headers: { Accept: 'text/html', ...language } })).text();
};

describe('the language of a page', () => {
  it('is the chosen one, else the invitation’s, else the browser’s, else the tenant’s, else the default', async () => {
    const invited = await approvePath('fr-CH');
    expect(languageOf(await read(`${invited}&lang=ja`, 'es'))).toBe('ja');
    expect(languageOf(await read(invited, 'es'))).toBe('fr');
    const plain = await approvePath();
    expect(languageOf(await read(plain, 'it, pt-BR;q=0.8, es;q=0.5'))).toBe('pt');
    await site.knex('tenants').where({ id: site.tenantId }).update({ language: 'de' });
    expect(languageOf(await read(plain, 'it'))).toBe('de');
    await site.knex('tenants').where({ id: site.tenantId }).update({ language: null });
    expect(languageOf(await read(plain, 'it'))).toBe('en');
    expect(languageOf(await read(`${plain}&lang=<script>`, 'de'))).toBe('de');
  });

  it('is that of the invitation in which somebody was asked, with the region’s way to write times', async () => {
    const html = await read(await approvePath('en-US'));
    expect(html).toContain('Friday, November 27, 2026');
    expect(html).toContain('10:00 AM – 11:00 AM');
    const german = await read(await approvePath('de'));
    expect(german).toContain('Freitag, 27. November 2026');
    expect(german).toContain('Der neuen Zeit zustimmen?');
  });

  it('is that of a page that says what went wrong, too', async () => {
    const missing = await site.get('/nowhere', { headers: { Accept: 'text/html', 'Accept-Language': 'de' } });
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('Hier ist nichts');
    const path = await approvePath();
    const foreign = await site.post(
      `/approve`,
      { t: path, lang: 'de' },
      { 'Sec-Fetch-Site': 'cross-site', 'Accept-Language': 'ja' },
    );
    expect(foreign.status).toBe(403);
    expect(await foreign.text()).toContain('別のサイトから');
    expect(await read('/approve?t=unknown&lang=es', 'ja')).toContain('No conocemos este enlace');
  });

  it('stays the chosen one in what a form answers', async () => {
    const token = (await approvePath('fr')).split('=')[1] ?? '';
    const answer = await site.post('/approve', { t: token, zone: 'Europe/Berlin', lang: 'pt' });
    expect(answer.status).toBe(303);
    const next = answer.headers.get('Location') ?? '';
    expect(next).toContain('lang=pt');
    expect(await read(next)).toContain('Você aprovou o novo horário');
  });
});

it('is chosen at the foot of the page without any script, and kept by links and forms', async () => {
  const { page, complaints, close } = await watchedPage(browser, site.url, {
    viewport: { width: 320, height: 800 },
    javaScriptEnabled: false,
  });
  await page.goto(await approvePath('fr'));
  const choices = page.locator('footer nav a');
  expect(await choices.allInnerTexts()).toEqual([
    'Deutsch',
    'English',
    'Español',
    'Français',
    '日本語',
    'Português',
  ]);
  expect(await page.locator('footer [aria-current]').innerText()).toBe('Français');
  for (const choice of await choices.all())
    expect((await choice.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await page.getByRole('link', { name: 'Deutsch' }).click();
  expect(await page.locator('h1').innerText()).toBe('Der neuen Zeit zustimmen?');
  await page.locator('select[name=zone]').selectOption('Asia/Tokyo');
  await page.getByRole('button', { name: 'In dieser Zone anzeigen' }).click();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  expect(await page.locator('main').innerText()).toContain('Tokyo, UTC+9');
  await page.getByRole('button', { name: 'Neuer Zeit zustimmen' }).click();
  expect(await page.locator('h1').innerText()).toBe('Sie haben der neuen Zeit zugestimmt');
  expect(complaints).toEqual([]);
  await close();
});

const inLanguage = (path: string, lang: string) => `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
// That one is for developers, and in English.
const translated = () => Object.entries(pages).filter(([name]) => name !== 'docs');

it('changes nothing else of the page: the answer that was about to be given stays', async () => {
  const meeting = await insertMeeting(site.knex, { tenantId: site.tenantId, startMs: START });
  const t = await insertLink(site.knex, meeting, { purpose: 'answer', role: 'guest', expiresMs: START });
  const html = await read(`/answer?t=${t}&as=accepted&zone=Asia%2FTokyo`, 'en');
  const [, link = ''] = /href="([^"]*lang=de[^"]*)"/.exec(html) ?? [];
  const query = new URLSearchParams(link.replaceAll('&amp;', '&'));
  expect([query.get('as'), query.get('zone')]).toEqual(['accepted', 'Asia/Tokyo']);
});

it.each(['de', 'es', 'fr', 'ja', 'pt'])('every page is in %s', async (lang) => {
  for (const [name, path] of translated()) {
    const html = await read(inLanguage(path, lang));
    expect(languageOf(html), name).toBe(lang);
    const [main = ''] = /<main[^]*<\/main>/.exec(html) ?? [];
    expect(main.replace(/<[^>]*>/g, ' '), name).not.toMatch(/\b(the|meeting|time zone)\b/i);
  }
});

// The longest words, and those without blanks.
it.each(isThorough() ? ['de', 'es', 'fr', 'ja', 'pt'] : ['de'])(
  'every page fits 320 pixels in %s',
  async (lang) => {
    const { page, complaints, close } = await watchedPage(browser, site.url, {
      viewport: { width: 320, height: 800 },
    });
    for (const [name, path] of translated()) {
      await page.goto(inLanguage(path, lang), { waitUntil: 'load' });
      expect(await overflow(page), `${name} in ${lang}`).toBe(0);
    }
    expect(complaints).toEqual([]);
    await close();
  },
);

it('the preview of a new time says in the browser what the server says', async () => {
  const meeting = await insertMeeting(site.knex, { tenantId: site.tenantId, startMs: START });
  const token = await insertLink(site.knex, meeting, { purpose: 'propose', role: 'guest', expiresMs: START });
  const { page, close } = await watchedPage(browser, site.url);
  for (const [lang, clock] of [
    ['ja', '22:30～11月28日(土) 0:00'],
    ['de', '22:30 – 00:00, Sa., 28. Nov.'],
    ['en-US', '10:30 PM – 12:00 AM, Sat, Nov 28'],
  ] as const) {
    await page.goto(`/reschedule?r=${token}&zone=Europe/Berlin&lang=${lang}`);
    await page.fill('#field-date', '2026-11-27');
    await page.fill('#field-time', '22:30');
    await page.selectOption('#field-minutes', '90');
    const preview = page.locator('[data-preview]');
    expect(await preview.locator('[data-clock]').innerText()).toBe(clock);
    const inBrowser = await preview.innerText();
    const loaded = page.waitForEvent('load');
    await page.evaluate("document.querySelector('[data-zone-apply]').click()");
    await loaded;
    expect(await page.locator('[data-preview]').innerText()).toBe(inBrowser);
  }
  await close();
});
