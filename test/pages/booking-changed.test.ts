import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmationToken } from '../../api/pages/book/stamp.ts';
import { startWholeApi, type WholeApi } from '../api/support/served-api.ts';
import type { Caller } from '../api/support/caller.ts';
import { at } from '../booking/support/event-types.ts';
import { launchChromium } from '../support/chromium.ts';
import { linkIn, see } from '../support/seen-mail.ts';
import { waitForMail } from '../support/smtp-catcher.ts';
import { bookable, guestAt, newAddress } from './support/booking.ts';
import { overflow, picture } from './support/browsing.ts';

let api: WholeApi;
let us: Caller;
let browser: Browser;
beforeAll(async () => {
  [api, browser] = await Promise.all([startWholeApi(), launchChromium()]);
  us = await api.caller();
});
afterAll(async () => {
  await browser?.close();
  await api?.stop();
});

const booked = async (columns: Record<string, unknown>, startsAt: string) => {
  const made = await bookable(api, { step_minutes: 60, ...columns });
  const email = newAddress();
  const { json } = await us.post(`/api/event-types/${made.eventTypeId}/book`, {
    startsAt,
    guest: { email, name: 'Gus Okafor', timezone: 'UTC' },
  });
  return { ...made, email, id: json.id };
};
/** The page that its guest was led to. */
const confirmation = async ({ id, path }: Awaited<ReturnType<typeof booked>>): Promise<string> => {
  const request = await api.knex('invite_requests').where({ meeting_id: id }).first('id');
  return `${path}/booked?b=${confirmationToken(api.deps.config, String(request?.id))}`;
};
const newest = async (to: string) => see((await waitForMail(api.world.catcher, { to })).at(-1)!);
/** The page of a link, at the address that this API has. */
const here = (link: URL) => `${link.pathname}${link.search}`;

describe('a guest who wants another time', () => {
  it.each([320, 1280])(
    'chooses among the free slots, and the meeting is there at once, at %i pixels',
    async (width) => {
      const made = await booked({}, at(3, 9));
      const link = linkIn((await newest(made.email)).text, 'reschedule');
      const { page, complaints, close } = await guestAt(browser, api, { viewport: { width, height: 800 } });
      await page.goto(here(link));
      expect(await overflow(page)).toBe(0);
      await picture(page, `booking/reschedule-${width}`);
      const slots = page.locator('input[name=slot]');
      const chosen = await slots.nth(5).inputValue();
      expect(
        await slots.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
      ).not.toContain(at(3, 9));
      await slots.nth(5).check();
      await page.getByRole('button', { name: 'Move to this time' }).click();
      await page.getByRole('heading', { name: 'The meeting has moved' }).waitFor();
      await picture(page, `booking/moved-${width}`);
      // Nobody has approved anything.
      expect(await page.textContent('.badge')).toBe('Moved');
      expect((await us.get(`/api/bookings/${made.id}`)).json).toMatchObject({
        startsAt: chosen,
        sequence: 1,
      });
      await page.goto(await confirmation(made));
      await page
        .getByText(`It was moved to this time, and the invitation for it went to ${made.email}.`)
        .waitFor();
      await picture(page, `booking/booked-moved-${width}`);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('or gives it up, and the confirmation says by whom it has ended', async () => {
    const lead = async (made: Awaited<ReturnType<typeof booked>>) =>
      /class="lead">([^<]+)</.exec(await (await fetch(api.url + (await confirmation(made)))).text())?.[1];
    const own = await booked({}, at(6, 9));
    const link = linkIn((await newest(own.email)).text, 'answer');
    const t = link.searchParams.get('t') ?? '';
    expect(await lead(own)).toContain('An invitation is on its way');
    await fetch(`${api.url}/answer/cancel`, { method: 'POST', body: new URLSearchParams({ t }) });
    expect(await lead(own)).toBe('You have cancelled or declined it.');
    const others = await booked({}, at(6, 9));
    await us.post(`/api/bookings/${others.id}/cancel`, {});
    expect(await lead(others)).toBe('It was cancelled.');
    const asked = await booked({ requires_approval: true }, at(6, 9));
    await us.post(`/api/bookings/${asked.id}/decline`, {});
    expect(await lead(asked)).toBe('The host declined it.');
  });

  it('asks the host instead where each booking is approved', async () => {
    const made = await booked({ requires_approval: true }, at(4, 9));
    const toHost = await newest(made.hostEmail);
    const { page, close } = await guestAt(browser, api);
    await page.goto(here(linkIn(toHost.text, 'approve')));
    await picture(page, 'booking/approve');
    await page.getByRole('button', { name: 'Accept booking' }).click();
    await page.getByRole('heading', { name: 'The booking is accepted' }).waitFor();
    await picture(page, 'booking/approved');
    const invitation = await waitForMail(api.world.catcher, { to: made.email, count: 2 });
    await page.goto(here(linkIn((await see(invitation.at(-1)!)).text, 'reschedule')));
    await page.locator('input[name=slot]').nth(3).check();
    await page.getByRole('button', { name: 'Ask for this time' }).click();
    await page.getByText('Waiting for Ada').first().waitFor();
    await page.getByText('Until then nobody else can book that time.').waitFor();
    await picture(page, 'booking/move-waits');
    // Another one of the free slots instead, with the same link.
    await page.getByRole('link', { name: 'Change request' }).click();
    const other = page.locator('input[name=slot]').nth(6);
    const startsAt = await other.inputValue();
    await other.check();
    await page.getByRole('button', { name: 'Ask for this time' }).click();
    await page.getByText('Waiting for Ada').first().waitFor();
    const waits = await api.knex('pending_proposals').where({ meeting_id: made.id, status: 'pending' });
    expect(waits).toMatchObject([{ holds: true, proposed_start_utc: new Date(startsAt) }]);
    expect((await us.get(`/api/bookings/${made.id}`)).json).toMatchObject({
      startsAt: at(4, 9),
      sequence: 0,
    });
    await close();
  });

  it('sees those of the meeting’s own day first, and goes to any other day without a script', async () => {
    const made = await booked({}, at(23, 9));
    const link = linkIn((await newest(made.email)).text, 'reschedule');
    const { page, close } = await guestAt(browser, api, { javaScriptEnabled: false });
    const first = () => page.locator('input[name=slot]').first().inputValue();
    link.searchParams.set('zone', 'UTC');
    link.searchParams.set('lang', 'de');
    await page.goto(here(link));
    expect((await first()).slice(0, 10)).toBe(at(23, 9).slice(0, 10));
    await page.getByLabel('Ab diesem Tag').fill(at(40, 9).slice(0, 10));
    await page.getByRole('button', { name: 'Anzeigen', exact: true }).click();
    await page.waitForURL(/from=/);
    expect((await first()).slice(0, 10)).toBe(at(40, 9).slice(0, 10));
    const query = Object.fromEntries(new URL(page.url()).searchParams);
    expect(query).toMatchObject({ r: link.searchParams.get('r'), zone: 'UTC', lang: 'de' });
    for (let pressed = 0; pressed < 3; pressed++) await page.getByRole('link', { name: 'Früher' }).click();
    // Now, which is before the meeting.
    expect(await page.getByRole('link', { name: 'Früher' }).count()).toBe(0);
    expect((await first()) < at(23, 0)).toBe(true);
    await page.getByRole('link', { name: 'Später' }).click();
    await page.getByRole('link', { name: 'Früher' }).waitFor();
    await close();
  });

  it('may do so without a script, and is told when somebody was faster', async () => {
    const made = await booked({}, at(5, 9));
    const link = linkIn((await newest(made.email)).text, 'reschedule');
    const { page, close } = await guestAt(browser, api, { javaScriptEnabled: false });
    await page.goto(here(link));
    const slot = page.locator('input[name=slot]').nth(2);
    const startsAt = await slot.inputValue();
    await slot.check();
    await us.post(`/api/event-types/${made.eventTypeId}/book`, { startsAt, guest: { email: newAddress() } });
    await page.getByRole('button', { name: 'Move to this time' }).click();
    await page.getByText('That time is taken').waitFor();
    expect((await us.get(`/api/bookings/${made.id}`)).json).toMatchObject({ startsAt: at(5, 9) });
    await close();
  });
});

describe('the latest time to change a booking', () => {
  it('is told by the mail, on the confirmation and on the page for another time', async () => {
    const made = await booked({ change_until_minutes: 120 }, at(6, 9));
    const mail = (await newest(made.email)).text;
    expect(mail.replaceAll(/\s+/g, ' ')).toMatch(/move or cancel it until [^;]*07:00[^;]*; no account/);
    const { page, close } = await guestAt(browser, api);
    await page.goto(here(linkIn(mail, 'reschedule')));
    expect(await page.textContent('main')).toMatch(/This link works until [^.]*\b0?7:00/);
    const request = await api.knex('invite_requests').where({ meeting_id: made.id }).first('id');
    const token = confirmationToken(api.deps.config, request!.id);
    await page.goto(`${made.path}/booked?zone=UTC&b=${token}`);
    expect(await page.textContent('.lead')).toMatch(/move or cancel the meeting until [^.]*\b0?7:00/);
    await picture(page, 'booking/booked-until');
    await api
      .knex('meetings')
      .where({ id: made.id })
      .update({ change_until_minutes: 60 * 24 * 30 });
    await page.goto(here(linkIn(mail, 'reschedule')));
    const said = (await page.textContent('main')) ?? '';
    expect(said).toContain('decline in your calendar');
    expect(said).not.toContain('link in the mail');
    await picture(page, 'booking/too-late');
    await close();
  });
});
