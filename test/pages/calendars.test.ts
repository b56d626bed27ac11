import { describe, expect, it } from 'vitest';
import { setGrants } from '../../commands/calendars/share-calendar.ts';
import { calendarsOf } from '../../queries/calendars/calendar-views.ts';
import { picture } from './support/browsing.ts';
import { addCalendar, calendarPages, firstCalendar } from './support/calendars.ts';
import { hostsPage, insertMember } from './support/host.ts';
import { onHostStage, type HostStage } from './support/host-stage.ts';

const PICTURES = 'calendars';

let { site, browser, host, page, complaints } = {} as HostStage;
onHostStage((stage) => {
  ({ site, browser, host, page, complaints } = stage);
});

const all = () => calendarsOf(site.deps, host.actor);
const said = () => page.textContent('[role=status] h2');

describe('the calendars of a member', () => {
  it('begin with a button, and looking at them makes none', async () => {
    await page.goto('/bookings');
    await page.click('nav >> text=Calendars');
    for (const tab of ['Connect a program', 'Waiting for an answer', 'Bring back', 'My calendars'])
      await page.click(`nav >> text=${tab}`);
    await picture(page, `${PICTURES}/empty`);
    expect(await all()).toEqual([]);
    await page.click('text=Begin with a calendar');
    expect(await said()).toContain('Your calendar is there');
    expect(await all()).toMatchObject([{ name: 'Calendar', isDefault: true }]);
    expect(complaints).toEqual([]);
  });

  it('are made with a name and a colour; without a name the form says so', async () => {
    await page.goto('/calendars');
    await page.click('text=Make it');
    expect(await page.textContent('.error')).toContain('give it a name');
    await page.fill('[name=name]', 'Lessons');
    await page.fill('[name=colour]', '#c2410c');
    await page.click('text=Make it');
    expect((await all()).map(({ name, colour }) => [name, colour])).toEqual([
      ['Calendar', null],
      ['Lessons', '#c2410c'],
    ]);
  });

  it('are renamed, coloured, put into another zone and taken out of one’s time', async () => {
    const { id } = await addCalendar(site, host.actor, 'Lessons');
    await page.goto(`/calendars/${id}`);
    await page.fill('[name=name]', 'Birthdays');
    await page.fill('[name=colour]', '#15803d');
    await page.selectOption('[name=zone]', 'Asia/Tokyo');
    await page.check('[name=transparent]');
    await page.click('main button:has-text("Save") >> nth=0');
    expect(await page.textContent('h1')).toBe('Birthdays');
    expect(await all()).toMatchObject([
      { name: 'Birthdays', colour: '#15803d', timezone: 'Asia/Tokyo', transparent: true },
    ]);
    await picture(page, `${PICTURES}/one`);
  });

  it('saved as one is shown, its zone goes on being its owner’s', async () => {
    const { id } = await addCalendar(site, host.actor, 'Lessons');
    await page.goto(`/calendars/${id}`);
    await page.click('main button:has-text("Save") >> nth=0');
    expect(await site.knex('calendars').where({ id }).first('timezone', 'transparent')).toEqual({
      timezone: null,
      transparent: false,
    });
  });

  it('let invitations go into one of them, which cannot be deleted', async () => {
    const first = await firstCalendar(site, host.actor);
    const { id } = await addCalendar(site, host.actor, 'Lessons');
    await page.goto(`/calendars/${first.id}`);
    expect(await page.textContent('main')).toContain('put them into another one first');
    await page.goto(`/calendars/${id}`);
    await page.click('text=Put invitations here');
    expect(await said()).toContain('Invitations go into this calendar now');
    expect((await all()).map((one) => one.isDefault)).toEqual([false, true]);
    await page.goto(`/calendars/${first.id}`);
    expect(await page.textContent('main')).toContain('Delete this calendar');
  });

  it('are deleted after a question, and brought back at once', async () => {
    const { id } = await addCalendar(site, host.actor, 'Lessons');
    await page.goto(`/calendars/${id}`);
    await page.click('text=Delete this calendar');
    await page.click('text=Keep it');
    expect(await all()).toHaveLength(1);
    await page.click('text=Delete this calendar');
    await page.click('button:has-text("Delete")');
    expect(await said()).toBe('Deleted');
    expect(await all()).toEqual([]);
    await page.click('text=Undo');
    expect(await said()).toBe('It is back');
    expect((await all()).map(({ name }) => name)).toEqual(['Lessons']);
  });
});

describe('sharing', () => {
  it('gives a colleague what is chosen, changes it, and takes it away', async () => {
    const { id } = await addCalendar(site, host.actor, 'Lessons');
    const { actor } = await insertMember(site);
    await site.knex('principals').where({ id: actor.principalId }).update({ name: 'Paul' });
    await page.goto(`/calendars/${id}`);
    await page.selectOption('[name=everybody]', 'nothing');
    await page.selectOption('[name=with]', { label: 'Paul' });
    await page.selectOption('[name=may]', 'write');
    await page.click('text=Save the sharing');
    expect(await said()).toBe('The sharing is saved');
    await picture(page, `${PICTURES}/shared`);
    expect(await all()).toMatchObject([
      { everybody: null, shares: [{ principalId: actor.principalId, access: 'write' }] },
    ]);
    for (const [access, after] of [
      ['read', 'read'],
      ['none', undefined],
    ] as const) {
      await page.selectOption(`[name="share.${actor.principalId}"]`, access);
      await page.click('text=Save the sharing');
      expect((await all())[0]?.shares[0]?.access).toBe(after);
    }
  });

  it('keeps what a calendar program granted that is none of the usual steps', async () => {
    const calendar = await addCalendar(site, host.actor, 'Lessons');
    const { actor } = await insertMember(site);
    const odd = ['bind', 'unbind'] as const;
    await setGrants(site.deps, host.actor, calendar, [
      { principalId: null, privileges: ['read'] },
      { principalId: actor.principalId, privileges: odd },
    ]);
    await page.goto(`/calendars/${calendar.id}`);
    await page.click('text=Save the sharing');
    expect(
      await site
        .knex('calendar_grants')
        .where({ calendar_id: calendar.id })
        .orderByRaw('principal_id NULLS FIRST')
        .pluck('privileges'),
    ).toEqual([['read'], [...odd]]);
  });

  it('shows a colleague what they may do, and no more', async () => {
    const calendar = await addCalendar(site, host.actor, 'Lessons');
    const paul = await insertMember(site);
    const shown = await hostsPage(browser, site, paul);
    const share = (privileges: ('read' | 'write')[]) =>
      setGrants(site.deps, host.actor, calendar, [{ principalId: paul.actor.principalId, privileges }]);
    await share(['read']);
    await shown.page.goto('/calendars');
    expect(await shown.page.textContent('main .entries')).toContain('You can look');
    await shown.page.click('main .entries a');
    expect(await shown.page.locator('main .sheet form').count()).toBe(0);
    expect((await shown.page.goto(`/calendars/${calendar.id}/delete`))?.status()).toBe(404);
    await share(['read', 'write']);
    await shown.page.goto(`/calendars/${calendar.id}`);
    expect(await shown.page.locator('main .sheet form').count()).toBe(1);
    await setGrants(site.deps, host.actor, calendar, []);
    expect((await shown.page.goto(`/calendars/${calendar.id}`))?.status()).toBe(404);
    await shown.close();
  });
});

it('nothing of one member’s calendars is another’s', async () => {
  const pages = await calendarPages(site, host.actor);
  const [version] = await site.knex('calendar_object_versions').pluck('id');
  const other = await insertMember(site);
  const headers = { cookie: other.cookie };
  const form =
    /name="form" value="([^"]+)"/.exec(await (await site.get('/calendars', { headers })).text())?.[1] ?? '';
  const [one = '', end = ''] = [pages['calendars-one'], pages['calendars-password-end']];
  for (const path of [one, `${one}/delete`, end])
    expect((await site.get(path, { headers })).status, path).toBe(404);
  const before = await Promise.all([
    site.knex('calendars').orderBy('id'),
    site.knex('app_passwords').orderBy('id'),
  ]);
  for (const path of [
    one,
    `${one}/share`,
    `${one}/default`,
    `${one}/delete`,
    `${one}/versions/${version}/restore`,
    end,
  ]) {
    const fields = { form, name: 'Mine', colour: '#000000', everybody: 'free-busy' };
    expect((await site.post(path, fields, headers)).status, path).toBe(404);
    // Nor may a page of somebody else send it in the name of who is signed in.
    expect((await site.post(path, { ...fields, form: '' }, { cookie: host.cookie })).status, path).toBe(403);
  }
  const after = await Promise.all([
    site.knex('calendars').orderBy('id'),
    site.knex('app_passwords').orderBy('id'),
  ]);
  expect(after).toEqual(before);
});
