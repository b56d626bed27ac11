import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addVacation } from '../../commands/availability/add-days.ts';
import { changeEventType } from '../../commands/event-types/change-event-type.ts';
import { setOverrides } from '../../commands/availability/set-overrides.ts';
import { DAY_MS } from '../../domain/time/calendar-days.ts';
import { bookableFor } from '../../queries/bookable.ts';
import { bookingLinksFor, eventTypeFor, eventTypesFor } from '../../queries/event-types.ts';
import { ANYONE } from '../../policies/actor.ts';
import { picture } from './support/browsing.ts';
import { insertHost, insertMember } from './support/host.ts';
import { onHostStage, type HostStage } from './support/host-stage.ts';
import { NOW } from './support/site.ts';

const PICTURES = 'bookings';

let { site, host, page, complaints } = {} as HostStage;
onHostStage((stage) => {
  ({ site, host, page, complaints } = stage);
});

const all = () =>
  eventTypesFor(site.deps, host.actor, host.actor.tenantId, { ownerId: host.actor.principalId, limit: 20 });
const one = (id = host.eventTypeId) =>
  eventTypeFor(site.deps, host.actor, { tenantId: host.actor.tenantId, id });
const path = () => `/bookings/event-types/${host.eventTypeId}`;
const save = () => page.click('#access-group ~ .actions button');

describe('an event type', () => {
  it('is made with a title and a length, its address made from the title', async () => {
    await page.goto('/bookings');
    await page.click('text=Make an event type');
    await page.fill('[name=title]', 'Première leçon');
    await page.fill('[name=lengths]', '45, 90');
    await picture(page, `${PICTURES}/new`);
    await page.click('text=Make it');
    expect(await page.textContent('h1')).toBe('Première leçon');
    expect(await page.inputValue('#address')).toContain('/premiere-lecon');
    expect((await all()).at(-1)).toMatchObject({ slug: 'premiere-lecon', lengthsMinutes: [45, 90] });
    await picture(page, `${PICTURES}/type`);
    expect(complaints).toEqual([]);
  });

  it('saved as it is shown stays as it was', async () => {
    const before = await one();
    await page.goto(path());
    await save();
    expect(await page.textContent('[role=status]')).toContain('Saved');
    expect(await one()).toEqual(before);
  });

  it('has all its settings on one page', async () => {
    await page.goto(path());
    await page.fill('[name=title]', 'Consultation');
    await page.fill('[name=step]', '15');
    await page.fill('[name=bufferBefore]', '10');
    await page.fill('[name=notice]', '2');
    await page.selectOption('[name=noticeUnit]', 'days');
    await page.check('[name=window][value=days]');
    await page.fill('[name=windowDays]', '30');
    await page.fill('[name="limits.0.most"]', '3');
    await page.fill('[name=location]', 'Room 4');
    await page.uncheck('[name=online]');
    await page.fill('[name="questions.0.label"]', 'Which instrument?');
    await page.selectOption('[name="questions.0.kind"]', 'choice');
    await page.fill('[name="questions.0.options"]', 'Violin\nCello');
    await page.check('[name="questions.0.required"]');
    await page.check('[name=approval]');
    await page.uncheck('[name=changing]');
    await page.check('[name=mailOwn]');
    await page.fill('[name=mail]', '1440; 30');
    await page.selectOption('[name=lockedZone]', 'Europe/Vienna');
    await page.fill('[name=embed]', 'https://www.example.com');
    await save();
    expect(await one()).toMatchObject({
      ...{ title: 'Consultation', stepMinutes: 15, bufferBeforeMinutes: 10, noticeMinutes: 2_880 },
      window: { kind: 'days', days: 30 },
      limits: [{ per: 'day', of: 'bookings', most: 3 }],
      ...{ location: 'Room 4', online: false, requiresApproval: true, changeUntilMinutes: null },
      questions: [
        { kind: 'choice', label: 'Which instrument?', required: true, options: ['Violin', 'Cello'] },
      ],
      reminders: { mailMinutesBefore: [1_440, 30] },
      ...{ lockedTimezone: 'Europe/Vienna', embedOrigins: ['https://www.example.com'] },
    });
    expect(await page.inputValue('#embed-tag')).toContain(`data-parley="${host.slug}/lesson"`);
    const [question] = (await one()).questions;
    await page.fill('[name="questions.0.label"]', 'Which one?');
    await save();
    expect((await one()).questions[0]?.key).toBe(question?.key);
    await page.fill('[name="questions.0.label"]', '');
    await save();
    expect((await one()).questions).toEqual([]);
    await page.fill('[name=location]', '');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('Say where you meet: there is no video room.').first().waitFor();
    expect((await one()).location).toBe('Room 4');
  });

  it('says beside each field what is wrong, and stores nothing', async () => {
    const before = await one();
    await page.goto(path());
    await page.fill('[name=lengths]', '2');
    await page.fill('[name=slug]', 'No slug');
    await page.fill('[name=embed]', 'example.com/path');
    await save();
    expect(await page.textContent('#lengths-error')).toContain('5 to 1440');
    expect(await page.textContent('#slug-error')).toContain('small letters');
    expect(await page.textContent('#embed-error')).toContain('without a path');
    await picture(page, `${PICTURES}/type-refused`);
    expect(await one()).toEqual(before);
  });

  it('is switched off and on, deleted once it was asked, and brought back', async () => {
    await page.goto(path());
    await page.click('text=Turn off');
    expect((await one()).active).toBe(false);
    await page.click('text=Turn on');
    expect((await one()).active).toBe(true);
    await page.click('main a:text-is("Delete")');
    expect(await all()).toHaveLength(1);
    await page.click('main button:has-text("Delete")');
    expect(await all()).toEqual([]);
    await picture(page, `${PICTURES}/types`);
    await page.click('text=Undo');
    expect((await all()).map(({ id }) => id)).toEqual([host.eventTypeId]);
  });
});

describe('links', () => {
  it('one is made, its address is shown once, opens the event type, and is closed', async () => {
    await page.goto(path());
    await page.fill('[name=label]', 'For Kim');
    await page.click('text=Make a link');
    const url = await page.inputValue('#made-link');
    const token = new URL(url).searchParams.get('k') ?? '';
    const open = () => bookableFor(site.deps, ANYONE, { id: host.eventTypeId, token });
    expect((await open()).link?.singleUse).toBe(true);
    expect(await page.locator('main .notice #made-link').isVisible()).toBe(true);
    expect((await page.locator('#made-link').boundingBox())?.y).toBeLessThan(900);
    await page.goto(page.url());
    expect(new URL(page.url()).pathname).toBe(path());
    expect(await page.content()).not.toContain(token);
    await page.click('#links a:has-text("Switch off")');
    expect(await page.textContent('h1')).toBe('Switch off “For Kim”?');
    expect((await open()).link?.singleUse).toBe(true);
    await page.click('main button:has-text("Switch off")');
    await expect(open()).rejects.toThrow();
    const named = { tenantId: host.actor.tenantId, id: host.eventTypeId };
    const [link] = await bookingLinksFor(site.deps, host.actor, named, { limit: 9 });
    expect(link).toMatchObject({ label: 'For Kim', revokedAt: expect.any(Date) as Date });
  });
});

it('reminders are asked for in minutes, and shown as they were set', async () => {
  const named = { tenantId: host.actor.tenantId, id: host.eventTypeId };
  const reminders = { mailMinutesBefore: [10, 2], alarmMinutesBefore: [1] };
  await changeEventType(site.deps, host.actor, named, { reminders });
  await page.goto(path());
  expect(await page.inputValue('[name=mail]')).toBe('10, 2');
  expect(await page.inputValue('[name=alarm]')).toBe('1');
  await page.fill('[name=mail]', '1440, 2.5');
  await save();
  expect(await page.textContent('#mail-error')).toContain('cannot be right');
  await page.fill('[name=mail]', '1440, 2');
  await save();
  expect((await one()).reminders).toEqual({ mailMinutesBefore: [1_440, 2], alarmMinutesBefore: [1] });
});

it('a secret event type says that links lead to it, and gives no address away that leads nowhere', async () => {
  const named = { tenantId: host.actor.tenantId, id: host.eventTypeId };
  await changeEventType(site.deps, host.actor, named, { access: 'secret' });
  await page.goto(path());
  expect(await page.locator('#address').count()).toBe(0);
  expect(await page.textContent('main')).toContain('it is reached by links only');
  await page.click('text=Make a link');
  await page.goto(path());
  expect(await page.textContent('#links .entries strong')).toMatch(/^Link of .*\d\d:\d\d$/);
});

describe('the page of an event type', () => {
  it('has its one Save in reach from everywhere, and one switch, which saving does not touch', async () => {
    const named = { tenantId: host.actor.tenantId, id: host.eventTypeId };
    await changeEventType(site.deps, host.actor, named, { active: false });
    await page.goto(path());
    expect(await page.locator('[name=active][type=checkbox]').count()).toBe(0);
    await page.locator('#title').scrollIntoViewIfNeeded();
    const bar = await page.locator('.save-bar button').boundingBox();
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(900);
    // Nor is it at the edge of the bar.
    const edge = await page.locator('.save-bar').boundingBox();
    expect((bar?.x ?? 0) - (edge?.x ?? 0)).toBeGreaterThan(10);
    await picture(page, `${PICTURES}/save-bar`);
    await page.fill('[name=title]', 'Other');
    expect(await page.textContent('[data-unsaved]')).toBe('Not saved yet');
    await page.locator('#slug').focus();
    await page.keyboard.press('Tab');
    await save();
    expect(await one()).toMatchObject({ title: 'Other', active: false });
  });

  it('shows what belongs to a host or to a choice only where there is one', async () => {
    const { actor } = await insertMember(site);
    await page.goto(path());
    const priority = page.locator(`[name="priority ${actor.principalId}"]`);
    expect(await priority.isVisible()).toBe(false);
    await page.check(`[name="host ${actor.principalId}"]`);
    expect(await priority.isVisible()).toBe(true);
    expect(await page.textContent('#hosts .hint')).toContain('twice as many');
    const options = page.locator('[name="questions.0.options"]');
    expect(await options.isVisible()).toBe(false);
    await page.selectOption('[name="questions.0.kind"]', 'choice');
    expect(await options.isVisible()).toBe(true);
  });
});

describe('why', () => {
  const TOMORROW = Math.floor(NOW / DAY_MS) + 3;
  const ask = async (at: string, day = '2026-11-23') => {
    await page.goto(`/bookings/why?of=${host.eventTypeId}&day=${day}&at=${at}`);
    return (await page.textContent('main .notice')) ?? '';
  };
  const member = () => ({
    kind: 'principal' as const,
    tenantId: host.actor.tenantId,
    id: host.actor.principalId,
  });

  it('says so of a length that the event type does not have, and answers for no other', async () => {
    await page.goto(`/bookings/why?of=${host.eventTypeId}&day=2026-11-23&at=09:00&length=45`);
    expect(await page.textContent('main .notice')).toBe(
      '“Lesson” does not last 45 minutes. Its lengths: 30 min.',
    );
  });

  it('agrees with what is offered, and leads to where it can be changed', async () => {
    expect(await ask('09:00')).toContain('This time is offered');
    expect(await ask('20:00')).toContain('outside of the hours of the week');
    expect(await ask('09:10')).toContain('slots begin at other times');
    await picture(page, `${PICTURES}/why`);
    await page.click('text=Change it');
    expect(page.url()).toContain(path());
    await setOverrides(site.deps, host.actor, member(), [{ day: TOMORROW, blocks: [], label: '' }]);
    expect(await ask('09:00')).toContain('outside of what is set for that very day');
    await page.click('text=Change it');
    expect(page.url()).toContain('/bookings/availability/dates');
    const span = { firstDay: TOMORROW + 1, lastDay: TOMORROW + 1 };
    await addVacation(site.deps, host.actor, member(), { id: randomUUID(), ...span, reason: 'Secret' });
    expect(await ask('09:00', '2026-11-24')).toContain('vacation or a holiday');
  });
});

describe('somebody else', () => {
  it('gets nothing of it, and no form of theirs changes it', async () => {
    const other = await insertHost(site);
    const headers = { cookie: other.cookie };
    const own = await (await site.get('/bookings', { headers })).text();
    const form = /name="form" value="([^"]+)"/.exec(own)?.[1] ?? '';
    const of = host.eventTypeId;
    for (const address of [
      ...[path(), `${path()}/delete`, `/bookings/availability?of=${of}`],
      ...[`/bookings/availability/dates?of=${of}`, `/bookings/availability/vacations?of=${of}`],
      `/bookings/why?of=${of}&day=2026-11-23&at=09:00`,
    ])
      expect((await site.get(address, { headers })).status, address).toBe(404);
    for (const [address, fields] of [
      ...([
        [path(), {}],
        [`${path()}/switch`, {}],
        [`${path()}/delete`, {}],
      ] as const),
      ...([
        [`${path()}/restore`, {}],
        [`${path()}/links`, { do: 'make', once: 'yes' }],
      ] as const),
      ['/bookings/availability', { of, do: 'detach' }] as const,
      ['/bookings/availability/vacations', { of, do: 'save', firstDay: '2026-12-01' }] as const,
      ['/bookings/availability/dates', { do: 'delete', id: randomUUID() }] as const,
    ])
      expect((await site.post(address, { form, ...fields }, headers)).status, address).toBe(404);
    expect(await one()).toMatchObject({ active: true, scheduleId: null });
  });

  it('cannot send a form in a member’s name', async () => {
    const headers = { cookie: host.cookie };
    for (const address of ['/bookings', '/bookings/availability', path(), `${path()}/delete`])
      expect((await site.post(address, { form: 'x', do: 'save' }, headers)).status, address).toBe(403);
    expect((await site.post(path(), {}, { ...headers, origin: 'https://evil.example' })).status).toBe(303);
  });

  it('who is not signed in is led to sign in, and comes back', async () => {
    const answer = await site.get('/bookings/event-types');
    expect(answer.headers.get('location')).toBe('/rooms/sign-in?to=bookings');
  });
});
