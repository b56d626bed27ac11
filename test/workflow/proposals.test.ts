import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MeetingScript, refusal } from '../support/meeting-script.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ timeSkipping: true });
});
afterAll(() => world?.stop());

const kinds = (mail: { subject: string; method: string | null; sequence: number | null }[]) =>
  mail.map((one) => `${one.method ?? 'mail'} ${one.sequence ?? one.subject}`);

describe('a proposal', () => {
  it('approved moves the meeting for both at SEQUENCE 1', async () => {
    const script = await MeetingScript.booked(world);
    const proposal = await script.propose('guest', { note: 'A day later?' });
    const [, request] = await script.mail('host', 2);
    const newDay = new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'long',
      timeZone: 'Europe/Berlin',
    }).format(script.meeting.startMs + 24 * HOUR);
    expect(request?.subject).toBe(`Approve new time for Practice Session? Practice, ${newDay}`);
    expect(request?.text).toContain('A day later?');
    for (const page of ['approve?t=', 'decline?t=', 'reschedule?r=']) expect(request?.text).toContain(page);
    expect(await script.decide('approved', 'host', proposal)).toEqual({
      status: 'scheduled',
      sequence: 1,
      startMs: script.meeting.startMs + 24 * HOUR,
      endMs: script.meeting.endMs + 24 * HOUR,
    });
    expect(kinds(await script.mail('guest', 2))).toEqual(['REQUEST 0', 'REQUEST 1']);
    expect((await script.mail('host', 3)).at(-1)).toMatchObject({ method: 'REQUEST', sequence: 1 });
  });

  it('declined is told to its proposer, and nothing moves', async () => {
    const script = await MeetingScript.booked(world);
    const proposal = await script.propose('guest');
    expect(await script.decide('declined', 'host', proposal)).toMatchObject({ sequence: 0 });
    expect((await script.mail('guest', 2)).at(-1)?.method).toBeNull();
  });

  it('by COUNTER, declined, is answered with DECLINECOUNTER', async () => {
    const script = await MeetingScript.booked(world);
    const time = { startMs: script.meeting.startMs + HOUR, endMs: script.meeting.endMs + HOUR };
    expect(await script.counter('guest', time)).toMatchObject({ understood: 'counter' });
    const state = await script.until((now) => now.proposals.length === 1);
    expect(state.proposals[0]).toMatchObject({ ...time, door: 'mail', proposedBy: 'guest' });
    await script.decide('declined', 'host', state.proposals[0]!.id);
    expect((await script.mail('guest', 2)).at(-1)?.method).toBe('DECLINECOUNTER');
  });

  it('by COUNTER for a time that has passed is answered with DECLINECOUNTER and the reason', async () => {
    const script = await MeetingScript.booked(world);
    const startMs = (await world.nowMs()) - 48 * HOUR;
    await script.counter('guest', { startMs, endMs: startMs + HOUR });
    const [, answer] = await script.mail('guest', 2);
    expect(answer?.method).toBe('DECLINECOUNTER');
    expect((await script.state()).proposals).toEqual([]);
  });

  it('for a time when one of them is in another meeting is refused', async () => {
    const other = await MeetingScript.booked(world, { startsInMs: 500 * HOUR });
    const script = await MeetingScript.booked(world, {
      startsInMs: 400 * HOUR,
      guest: other.addresses.guest,
    });
    const { startMs, endMs } = other.meeting;
    expect(await refusal(script.propose('host', { startMs, endMs }))).toBe('guest-busy');
    await script.counter('host', { startMs, endMs });
    expect((await script.mail('host', 2)).at(-1)?.method).toBe('DECLINECOUNTER');
  });

  it('whose time was taken meanwhile cannot be approved, and stays open', async () => {
    const script = await MeetingScript.booked(world, { startsInMs: 600 * HOUR });
    const startMs = script.meeting.startMs + 24 * HOUR;
    const proposal = await script.propose('guest', { startMs, endMs: startMs + HOUR });
    const other = await MeetingScript.create(world, {
      startsInMs: 624 * HOUR,
      guest: script.addresses.guest,
    });
    await other.book();
    expect(await refusal(script.decide('approved', 'host', proposal))).toBe('guest-busy');
    expect((await script.state()).proposals).toHaveLength(1);
    await other.cancel();
    expect(await script.decide('approved', 'host', proposal)).toMatchObject({ sequence: 1 });
  });

  it('withdrawn need not be decided any more', async () => {
    const script = await MeetingScript.booked(world);
    const proposal = await script.propose('guest');
    await script.withdraw('guest', proposal);
    expect(await refusal(script.decide('approved', 'host', proposal))).toBe('proposal-gone');
    expect(await script.mail('host', 3)).toHaveLength(3);
  });

  it('expires after its time, and both learn it', async () => {
    const script = await MeetingScript.booked(world, { startsInMs: 200 * HOUR });
    const proposal = await script.propose('guest');
    await world.pass(49 * HOUR);
    await script.until((now) => now.proposals.length === 0);
    expect(await script.mail('guest', 2)).toHaveLength(2);
    expect(await script.mail('host', 3)).toHaveLength(3);
    expect(await refusal(script.decide('approved', 'host', proposal))).toBe('proposal-gone');
  });

  it('expires when the meeting starts, if that is sooner', async () => {
    const script = await MeetingScript.booked(world, { startsInMs: 3 * HOUR });
    await script.propose('guest');
    await world.pass(3 * HOUR + 1000);
    const state = await script.until((now) => now.status === 'live');
    expect(state.proposals).toEqual([]);
    expect(state.timeline.map((line) => line.what)).toContain('proposal-expired');
  });
});

describe('races', () => {
  const openProposals = async () => {
    const script = await MeetingScript.booked(world);
    const byGuest = await script.propose('guest');
    const startMs = script.meeting.startMs + 48 * HOUR;
    const byHost = await script.propose('host', { startMs, endMs: startMs + HOUR });
    return { script, byGuest, byHost };
  };

  it('two approvals at once move the meeting once', async () => {
    const { script, byGuest, byHost } = await openProposals();
    const results = await Promise.allSettled([
      script.decide('approved', 'host', byGuest),
      script.decide('approved', 'guest', byHost),
    ]);
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect((await script.state()).sequence).toBe(1);
    expect((await script.mail('guest', 3)).filter((one) => one.method === 'REQUEST')).toHaveLength(2);
  });

  it('approval against decline of the same proposal: one decides, the other finds it gone', async () => {
    const { script, byGuest } = await openProposals();
    const results = await Promise.allSettled([
      script.decide('approved', 'host', byGuest),
      script.decide('declined', 'host', byGuest),
    ]);
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('a decline of the meeting against an approval in flight ends in one order or the other', async () => {
    const { script, byGuest } = await openProposals();
    const [approval] = await Promise.allSettled([
      script.decide('approved', 'host', byGuest),
      script.reply('guest', 'DECLINED', { sequence: 0 }),
    ]);
    if (approval.status === 'fulfilled') {
      // The answer was to the old time, or came before the approval and then the approval could not succeed.
      expect(await script.until((now) => now.timeline.at(-1)?.what === 'stale-answer')).toMatchObject({
        sequence: 1,
      });
    } else {
      expect(await script.handle.result()).toMatchObject({ status: 'cancelled', sequence: 1 });
    }
  });

  it('expiry against approval: what the clock decided first stands', async () => {
    const script = await MeetingScript.booked(world, { startsInMs: 100 * HOUR, proposalExpiryHours: 1 });
    const proposal = await script.propose('guest');
    await world.pass(HOUR - 500);
    const approval = await script.decide('approved', 'host', proposal).catch((error: unknown) => error);
    await world.pass(2000);
    const state = await script.until((now) => now.proposals.length === 0);
    const approved = !(approval instanceof Error);
    expect(state.sequence).toBe(approved ? 1 : 0);
    expect(state.timeline.map((line) => line.what)).toContain(
      approved ? 'proposal-approved' : 'proposal-expired',
    );
  });

  it('a cancellation while invitations are being sent reaches both after them', async () => {
    const script = await MeetingScript.booked(world);
    await script.cancel();
    for (const role of ['host', 'guest'] as const) {
      expect(kinds(await script.mail(role, 2))).toEqual(['REQUEST 0', 'CANCEL 1']);
    }
  });
});
