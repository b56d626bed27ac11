import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scheduleById } from '../../adapters/postgres/booking/schedules.ts';
import { presentWeekly } from '../../api/routes/availability/hours.ts';
import { eventTypeFor } from '../../queries/event-types.ts';
import { profileFor, schedulesFor } from '../../queries/availability.ts';
import { slotsFor } from '../../queries/slots.ts';
import { launchChromium } from '../support/chromium.ts';
import { picture } from './support/browsing.ts';
import { hostsPage, insertHost, insertMember, type TestHost } from './support/host.ts';
import { DAY } from './support/rows.ts';
import { startSite, type Site } from './support/site.ts';

const PICTURES = 'bookings';
/** Monday, 23 November 2026; Vienna is an hour ahead of UTC. */
const MONDAY = Date.UTC(2026, 10, 23);

let site: Site;
let browser: Browser;
let host: TestHost;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});
beforeEach(async () => {
  host = await insertHost(site);
});

const self = () => ({ tenantId: host.actor.tenantId, id: host.actor.principalId });

async function week(id?: string) {
  const { profile } = await profileFor(site.deps, host.actor, self());
  const { tenantId, principalId } = host.actor;
  const named = { tenantId, principalId, id: id ?? profile!.defaultScheduleId };
  return presentWeekly((await scheduleById(site.knex, named))!.weekly);
}

/** The clock times in Vienna at which the event type is offered on a day. */
async function offered(dayMs: number): Promise<string[]> {
  const { tenantId } = host.actor;
  const eventType = await eventTypeFor(site.deps, host.actor, { tenantId, id: host.eventTypeId });
  const slots = await slotsFor(site.deps, eventType, 30, { startMs: dayMs, endMs: dayMs + DAY });
  return slots.map(({ startMs }) => new Date(startMs + 3_600_000).toISOString().slice(11, 16));
}

const NINE_TO_FIVE = [{ from: '09:00', until: '17:00' }];

describe('the grid', () => {
  it('is painted with the mouse, several days at once, and what is stored and offered follows', async () => {
    const { page, complaints, close } = await hostsPage(browser, site, host);
    await page.goto('/bookings/availability');
    await page.locator('[role=gridcell]').first().waitFor();
    await picture(page, `${PICTURES}/hours`);
    await page.getByLabel('Monday, 17:00', { exact: true }).hover();
    await page.mouse.down();
    await page.getByLabel('Tuesday, 18:30', { exact: true }).hover();
    await page.mouse.up();
    await page.getByLabel('Wednesday, 12:00', { exact: true }).click();
    expect(await page.getByLabel('Monday, 18:30').getAttribute('aria-selected')).toBe('true');
    await page.click('text=Save the hours');
    expect(await page.textContent('[role=status]')).toContain('Saved');
    const stored = await week();
    expect(stored.monday).toEqual([{ from: '09:00', until: '19:00' }]);
    expect(stored.tuesday).toEqual([{ from: '09:00', until: '19:00' }]);
    expect(stored.wednesday).toEqual([
      { from: '09:00', until: '12:00' },
      { from: '12:30', until: '17:00' },
    ]);
    expect(stored.thursday).toEqual(NINE_TO_FIVE);
    expect(await offered(MONDAY)).toContain('18:30');
    expect(await offered(MONDAY + 2 * DAY)).not.toContain('12:00');
    expect(complaints).toEqual([]);
    await close();
  });

  it('is painted with the keyboard alone', async () => {
    const { page, close } = await hostsPage(browser, site, host);
    await page.goto('/bookings/availability');
    await page.locator('[role=gridcell][tabindex="0"]').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press(' ');
    await page.keyboard.press('Shift+ArrowUp');
    expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Monday, 08:00');
    await page.click('text=Save the hours');
    expect((await week()).monday).toEqual([{ from: '08:00', until: '17:00' }]);
    expect((await offered(MONDAY))[0]).toBe('08:00');
    await close();
  });

  it('shows what passes midnight on both days, and closes the half hour after it', async () => {
    const { page, close } = await hostsPage(browser, site, host);
    await page.goto('/bookings/availability');
    await page.fill('[id="5.0.from"]', '22:00');
    await page.fill('[id="5.0.until"]', '02:00');
    expect(await page.getByLabel('Saturday, 01:30').getAttribute('aria-selected')).toBe('true');
    await page.getByLabel('Saturday, 00:00', { exact: true }).dispatchEvent('click');
    await page.click('text=Save the hours');
    const stored = await week();
    expect(stored.friday).toEqual([{ from: '22:00', until: '24:00' }]);
    expect(stored.saturday).toEqual([{ from: '00:30', until: '02:00' }]);
    await close();
  });
});

describe('the grid and its page', () => {
  it('say what is not saved yet, and ask before it is lost', async () => {
    const { page, close } = await hostsPage(browser, site, host);
    await page.goto('/bookings/availability');
    const unsaved = page.locator('[data-unsaved]');
    expect(await unsaved.isVisible()).toBe(false);
    await page.getByLabel('Wednesday, 12:00', { exact: true }).click();
    expect(await unsaved.textContent()).toBe('Not saved yet');
    const asked = page.waitForEvent('dialog');
    const left = page.click('nav a:has-text("Event types")', { noWaitAfter: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await left;
    expect(new URL(page.url()).pathname).toBe('/bookings/availability');
    let again = 0;
    page.on('dialog', (one) => {
      again += 1;
      void one.accept();
    });
    await page.click('text=Save the hours');
    expect(await page.textContent('[role=status]')).toContain('Saved');
    await page.click('nav a:has-text("Event types")');
    expect(again).toBe(0);
    await close();
  });

  it('show the whole day without a box that scrolls, and each hour whole on a phone, in German, too', async () => {
    const { page, close } = await hostsPage(browser, site, host, {
      ...{ viewport: { width: 390, height: 800 }, locale: 'de-DE' },
    });
    await page.goto('/bookings/availability');
    await page.locator('[role=gridcell]').first().waitFor();
    const box = page.locator('.week-grid');
    const [inside, outside] = await box.evaluate((grid) => [grid.scrollHeight, grid.clientHeight]);
    expect(inside).toBeLessThanOrEqual(outside ?? 0);
    const edge = (await box.boundingBox())?.x ?? 0;
    for (const label of await page.locator('.week-grid th[scope=row] span').all())
      expect((await label.boundingBox())?.x, (await label.textContent()) ?? '').toBeGreaterThanOrEqual(edge);
    await picture(page, `${PICTURES}/hours-phone`);
    await close();
  });
});

describe('without JavaScript', () => {
  it('blocks are added, filled in, taken away and saved', async () => {
    const { page, close } = await hostsPage(browser, site, host, { javaScriptEnabled: false });
    await page.goto('/bookings/availability');
    await page.click('button[value="add 1"]');
    expect((await week()).monday).toEqual(NINE_TO_FIVE);
    await page.fill('[id="1.0.until"]', '12:00');
    await page.fill('[id="1.1.from"]', '14:00');
    await page.fill('[id="1.1.until"]', '15:30');
    await page.click('button[value="remove 2 0"]');
    await page.click('text=Save the hours');
    const stored = await week();
    expect(stored.monday).toEqual([
      { from: '09:00', until: '12:00' },
      { from: '14:00', until: '15:30' },
    ]);
    expect(stored.tuesday).toEqual([]);
    expect(await offered(MONDAY)).toEqual([
      ...['09:00', '09:30', '10:00', '10:30', '11:00', '11:30', '14:00', '14:30', '15:00'],
    ]);
    await close();
  });

  it('blocks that overlap are refused, beside their fields, and nothing is stored', async () => {
    const { page, close } = await hostsPage(browser, site, host, { javaScriptEnabled: false });
    await page.goto('/bookings/availability');
    await page.click('button[value="add 3"]');
    await page.fill('[id="3.1.from"]', '16:00');
    await page.fill('[id="3.1.until"]', '18:00');
    await page.click('text=Save the hours');
    expect(await page.textContent('[id="3.1-error"]')).toBe('This overlaps another block.');
    expect(await page.getAttribute('[role=alert] a', 'href')).toBe('#3.1.from');
    expect(await page.textContent('[role=alert] a')).toBe('Wednesday: This overlaps another block.');
    expect(await page.inputValue('[id="3.1.until"]')).toBe('18:00');
    expect((await week()).wednesday).toEqual(NINE_TO_FIVE);
    await close();
  });
});

describe('schedules', () => {
  it('an event type gets hours of its own, follows others, and follows the member’s again', async () => {
    const { page, close } = await hostsPage(browser, site, host);
    await page.goto(`/bookings/availability?of=${host.eventTypeId}`);
    expect(await page.textContent('main')).toContain('This event type follows your hours.');
    await picture(page, `${PICTURES}/hours-inherited`);
    expect(await page.textContent('.terms')).toContain('09:00 – 17:00');
    await page.click('text=Give it hours of its own');
    await page.getByLabel('Sunday, 10:00', { exact: true }).click();
    await page.click('text=Save the hours');
    expect(await offered(MONDAY + 6 * DAY)).toEqual(['10:00']);
    expect((await week()).sunday).toEqual([]);
    await page.click('text=Use my hours again');
    expect(await page.textContent('h1')).toBe('Use your hours for “Lesson” again?');
    expect(await offered(MONDAY + 6 * DAY)).toEqual(['10:00']);
    await page.click('main button');
    expect(await offered(MONDAY + 6 * DAY)).toEqual([]);
    await close();
  });

  it('hours with a name are made, changed, used and deleted, which asks first; in use they stay', async () => {
    const { page, close } = await hostsPage(browser, site, host);
    await page.goto('/bookings/availability');
    await page.fill('#new-name', 'Evenings');
    await page.click('text=Make new hours');
    await page.fill('[name="1.0.from"]', '18:00');
    await page.fill('[name="1.0.until"]', '20:00');
    await page.click('text=Save the hours');
    const evenings = (await schedulesFor(site.deps, host.actor, self(), { limit: 9 })).at(-1)!;
    expect((await week(evenings.id)).monday).toEqual([{ from: '18:00', until: '20:00' }]);
    await page.goto(`/bookings/availability?of=${host.eventTypeId}`);
    await page.selectOption('[name=schedule]', { label: 'Evenings' });
    await page.click('text=Follow these');
    expect(await offered(MONDAY)).toEqual(['18:00', '18:30', '19:00', '19:30']);
    await page.goto(`/bookings/availability?of=${evenings.id}`);
    await page.click('text=Delete these hours');
    await page.click('main button:has-text("Delete")');
    expect(await page.textContent('[role=alert]')).toContain('These hours are in use.');
    await page.goto(`/bookings/availability?of=${host.eventTypeId}`);
    await page.click('text=Use my hours again');
    await page.goto(`/bookings/availability/schedules/${evenings.id}/delete`);
    await page.click('main button:has-text("Delete")');
    expect(await schedulesFor(site.deps, host.actor, self(), { limit: 9 })).toHaveLength(1);
    await close();
  });

  it('who has no page yet is led to where it is made, and then has hours', async () => {
    const member = await insertMember(site);
    const { page, close } = await hostsPage(browser, site, member);
    await page.goto('/bookings/availability');
    await page.click('text=Begin here');
    await picture(page, `${PICTURES}/begin`);
    const slug = `olga-${member.actor.principalId.slice(0, 8)}`;
    await page.fill('[name=slug]', slug);
    expect(await page.inputValue('[name=zone]')).toBe('Europe/Berlin');
    await page.click('text=Save');
    expect(await page.inputValue('#own-page')).toContain(`/book/${slug}`);
    const { actor } = member;
    const named = { tenantId: actor.tenantId, id: actor.principalId };
    const { member: found, profile } = await profileFor(site.deps, actor, named);
    expect(found.timezone).toBe('Europe/Berlin');
    expect(profile?.timezoneConfirmed).toBe(true);
    await picture(page, `${PICTURES}/start`);
    await close();
  });
});
