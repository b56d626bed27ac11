import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import { startWholeApi, type WholeApi } from '../api/support/served-api.ts';
import { mailSince } from '../support/meeting-of-four.ts';
import { HOUR } from '../support/meeting-script.ts';
import { StageOfFour } from './support/stage-of-four.ts';

let api: WholeApi;
beforeAll(async () => {
  api = await startWholeApi();
});
afterAll(() => api?.stop());

type As = 'accepted' | 'tentative' | 'declined';

const partstatOf = async ({ script }: StageOfFour, id: AttendeeId) => {
  const { attendees } = (await script.state()) as {
    attendees: { id: string; answer: { partstat: string } }[];
  };
  return attendees.find((one) => one.id === id)!.answer.partstat;
};

/** The path behind the link in an attendee's invitation that gives this answer. */
const linkTo = async (stage: StageOfFour, id: AttendeeId, as: As) =>
  (await stage.link(id, 'answer')).replace(/as=\w+/, `as=${as}`);

/** What the form of a page sends, its button pressed. */
const pressed = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );

async function answer(stage: StageOfFour, id: AttendeeId, as: As) {
  const link = await linkTo(stage, id, as);
  const asked = await stage.see(id, link);
  return stage.press(id, link, pressed(asked.html));
}

describe('the link to answer', () => {
  it('asks with one button, changes nothing by being opened, and can be pressed again until the meeting starts', async () => {
    const stage = await StageOfFour.invited(api, { policy: 'soft' });
    const link = await linkTo(stage, 'guest', 'accepted');
    for (let count = 0; count < 3; count += 1) {
      const { status, html } = await stage.see('guest', link);
      expect(status).toBe(200);
      expect(html).toContain('Accept the invitation?');
      expect(html.match(/<button class="button" type="submit">/g)).toHaveLength(1);
    }
    await fetch(api.url + link, { method: 'HEAD' });
    expect(await partstatOf(stage, 'guest')).toBe('NEEDS-ACTION');

    expect((await answer(stage, 'guest', 'accepted')).html).toContain('You have accepted');
    expect(await partstatOf(stage, 'guest')).toBe('ACCEPTED');
    expect((await stage.see('guest', link)).html).not.toContain('<button class="button" type="submit">');
    const question = await stage.see('guest', await linkTo(stage, 'guest', 'tentative'));
    expect(question.html).toContain('Answer “maybe”?');
    expect(question.html).toContain('You have accepted');
    expect((await answer(stage, 'guest', 'tentative')).html).toContain('You answered “maybe”');
    expect((await answer(stage, 'guest', 'accepted')).html).toContain('You have accepted');
    expect((await answer(stage, 'guest', 'declined')).html).toContain('You have declined');
    expect(await stage.script.state()).toMatchObject({ status: 'scheduled', sequence: 0 });
    await mailSince(stage.script, {});
    await stage.script.cancel();
  });

  it('a form that is sent twice is one answer', async () => {
    const stage = await StageOfFour.invited(api, { policy: 'soft' });
    const link = await linkTo(stage, 'host', 'accepted');
    const form = pressed((await stage.see('host', link)).html);
    await stage.press('host', link, form);
    await answer(stage, 'host', 'tentative');
    await stage.press('host', link, form);
    expect(await partstatOf(stage, 'host')).toBe('TENTATIVE');
    await stage.script.cancel();
  });

  it('another answer from the same form counts, too', async () => {
    const stage = await StageOfFour.invited(api, { policy: 'soft' });
    const link = await linkTo(stage, 'host', 'accepted');
    const form = pressed((await stage.see('host', link)).html);
    await stage.press('host', link, form);
    await stage.press('host', link, { ...form, as: 'tentative' });
    expect(await partstatOf(stage, 'host')).toBe('TENTATIVE');
    await stage.script.cancel();
  });

  it('says to whoever is needed that their decline cancels for all, and then does', async () => {
    const stage = await StageOfFour.invited(api);
    const optional = await stage.see('guest-3', await linkTo(stage, 'guest-3', 'declined'));
    expect(optional.html).not.toContain('cancelled for everybody');
    expect((await answer(stage, 'guest-3', 'declined')).html).toContain('You have declined');
    const needed = await stage.see('guest', await linkTo(stage, 'guest', 'declined'));
    expect(needed.html).toContain('When you decline, the meeting is cancelled for everybody.');
    expect(needed.html).not.toContain('you can change your answer');
    const done = await answer(stage, 'guest', 'declined');
    expect(done.html).toContain('You declined, and without you it does not take place.');
    expect(await stage.script.state()).toMatchObject({ status: 'cancelled' });
    await mailSince(stage.script, { host: 1, guest: 1, 'guest-2': 1, 'guest-3': 1 });
    const host = await stage.see('host', await linkTo(stage, 'host', 'accepted'));
    expect(host).toMatchObject({
      status: 200,
      html: expect.stringContaining('The meeting was cancelled') as string,
    });
    expect(host.html).not.toContain('You declined');
  });

  it('of a page that shows an earlier time answers nothing; the page then shows the new one', async () => {
    const stage = await StageOfFour.invited(api, { policy: 'soft' });
    const link = await linkTo(stage, 'guest', 'accepted');
    const form = pressed((await stage.see('guest', link)).html);
    const startMs = stage.script.meeting.startMs + 24 * HOUR;
    await api.world.meetings.update(stage.script.meeting.uid, {
      ...{ type: 'moved', key: 'moved/later', door: 'api', sequence: 1 },
      ...{ startMs, endMs: startMs + HOUR },
    });
    const late = await stage.press('guest', link, form);
    expect(late).toMatchObject({
      status: 409,
      html: expect.stringContaining('The meeting has a new time') as string,
    });
    expect(await partstatOf(stage, 'guest')).toBe('NEEDS-ACTION');
    expect((await stage.press('guest', link, pressed(late.html))).html).toContain('You have accepted');
    await stage.script.cancel();
  });

  it('opens nothing else, and nothing for whoever was taken out', async () => {
    const stage = await StageOfFour.invited(api, { policy: 'soft' });
    const asking = new URL(await stage.link('guest', 'reschedule'), api.url).searchParams.get('r')!;
    expect((await stage.see('guest', `/answer?t=${asking}&as=accepted`)).status).toBe(404);
    expect((await stage.see('guest', '/answer?t=nothing&as=accepted')).status).toBe(404);
    const link = await linkTo(stage, 'guest-3', 'accepted');
    await stage.script.remove('guest-3');
    expect((await stage.see('guest-3', link)).status).toBe(410);
    expect((await stage.press('guest-3', link, { sequence: '0' })).status).toBe(410);
    await stage.script.cancel();
  });
});

describe('the meeting is cancelled by a link', () => {
  it('by a host, with a reason in which no address stands, after a question', async () => {
    const stage = await StageOfFour.invited(api, { policy: 'soft' });
    const page = await stage.see('host', await stage.link('host', 'answer'));
    expect(page.html).toContain('Cancel the meeting');
    const path = (await stage.link('host', 'answer')).replace('/answer?', '/answer/cancel?');
    const question = await stage.see('host', path);
    expect(question.html).toContain('Cancel the meeting for everybody?');
    expect(await stage.script.state()).toMatchObject({ status: 'scheduled' });
    const long = await stage.press('host', path, { reason: 'x'.repeat(501) });
    expect(long.status).toBe(422);
    expect(long.html).toContain('The reason may have at most 500 characters; it has 501.');
    const reason = `I am ill. Write to ${stage.script.address('guest-2')}`;
    const done = await fetch(api.url + '/answer/cancel', {
      method: 'POST',
      body: new URLSearchParams({ t: new URL(path, api.url).searchParams.get('t')!, reason }),
    });
    expect(await done.text()).toContain('It does not take place. Everybody is told by mail.');
    const told = await mailSince(stage.script, { host: 1, guest: 1, 'guest-2': 1, 'guest-3': 1 });
    expect(told['guest']![0]!.text).toContain('Reason: I am ill.');
    const { timeline } = await stage.script.state();
    expect(timeline.at(-1)).toMatchObject({ what: 'cancelled', by: 'host', door: 'link' });
  });

  it('not by whose decline would not cancel it', async () => {
    const stage = await StageOfFour.invited(api);
    for (const id of ['guest-3'] as const) {
      expect((await stage.see(id, await stage.link(id, 'answer'))).html).not.toContain('/answer/cancel');
      const path = (await stage.link(id, 'answer')).replace('/answer?', '/answer/cancel?');
      expect((await stage.see(id, path)).html).not.toContain('for everybody?');
      expect((await stage.press(id, path)).status).toBe(409);
    }
    expect(await stage.script.state()).toMatchObject({ status: 'scheduled' });
    const needed = (await stage.link('guest', 'answer')).replace('/answer?', '/answer/cancel?');
    expect((await stage.press('guest', needed)).html).toContain('The meeting was cancelled');
  });
});
