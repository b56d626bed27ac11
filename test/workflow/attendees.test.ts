import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttendeeId, Part } from '../../domain/meeting/attendee-id.ts';
import { answerOf, bookingIn } from '../support/attendees.ts';
import { HOUR, MeetingScript, MINUTE, refusal, type MeetingOptions } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ timeSkipping: true });
});
afterAll(() => world?.stop());

const OTHERS: Part[] = [
  { role: 'guest', required: true },
  { role: 'guest', required: false },
];
const ALL: AttendeeId[] = ['host', 'guest', 'guest-2', 'guest-3'];

/** A host, two guests who are required, and guest-3, who is optional. */
const four = (options: MeetingOptions = {}) =>
  MeetingScript.booked(world, { startsInMs: 100 * HOUR, others: OTHERS, ...options });

/** The methods of everybody's mail, once each has so many. */
async function methodsOf(script: MeetingScript, counts: Record<AttendeeId, number>) {
  const entries = Object.entries(counts).map(async ([id, count]) => [
    id,
    (await script.mail(id, count)).map(({ method }) => method),
  ]);
  return Object.fromEntries(await Promise.all(entries)) as Record<AttendeeId, (string | null)[]>;
}

const held = async ({ meeting }: MeetingScript): Promise<AttendeeId[]> =>
  world
    .database('reservations')
    .where({ meeting_id: meeting.id })
    .orderBy('attendee_id')
    .pluck('attendee_id');

describe('a meeting of three who are required and one who is optional', () => {
  it('each answers by mail in their own name, and the decline of the optional one is recorded', async () => {
    const script = await four();
    for (const id of ['host', 'guest', 'guest-2']) {
      expect(await script.reply(id, 'ACCEPTED')).toMatchObject({ understood: 'reply' });
    }
    await script.reply('guest-3', 'DECLINED');
    const state = await script.until((now) => answerOf(now, 'guest-3').partstat === 'DECLINED');
    expect(state.status).toBe('scheduled');
    expect(ALL.map((id) => answerOf(state, id).partstat)).toEqual([
      ...['ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'DECLINED'],
    ]);
    await script.cancel();
  });

  it('the decline of one who is required cancels for all, and gives everybody’s time back', async () => {
    const script = await four();
    expect(await held(script)).toEqual([...ALL].sort());
    await script.reply('guest-2', 'DECLINED');
    const ends = Object.fromEntries(ALL.map((id) => [id, 2]));
    expect(Object.values(await methodsOf(script, ends))).toEqual(ALL.map(() => ['REQUEST', 'CANCEL']));
    await script.handle.result();
    expect(await held(script)).toEqual([]);
  });

  it('a COUNTER of one is put to the other two, who both have to approve', async () => {
    const script = await four();
    const time = {
      startMs: script.meeting.startMs + 24 * HOUR,
      endMs: script.meeting.endMs + 24 * HOUR,
    };
    expect(await script.counter('guest', time)).toMatchObject({ understood: 'counter' });
    const { proposals } = await script.until((now) => now.proposals.length > 0);
    const proposal = proposals[0]!;
    expect(proposal).toMatchObject({ proposedBy: 'guest', waitsFor: ['host', 'guest-2'] });
    for (const id of ['host', 'guest-2']) {
      const [, asked] = await script.mail(id, 2);
      expect(asked!.subject).toContain('Approve new time');
      expect(asked!.text).toContain('Gus');
    }
    await script.decide('approved', 'host', proposal.id);
    const waiting = await script.until((now) => now.proposals[0]?.waitsFor.length === 1);
    expect([waiting.sequence, waiting.startMs]).toEqual([0, script.meeting.startMs]);
    expect(await refusal(script.hasty.decide('approved', 'guest-3', proposal.id))).toBe('not-asked');
    await script.decide('approved', 'guest-2', proposal.id);
    const counts = { host: 3, guest: 2, 'guest-2': 3, 'guest-3': 2 };
    const methods = await methodsOf(script, counts);
    for (const id of ALL) expect(methods[id]!.at(-1)).toBe('REQUEST');
    const moved = bookingIn(await script.state());
    expect(moved).toMatchObject({ sequence: 1, ...time, proposals: [] });
    await script.cancel();
  });

  it('the first decline of a proposal ends it, and the other who was asked is told', async () => {
    const script = await four();
    const proposalId = await script.propose('guest-3');
    await script.decide('approved', 'guest', proposalId);
    await script.decide('declined', 'host', proposalId);
    const state = await script.until((now) => now.proposals.length === 0);
    expect([state.sequence, state.startMs]).toEqual([0, script.meeting.startMs]);
    const [, told] = await script.mail('guest-3', 2);
    expect(told!.text).toContain('Hanna declined the time that you proposed.');
    const [, , other] = await script.mail('guest', 3);
    expect(other!.text).toContain('Hanna declined the proposed time.');
    const row = await world.database('pending_proposals').where({ id: proposalId }).first();
    expect(row).toMatchObject({ status: 'declined', decided_by: 'host' });
    await script.cancel();
  });

  it('what nobody decided expires for the three who had to do with it', async () => {
    const script = await four({ proposalExpiryHours: 2 });
    await script.propose('guest');
    await world.pass(3 * HOUR);
    await script.until((now) => now.proposals.length === 0);
    const [, , expired] = await script.mail('guest-2', 3);
    expect(expired!.subject).toContain('Request Expired');
    const [, own] = await script.mail('guest', 2);
    expect(own!.text).toContain('Not everybody answered your request for a new time.');
    expect(await script.mail('guest-3', 1)).toHaveLength(1);
    await script.cancel();
  });

  it('an approval is refused where one of the others is in another meeting by then', async () => {
    const script = await four();
    const proposalId = await script.propose('guest');
    await script.decide('approved', 'host', proposalId);
    const time = { startsInMs: 124 * HOUR };
    const other = await MeetingScript.booked(world, { ...time, guest: script.address('guest-3') });
    expect(await refusal(script.decide('approved', 'guest-2', proposalId))).toBe('guest-3-busy');
    await other.cancel();
    await script.decide('approved', 'guest-2', proposalId);
    await script.cancel();
  });

  it('somebody is added and somebody removed, whose late answer changes nothing', async () => {
    const script = await four();
    await script.add('guest-4');
    expect(await methodsOf(script, { 'guest-4': 1 })).toEqual({ 'guest-4': ['REQUEST'] });
    await script.reply('guest-4', 'ACCEPTED');
    await script.until((now) => answerOf(now, 'guest-4').partstat === 'ACCEPTED');
    await script.remove('guest-2');
    expect(await methodsOf(script, { 'guest-2': 2 })).toEqual({ 'guest-2': ['REQUEST', 'CANCEL'] });
    expect(await held(script)).toEqual(['guest', 'guest-3', 'guest-4', 'host']);
    await script.reply('guest-2', 'DECLINED');
    await script.reply('host', 'TENTATIVE');
    const state = await script.until((now) => answerOf(now, 'host').partstat === 'TENTATIVE');
    expect(state.status).toBe('scheduled');
    expect(state.attendees.map(({ id }) => id)).toEqual(['host', 'guest', 'guest-3', 'guest-4']);
    await script.cancel();
    expect(await methodsOf(script, { 'guest-4': 2 })).toEqual({ 'guest-4': ['REQUEST', 'CANCEL'] });
    await script.handle.result();
    expect(await script.mail('guest-2', 2)).toHaveLength(2);
  });

  it('an invitation that comes back is told to the host', async () => {
    const script = await four();
    await script.bounce('guest-2');
    const [, told] = await script.mail('host', 2);
    expect(told!.text).toContain('guest-2');
    expect(await script.mail('guest', 1)).toHaveLength(1);
    await script.cancel();
  });

  it('its room opens and closes as for two', async () => {
    const script = await four({ startsInMs: 2 * HOUR });
    await world.pass(2 * HOUR - MINUTE);
    await script.until((now) => now.video.phase === 'ready');
    await script.presence('joined', 'p1');
    await world.pass(2 * MINUTE);
    expect((await script.until((now) => now.status === 'live')).video.present).toEqual(['p1']);
    await script.presence('left', 'p1');
    await world.pass(16 * MINUTE);
    expect(await script.handle.result()).toMatchObject({ status: 'closed' });
  });

  it('names the others in each mail, and shows the operator who is waited for', async () => {
    const script = await four();
    const [invitation] = await script.mail('guest-3', 1);
    expect(invitation!.text).toContain('You are meeting Hanna, Gus and guest-2.');
    expect(invitation!.text).toContain('is not shared with the other participants');
    await script.propose('guest');
    const { proposals } = await script.until((now) => now.proposals.length === 1);
    expect(proposals[0]!.waitsFor).toEqual(['host', 'guest-2']);
    await script.cancel();
  });
});
