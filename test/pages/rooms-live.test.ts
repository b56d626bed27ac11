import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { overflow, picture } from './support/browsing.ts';
import { somebody, type Person, type PersonOptions } from './support/person.ts';
import { DESCRIPTION, INVITED, RoomStage } from './support/room-stage.ts';

const MINUTE = 60_000;
const PATIENCE = { timeout: 20_000 };

let house: RoomStage;
let browser: Browser;
beforeAll(async () => {
  [house, browser] = await Promise.all([RoomStage.start(), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.api.stop();
});

const person = (stage: RoomStage, options: PersonOptions = {}): Promise<Person> =>
  somebody(browser, stage, options);

const inside = (page: Page, meetingId: string) => page.waitForURL(`**/in/${meetingId}?*`, PATIENCE);
const present = (page: Page, count: number) =>
  page.locator(`[data-present="${count}"]`).waitFor({ ...PATIENCE, state: 'attached' });

/** Loads the page anew, and waits until its reader is inside again. */
async function again(page: Page): Promise<void> {
  const before = page.url();
  await page.reload();
  await page.waitForURL((url) => url.href !== before, PATIENCE);
}

const presentIn = async (stage: RoomStage, id: string): Promise<number> => {
  const row: { present: string[] } = await stage.api.knex('meetings').where({ id }).first('present');
  return row.present.length;
};

describe('two people meet', () => {
  it('by name, see each other come and go, and a closed tab has left', async () => {
    const stage = await house.anotherRoom();
    const meeting = await stage.event(20_000);
    const ada = await person(stage);
    await ada.page.goto(stage.path);
    await ada.page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
    await ada.page.getByRole('button', { name: 'Join: Weekly planning' }).click();
    await inside(ada.page, meeting.id);
    await present(ada.page, 1);
    expect(await ada.page.frameLocator('iframe').getByText('The video room').count()).toBe(1);
    expect(await ada.page.locator('iframe').getAttribute('src')).toContain('userInfo.displayName=%22Ada%22');

    const grace = await person(stage);
    await grace.page.goto(stage.path);
    // Who is inside is a number before one joins.
    await grace.page.getByText('1 person inside').waitFor(PATIENCE);
    expect(await grace.page.content()).not.toMatch(/\bAda\b/);
    await grace.page.getByRole('textbox', { name: 'Your name' }).fill('Grace');
    await grace.page.getByRole('button', { name: 'Join: Weekly planning' }).click();
    await inside(grace.page, meeting.id);
    await present(ada.page, 2);
    expect(await ada.page.locator('.names li').allTextContents()).toEqual(['Ada', 'Grace']);

    await again(grace.page);
    await present(grace.page, 2);

    await grace.page.close();
    await present(ada.page, 1);
    expect(await ada.page.locator('.names li').allTextContents()).toEqual(['Ada']);

    await ada.page.getByRole('button', { name: 'Leave' }).click();
    await ada.page.waitForURL(`**${stage.path}?*`, PATIENCE);
    await expect.poll(() => presentIn(stage, meeting.id)).toBe(0);
    expect(await ada.page.getByRole('textbox', { name: 'Your name' }).inputValue()).toBe('Ada');
    await ada.page.goBack();
    await ada.page.getByRole('heading', { name: 'You have left the meeting' }).waitFor(PATIENCE);
    expect(await presentIn(stage, meeting.id)).toBe(0);
    expect([...ada.complaints, ...grace.complaints]).toEqual([]);
    await ada.leave();
    await grace.leave();
  });

  it('who loads the page anew is inside once, under the same name', async () => {
    const stage = await house.anotherRoom();
    const meeting = await stage.event(20_000);
    const ada = await person(stage);
    await ada.page.goto(`${stage.path}?name=Ada`);
    await ada.page.getByRole('button', { name: 'Join: Weekly planning' }).click();
    await inside(ada.page, meeting.id);
    for (let time = 0; time < 2; time += 1) {
      await again(ada.page);
      await expect.poll(() => presentIn(stage, meeting.id)).toBe(1);
    }
    await present(ada.page, 1);
    expect(await ada.page.locator('.names li').allTextContents()).toEqual(['Ada']);
    expect(ada.complaints).toEqual([]);
    await ada.leave();
  });
});

it('whoever is inside when the meeting closes is told, and its frame is gone', async () => {
  const stage = await house.anotherRoom();
  const meeting = await stage.event(20_000);
  const ada = await person(stage);
  await ada.page.goto(stage.path);
  await ada.page.getByRole('button', { name: 'Join: Weekly planning' }).click();
  await inside(ada.page, meeting.id);
  await present(ada.page, 1);
  await stage.api.knex('meetings').where({ id: meeting.id }).update({ status: 'closed', present: [] });
  await ada.page.getByRole('heading', { name: 'This meeting is over' }).waitFor(PATIENCE);
  expect(await ada.page.locator('iframe').count()).toBe(0);
  expect(ada.complaints).toEqual([]);
  await ada.leave();
});

describe('somebody who waits', () => {
  it.each([
    ['by the stream', ''],
    ['by asking again, where there are no streams', 'delete window.EventSource'],
  ])('goes over by itself when the room is ready, %s', async (_how, script) => {
    const stage = await house.anotherRoom();
    const meeting = await stage.event(20 * MINUTE);
    const ada = await person(stage, { script });
    await ada.page.goto(stage.path);
    await ada.page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
    await ada.page.getByRole('button', { name: 'Join early: Weekly planning' }).click();
    await ada.page.waitForURL(`**/waiting/${meeting.id}?*`, PATIENCE);
    await ada.page.getByText(/^Starts in (19:5\d|20:00)$/).waitFor(PATIENCE);
    await stage.says(meeting, Date.now() + 30_000);
    await inside(ada.page, meeting.id);
    await present(ada.page, 1);
    expect(await ada.page.locator('.names li').allTextContents()).toEqual(['Ada']);
    expect(ada.complaints).toEqual([]);
    await ada.leave();
  });

  it('sees the new time when the event moves, and what was typed stays', async () => {
    const stage = await house.anotherRoom();
    const meeting = await stage.event(10 * MINUTE);
    const ada = await person(stage);
    await ada.page.goto(`${stage.path}/waiting/${meeting.id}`);
    await ada.page.getByRole('textbox', { name: 'Your name' }).fill('Ad');
    await stage.says(meeting, Date.now() + 25 * MINUTE);
    await ada.page.getByRole('heading', { name: 'The meeting has moved' }).waitFor(PATIENCE);
    await ada.page.getByText(/^Starts in 2[45]:\d\d$/).waitFor(PATIENCE);
    await ada.page.keyboard.type('a');
    expect(await ada.page.getByRole('textbox', { name: 'Your name' }).inputValue()).toBe('Ada');
    expect(ada.complaints).toEqual([]);
    await ada.leave();
  });

  it('is told when the event is cancelled', async () => {
    const stage = await house.anotherRoom();
    const meeting = await stage.event(10 * MINUTE);
    const ada = await person(stage);
    await ada.page.goto(`${stage.path}/waiting/${meeting.id}`);
    await stage.removes(meeting);
    await ada.page.getByRole('heading', { name: 'This meeting was cancelled' }).waitFor(PATIENCE);
    expect(await ada.page.locator('form[method=post]').count()).toBe(0);
    expect(await ada.page.title()).toContain('Weekly planning');
    expect(ada.complaints).toEqual([]);
    await ada.leave();
  });

  it('gets in without scripts, by a page that looks again and a button', async () => {
    const stage = await house.anotherRoom();
    const meeting = await stage.event(10 * MINUTE);
    const ada = await person(stage, { javaScriptEnabled: false });
    await ada.page.goto(stage.path);
    await ada.page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
    await ada.page.getByRole('button', { name: 'Join early: Weekly planning' }).click();
    await ada.page.getByRole('heading', { name: 'You are early' }).waitFor(PATIENCE);
    await stage.says(meeting, Date.now() + 20_000);
    await ada.page.getByRole('heading', { name: 'Come in' }).waitFor({ timeout: 40_000 });
    await ada.page.getByRole('button', { name: 'Go in' }).click();
    await inside(ada.page, meeting.id);
    await expect.poll(() => presentIn(stage, meeting.id)).toBe(1);
    await ada.page.getByRole('button', { name: 'Leave' }).click();
    await ada.page.getByRole('heading', { name: `Room ${stage.room.name}` }).waitFor(PATIENCE);
    await expect.poll(() => presentIn(stage, meeting.id)).toBe(0);
    await ada.leave();
  });
});

describe('the room’s page', () => {
  it('shows what appears and what is removed, while it is open', async () => {
    const stage = await house.anotherRoom();
    const ada = await person(stage);
    await ada.page.goto(stage.path);
    await ada.page.getByRole('heading', { name: 'No meeting right now' }).waitFor(PATIENCE);
    const meeting = await stage.event(15 * MINUTE, 'Interview');
    await ada.page.getByRole('heading', { name: 'Interview' }).waitFor(PATIENCE);
    await stage.removes(meeting);
    await ada.page.getByRole('heading', { name: 'No meeting right now' }).waitFor(PATIENCE);
    expect(ada.complaints).toEqual([]);
    await ada.leave();
  });

  it('starts a meeting that is in no calendar, and takes who started it inside', async () => {
    const stage = await house.anotherRoom();
    const ada = await person(stage);
    await ada.page.goto(stage.path);
    await ada.page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
    await ada.page.getByRole('textbox', { name: 'Title' }).fill('A quick word');
    await ada.page.getByRole('button', { name: 'Start a meeting now' }).click();
    await ada.page.waitForURL('**/in/*?*', PATIENCE);
    await ada.page.getByRole('heading', { name: 'A quick word' }).waitFor(PATIENCE);
    await present(ada.page, 1);
    expect(ada.complaints).toEqual([]);
    await ada.leave();
  });

  it('shows who is invited against who is there to the owner, and to nobody else', async () => {
    const stage = await house.anotherRoom();
    const meeting = await stage.event(20_000);
    const [owner, guest] = [await person(stage, { owner: true }), await person(stage)];
    const secrets = [
      ...INVITED.map(({ email }) => email),
      'Ada Lovelace',
      DESCRIPTION,
      'agenda-secret',
      'Library',
    ];
    for (const { page } of [owner, guest]) {
      await page.goto(stage.path);
      await page.getByRole('button', { name: 'Join: Weekly planning' }).waitFor(PATIENCE);
      const shown = (await page.content()).replaceAll('&amp;', '&');
      expect(secrets.filter((secret) => shown.includes(secret))).toEqual(page === owner.page ? secrets : []);
      await page.getByRole('button', { name: 'Join: Weekly planning' }).click();
      await inside(page, meeting.id);
    }
    await present(owner.page, 2);
    expect(await owner.page.locator('.invited').innerText()).toContain('Ada Lovelace');
    expect(await owner.page.getByText('2 people invited').count()).toBe(1);
    expect(await guest.page.locator('.invited').count()).toBe(0);
    const html = await guest.page.content();
    expect(secrets.filter((secret) => html.includes(secret))).toEqual([]);
    await owner.leave();
    await guest.leave();
  });

  it.each([390, 1280])('fits %i pixels, for the owner and inside', async (width) => {
    const stage = await house.anotherRoom();
    const meeting = await stage.event(20_000);
    await stage.event(12 * MINUTE, 'Interview');
    const owner = await person(stage, { owner: true, viewport: { width, height: 800 } });
    await owner.page.goto(`${stage.path}?name=Olga`);
    await owner.page.locator('summary').first().click();
    expect(await overflow(owner.page)).toBe(0);
    await picture(owner.page, `pages/room-owner-${width}`);
    await owner.page.getByRole('button', { name: 'Join: Weekly planning' }).click();
    await inside(owner.page, meeting.id);
    await present(owner.page, 1);
    expect(await overflow(owner.page)).toBe(0);
    await picture(owner.page, `pages/room-inside-${width}`);
    await owner.leave();
  });
});

describe('the owner ends a meeting', () => {
  it.each([390, 1280])('that a stranger began, after a question, at %i pixels', async (width) => {
    const stage = await house.anotherRoom();
    const stranger = await person(stage);
    await stranger.page.goto(stage.path);
    await stranger.page.getByRole('button', { name: 'Start a meeting now' }).click();
    await stranger.page.waitForURL(/\/(waiting|in)\//, PATIENCE);
    const [, id = ''] = /\/(?:waiting|in)\/([\w-]+)/.exec(stranger.page.url()) ?? [];
    await stranger.page.goto(`${stage.path}/end/${id}`);
    expect(await stranger.page.getByRole('button', { name: 'Yes, end it' }).count()).toBe(0);

    const owner = await person(stage, { owner: true, viewport: { width, height: 800 } });
    await owner.page.goto(stage.path);
    await owner.page.getByRole('link', { name: /^End meeting: / }).waitFor(PATIENCE);
    expect(await overflow(owner.page)).toBe(0);
    await picture(owner.page, `pages/room-end-link-${width}`);
    await owner.page.getByRole('link', { name: /^End meeting: / }).click();
    expect(await owner.page.textContent('h1')).toBe('End this meeting?');
    expect(await overflow(owner.page)).toBe(0);
    await picture(owner.page, `pages/room-end-${width}`);
    await owner.page.getByRole('button', { name: 'Yes, end it' }).click();
    await owner.page.waitForURL(`**${stage.path}`, PATIENCE);
    expect(await stage.api.knex('meetings').where({ id }).first('status')).toEqual({
      status: 'cancelled',
    });
    expect([...owner.complaints, ...stranger.complaints]).toEqual([]);
    await owner.leave();
    await stranger.leave();
  });
});
