import { describe, expect, it } from 'vitest';
import { parseXml } from '../../adapters/xml/parse.ts';
import { elementsIn, textIn } from '../../adapters/xml/element.ts';
import { PasswordDoor, passwordsFor } from '../../queries/app-passwords.ts';
import { picture } from './support/browsing.ts';
import { deleteEvent, firstCalendar, insertWaiting, putEvent } from './support/calendars.ts';
import { event } from '../dav/support/stage.ts';
import type { Member } from '../../api/rooms/session-cookie.ts';
import { insertMember } from './support/member.ts';
import { onHostStage, type HostStage } from './support/host-stage.ts';

const PICTURES = 'calendars';

let { site, host, page, complaints } = {} as HostStage;
onHostStage((stage) => {
  ({ site, host, page, complaints } = stage);
});

const said = () => page.textContent('[role=status] h2');
const ownAddress = (): Promise<string> => addressOf(host.actor);
const addressOf = async ({ principalId }: Member): Promise<string> => {
  const row = await site.knex('principal_addresses').where({ principal_id: principalId }).first('address');
  return String(row?.address);
};

describe('a calendar program', () => {
  it('is told where to sign in, and gets a password that is shown once', async () => {
    await page.goto('/calendars/connect');
    expect(await page.inputValue('#server')).toBe(site.deps.config.publicUrl);
    expect(await page.inputValue('#url')).toBe(`${site.deps.config.publicUrl}/dav/`);
    expect(await page.inputValue('#user')).toBe(await ownAddress());
    await page.fill('[name=name]', 'My phone');
    await page.click('text=Make a password');
    expect(await said()).toContain('My phone');
    const password = await page.inputValue('#password');
    await picture(page, `${PICTURES}/password`);
    const door = new PasswordDoor(site.deps);
    expect(await door.signIn(await ownAddress(), password)).toMatchObject({
      principalId: host.actor.principalId,
    });
    await page.goto('/calendars/connect');
    expect(await page.content()).not.toContain(password);
    expect(await page.textContent('#passwords .entries')).toContain('My phone');
    expect(complaints).toEqual([]);
  });

  it('is locked out after a question', async () => {
    await page.goto('/calendars/connect');
    await page.fill('[name=name]', 'Lost phone');
    await page.click('text=Make a password');
    await page.goto('/calendars/connect');
    await page.click('#passwords a:has-text("End")');
    await page.click('text=Keep it');
    await page.click('#passwords a:has-text("End")');
    await page.click('button:has-text("End it")');
    expect(await said()).toContain('does not work any more');
    expect(await passwordsFor(site.deps, host.actor, host.actor)).toEqual([]);
  });

  it('of Apple gets a profile with everything but the password', async () => {
    await page.goto('/calendars/connect');
    await page.click('text=iPhone and iPad');
    await page.fill('[name=name]', 'iPhone');
    const profile = () =>
      site.get('/calendars/connect/apple.mobileconfig', { headers: { Cookie: host.cookie } });
    const answer = await profile();
    expect(answer.headers.get('content-type')).toContain('application/x-apple-aspen-config');
    const text = await answer.text();
    const values = valuesIn(text);
    expect(values).toMatchObject({
      PayloadType: 'com.apple.caldav.account',
      CalDAVUsername: await ownAddress(),
      CalDAVPrincipalURL: `/dav/principals/${host.actor.principalId}/`,
      CalDAVHostName: new URL(site.deps.config.publicUrl).hostname,
    });
    expect(text).not.toContain('CalDAVPassword');
    // A second one takes the place of the first.
    expect(await (await profile()).text()).toBe(text);
    expect((await site.get('/calendars/connect/apple.mobileconfig')).status).toBe(303);
  });
});

/** The values of the innermost dictionary of a property list, by their keys. */
function valuesIn(text: string): Record<string, string> {
  const dicts = [...text.matchAll(/<dict>(?:(?!<dict>).)*?<\/dict>/gs)].map(([dict]) => dict);
  const pairs = elementsIn(parseXml(dicts[0] ?? ''));
  return Object.fromEntries(
    pairs.flatMap((element, at) => {
      const value = pairs[at + 1];
      return element.name === 'key' && value ? [[textIn(element), textIn(value)]] : [];
    }),
  );
}

describe('what waits for an answer', () => {
  it('is shown with who asks and when it is, and nothing that was seen to', async () => {
    await insertWaiting(site, host.actor, { title: 'Rehearsal' });
    await insertWaiting(site, host.actor, { status: 'proposed', method: 'COUNTER', title: 'Lesson' });
    await insertWaiting(site, host.actor, { status: 'processed', title: 'Done with' });
    await page.goto('/calendars/inbox');
    const entries = await page.locator('.entries li').allTextContents();
    expect(entries.length).toBe(2);
    expect(entries.find((one) => one.includes('Rehearsal'))).toMatch(
      /Invitation.*1 March 2027.*rosa@example\.org/,
    );
    expect(entries.find((one) => one.includes('Lesson'))).toContain('Proposes another time');
  });
});

describe('an invitation by a colleague', () => {
  /** Invites the host. @returns how the host answers, as the organizer's calendar has it */
  async function invited(): Promise<() => Promise<string>> {
    const rosa = await insertMember(site);
    await firstCalendar(site, host.actor);
    const calendar = await firstCalendar(site, rosa.actor);
    const lines = [
      `ORGANIZER:mailto:${await addressOf(rosa.actor)}`,
      `ATTENDEE:mailto:${await ownAddress()}`,
    ];
    await putEvent(site, rosa.actor, calendar, { name: 'told', text: event('told', { lines }) });
    return async () => {
      const row = await site.knex('calendar_objects').where({ calendar_id: calendar.id }).first('raw');
      return /PARTSTAT=([A-Z-]+)/.exec((row?.raw ?? '').replaceAll('\r\n ', ''))?.[1] ?? 'none';
    };
  }

  it.each([
    ['Accept', 'ACCEPTED'],
    ['Maybe', 'TENTATIVE'],
    ['Decline', 'DECLINED'],
  ])('is answered with the button %s', async (button, partstat) => {
    const answer = await invited();
    await page.goto('/calendars/inbox');
    await picture(page, `${PICTURES}/inbox`);
    await page.click(`.entries button:has-text("${button}")`);
    expect(await said()).toBe('Your answer is sent.');
    expect(await answer()).toBe(partstat);
    expect(await page.textContent('main')).toContain('Nothing waits for an answer');
  });

  it('that was answered elsewhere meanwhile is told as seen to', async () => {
    await invited();
    await page.goto('/calendars/inbox');
    await site.knex('dav_schedule_message').update({ status: 'processed' });
    await page.click('.entries button:has-text("Accept")');
    expect(await page.textContent('[role=alert] h2')).toContain('has been seen to meanwhile');
  });
});

describe('what was deleted or changed', () => {
  it('is listed with what became of it, and brought back', async () => {
    const calendar = await firstCalendar(site, host.actor);
    const first = event('one');
    await putEvent(site, host.actor, calendar, { text: first });
    await putEvent(site, host.actor, calendar, { text: first.replace('Review', 'Look') });
    await deleteEvent(site, host.actor, calendar);
    await page.goto('/calendars/deleted');
    await picture(page, `${PICTURES}/deleted`);
    const entries = await page.locator('.entries li').allTextContents();
    expect(entries[0]).toMatch(/Look of the quarter.*Restore.*Deleted .*Calendar/);
    expect(entries[1]).toMatch(/Review of the quarter.*Restore this version.*Changed /);
    await page.click('button:has-text("Restore this version")');
    expect(await said()).toBe('It is back');
    expect(await site.knex('calendar_objects').where({ calendar_id: calendar.id }).pluck('raw')).toEqual([
      first,
    ]);
  });

  it('is not brought back over what took its place', async () => {
    const calendar = await firstCalendar(site, host.actor);
    await putEvent(site, host.actor, calendar, { text: event('same') });
    await deleteEvent(site, host.actor, calendar);
    await putEvent(site, host.actor, calendar, {
      name: 'two',
      text: event('same').replace('Review', 'Look'),
    });
    await page.goto('/calendars/deleted');
    await page.click('button:has-text("Restore")');
    expect(await page.textContent('[role=alert] h2')).toContain('Something else stands in its place');
  });

  it('of which the time has ended while the page was open is told as gone', async () => {
    const calendar = await firstCalendar(site, host.actor);
    await putEvent(site, host.actor, calendar);
    await deleteEvent(site, host.actor, calendar);
    await page.goto('/calendars/deleted');
    const owner = site.knex;
    const { id } =
      (await owner('calendar_object_versions').where({ calendar_id: calendar.id }).first('id')) ?? {};
    await page.locator('form[action*="versions"]').evaluate((form, known) => {
      form.setAttribute(
        'action',
        (form.getAttribute('action') ?? '').replace(known, '8c5f6d3e-2f0a-4a53-9d53-4f6b1f0e7c11'),
      );
    }, String(id));
    await page.click('button:has-text("Restore")');
    expect(await page.textContent('[role=alert] h2')).toContain('too late');
  });
});
