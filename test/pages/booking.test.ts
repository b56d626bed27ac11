import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWholeApi, type WholeApi } from '../api/support/served-api.ts';
import { launchChromium } from '../support/chromium.ts';
import { see } from '../support/seen-mail.ts';
import { waitForMail } from '../support/smtp-catcher.ts';
import {
  asPeopleDo,
  bookable,
  dateOf,
  fillIn,
  formPath,
  guestAt,
  laterDay,
  turnTo,
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
      const day = laterDay(17);
      await turnTo(page, day);
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

  it('is done by keyboard alone', async () => {
    const made = await bookable(api, { lengths_minutes: [30, 60] });
    const { page, complaints, close } = await guestAt(browser, api);
    await page.goto(`${made.path}?zone=Europe/Berlin`);
    const tabTo = async (selector: string) => {
      for (let presses = 0; presses < 150; presses += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`))
          return;
      }
      throw new Error(`Tab does not lead to ${selector}`);
    };
    const press = async (selector: string) => {
      await tabTo(selector);
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    };
    await press('.lengths a[href*="length=60"]');
    await turnTo(page, laterDay(20), () => press('a[rel=next]'));
    const day = dateOf(laterDay(20));
    await press(`a.day[href*="day=${day}"]`);
    await press(`.slots a[href*="start=${day}T10%3A00"]`);
    await tabTo('input[name=name]');
    await page.keyboard.type('Gus');
    await tabTo('input[name=email]');
    const email = newAddress();
    await page.keyboard.type(email);
    await asPeopleDo();
    await press('form[method=post] button');
    expect(await page.locator('h1').innerText()).toBe('Your time is booked');
    expect(await page.locator('.time').innerText()).toContain('11:00 – 12:00');
    expect(complaints).toEqual([]);
    await close();
  }, 60_000);

  it('needs no JavaScript: zone, month, day and time are chosen by links and a form', async () => {
    const made = await bookable(api);
    const { page, close } = await guestAt(browser, api, { javaScriptEnabled: false });
    await page.goto(made.path);
    await page.selectOption('select[name=zone]', 'Asia/Tokyo');
    await page.getByRole('button', { name: 'Show in this zone' }).click();
    await turnTo(page, laterDay(12));
    await page.locator(`a.day[href*="day=${dateOf(laterDay(12))}"]`).click();
    expect(await page.locator('.slots').innerText()).toContain('Tokyo, UTC+9');
    await page.locator('.slots a', { hasText: '09:00' }).click();
    const email = await fillIn(page);
    await asPeopleDo();
    await page.getByRole('button', { name: 'Book this time' }).click();
    expect(await page.locator('.time').innerText()).toMatch(/09:00 – 09:30/);
    await invitation(email);
    const own = await api.knex('invitations').where({ attendee_email: email }).first('attendee_timezone');
    expect(own).toEqual({ attendee_timezone: 'Asia/Tokyo' });
    await close();
  }, 60_000);

  it('of a guest who chose no zone is in the mail as the page showed it', async () => {
    const made = await bookable(api, {}, { timezone: 'Europe/Berlin' });
    const { page, close } = await guestAt(browser, api);
    await page.goto(`${made.path}?start=${laterDay(13).toISOString()}`);
    const email = await fillIn(page);
    await asPeopleDo();
    await page.getByRole('button', { name: 'Book this time' }).click();
    await page.getByRole('heading', { name: 'Your time is booked' }).waitFor();
    expect((await see((await invitation(email)).at(-1)!)).text).toContain('Berlin');
    await close();
  }, 60_000);

  it('of a time that was never offered is not said to be just taken', async () => {
    const made = await bookable(api);
    const { page, close } = await guestAt(browser, api);
    await page.goto(formPath(made, laterDay(15)));
    await page.locator('form input[name=start]').evaluateAll((all: HTMLInputElement[]) => {
      for (const field of all) field.value = field.value.replace('00:00', '00:07');
    });
    await fillIn(page);
    await asPeopleDo();
    await page.getByRole('button', { name: 'Book this time' }).click();
    await page.getByText('This time is not free').waitFor();
    await page.getByText('These are free:').waitFor();
    await close();
  }, 60_000);

  it('of two guests for one slot the second is shown the nearest ones, and books one of them', async () => {
    const made = await bookable(api);
    const start = new Date(laterDay(14).getTime() + 9 * 3_600_000);
    const guests = await Promise.all([guestAt(browser, api), guestAt(browser, api)]);
    for (const { page } of guests) {
      await page.goto(formPath(made, start));
      await fillIn(page);
    }
    await asPeopleDo();
    const [first, second] = guests.map(({ page }) => page) as [Page, Page];
    await first.getByRole('button', { name: 'Book this time' }).click();
    await first.getByRole('heading', { name: 'Your time is booked' }).waitFor();
    const typed = await second.inputValue('input[name=email]');
    const answer = second.waitForResponse((response) => response.request().method() === 'POST');
    await second.getByRole('button', { name: 'Book this time' }).click();
    expect((await answer).status()).toBe(409);
    await second.getByText('This time was just taken').waitFor();
    await second.getByText('These are free:').waitFor();
    await picture(second, 'booking/taken-1280');
    expect(await second.inputValue('input[name=email]')).toBe(typed);
    const offered = await second
      .locator('input[name=start]')
      .evaluateAll((all: HTMLInputElement[]) => all.map(({ value }) => value));
    expect(offered).toContain(new Date(start.getTime() + 30 * 60_000).toISOString());
    expect(offered).not.toContain(start.toISOString());
    // Nobody books by a mere press a time that they have not chosen.
    expect(await second.locator('input[name=start]:checked').count()).toBe(0);
    await second.getByRole('button', { name: 'Book this time' }).click();
    await second.getByText('Please choose one of these times.').first().waitFor();
    await picture(second, 'booking/taken-unchosen-1280');
    await second.setViewportSize({ width: 390, height: 844 });
    expect(await overflow(second)).toBe(0);
    await picture(second, 'booking/taken-unchosen-390');
    expect(await second.inputValue('input[name=email]')).toBe(typed);
    await second.locator('label.choice', { hasText: '09:30' }).click();
    await second.getByRole('button', { name: 'Book this time' }).click();
    await second.getByRole('heading', { name: 'Your time is booked' }).waitFor();
    expect(await second.locator('.time').innerText()).toContain('09:30 – 10:00');
    await invitation(typed);
    for (const guest of guests) {
      expect(guest.complaints).toEqual([]);
      await guest.close();
    }
  }, 60_000);

  it('shows the form in another zone, with JavaScript and without, and what was typed stays', async () => {
    const made = await bookable(api);
    const start = new Date(laterDay(15).getTime() + 9 * 3_600_000);
    for (const javaScriptEnabled of [true, false]) {
      const { page, complaints, close } = await guestAt(browser, api, { javaScriptEnabled });
      await page.goto(formPath(made, start));
      const email = await fillIn(page);
      await page.selectOption('select[name=zone]', 'Asia/Tokyo');
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Show in this zone' }).click();
      await page.locator('.time', { hasText: 'Tokyo, UTC+9' }).waitFor();
      expect(await page.locator('.time').innerText()).toContain('18:00 – 18:30');
      expect(await page.inputValue('input[name=email]')).toBe(email);
      expect(await page.locator('.error').count()).toBe(0);
      expect(complaints).toEqual([]);
      await close();
    }
  }, 60_000);
});
