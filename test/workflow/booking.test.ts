import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MeetingScript, refusal } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ timeSkipping: true });
});
afterAll(() => world?.stop());

describe('booking', () => {
  it('invites both, each alone, at SEQUENCE 0', async () => {
    const script = await MeetingScript.create(world);
    expect(await script.book()).toMatchObject({ status: 'scheduled', sequence: 0 });
    for (const role of ['host', 'guest'] as const) {
      const [invitation] = await script.mail(role, 1);
      expect(invitation).toMatchObject({ method: 'REQUEST', sequence: 0, status: 'CONFIRMED' });
    }
  });

  it('twice is refused, and the same request again is the same booking', async () => {
    const script = await MeetingScript.create(world);
    const request = crypto.randomUUID();
    await script.book(request);
    expect(await refusal(script.book())).toBe('already-booked');
    expect(
      await script.world.meetings.update(script.meeting.uid, {
        type: 'booked',
        key: `booked/${request}`,
        door: 'api',
        invites: [],
      }),
    ).toMatchObject({ status: 'scheduled' });
  });

  it('of somebody who is in another meeting then is refused, and the time stays free for others', async () => {
    const first = await MeetingScript.booked(world, { startsInMs: 100 * HOUR });
    const second = await MeetingScript.create(world, { startsInMs: 100 * HOUR, host: first.addresses.host });
    expect(await refusal(second.book())).toBe('host-busy');
    const third = await MeetingScript.create(world, { startsInMs: 100 * HOUR, guest: first.addresses.guest });
    expect(await refusal(third.book())).toBe('guest-busy');
    await first.cancel();
    expect(await second.book()).toMatchObject({ status: 'scheduled' });
  });

  it('of the same person by ten at once succeeds once', async () => {
    const guest = 'wanted@example.org';
    const scripts = await Promise.all(
      Array.from({ length: 10 }, () => MeetingScript.create(world, { startsInMs: 200 * HOUR, guest })),
    );
    const results = await Promise.allSettled(scripts.map((script) => script.book()));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('that was refused leaves the room open until its start, and then closes it', async () => {
    const script = await MeetingScript.create(world, { startsInMs: HOUR });
    await MeetingScript.booked(world, { startsInMs: HOUR, host: script.addresses.host });
    expect(await refusal(script.book())).toBe('host-busy');
    expect(await script.state()).toMatchObject({ status: 'open' });
    expect(await script.handle.result()).toMatchObject({ status: 'closed' });
    expect(await world.catcher.list(script.addresses.guest)).toEqual([]);
  });
});

describe('deleting', () => {
  it('cancels for both at the next SEQUENCE', async () => {
    const script = await MeetingScript.booked(world);
    expect(await script.cancel('No time')).toMatchObject({ status: 'cancelled', sequence: 1 });
    for (const role of ['host', 'guest'] as const) {
      const mail = await script.mail(role, 2);
      expect(mail.map((m) => [m.method, m.sequence, m.status])).toEqual([
        ['REQUEST', 0, 'CONFIRMED'],
        ['CANCEL', 1, 'CANCELLED'],
      ]);
      expect(mail[1]?.text).toContain('No time');
    }
    expect(await script.handle.result()).toMatchObject({ status: 'cancelled' });
  });

  it('a room that nobody booked ends it without a mail', async () => {
    const script = await MeetingScript.create(world);
    expect(await script.cancel()).toMatchObject({ status: 'cancelled', sequence: 0 });
    await script.handle.result();
    expect(await world.catcher.list(script.addresses.host)).toEqual([]);
  });
});
