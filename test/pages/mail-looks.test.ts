import { simpleParser } from 'mailparser';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMailComposer } from '../../adapters/mail/compose.ts';
import { loadTexts } from '../../adapters/texts/load.ts';
import { launchChromium } from '../support/chromium.ts';
import { KINDS, viewOf } from '../unit/mail/support.ts';
import { isThorough } from '../support/rounds.ts';
import { overflow, picture } from './support/browsing.ts';
import { LOOK_AT_TEXTS, type SeenText } from './support/seen-text.ts';

const PICTURES = 'mails';
const texts = loadTexts();
const composer = createMailComposer(texts);

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function mailIn(language: string, [kind, method]: (typeof KINDS)[number]) {
  const view = viewOf(kind, method);
  const { raw } = await composer.compose({ ...view, recipient: { ...view.recipient, language } });
  return simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
}

async function showing(page: Page, html: string): Promise<SeenText[]> {
  await page.setContent(html);
  return page.evaluate<SeenText[]>(LOOK_AT_TEXTS);
}

const inOneLine = (text: string): string => text.replace(/^> /gm, '').replace(/\s+/g, ' ').trim();

/** The colours are of no language; the widest letters and the narrowest are looked at in both. */
const DARK: readonly string[] = isThorough() ? texts.languages : ['en', 'ja'];

it.each(
  texts.languages.flatMap((language) =>
    (['light', 'dark'] as const)
      .filter((scheme) => scheme === 'light' || DARK.includes(language))
      .map((scheme) => [language, scheme] as const),
  ),
)(
  'every mail in %s fits 360 pixels in the %s, can be read, and says the same as its plain text',
  async (language, colorScheme) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 800 }, colorScheme });
    const page = await context.newPage();
    for (const kind of KINDS) {
      const name = `${kind[0]}-${language}-360-${colorScheme}`;
      const mail = await mailIn(language, kind);
      const seen = await showing(page, mail.html || '');
      expect(await overflow(page), name).toBe(0);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(seen.length, name).toBeGreaterThan(8);
      const plain = inOneLine(mail.text ?? '');
      for (const { text, contrast } of seen) {
        expect(plain, name).toContain(inOneLine(text));
        expect(contrast, `${name}: ${text}`).toBeGreaterThanOrEqual(4.5);
      }
      const links = await page.evaluate<string[]>('[...document.links].map((link) => link.href)');
      for (const link of links) expect(plain, name).toContain(link);
      await picture(page, `${PICTURES}/${name}`);
    }
    await context.close();
  },
);
