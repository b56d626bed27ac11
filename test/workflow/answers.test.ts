import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MeetingScript, type SeenMail } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';
import { answerOf } from '../support/attendees.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ timeSkipping: true });
});
afterAll(() => world?.stop());

const methods = (mail: { method: string | null; sequence: number | null }[]) =>
  mail.map((one) => `${one.method} ${one.sequence}`);

describe('an answer by mail', () => {
  it('is recorded for the party that gave it', async () => {
    const script = await MeetingScript.booked(world);
    expect(await script.reply('guest', 'ACCEPTED')).toMatchObject({ understood: 'reply', reason: null });
    await script.reply('host', 'TENTATIVE');
    const state = await script.until((now) => answerOf(now, 'host').partstat !== 'NEEDS-ACTION');
    expect(answerOf(state, 'guest').partstat).toBe('ACCEPTED');
    expect(answerOf(state, 'host').partstat).toBe('TENTATIVE');
  });

  it('from anyone but the expected attendee is ignored and recorded', async () => {
    const script = await MeetingScript.booked(world);
    const answer = await script.reply('guest', 'DECLINED', { from: 'stranger@example.net' });
    expect(answer).toMatchObject({ understood: 'ignored', reason: 'unexpected-attendee' });
    const row: unknown = await world
      .database('audit_log')
      .where({ uid: script.meeting.uid, category: 'inbound' })
      .first();
    expect(row).toMatchObject({
      what: 'ignored',
      actor: 'unknown',
      details: { reason: 'unexpected-attendee' },
    });
    expect((await script.state()).status).toBe('scheduled');
  });

  it('that declines cancels for both under the strict policy, once, also when both decline', async () => {
    const script = await MeetingScript.booked(world);
    await Promise.all([
      script.reply('guest', 'DECLINED', { sequence: 0 }),
      script.reply('host', 'DECLINED', { sequence: 0 }),
    ]);
    expect(await script.handle.result()).toMatchObject({ status: 'cancelled', sequence: 1 });
    for (const role of ['host', 'guest'] as const) {
      expect(methods(await script.mail(role, 2))).toEqual(['REQUEST 0', 'CANCEL 1']);
    }
  });

  it('that declines is recorded and shown under the soft policy', async () => {
    const script = await MeetingScript.booked(world, { policy: 'soft' });
    await script.reply('guest', 'DECLINED');
    await script.until((now) => answerOf(now, 'guest').partstat === 'DECLINED');
    expect((await script.state()).status).toBe('scheduled');
    expect(methods(await script.mail('host', 1))).toEqual(['REQUEST 0']);
  });

  it('to an earlier SEQUENCE does not cancel the new time', async () => {
    const script = await MeetingScript.booked(world);
    const proposal = await script.propose('guest');
    await script.decide('approved', 'host', proposal);
    await script.reply('guest', 'DECLINED', { sequence: 0, dtstampMs: (await world.nowMs()) + HOUR });
    await script.until((now) => now.timeline.at(-1)?.what === 'stale-answer');
    expect(await script.state()).toMatchObject({ status: 'scheduled', sequence: 1 });
  });

  it('that arrives twice has one effect', async () => {
    const script = await MeetingScript.booked(world);
    const raw = Buffer.from(
      [
        `From: ${script.addresses.guest}`,
        `To: ${world.tenant.organizerEmail}`,
        `Message-ID: <twice-${script.meeting.id}@example.com>`,
        'Content-Type: text/calendar; method=REPLY',
        '',
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'METHOD:REPLY',
        'BEGIN:VEVENT',
        `UID:${script.meeting.uid}`,
        'SEQUENCE:0',
        'DTSTAMP:20260101T000000Z',
        `ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:${script.addresses.guest.toUpperCase()}`,
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
    const arrive = () =>
      world.ingest({ raw, door: 'smtp', envelope: { from: null, to: [] }, tenantId: null });
    const answers = await Promise.all([arrive(), arrive()]);
    answers.push(await arrive());
    expect(answers).toEqual(Array(3).fill({ understood: 'reply', reason: null, uid: script.meeting.uid }));
    const state = await script.until((now) => answerOf(now, 'guest').partstat === 'ACCEPTED');
    expect(state.timeline.filter((line) => line.what === 'accepted')).toHaveLength(1);
  });

  it('to a cancelled meeting is ignored with its reason, and its sender gets the CANCEL again', async () => {
    const script = await MeetingScript.booked(world);
    await script.cancel();
    expect(await script.reply('guest', 'ACCEPTED', { sequence: 0 }).catch((e: unknown) => e)).toMatchObject({
      understood: 'ignored',
      reason: 'meeting-cancelled',
    });
    const first = await script.mail('guest', 3);
    expect(first.map((mail) => [mail.method, mail.sequence])).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
      ['CANCEL', 1],
    ]);
    expect(idOf(first[1])).not.toBe(idOf(first[2]));
    expect(await script.mail('host', 2)).toHaveLength(2);
  });

  it('about a UID that nobody knows is ignored with its reason', async () => {
    const script = await MeetingScript.create(world);
    script.meeting.uid = 'nobody-knows@example.com';
    expect(await script.reply('guest', 'ACCEPTED', { sequence: 0 })).toMatchObject({
      understood: 'ignored',
      reason: 'unknown-uid',
    });
  });
});

const idOf = (mail: SeenMail | undefined): string | undefined =>
  /^Message-ID: (.*)$/im.exec(mail?.raw ?? '')?.[1];
