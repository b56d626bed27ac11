import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relayForgotten } from '../../activities/relay.ts';
import { createOutbox } from '../../adapters/postgres/outbox.ts';
import { letGoSilent } from '../../adapters/postgres/presence.ts';
import { launchChromium } from '../support/chromium.ts';
import { overflow, picture } from './support/browsing.ts';
import { somebody, type Person } from './support/person.ts';
import { RoomStage } from './support/room-stage.ts';
import { HOUR, insertMeeting } from './support/rows.ts';

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

const person = (stage: RoomStage, width = 1280): Promise<Person> =>
  somebody(browser, stage, { viewport: { width, height: 800 } });
const inside = (page: Page, meetingId: string) => page.waitForURL(`**/in/${meetingId}?*`, PATIENCE);
const present = (page: Page, count: number) =>
  page.locator(`[data-present="${count}"]`).waitFor({ ...PATIENCE, state: 'attached' });
const beats = (page: Page) => page.waitForResponse((answer) => answer.url().includes('/beat'), PATIENCE);

describe('a browser that dies', () => {
  /** Nothing of it is heard any more, not even that its page was closed. */
  async function dies({ page }: Person): Promise<void> {
    await page.route('**/{beat,leave}{,/**}', (route) => route.abort());
    await page.close();
  }
  const beats = (page: Page) => page.waitForResponse((answer) => answer.url().includes('/beat'), PATIENCE);
  const beating = (stage: RoomStage, meetingId: string) =>
    stage.api.knex('participants').where({ meeting_id: meetingId }).whereNotNull('seen_at');

  const relayNow = ({ api }: RoomStage) =>
    relayForgotten({
      outbox: createOutbox(api.knex),
      meetings: api.world.meetings,
      deliveries: { start: () => Promise.reject(new Error('nothing is delivered here')) },
      clock: { nowMs: () => Date.now() + MINUTE },
    });

  it('is out soon, and the others see it', async () => {
    const stage = await house.anotherRoom();
    const meeting = await stage.event(20_000);
    const [ada, grace] = [await person(stage), await person(stage)];
    for (const { page } of [ada, grace]) {
      await page.goto(stage.path);
      const beat = beats(page);
      await page.getByRole('button', { name: 'Join: Weekly planning' }).click();
      await inside(page, meeting.id);
      expect((await beat).status()).toBe(204);
    }
    await present(ada.page, 2);
    await expect.poll(() => beating(stage, meeting.id).then((rows) => rows.length)).toBe(2);
    const before = Date.now();
    const beat = beats(ada.page);
    await dies(grace);
    await beat;
    // What the worker does after three quarters of a minute, done now: Ada's page has said something since.
    await letGoSilent(stage.api.knex, before, Date.now());
    await relayNow(stage);
    await present(ada.page, 1);
    expect(ada.complaints).toEqual([]);
    await ada.leave();
    await grace.leave();
  });
});

describe('the room of a booked meeting', () => {
  const booked = async () => {
    const { meetingId } = await insertMeeting(house.api.knex, {
      tenantId: house.api.tenant.id,
      startMs: Date.now() - MINUTE,
      status: 'live',
      videoUrl: `https://video.test/${randomUUID()}`,
    });
    return meetingId;
  };
  const participants = (meetingId: string) =>
    house.api
      .knex('participants')
      .where({ meeting_id: meetingId })
      .orderBy('joined_at')
      .select<{ left_at: Date | null; seen_at: Date | null }[]>('left_at', 'seen_at');
  /** The workflow of a meeting that only its row knows hears nothing; what is told to it is of no matter here. */
  const hearsAll = () => {
    house.api.deps.meetings = { ...house.api.deps.meetings, tell: () => Promise.resolve() };
  };

  it.each([390, 1280])(
    'is entered by a button, beats, and is left by a button, at %i pixels',
    async (width) => {
      hearsAll();
      const meetingId = await booked();
      const ada = await person(house, width);
      await ada.page.goto(`/join/${meetingId}`);
      const beat = beats(ada.page);
      await ada.page.getByRole('button', { name: 'Join' }).click();
      await ada.page.waitForURL(`**/join/${meetingId}/in?*`, PATIENCE);
      expect((await beat).status()).toBe(204);
      await ada.page.frameLocator('iframe').getByText('The video room').waitFor(PATIENCE);
      expect(await overflow(ada.page)).toBe(0);
      await picture(ada.page, `pages/booked-inside-${width}`);
      expect(await participants(meetingId)).toMatchObject([
        { left_at: null, seen_at: expect.any(Date) as Date },
      ]);
      await ada.page.getByRole('button', { name: 'Leave' }).click();
      await ada.page.waitForURL((url) => url.pathname === `/join/${meetingId}`, PATIENCE);
      expect(await participants(meetingId)).toMatchObject([{ left_at: expect.any(Date) as Date }]);
      expect(ada.complaints).toEqual([]);
      await ada.leave();
    },
  );

  it('is left by closing its page, and is over for who is inside when it is over', async () => {
    hearsAll();
    const meetingId = await booked();
    const [ada, grace] = [await person(house), await person(house)];
    for (const { page } of [ada, grace]) {
      await page.goto(`/join/${meetingId}`);
      const beat = beats(page);
      await page.getByRole('button', { name: 'Join' }).click();
      await beat;
    }
    await grace.page.close();
    await expect
      .poll(async () => (await participants(meetingId)).filter((one) => one.left_at === null).length)
      .toBe(1);
    await house.api
      .knex('meetings')
      .where({ id: meetingId })
      .update({ status: 'closed', video_closed_at: new Date(Date.now() + HOUR) });
    await ada.page.getByRole('heading', { name: 'This meeting is over' }).waitFor({ timeout: 30_000 });
    expect(ada.complaints).toEqual([]);
    await ada.leave();
    await grace.leave();
  });
});
