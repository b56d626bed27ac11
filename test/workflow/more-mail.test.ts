import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MeetingScript } from '../support/meeting-script.ts';
import { linkIn } from '../support/seen-mail.ts';
import { createWorld, type World } from '../support/world.ts';
import { answerOf } from '../support/attendees.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.stop());

describe('a REFRESH', () => {
  it('gets the newest REQUEST again, with the attendee’s own answer in it', async () => {
    const script = await MeetingScript.booked(world);
    await script.reply('guest', 'ACCEPTED');
    await script.until((now) => answerOf(now, 'guest').partstat === 'ACCEPTED');
    expect(await script.refresh('guest')).toMatchObject({ understood: 'refresh' });
    const [first, again] = await script.mail('guest', 2);
    expect([again?.method, again?.sequence]).toEqual(['REQUEST', 0]);
    const calendarOf = (raw = '') =>
      Buffer.from(raw.split('base64').at(-1) ?? '', 'base64')
        .toString()
        .replaceAll('\r\n ', '');
    expect(calendarOf(first?.raw)).toContain('PARTSTAT=NEEDS-ACTION');
    expect(calendarOf(again?.raw)).toContain('PARTSTAT=ACCEPTED');
    expect(await script.mail('host', 1)).toHaveLength(1);
  });
});

describe('words in answer to an invitation', () => {
  it('get one mail with a link, whose form begins with the time that they name', async () => {
    const script = await MeetingScript.booked(world);
    const day = new Date(script.meeting.startMs).toISOString().slice(0, 10);
    expect(await script.write('guest', `Can we do ${day} 23:30 UTC?`)).toMatchObject({ understood: 'text' });
    const [, answer] = await script.mail('guest', 2);
    expect(answer?.method).toBeNull();
    const link = linkIn(answer?.text ?? '', 'reschedule');
    expect(link.searchParams.get('start')).toBe(`${day}T23:30:00.000Z`);
    expect(await script.write('guest', 'Hello? Can we do 5pm?')).toMatchObject({
      understood: 'ignored',
      reason: 'answered-lately',
    });
  });

  it('of a vacation responder get nothing', async () => {
    const script = await MeetingScript.booked(world);
    const away = await script.write('guest', 'I am away until Monday at 9.', [
      'Auto-Submitted: auto-replied',
    ]);
    expect(away).toMatchObject({ understood: 'ignored', reason: 'automatic' });
  });

  it('of Parley itself get nothing: two of them never answer each other', async () => {
    const script = await MeetingScript.booked(world);
    await script.write('guest', 'Can we do 5pm?');
    const [, answer] = await script.mail('guest', 2);
    const back = {
      raw: Buffer.from(answer?.raw ?? ''),
      door: 'smtp' as const,
      envelope: { from: world.tenant.organizerEmail, to: [world.tenant.organizerEmail] },
      tenantId: null,
    };
    expect(await world.ingest(back)).toMatchObject({ understood: 'ignored' });
    expect((await script.state()).timeline.filter((line) => line.what === 'wrote')).toHaveLength(1);
  });
});

describe('an answer in the attendee’s name from somewhere else', () => {
  it('changes nothing, and asks the attendee by mail', async () => {
    const script = await MeetingScript.booked(world);
    const answer = await script.reply('guest', 'DECLINED', {
      from: 'somewhere@example.net',
      attendee: script.addresses.guest,
    });
    expect(answer).toMatchObject({ understood: 'confirm', reason: 'sender-not-attendee' });
    const [, question] = await script.mail('guest', 2);
    expect(linkIn(question?.text ?? '', 'confirm').searchParams.get('c')).toHaveLength(43);
    expect(question?.text).toContain('declines your meeting');
    expect(question?.raw).not.toContain('somewhere@example.net');
    const state = await script.state();
    expect([state.status, answerOf(state, 'guest').partstat]).toEqual(['scheduled', 'NEEDS-ACTION']);
  });
});

describe('an invitation that comes back', () => {
  it('is marked, and the other party learns it', async () => {
    const script = await MeetingScript.booked(world);
    expect(await script.bounce('guest')).toMatchObject({ understood: 'bounce', reason: '5.1.1' });
    const [, told] = await script.mail('host', 2);
    expect(told?.subject).toContain('Not Delivered');
    expect(told?.raw).not.toContain(script.addresses.guest);
    const sent = await world
      .database('outgoing_messages')
      .where({ meeting_id: script.meeting.id, attendee_id: 'guest' })
      .first('state');
    expect(sent).toEqual({ state: 'bounced' });
    expect((await script.state()).status).toBe('scheduled');
  });

  it('cancels the meeting where that is wanted', async () => {
    const script = await MeetingScript.booked(world, { bouncePolicy: 'cancel' });
    await script.bounce('guest');
    await expect.poll(async () => (await script.state()).status).toBe('cancelled');
    const [, cancelled] = await script.mail('host', 2);
    expect(cancelled?.method).toBe('CANCEL');
    expect(cancelled?.text).toContain('could not be reached');
  });

  it('from the server that should have taken it is the same', async () => {
    const refusing = await createWorld({
      refuseMail: ({ to }) =>
        to.some((address) => address.startsWith('guest'))
          ? { responseCode: 550, message: 'No such user' }
          : undefined,
    });
    const script = await MeetingScript.booked(refusing, { startsInMs: 48 * HOUR });
    const [, told] = await script.mail('host', 2);
    expect(told?.subject).toContain('Not Delivered');
    await refusing.stop();
  });
});
