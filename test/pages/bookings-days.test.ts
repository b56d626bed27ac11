import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addTemporaryHours, addTravel, addVacation } from '../../commands/availability/add-days.ts';
import { putHolidays } from '../../commands/availability/put-holidays.ts';
import { setOverrides } from '../../commands/availability/set-overrides.ts';
import { daysFor, type DayTable } from '../../queries/availability.ts';
import { holidayCalendarsFor } from '../../queries/holidays.ts';
import { eventTypeFor } from '../../queries/event-types.ts';
import { slotsFor } from '../../queries/slots.ts';
import { launchChromium } from '../support/chromium.ts';
import { UNCOUNTED } from '../support/uncounted.ts';
import { picture } from './support/browsing.ts';
import { HOLIDAYS, hostsPage, insertHost, type TestHost } from './support/host.ts';
import { DAY } from './support/rows.ts';
import { startSite, type Site } from './support/site.ts';

const PICTURES = 'bookings';
/** Monday, 23 November 2026; Vienna is an hour ahead of UTC. */
const MONDAY = Date.UTC(2026, 10, 23);

let site: Site;
let browser: Browser;
let host: TestHost;
let page: Page;
let close: () => Promise<void>;
beforeAll(async () => {
  [site, browser] = await Promise.all([startSite(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});
beforeEach(async () => {
  host = await insertHost(site);
  ({ page, close } = await hostsPage(browser, site, host));
  return () => close();
});

const self = () => ({ tenantId: host.actor.tenantId, id: host.actor.principalId });
const stored = <T extends DayTable>(table: T, eventTypeId?: string) =>
  daysFor(
    site.deps,
    host.actor,
    table,
    eventTypeId === undefined
      ? { kind: 'principal', ...self() }
      : { kind: 'event-type', tenantId: host.actor.tenantId, id: eventTypeId },
    { limit: 50 },
  );

/** The clock times, in UTC, at which the event type is offered on a day. */
async function offered(dayMs: number): Promise<string[]> {
  const { tenantId } = host.actor;
  const eventType = await eventTypeFor(site.deps, host.actor, { tenantId, id: host.eventTypeId });
  const slots = await slotsFor(site.deps, eventType, 30, { startMs: dayMs, endMs: dayMs + DAY });
  return slots.map(({ startMs }) => new Date(startMs).toISOString().slice(11, 16));
}

describe('a single day', () => {
  it('is chosen in the month, closed, given times, deleted and brought back', async () => {
    await page.goto('/bookings/availability/dates');
    await page.click('.daypick a:has-text("23")');
    await page.click('text=Nothing can be booked on this day');
    await page.click('main button:has-text("Save")');
    expect(await offered(MONDAY)).toEqual([]);
    await page.click('.daypick a:has-text("23")');
    await page.click('text=It can be booked at these times only');
    await page.click('text=Add a block');
    await page.fill('[name="w.0.from"]', '10:00');
    await page.fill('[name="w.0.until"]', '11:00');
    await page.fill('[name=label]', 'After the dentist');
    await picture(page, `${PICTURES}/dates`);
    await page.click('main button:has-text("Save")');
    expect(await offered(MONDAY)).toEqual(['09:00', '09:30']);
    await page.click('.entries button:has-text("Delete")');
    expect(await stored('date_overrides')).toEqual([]);
    await page.click('text=Undo');
    expect(await offered(MONDAY)).toEqual(['09:00', '09:30']);
    expect((await stored('date_overrides'))[0]?.label).toBe('After the dentist');
  });

  it('is set for an event type alone', async () => {
    await page.goto(`/bookings/availability/dates?of=${host.eventTypeId}&month=2026-11&day=2026-11-24`);
    await page.click('text=Nothing can be booked on this day');
    await page.click('main button:has-text("Save")');
    expect(await stored('date_overrides', host.eventTypeId)).toHaveLength(1);
    expect(await stored('date_overrides')).toEqual([]);
    expect(await offered(MONDAY + DAY)).toEqual([]);
  });

  it('needs whole times that do not overlap', async () => {
    await page.goto('/bookings/availability/dates?month=2026-11&day=2026-11-24');
    await page.click('text=It can be booked at these times only');
    await page.fill('[name="w.0.until"]', '');
    await page.click('main button:has-text("Save")');
    expect(await page.textContent('[role=alert]')).toBe('Please fill in from and until.');
    expect(await stored('date_overrides')).toEqual([]);
  });
});

describe('the month', () => {
  /** What a day of December is marked with. */
  const mark = async (day: number) =>
    (await page.locator(`.daypick a[href*="day=2026-12-${String(day).padStart(2, '0')}"]`).innerText())
      .split('\n')
      .slice(2)
      .join(' ');
  const dates = '/bookings/availability/dates';

  it('marks each day with what the engine lets decide about it, and journeys besides', async () => {
    await setMonth();
    await page.goto(`${dates}?month=2026-12`);
    expect(await mark(4)).toBe('');
    expect(await mark(5)).toBe('Temporary hours');
    expect(await mark(7)).toBe('');
    expect(await mark(8)).toBe('Holiday');
    expect(await mark(9)).toBe('10:00 – 12:00');
    expect(await mark(15)).toBe('New York');
    expect(await mark(19)).toBe('Temporary hours');
    expect(await mark(24)).toBe('Vacation');
    expect(await mark(25)).toBe('Vacation');
    expect(await mark(26)).toBe('Temporary hours');
    await picture(page, `${PICTURES}/month`);
  });

  it('says what its colours stand for, also where there is no room for words', async () => {
    await setMonth();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`${dates}?month=2026-12`);
    expect(await page.locator('.day-legend li').allInnerTexts()).toEqual([
      'Temporary hours',
      'Holiday',
      'Other times on that day',
      'Journey',
      'Vacation',
    ]);
    await picture(page, `${PICTURES}/month-phone`);
  });

  it('of an event type has the member’s days, too, and they are told as theirs', async () => {
    await setMonth();
    await page.goto(`${dates}?of=${host.eventTypeId}&month=2026-12`);
    expect(await mark(9)).toBe('10:00 – 12:00');
    expect(await mark(8)).toBe('Holiday');
    expect(await page.textContent('main')).toContain('What you have set for yourself');
    expect(await page.textContent('main')).toContain('Morning only');
    await page.goto(`/bookings/availability/vacations?of=${host.eventTypeId}`);
    expect(await page.textContent('main')).toContain('Sea');
    expect(await page.locator('.entries button').count()).toBe(0);
  });

  async function setMonth(): Promise<void> {
    const owner = { kind: 'principal' as const, ...self() };
    const { actor } = host;
    const day = (of: number) => Date.UTC(2026, 11, of) / DAY;
    const blocks = [{ fromMinute: 600, untilMinute: 720 }];
    await addTemporaryHours(site.deps, actor, owner, {
      ...{ id: randomUUID(), firstDay: day(5), lastDay: day(26), name: 'Saturdays', weekdays: [6], blocks },
    });
    const away = { firstDay: day(24), lastDay: day(34), reason: 'Sea' };
    await addVacation(site.deps, actor, owner, { id: randomUUID(), ...away });
    const travel = { firstDay: day(14), lastDay: day(18), timezone: 'America/New_York' };
    await addTravel(site.deps, actor, owner, { id: randomUUID(), ...travel });
    await setOverrides(site.deps, actor, owner, [{ day: day(9), blocks, label: 'Morning only' }]);
    const { tenantId, principalId } = actor;
    const named = { tenantId, principalId, id: randomUUID() };
    await putHolidays(site.deps, actor, named, { name: 'Austria', source: { ics: HOLIDAYS } }, UNCOUNTED);
  }
});

it('times are shown as the reader’s clock has them', async () => {
  const blocks = [{ fromMinute: 600, untilMinute: 1_080 }];
  const owner = { kind: 'principal' as const, ...self() };
  await setOverrides(site.deps, host.actor, owner, [{ day: MONDAY / DAY, blocks, label: '' }]);
  const american = await hostsPage(browser, site, host, { locale: 'en-US' });
  await american.page.goto('/bookings/availability/dates');
  expect(await american.page.textContent('.entries')).toMatch(/10:00\sAM – 6:00\sPM/);
  await american.page.goto('/bookings/availability');
  expect(await american.page.textContent('[name=zone]')).toContain('As in my profile (Vienna)');
  await american.close();
});

describe('what lasts for some days', () => {
  it('a vacation closes its days, and is brought back after it was deleted', async () => {
    await page.goto('/bookings/availability/vacations');
    await page.fill('[name=firstDay]', '2026-11-23');
    await page.fill('[name=lastDay]', '2026-11-20');
    await page.click('main button:has-text("Add")');
    expect(await page.textContent('#lastDay-error')).toBe('The last day is before the first.');
    await page.fill('[name=lastDay]', '2026-11-25');
    await page.fill('[name=reason]', 'Sea');
    await page.click('main button:has-text("Add")');
    expect(await offered(MONDAY)).toEqual([]);
    const [before] = await stored('vacations');
    await page.click('.entries button:has-text("Delete")');
    expect(await offered(MONDAY)).toHaveLength(16);
    await picture(page, `${PICTURES}/vacations`);
    await page.click('text=Undo');
    expect(await stored('vacations')).toEqual([before]);
  });

  it('a form that is sent twice adds one', async () => {
    const html = await (await site.get('/bookings/availability/vacations', { headers: cookie() })).text();
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
    const fields = { form: field('form'), id: field('id'), do: 'save', firstDay: '2026-12-01' };
    for (const _ of [1, 2]) await site.post('/bookings/availability/vacations', fields, cookie());
    expect(await stored('vacations')).toHaveLength(1);
  });

  it('temporary hours without times are refused beside fields that can be seen', async () => {
    await page.goto('/bookings/availability/temporary');
    await page.fill('[name=name]', 'Saturdays');
    await page.fill('[name=firstDay]', '2026-11-21');
    await page.click('main button:has-text("Add"):not([data-add])');
    expect(await page.textContent('[id="w.0-error"]')).toBe('Please fill in from and until.');
    expect(await page.locator('[name="w.0.from"][aria-invalid]').isVisible()).toBe(true);
    expect(await stored('temporary_hours')).toEqual([]);
  });

  it('temporary hours are added to the week, without JavaScript too', async () => {
    await close();
    ({ page, close } = await hostsPage(browser, site, host, { javaScriptEnabled: false }));
    await page.goto('/bookings/availability/temporary');
    await page.fill('[name=name]', 'Saturdays');
    await page.fill('[name=firstDay]', '2026-11-21');
    await page.fill('[name=lastDay]', '2026-12-12');
    await page.check('[name="weekday.6"]');
    await page.click('text=Add a block');
    await page.fill('[name="w.0.from"]', '09:00');
    await page.fill('[name="w.0.until"]', '10:00');
    await page.click('main button:text-is("Add")');
    expect(await offered(MONDAY + 5 * DAY)).toEqual(['08:00', '08:30']);
    await picture(page, `${PICTURES}/temporary`);
    await page.click('.entries button:has-text("Delete")');
    expect(await stored('temporary_hours')).toEqual([]);
    await page.click('text=Undo');
    expect((await stored('temporary_hours'))[0]).toMatchObject({ name: 'Saturdays', weekdays: [6] });
  });

  it('on a journey hours are read on the clocks there, and no two are at once', async () => {
    await page.goto('/bookings/availability/travels');
    await page.fill('[name=firstDay]', '2026-11-23');
    await page.selectOption('[name=zone]', 'America/New_York');
    await page.click('main button:has-text("Add")');
    expect((await offered(MONDAY))[0]).toBe('14:00');
    await page.fill('[name=firstDay]', '2026-11-23');
    await page.click('main button:has-text("Add")');
    expect(await page.textContent('#firstDay-error')).toContain('another journey');
    await picture(page, `${PICTURES}/travels`);
  });
});

describe('holidays', () => {
  it('are taken from a file, shown, and deleted once it was asked', async () => {
    await page.goto('/bookings/availability/holidays');
    const hand = async (text: string) => {
      await page.fill('[name=name]', 'Austria');
      const buffer = Buffer.from(text);
      await page.setInputFiles('[name=file]', { name: 'at.ics', mimeType: 'text/calendar', buffer });
      await page.click('main button:has-text("Add")');
    };
    await hand('no calendar');
    expect(await page.textContent('#file-error')).toContain('no calendar file');
    await hand(HOLIDAYS);
    expect(await page.textContent('.entries')).toContain('Immaculate Conception');
    expect(await offered(Date.UTC(2026, 11, 8))).toEqual([]);
    await picture(page, `${PICTURES}/holidays`);
    await page.click('.entries a:has-text("Delete")');
    await page.click('main button:has-text("Delete")');
    expect(await holidayCalendarsFor(site.deps, host.actor, self())).toEqual([]);
  });

  it('are read from an address every day, which is said, and what is wrong with one is said beside it', async () => {
    await page.goto('/bookings/availability/holidays');
    const give = async (url: string) => {
      await page.fill('[name=name]', 'Austria');
      await page.fill('[name=url]', url);
      await page.click('main button:has-text("Add")');
    };
    await give('');
    expect(await page.textContent('#url-error')).toContain('an address or choose a file');
    await give('https://10.1.2.3/austria.ics');
    expect(await page.textContent('#url-error')).toContain('private network');
    expect(await page.inputValue('[name=url]')).toBe('https://10.1.2.3/austria.ics');
    await give('');
    await page.setInputFiles('[name=file]', {
      ...{ name: 'at.ics', mimeType: 'text/calendar', buffer: Buffer.from(HOLIDAYS) },
    });
    await page.click('main button:has-text("Add")');
    const masked = 'https://calendar.example/…';
    await site.knex('holiday_calendars').update({
      ...{ url_sealed: Buffer.from('x'), url_key_id: 'k', url_masked: masked, next_read_at: new Date() },
      ...{ problem: 'not-found', failing_since: new Date(MONDAY) },
    });
    await page.goto('/bookings/availability/holidays');
    const shown = await page.textContent('.entries');
    expect(shown).toContain('calendar.example, read every day');
    expect(shown).toContain('could not be read since Mon, 23 Nov 2026');
    await picture(page, `${PICTURES}/holidays-failing`);
  });

  it('are not taken from a form of another session', async () => {
    const body = new FormData();
    body.set('form', 'x');
    body.set('name', 'Austria');
    body.set('file', new Blob([HOLIDAYS]), 'at.ics');
    const path = '/bookings/availability/holidays';
    const answer = await site.get(path, { method: 'POST', body, headers: cookie() });
    expect(answer.status).toBe(403);
    expect(await holidayCalendarsFor(site.deps, host.actor, self())).toEqual([]);
  });
});

const cookie = () => ({ cookie: host.cookie });
