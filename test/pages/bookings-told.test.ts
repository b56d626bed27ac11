import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addTemporaryHours, addVacation } from '../../commands/availability/add-days.ts';
import { putHolidays } from '../../commands/availability/put-holidays.ts';
import { setOverrides } from '../../commands/availability/set-overrides.ts';
import { changeEventType } from '../../commands/event-types/change-event-type.ts';
import { daysFor } from '../../queries/availability.ts';
import { UNCOUNTED } from '../support/uncounted.ts';
import { overflow, picture } from './support/browsing.ts';
import { HOLIDAYS, insertBooking, insertMember } from './support/host.ts';
import { onHostStage, type HostStage } from './support/host-stage.ts';
import { DAY, GUEST, HOUR } from './support/rows.ts';

const PICTURES = 'bookings';
/** Tuesday, 24 November 2026; Vienna is an hour ahead of UTC. */
const TUESDAY = Date.UTC(2026, 10, 24);
const DAYS = '/bookings/availability';

let { site, host, page } = {} as HostStage;
onHostStage((stage) => {
  ({ site, host, page } = stage);
});

const owner = () => ({
  kind: 'principal' as const,
  tenantId: host.actor.tenantId,
  id: host.actor.principalId,
});
const dayOf = (ms: number) => Math.floor(ms / DAY);
const notice = async () => (await page.locator('main .notice').allInnerTexts()).join('\n');

async function pictures(name: string): Promise<void> {
  await picture(page, `${PICTURES}/${name}-1280`);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBe(0);
  await picture(page, `${PICTURES}/${name}-390`);
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Half an hour on that day, as booking it leaves it. */
async function book(startMs: number): Promise<string> {
  const { tenantId, meetingId } = await insertBooking(site, host, { startMs });
  const period = `[${new Date(startMs).toISOString()},${new Date(startMs + HOUR / 2).toISOString()})`;
  await site.knex('reservations').insert({
    ...{ tenant_id: tenantId, meeting_id: meetingId, attendee_id: 'host', shared: false },
    ...{ principal_id: host.actor.principalId, period, blocked: period },
  });
  return meetingId;
}

describe('why a time is not offered', () => {
  const ask = (day: string, at: string, of = host.eventTypeId) =>
    page.goto(`/bookings/why?of=${of}&day=${day}&at=${at}`);

  it('names the meeting that is in the way, leads to it, and names its guest to its hosts alone', async () => {
    const meetingId = await book(TUESDAY + 9 * HOUR);
    await ask('2026-11-24', '10:00');
    expect(await notice()).toContain('A meeting is at that time');
    const link = page.locator('main .notice a[href*="/bookings/list/"]');
    expect(await link.innerText()).toBe(`Lesson · ${GUEST.name}`);
    await pictures('why-meeting');
    await link.click();
    expect(new URL(page.url()).pathname).toBe(`/bookings/list/${meetingId}`);
    await site
      .knex('invitations')
      .where({ meeting_id: meetingId, attendee_id: 'host' })
      .update({ principal_id: (await insertMember(site)).actor.principalId });
    await ask('2026-11-24', '10:00');
    expect(await notice()).not.toContain(GUEST.name);
  });

  it('says which vacation, holiday, single day or temporary hours decide about the day', async () => {
    const span = { firstDay: dayOf(TUESDAY), lastDay: dayOf(TUESDAY) + 1 };
    await addVacation(site.deps, host.actor, owner(), { id: randomUUID(), ...span, reason: 'Sea' });
    await ask('2026-11-24', '10:00');
    expect(await notice()).toMatch(
      /That day is vacation or a holiday. Vacation · Sea · .*24 Nov.* – .*25 Nov/,
    );
    const blocks = [{ fromMinute: 600, untilMinute: 660 }];
    await addTemporaryHours(site.deps, host.actor, owner(), {
      ...{ id: randomUUID(), ...span, name: 'Mornings', weekdays: null, blocks },
    });
    await ask('2026-11-24', '12:00');
    expect(await notice()).toContain('Temporary hours · Mornings');
    await setOverrides(site.deps, host.actor, owner(), [{ day: dayOf(TUESDAY), blocks, label: 'Dentist' }]);
    await ask('2026-11-24', '12:00');
    expect(await notice()).toMatch(/set for that very day. Dentist · .*24 Nov/);
    await putHolidays(
      site.deps,
      host.actor,
      { tenantId: host.actor.tenantId, principalId: host.actor.principalId, id: randomUUID() },
      { name: 'Austria', source: { ics: HOLIDAYS } },
      UNCOUNTED,
    );
    await ask('2026-12-08', '10:00');
    expect(await notice()).toContain('Holiday · Immaculate Conception');
  });

  it('is asked of the lengths that each event type has, and of no others', async () => {
    const { tenantId } = host.actor;
    const choices = () => page.locator('[name=of] option').allInnerTexts();
    await page.goto('/bookings/why');
    expect(await choices()).toEqual(['Lesson']);
    await changeEventType(
      site.deps,
      host.actor,
      { tenantId, id: host.eventTypeId },
      { lengthsMinutes: [30, 60] },
    );
    await page.goto('/bookings/why');
    expect(await choices()).toEqual(['Lesson, 30 min', 'Lesson, 60 min']);
    await page.selectOption('[name=of]', { label: 'Lesson, 60 min' });
    await page.fill('[name=day]', '2026-11-24');
    await page.click('text=Find out');
    expect(await notice()).toMatch(/This time is offered\s+Lesson, .*60 min/);
    expect(await page.locator('[name=of] option:checked').innerText()).toBe('Lesson, 60 min');
  });
});

describe('days that are closed over meetings', () => {
  it('a vacation says what is booked then and stays booked', async () => {
    const meetingId = await book(TUESDAY + 9 * HOUR);
    await book(TUESDAY + 4 * DAY);
    await page.goto(`${DAYS}/vacations`);
    await page.fill('[name=firstDay]', '2026-11-23');
    await page.fill('[name=lastDay]', '2026-11-24');
    await page.click('main .actions button:has-text("Add")');
    expect(await notice()).toMatch(
      /Saved\s+This is booked then, and stays booked:\s+.*24 November 2026.* Lesson · /,
    );
    const links = page.locator('main .notice a[href*="/bookings/list/"]');
    expect(await links.count()).toBe(1);
    expect(await links.getAttribute('href')).toContain(meetingId);
    await pictures('vacation-over-meeting');
    await page.fill('[name=firstDay]', '2026-12-23');
    await page.click('main .actions button:has-text("Add")');
    expect(await notice()).toBe('Saved');
  });

  it('a single day says so of what lies outside of its times', async () => {
    await book(TUESDAY + 9 * HOUR);
    await book(TUESDAY + 13 * HOUR);
    await page.goto(`${DAYS}/dates?month=2026-11&day=2026-11-24`);
    await page.fill('[name="w.0.from"]', '09:00');
    await page.fill('[name="w.0.until"]', '12:00');
    await page.click('main button:has-text("Save")');
    expect(await page.locator('main .notice a').allInnerTexts()).toEqual([
      'Tuesday, 24 November 2026, 14:00 – 14:30 (Vienna, UTC+1)',
    ]);
  });
});

describe('a single day that is chosen', () => {
  const fields = async () =>
    page
      .locator('#day input[type=time]')
      .evaluateAll((all: HTMLInputElement[]) => all.map(({ value }) => value));

  it('begins with the hours that it has now, and closes only where that was chosen', async () => {
    await page.goto(`${DAYS}/dates?month=2026-11&day=2026-11-24`);
    expect(await page.isChecked('[name=open][value=yes]')).toBe(true);
    expect(await fields()).toEqual(['09:00', '17:00']);
    await pictures('day-chosen');
    // A Sunday has none: what it is to be has to be said.
    await page.goto(`${DAYS}/dates?month=2026-11&day=2026-11-29`);
    expect(await page.locator('[name=open]:checked').count()).toBe(0);
    await page.click('main button:has-text("Save")');
    expect(await page.textContent('[role=alert]')).toBe('Please say whether the day can be booked.');
    expect(await daysFor(site.deps, host.actor, 'date_overrides', owner(), { limit: 5 })).toEqual([]);
    // Temporary hours that touch those of the week are one block with them.
    const blocks = [{ fromMinute: 960, untilMinute: 1_080 }];
    const span = { firstDay: dayOf(TUESDAY), lastDay: dayOf(TUESDAY) };
    await addTemporaryHours(site.deps, host.actor, owner(), {
      ...{ id: randomUUID(), ...span, name: 'Late', weekdays: null, blocks },
    });
    await page.goto(`${DAYS}/dates?month=2026-11&day=2026-11-24`);
    expect(await fields()).toEqual(['09:00', '18:00']);
  });
});
