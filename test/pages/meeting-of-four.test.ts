import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import { startWholeApi, type WholeApi } from '../api/support/served-api.ts';
import { FOUR, fourInvited, mailSince } from '../support/meeting-of-four.ts';
import { HOUR } from '../support/meeting-script.ts';
import { StageOfFour } from './support/stage-of-four.ts';

let api: WholeApi;
beforeAll(async () => {
  api = await startWholeApi();
});
afterAll(() => api?.stop());

/** Guest asks for a time a day later: the stage, and the links of those who have to do with it. */
async function guestAsks() {
  const stage = await StageOfFour.invited(api);
  const own = await stage.propose('guest');
  return {
    stage,
    own,
    host: await stage.link('host', 'approve'),
    other: await stage.link('guest-2', 'approve'),
  };
}

describe('the form for a new time', () => {
  it.each([
    ['host', 'Gus and guest-2', 'New York'],
    ['guest', 'Hanna and guest-2', 'Berlin'],
    ['guest-2', 'Hanna and Gus', 'Berlin'],
    ['guest-3', 'Hanna, Gus and guest-2', 'Berlin'],
  ])('says to %s that %s are asked, and shows the time in %s, too', async (id, names, place) => {
    const stage = await StageOfFour.invited(api);
    const { html } = await stage.see(id, await stage.link(id, 'reschedule'));
    expect(html).toContain(`We ask ${names}, and nothing changes until they approve.`);
    expect(html).toContain(`A note for ${names} (optional)`);
    expect(html).toContain(`<li><span>${place}</span>`);
    await stage.script.cancel();
  });

  it('says that one of the others is busy, and not who', async () => {
    const stage = await StageOfFour.invited(api);
    const busy = { startsInMs: 124 * HOUR, guest: stage.script.address('guest-3') };
    const other = await fourInvited(api.world, busy);
    const link = await stage.link('guest', 'reschedule');
    const start = new Date(other.meeting.startMs).toISOString();
    const [date, time] = [start.slice(0, 10), start.slice(11, 16)];
    const fields = { zone: 'UTC', date, time, minutes: '60', action: 'propose' };
    const { status, html } = await stage.press('guest', link, fields);
    expect(status).toBe(422);
    expect(html).toContain('One of the others has another meeting then');
    expect(html).not.toContain('guest-3');
    await other.cancel();
    await stage.script.cancel();
  });
});

describe('a new time that waits for two', () => {
  it('is put to each with who asks and who else decides, and moves the meeting with the second approval', async () => {
    const { stage, own, host, other } = await guestAsks();
    const question = await stage.see('host', host);
    expect(question.html).toContain('Gus asks to meet at another time.');
    expect(question.html).toContain('Still to decide beside you: guest-2.');
    expect(question.html).not.toContain('guest-3');
    expect((await stage.see('guest', own)).html).toContain('Waiting for Hanna and guest-2');

    const agreed = await stage.press('host', host);
    expect(agreed.html).toContain('You approved the new time');
    expect(agreed.html).toContain('Still to decide: guest-2.');
    expect(agreed.html).not.toContain('class="time gone"');
    const waiting = await stage.see('guest', own);
    expect(waiting.html).toContain('Waiting for guest-2');
    expect(waiting.html).toContain('We have asked Hanna and guest-2.');
    expect((await stage.press('host', host)).html).toContain('You approved the new time');

    const last = await stage.see('guest-2', other);
    expect(last.html).toContain('All calendars are updated. Asked for an answer then: guest-3.');
    expect(last.html).toContain('By approving, you accept the new time.');
    for (const { html } of [await stage.press('guest-2', other), await stage.see('host', host)]) {
      expect(html).toContain('All calendars get an update by mail. With that you have accepted it.');
      expect(html).toContain('Asked for an answer: guest-3.');
    }
    expect((await stage.see('guest', own)).html).toContain('Your new time was approved');
    await mailSince(stage.script, { host: 2, guest: 1, 'guest-2': 2, 'guest-3': 1 });
    expect((await stage.script.state()).sequence).toBe(1);
    await stage.script.cancel();
  });

  it('ends for all with the first decline, also of who had approved', async () => {
    const { stage, own, host, other } = await guestAsks();
    await stage.press('host', host);
    const decline = await stage.link('host', 'decline');
    const declined = await stage.press('host', decline);
    expect(declined.html).toContain('You declined the new time');
    expect(declined.html).toContain(
      'Whoever asked for it, and whoever else was to decide, gets a short mail',
    );
    const late = await stage.see('guest-2', other);
    expect(late.html).toContain('Somebody else declined it, so the meeting stays as it is.');
    const pressed = await stage.press('guest-2', other);
    expect(pressed.status).toBe(409);
    expect(pressed.html).toContain('Already decided');
    expect((await stage.see('guest', own)).html).toContain('Declined by Hanna');
    expect((await stage.script.state()).sequence).toBe(0);
    await stage.script.cancel();
  });

  it('is gone for both once it is taken back', async () => {
    const { stage, own, host, other } = await guestAsks();
    await stage.press('host', host);
    const withdrawn = await stage.press('guest', own, { action: 'withdraw' });
    expect(withdrawn.html).toContain('You took your request back');
    for (const [id, path] of [
      ['host', host],
      ['guest-2', other],
    ] as const) {
      const { html } = await stage.see(id, path);
      expect(html).toContain('This request was taken back');
      expect(html).toContain('Gus no longer asks for this time.');
    }
    await stage.script.cancel();
  });

  it('expires for both, and for who asked', async () => {
    const { stage, own, host, other } = await guestAsks();
    await stage.press('host', host);
    await api
      .knex('pending_proposals')
      .where({ meeting_id: stage.script.meeting.id })
      .update({ expires_at: new Date() });
    for (const [id, path] of [
      ['host', host],
      ['guest-2', other],
    ] as const) {
      const { status, html } = await stage.see(id, path);
      expect(status).toBe(410);
      expect(html).toContain('This request has expired');
    }
    expect((await stage.see('guest', own)).html).toContain('Your request has expired');
    await stage.script.cancel();
  });

  it('comes to nothing where somebody else’s was approved first', async () => {
    const { stage, own, host } = await guestAsks();
    const second = await stage.propose('guest-2', 48);
    const faster: [AttendeeId, string][] = [
      ['host', await newApproval(stage, 'host', host)],
      ['guest', await stage.link('guest', 'approve')],
    ];
    for (const [id, path] of faster) await stage.press(id, path);
    expect((await stage.see('guest-2', second)).html).toContain('Your new time was approved');
    expect((await stage.see('guest', own)).html).toContain('The meeting changed in another way first');
    const late = await stage.press('host', host);
    expect(late.status).toBe(409);
    expect(late.html).toContain('Already decided');
    await stage.script.cancel();
  });
});

/** The link to approve in a later mail than the one with the known link. */
async function newApproval(stage: StageOfFour, id: AttendeeId, known: string): Promise<string> {
  await expect.poll(() => stage.link(id, 'approve')).not.toBe(known);
  return stage.link(id, 'approve');
}

describe('the optional one', () => {
  it('may ask all three for a new time, and is asked by nobody', async () => {
    const stage = await StageOfFour.invited(api);
    const own = await stage.propose('guest-3');
    expect((await stage.see('guest-3', own)).html).toContain('Waiting for Hanna, Gus and guest-2');
    for (const id of ['host', 'guest']) await stage.press(id, await stage.link(id, 'approve'));
    const last = await stage.link('guest-2', 'approve');
    expect((await stage.see('guest-2', last)).html).toContain('Nobody has to answer again.');
    expect((await stage.press('guest-2', last)).html).toContain('nobody has to answer.');
    expect((await stage.see('guest-3', own)).html).toContain('Your new time was approved');
    await mailSince(stage.script, { host: 2, guest: 2, 'guest-2': 2, 'guest-3': 1 });
    await stage.script.cancel();
  });
});

describe('a mailed question whether a decline was theirs', () => {
  it('tells that it may cancel for all, and does so for who is required', async () => {
    const stage = await StageOfFour.invited(api);
    const { script } = stage;
    const about = { from: 'elsewhere@home.example', attendee: script.address('guest-2') };
    await script.reply('guest-2', 'DECLINED', about);
    const path = await stage.link('guest-2', 'confirm');
    const { html } = await stage.see('guest-2', path);
    expect(html).toContain('the meeting may be cancelled for all of you');
    await stage.press('guest-2', path, { was: 'mine' });
    expect(await script.handle.result()).toMatchObject({ status: 'cancelled' });
    expect((await stage.see('guest-2', path)).html).toContain('Thank you, your answer counts');
    await mailSince(script, { host: 1, guest: 1, 'guest-2': 2, 'guest-3': 1 });
  });

  it('of the optional one records it for the meeting, which stands', async () => {
    const stage = await StageOfFour.invited(api);
    const { script } = stage;
    const about = { from: 'elsewhere@home.example', attendee: script.address('guest-3') };
    await script.reply('guest-3', 'DECLINED', about);
    await stage.press('guest-3', await stage.link('guest-3', 'confirm'), { was: 'mine' });
    const state = await script.until(({ timeline }) => timeline.at(-1)?.what === 'declined');
    expect(state.status).toBe('scheduled');
    await script.cancel();
  });
});

describe('who was taken out of the meeting', () => {
  it('is told so by each of their links, which show and do nothing else', async () => {
    const { stage, own, host, other } = await guestAsks();
    const { script } = stage;
    const form = await stage.link('guest-2', 'reschedule');
    await script.remove('guest-2');
    for (const path of [form, other, await stage.link('guest-2', 'decline')]) {
      for (const { status, html } of [await stage.see('guest-2', path), await stage.press('guest-2', path)]) {
        expect(status).toBe(410);
        expect(html).toContain('You are no longer invited');
        expect(html).not.toMatch(/<form[^>]*method="post"|Hanna|Gus|UTC/);
      }
    }
    expect((await stage.see('guest', own)).html).toContain('Waiting for Hanna');
    expect((await stage.see('host', host)).html).not.toContain('guest-2');
    await stage.press('host', host);
    expect((await stage.see('guest', own)).html).toContain('Your new time was approved');
    await script.cancel();
  });

  it('asks for nothing any more: what they had asked for is taken back', async () => {
    const { stage, host } = await guestAsks();
    await stage.script.remove('guest');
    const { html } = await stage.see('host', host);
    expect(html).toContain('This request was taken back');
    expect(html).toContain('One of the others no longer asks for this time.');
    await stage.script.cancel();
  });
});

describe('the door of the room', () => {
  it('is the same for all four and names nobody, until the meeting is cancelled', async () => {
    const stage = await StageOfFour.invited(api);
    const path = `/join/${stage.script.meeting.id}`;
    for (const id of FOUR) {
      const { html } = await stage.see(id, path);
      expect(html).toContain('You are early');
      expect(html).not.toMatch(/Hanna|Gus|guest-/);
    }
    await stage.script.cancel();
    expect((await stage.see('guest-3', path)).html).toContain('This meeting was cancelled');
  });
});
