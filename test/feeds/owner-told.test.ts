import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeSettings } from '../../adapters/postgres/rooms/feed-settings.ts';
import { roomById } from '../../adapters/postgres/rooms/rooms.ts';
import { loadTexts } from '../../adapters/texts/load.ts';
import { waitForMail } from '../support/smtp-catcher.ts';
import { PUBLIC_URL } from '../support/world.ts';
import { calendar } from './support/calendar.ts';
import { createFeedWorld, HOUR, type FeedWorld, type FollowingRoom } from './support/feed-world.ts';

let world: FeedWorld;
let room: FollowingRoom;
let ownerEmail: string;
beforeAll(async () => {
  world = await createFeedWorld();
});
afterAll(() => world?.stop());
beforeEach(async () => {
  ownerEmail = `owner.${randomUUID().slice(0, 8)}@example.org`;
  world.clock.aheadMs = 0;
  room = await world.room({ ownerEmail, timezone: 'Europe/Berlin' });
});

/** What comes of a sync so many hours after the beginning of the test. */
const syncAfter = (hours: number) => {
  world.clock.aheadMs = hours * HOUR;
  return world.sync(room);
};
const failAfter = async (hours: number) => {
  world.server.fail(404);
  expect(await syncAfter(hours)).toMatchObject({ result: 'failed', problem: 'not-found' });
};
const readAfter = async (hours: number) => {
  world.server.serve(calendar());
  expect((await syncAfter(hours)).result).not.toBe('failed');
};
const notices = () => world.database('notices').where({ room_id: room.id }).orderBy('created_at');
const mailed = async (): Promise<string> =>
  (await waitForMail(world.catcher, { to: ownerEmail }))[0]?.raw ?? '';
const change = async (feed: { enabled: boolean }) =>
  changeSettings(world.database, (await roomById(world.database, room.id))!, {
    key: randomUUID(),
    room: {},
    feed,
  });

describe('the owner of a calendar that cannot be read', () => {
  it('is told after a day, once, and of the next failure only when it has lasted for a day, too', async () => {
    await failAfter(0);
    await failAfter(23.9);
    expect(await notices()).toEqual([]);
    await failAfter(24.1);
    await failAfter(25);
    await failAfter(90);
    expect(await notices()).toHaveLength(1);
    await readAfter(91);
    await failAfter(92);
    await failAfter(115);
    expect(await notices()).toHaveLength(1);
    await failAfter(117);
    expect(await notices()).toHaveLength(2);
    await waitForMail(world.catcher, { to: ownerEmail, count: 2 });
  });

  it('is told once, however many syncs fail at the same moment, and however often it is relayed', async () => {
    await failAfter(0);
    world.clock.aheadMs = 30 * HOUR;
    await Promise.all(Array.from({ length: 8 }, () => world.sync(room)));
    const [notice, ...others] = await notices();
    expect(others).toEqual([]);
    await waitForMail(world.catcher, { to: ownerEmail });
    const [told] = await world.database('outbox').where({ event_key: `notice/${notice!.id}` });
    await world.inbound.relay({ uid: told!.uid, event: told!.event as never });
    expect(await world.database('outgoing_messages').where({ notice_id: notice!.id })).toHaveLength(1);
  });

  it('is not told of a calendar that was paused, and the day begins anew when it is switched on', async () => {
    await failAfter(0);
    await change({ enabled: false });
    world.clock.aheadMs = 48 * HOUR;
    expect(await world.sync(room)).toMatchObject({ result: 'off' });
    await change({ enabled: true });
    await failAfter(49);
    expect(await notices()).toEqual([]);
    await failAfter(74);
    expect(await notices()).toHaveLength(1);
    // Saved as it was, which repairs nothing.
    await change({ enabled: true });
    await failAfter(120);
    expect(await notices()).toHaveLength(1);
  });

  it('learns from the mail what is wrong and where to mend it, and nobody the secret address', async () => {
    const since = Date.now();
    await failAfter(0);
    await failAfter(25);
    const raw = await mailed();
    const mail = await simpleParser(raw);
    expect(mail.subject).toBe(`Practice Session — The calendar of your room “${room.name}” cannot be read`);
    const settings = `${PUBLIC_URL}/rooms/${room.name}/settings`;
    expect(mail.text).toContain(settings);
    expect(mail.html).toContain(`href="${settings}"`);
    expect(mail.text).toContain('There is no calendar at this address.');
    expect(mail.text).toContain(`${new Date(since).getUTCFullYear()}`);
    expect(mail.text).toMatch(/\(Berlin, UTC\+[12]\)/);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    for (const secret of ['private-token', 'basic.ics', new URL(world.server.url).host])
      expect(`${mail.subject} ${mail.text} ${String(mail.html)} ${raw}`).not.toContain(secret);
  });

  it.each(['en', 'de', 'fr', 'es', 'pt', 'ja'])('is told in their language: %s', async (language) => {
    const { ownerId } = (await roomById(world.database, room.id))!;
    await world.database('principals').where({ id: ownerId }).update({ language });
    await failAfter(0);
    await failAfter(25);
    const raw = await mailed();
    const mail = await simpleParser(raw);
    const { t } = loadTexts().wordingFor(language);
    const text = (mail.text ?? '').replaceAll(/\s+/g, ' ');
    for (const words of [
      t('mail.feedFailing.heading'),
      t('page.feed.problem.not-found'),
      t('mail.feedFailing.meaning'),
      t('mail.feedFailing.action'),
      t('mail.feedFailing.footer'),
    ])
      expect(text).toContain(words.replaceAll(/\s+/g, ' '));
    expect(mail.subject).toBe(
      t('mail.feedFailing.subject', { product: 'Practice Session', room: room.name }),
    );
    expect(`${mail.subject} ${text}`).not.toMatch(/[{}]/);
    expect(mail.html).toContain(`<html lang="${language}">`);
  });
});
