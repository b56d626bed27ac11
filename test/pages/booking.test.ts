import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWholeApi, type WholeApi } from '../api/support/served-api.ts';
import { launchChromium } from '../support/chromium.ts';
import { waitForMail } from '../support/smtp-catcher.ts';
import {
  asPeopleDo,
  bookable,
  dateOf,
  fillIn,
  guestAt,
  laterDay,
  newAddress,
  questions,
} from './support/booking.ts';
import { overflow, picture } from './support/browsing.ts';

let api: WholeApi;
let browser: Browser;
beforeAll(async () => {
  [api, browser] = await Promise.all([startWholeApi(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await api?.stop();
});

const invitation = (email: string) =>
  waitForMail(api.world.catcher, { to: email, where: ({ subject }) => subject.includes('Consultation') });

describe('booking a time', () => {
  it.each([
    [320, 'light'],
    [1280, 'dark'],
  ] as const)(
    'leads from the member’s page over month, day and form to the invitation, at %i pixels in %s',
    async (width, colorScheme) => {
      const made = await bookable(api, {
        questions,
        location: 'Café Central',
        description: 'About your plans.',
      });
      const { page, complaints, close } = await guestAt(browser, api, {
        viewport: { width, height: 800 },
        colorScheme,
      });
      await page.goto(`/book/${made.memberSlug}`);
      await picture(page, `booking/member-${width}`);
      await page.getByRole('link', { name: /Consultation/ }).click();
      await page.locator('select[name=zone]').waitFor();
      await expect.poll(() => page.locator('select[name=zone]').inputValue()).toBe('Europe/Berlin');
      for (const _ of [1, 2]) await page.locator('a[rel=next]').click();
      const day = laterDay(17);
      await page.locator(`a.day[href*="day=${dateOf(day)}"]`).click();
      await picture(page, `booking/month-${width}`);
      expect(await overflow(page)).toBe(0);
      await page.locator('.slots a', { hasText: '15:00' }).click();
      const email = await fillIn(page);
      await page.fill('input[name=a_topic]', 'Engines');
      await page.selectOption('select[name=a_level]', 'Advanced');
      await picture(page, `booking/form-${width}`);
      expect(await overflow(page)).toBe(0);
      await asPeopleDo();
      await page.getByRole('button', { name: 'Book this time' }).click();
      await page.getByText(`An invitation is on its way to ${email}`).waitFor();
      await picture(page, `booking/booked-${width}`);
      expect(await overflow(page)).toBe(0);
      expect(await page.locator('.time').innerText()).toMatch(/15:00 – 15:30/);
      expect(await page.locator('main').innerText()).toContain('Café Central');
      expect(await page.content()).not.toContain(made.hostEmail);
      await invitation(email);
      expect(complaints).toEqual([]);
      await close();
    },
    90_000,
  );
});
