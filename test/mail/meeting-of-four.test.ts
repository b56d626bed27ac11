import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { learnAddresses } from '../../adapters/postgres/people/person.ts';
import { answerOf } from '../support/attendees.ts';
import { FOUR, fourInvited, mailSince, toldBy } from '../support/meeting-of-four.ts';
import { HOUR } from '../support/meeting-script.ts';
import { everythingIn, linkIn } from '../support/seen-mail.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world?.stop());

const later = ({ startMs, endMs }: { startMs: number; endMs: number }, hours: number) => ({
  startMs: startMs + hours * HOUR,
  endMs: endMs + hours * HOUR,
});

describe('a REPLY of one of four', () => {
  it.each(['strict', 'soft'] as const)(
    'that accepts or says maybe, or declines for who is optional, is mail to nobody (%s)',
    async (policy) => {
      const script = await fourInvited(world, { policy });
      await script.reply('host', 'ACCEPTED');
      await script.reply('guest', 'TENTATIVE');
      await script.reply('guest-2', 'ACCEPTED');
      await script.reply('guest-3', 'DECLINED');
      const state = await script.until((now) => answerOf(now, 'guest-3').partstat === 'DECLINED');
      expect(FOUR.map((id) => answerOf(state, id).partstat)).toEqual([
        ...['ACCEPTED', 'TENTATIVE', 'ACCEPTED', 'DECLINED'],
      ]);
      await mailSince(script, {});
      await script.cancel();
      const all = await mailSince(script, { host: 1, guest: 1, 'guest-2': 1, 'guest-3': 1 });
      for (const id of FOUR) expect(toldBy(all[id]!)).toEqual(['CANCEL 1']);
    },
  );

  it('that declines for who is required is recorded under the soft policy, and mail to nobody', async () => {
    const script = await fourInvited(world, { policy: 'soft' });
    await script.reply('guest-2', 'DECLINED');
    const state = await script.until((now) => answerOf(now, 'guest-2').partstat === 'DECLINED');
    expect(state.status).toBe('scheduled');
    await mailSince(script, {});
    await script.cancel();
  });

  it('that declines for who is required cancels for all under the strict policy, and names nobody', async () => {
    const script = await fourInvited(world);
    await script.reply('guest-2', 'DECLINED');
    const all = await mailSince(script, { host: 1, guest: 1, 'guest-2': 1, 'guest-3': 1 });
    for (const id of FOUR) {
      expect(toldBy(all[id]!)).toEqual(['CANCEL 1']);
      expect(all[id]![0]!.text).toContain(
        'Somebody who is needed declined, so the meeting does not take place.',
      );
    }
  });

  it('from an alias of theirs is theirs, once it is known', async () => {
    const script = await fourInvited(world);
    const [email, alias] = [script.address('guest-2'), 'gia@home.example'];
    await learnAddresses(world.database, world.tenant.id, { email, aliases: [alias] });
    expect(await script.reply('guest-2', 'ACCEPTED', { from: alias })).toMatchObject({ understood: 'reply' });
    const state = await script.until((now) => answerOf(now, 'guest-2').partstat === 'ACCEPTED');
    expect(answerOf(state, 'guest').partstat).toBe('NEEDS-ACTION');
    await mailSince(script, {});
    await script.cancel();
  });

  it('in the name of a stranger whom the invitation was forwarded to changes nothing', async () => {
    const script = await fourInvited(world);
    const from = 'forwarded@elsewhere.example';
    expect(await script.reply('guest-2', 'DECLINED', { from })).toMatchObject({
      ...{ understood: 'ignored', reason: 'unexpected-attendee' },
    });
    await mailSince(script, {});
    expect(world.catcher.count(from)).toBe(0);
    await script.cancel();
  });

  it('of a stranger in the name of one is asked of that one alone', async () => {
    const script = await fourInvited(world);
    const about = { from: 'somewhere@elsewhere.example', attendee: script.address('guest-2') };
    expect(await script.reply('guest-2', 'DECLINED', about)).toMatchObject({ understood: 'confirm' });
    const all = await mailSince(script, { 'guest-2': 1 });
    expect(linkIn(all['guest-2']![0]!.text, 'confirm').searchParams.get('c')).toHaveLength(43);
    expect(answerOf(await script.state(), 'guest-2').partstat).toBe('NEEDS-ACTION');
    await script.cancel();
  });
});

describe('a COUNTER of one of four', () => {
  it('is put to the others who are required, and its decline is told to all who had to do with it', async () => {
    const script = await fourInvited(world);
    await script.counter('guest-2', later(script.meeting, 24));
    const { proposals } = await script.until((now) => now.proposals.length === 1);
    const asked = await mailSince(script, { host: 1, guest: 1 });
    for (const id of ['host', 'guest']) {
      expect(toldBy(asked[id]!)).toEqual([null]);
      expect(asked[id]![0]!.text).toContain('guest-2 would like to move your meeting.');
      expect(asked[id]![0]!.text).toContain('It stays as it is until all who are asked have approved.');
    }
    await script.decide('declined', 'guest', proposals[0]!.id);
    const told = await mailSince(script, { host: 2, guest: 1, 'guest-2': 1 });
    expect(toldBy(told.host!)).toEqual([null, null]);
    expect(told.host![1]!.text).toContain('Gus declined the proposed time.');
    expect(toldBy(told['guest-2']!)).toEqual(['DECLINECOUNTER 0']);
    expect(told['guest-2']![0]!.text).toContain('Gus declined the time that you proposed.');
    await script.cancel();
  });

  it('of the optional one, approved by all three, moves it for all four', async () => {
    const script = await fourInvited(world);
    const time = later(script.meeting, 48);
    await script.counter('guest-3', time);
    const { proposals } = await script.until((now) => now.proposals.length === 1);
    for (const id of ['guest-2', 'host', 'guest']) await script.decide('approved', id, proposals[0]!.id);
    const all = await mailSince(script, { host: 2, guest: 2, 'guest-2': 2, 'guest-3': 1 });
    for (const id of FOUR) expect(toldBy(all[id]!).at(-1)).toBe('REQUEST 1');
    const state = await script.state();
    expect(state).toMatchObject({ ...time, sequence: 1 });
    for (const id of FOUR) {
      expect(answerOf(state, id).partstat).toBe('ACCEPTED');
      expect(all[id]!.at(-1)!.text).toContain('there is nothing more to answer.');
    }
    await script.cancel();
  });

  it('is accepted with its approval, and asks for the answer of the one who had not to approve', async () => {
    const script = await fourInvited(world, { policy: 'soft' });
    const time = later(script.meeting, 24);
    await script.counter('guest', time);
    const { proposals } = await script.until((now) => now.proposals.length === 1);
    for (const id of ['guest-2', 'host']) await script.decide('approved', id, proposals[0]!.id);
    const all = await mailSince(script, { host: 2, guest: 1, 'guest-2': 2, 'guest-3': 1 });
    const accepted = await Promise.all(
      FOUR.map(async (id) =>
        (await everythingIn(all[id]!.at(-1)!.raw)).includes('partstat=accepted;rsvp=true'),
      ),
    );
    expect(accepted).toEqual([true, true, true, false]);
    expect(FOUR.map((id) => all[id]!.at(-1)!.text.includes('Please answer again'))).toEqual([
      ...[false, false, false, true],
    ]);
    const stored = await world
      .database('invitations')
      .where({ meeting_id: script.meeting.id })
      .orderBy('attendee_id')
      .select('attendee_id', 'last_partstat', 'answered_sequence');
    expect(stored.map((row) => Object.values(row))).toEqual([
      ['guest', 'ACCEPTED', 1],
      ['guest-2', 'ACCEPTED', 1],
      ['guest-3', 'NEEDS-ACTION', null],
      ['host', 'ACCEPTED', 1],
    ]);
    await script.reply('host', 'DECLINED', { time });
    const state = await script.until((now) => answerOf(now, 'host').partstat === 'DECLINED');
    expect([state.status, answerOf(state, 'guest').partstat]).toEqual(['scheduled', 'ACCEPTED']);
    await script.cancel();
  });

  it('to a time at which another of them is busy is refused to its sender, who does not learn who is', async () => {
    const script = await fourInvited(world);
    const time = later(script.meeting, 24);
    const other = await fourInvited(world, { startsInMs: 124 * HOUR, guest: script.address('guest-2') });
    await script.counter('guest', time);
    const [, refused] = await script.mail('guest', 2);
    expect(toldBy([refused!])).toEqual(['DECLINECOUNTER 0']);
    expect(refused!.text).toContain('One of you has another meeting at that time.');
    expect(refused!.text).not.toContain('guest-2');
    await other.cancel();
    await script.cancel();
  });
});

describe('other mail of one of four', () => {
  it('in words gets them a link to ask all others who are required', async () => {
    const script = await fourInvited(world);
    expect(await script.write('guest-3', 'Could we meet a day later?')).toMatchObject({ understood: 'text' });
    const all = await mailSince(script, { 'guest-3': 1 });
    const [answer] = all['guest-3']!;
    expect(toldBy([answer!])).toEqual([null]);
    expect(linkIn(answer!.text, 'reschedule').searchParams.get('r')).toHaveLength(43);
    await script.cancel();
  });

  it('that is a REFRESH gets the newest REQUEST, with their own answer, to them alone', async () => {
    const script = await fourInvited(world);
    await script.reply('guest-2', 'TENTATIVE');
    await script.until((now) => answerOf(now, 'guest-2').partstat === 'TENTATIVE');
    expect(await script.refresh('guest-2')).toMatchObject({ understood: 'refresh' });
    const all = await mailSince(script, { 'guest-2': 1 });
    const [again] = all['guest-2']!;
    expect(toldBy([again!])).toEqual(['REQUEST 0']);
    expect(again!.text).toContain('You are meeting Hanna, Gus and guest-3.');
    expect(await everythingIn(again!.raw)).toContain('partstat=tentative');
    await script.cancel();
  });

  it('that comes back is told to the host by name; the meeting stands', async () => {
    const script = await fourInvited(world);
    expect(await script.bounce('guest-3')).toMatchObject({ understood: 'bounce' });
    const all = await mailSince(script, { host: 1 });
    expect(all.host![0]!.text).toContain('One of you could not be reached');
    expect(all.host![0]!.text).toContain('Our invitation to guest-3 came back');
    await script.cancel();
  });

  it('that comes back from who is required cancels for the others, where that is the policy', async () => {
    const script = await fourInvited(world, { bouncePolicy: 'cancel' });
    await script.bounce('guest-3');
    await script.until((now) => now.timeline.at(-1)?.what === 'bounced');
    expect((await script.state()).status).toBe('scheduled');
    await script.bounce('guest-2');
    expect(await script.handle.result()).toMatchObject({ status: 'cancelled' });
    const [, , cancelled] = await script.mail('host', 3);
    expect(toldBy([cancelled!])).toEqual(['CANCEL 1']);
    expect(cancelled!.text).toContain('Somebody who is needed could not be reached by mail');
  });
});

describe('who is taken out of a meeting of four', () => {
  it('alone gets a CANCEL, which says that the others meet; what they answer then is mail to nobody', async () => {
    const script = await fourInvited(world);
    await script.remove('guest-2');
    const all = await mailSince(script, { 'guest-2': 1 });
    const [gone] = all['guest-2']!;
    expect(toldBy([gone!])).toEqual(['CANCEL 0']);
    expect(gone!.text).toContain('You are no longer invited to the meeting. It takes place without you.');
    expect(gone!.text).not.toContain('is cancelled');
    await script.reply('guest-2', 'DECLINED');
    await script.counter('guest-2', later(script.meeting, 24));
    await script.write('guest-2', 'Why?');
    await script.reply('guest-3', 'ACCEPTED');
    const state = await script.until((now) => answerOf(now, 'guest-3').partstat === 'ACCEPTED');
    expect([state.status, state.proposals]).toEqual(['scheduled', []]);
    await mailSince(script, { 'guest-2': 1 });
    await script.cancel();
    const ended = await mailSince(script, { host: 1, guest: 1, 'guest-2': 1, 'guest-3': 1 });
    for (const id of ['host', 'guest', 'guest-3']) expect(toldBy(ended[id]!)).toEqual(['CANCEL 1']);
  });
});
