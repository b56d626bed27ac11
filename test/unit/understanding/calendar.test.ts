import { describe, expect, it } from 'vitest';
import type { Authentication, MailOwner } from '../../../activities/understanding/ports.ts';
import { GUEST, HOST, meaning, ORGANIZER, owner, reply, START } from './support.ts';

const authentication = (about: Partial<Authentication>): Authentication => ({
  source: 'session',
  spf: 'none',
  dkim: 'none',
  dmarc: 'none',
  arc: 'none',
  aligned: false,
  policy: null,
  ...about,
});
const ALIGNED = authentication({ dkim: 'pass', dmarc: 'pass', aligned: true });
const UNPROVEN = authentication({});
const FAILING = authentication({ dmarc: 'fail', spf: 'fail', policy: 'reject' });

const enforced = (found: Authentication, owners: MailOwner[] = []) => ({
  mode: 'enforce' as const,
  authenticate: () => Promise.resolve(found),
  ownersOf: () => Promise.resolve(owners),
});
const OWN = owner({ via: 'reply' });
const FOREIGN = owner({ via: 'reply', meetingId: 'another' });

describe('an answer', () => {
  it('of the attendee is the attendee’s', async () => {
    expect(await meaning({})).toMatchObject({
      understood: 'reply',
      attendeeId: 'guest',
      evidence: { sender: 'attendee', replyAddress: null },
      event: { type: 'answered', key: 'reply/effect', partstat: 'ACCEPTED', attendeeId: 'guest' },
    });
  });

  it.each([
    ['alias', { from: 'guest@alias.example' }, GUEST],
    ['alias', { from: 'guest@alias.example' }, 'guest@alias.example'],
    ['sub-address', { from: 'guest+calendar@example.org' }, GUEST],
    ['sub-address', { from: 'guest+calendar@example.org' }, 'guest+calendar@example.org'],
  ])('from the attendee’s %s is the attendee’s', async (sender, mail, attendee) => {
    const decision = await meaning({ mail, itip: reply({ attendee }) });
    expect(decision).toMatchObject({ understood: 'reply', attendeeId: 'guest', evidence: { sender } });
  });

  it('to a forwarded invitation is ignored', async () => {
    const stranger = 'stranger@example.net';
    const decision = await meaning({ mail: { from: stranger }, itip: reply({ attendee: stranger }) });
    expect(decision).toMatchObject({
      understood: 'ignored',
      reason: 'unexpected-attendee',
      meeting: { meetingId: 'room' },
      event: null,
    });
  });

  it('in the attendee’s name from an address that is not known waits for the attendee', async () => {
    const decision = await meaning({ mail: { from: 'someone@example.net' } });
    expect(decision).toMatchObject({
      understood: 'confirm',
      reason: 'sender-not-attendee',
      held: { type: 'answered', key: 'reply/effect', partstat: 'ACCEPTED' },
      event: {
        type: 'answer-held',
        attendeeId: 'guest',
        held: { inboundId: 'stored', says: 'ACCEPTED', time: null },
      },
    });
  });

  it('that the other party gives in the attendee’s name waits for the attendee', async () => {
    expect(await meaning({ mail: { from: HOST } })).toMatchObject({
      understood: 'confirm',
      attendeeId: 'guest',
    });
  });

  it('in somebody’s name has a fingerprint of its own, the same for the same answer of the same sender', async () => {
    const print = async (from: string, itip = reply()) => {
      const { event } = await meaning({ mail: { from }, itip });
      return event?.type === 'answer-held' ? event.fingerprint : null;
    };
    const first = await print(HOST);
    expect(first).not.toBeNull();
    expect(await print(HOST, reply({ dtstampMs: START - 1_000 }))).toBe(first);
    expect(await print('someone@example.net')).not.toBe(first);
    expect(await print(HOST, reply({ partstat: 'DECLINED' }))).not.toBe(first);
  });

  it.each([
    ['aligned', enforced(ALIGNED), 'reply'],
    ['not aligned', enforced(UNPROVEN), 'confirm'],
    ['failing', enforced(FAILING), 'refused'],
    ['not aligned, to the invitation’s own address', enforced(UNPROVEN, [OWN]), 'reply'],
    ['aligned, to another invitation’s address', enforced(ALIGNED, [FOREIGN]), 'refused'],
  ])('that is %s is %s', async (_how, ports, understood) => {
    const decision = await meaning({ ports });
    expect(decision.understood).toBe(understood);
    expect(decision.event === null).toBe(understood === 'refused');
    expect(decision.evidence.authentication).not.toBeNull();
  });

  it('from an unknown address to the invitation’s own address is the attendee’s', async () => {
    const decision = await meaning({
      mail: { from: 'someone@example.net' },
      ports: enforced(UNPROVEN, [OWN]),
    });
    expect(decision).toMatchObject({
      understood: 'reply',
      evidence: { sender: 'other', replyAddress: 'own' },
    });
  });

  it.each([
    ['organizer-not-ours', reply({ organizer: 'evil@good.example' }), [ORGANIZER]],
    ['not-addressed-to-us', reply({ organizer: ORGANIZER }), ['evil@good.example']],
  ])('to somebody else’s invitation with this UID waits for the attendee (%s)', async (reason, itip, to) => {
    const about = { itip, mail: { to } };
    expect(await meaning({ ...about, ports: enforced(ALIGNED) })).toMatchObject({
      understood: 'confirm',
      reason,
      event: { type: 'answer-held' },
    });
    // What came to an address that only this party knows is to ours.
    expect(await meaning({ ...about, ports: enforced(ALIGNED, [OWN]) })).toMatchObject({
      understood: 'reply',
    });
  });

  it('about an instance that the meeting does not have is ignored', async () => {
    expect((await meaning({ itip: reply({ recurrenceIdMs: START }) })).understood).toBe('reply');
    expect(await meaning({ itip: reply({ recurrenceIdMs: START + 1000 }) })).toMatchObject({
      understood: 'ignored',
      reason: 'instance-unknown',
    });
  });

  it('after the cancellation gets the CANCEL again, the same one within an hour', async () => {
    const at = (receivedMs: number) =>
      meaning({ parties: { status: 'cancelled' }, message: { receivedMs, effectId: String(receivedMs) } });
    const first = await at(START);
    expect(first).toMatchObject({
      understood: 'ignored',
      reason: 'meeting-cancelled',
      event: { type: 'repeat-cancel', meetingId: 'room', attendeeId: 'guest' },
    });
    expect((await at(START + 3_599_999)).event?.key).toBe(first.event?.key);
    expect((await at(START + 3_600_000)).event?.key).not.toBe(first.event?.key);
  });

  it('after the cancellation that nobody vouches for gets nothing', async () => {
    const decision = await meaning({ parties: { status: 'cancelled' }, ports: enforced(UNPROVEN) });
    expect(decision).toMatchObject({ reason: 'meeting-cancelled', event: null });
  });
});

it('an answer that says two things waits for the attendee, also when it is proven', async () => {
  const decision = await meaning({
    itip: reply({ contradicted: true }),
    ports: { ownersOf: () => Promise.resolve([owner({ via: 'reply' })]) },
  });
  expect(decision).toMatchObject({ understood: 'confirm', reason: 'answers-differ', attendeeId: 'guest' });
});

describe('at the invitation’s own address', () => {
  const alias = 'gina@corp.example';
  const to = (...owners: MailOwner[]) => ({ ownersOf: () => Promise.resolve(owners) });

  it('an alias in ATTENDEE alone is the attendee’s, whom From proves', async () => {
    const decision = await meaning({ itip: reply({ attendee: alias }), ports: to(OWN) });
    expect(decision).toMatchObject({ understood: 'reply', attendeeId: 'guest' });
  });

  it('an alias in From and ATTENDEE is asked about', async () => {
    const about = { mail: { from: alias }, itip: reply({ attendee: alias }), ports: to(OWN) };
    expect(await meaning(about)).toMatchObject({ understood: 'confirm', reason: 'unexpected-attendee' });
  });

  it.each([
    ['another UID', { uid: 'another' }, 'unknown-uid'],
    ['no UID', { uid: null }, 'uid-missing'],
    ['another instance', { recurrenceIdMs: START + 1000 }, 'instance-unknown'],
  ])('an answer with %s is asked about', async (_what, about, reason) => {
    const decision = await meaning({ itip: reply(about), ports: to(OWN) });
    expect(decision).toMatchObject({
      understood: 'confirm',
      reason,
      uid: 'uid',
      meeting: { meetingId: 'room' },
    });
  });

  it('of the newest message an answer without SEQUENCE is one to the newest', async () => {
    const newest = owner({ via: 'reply', sequence: 2 });
    const event = async (sequence: number | null, ...owners: MailOwner[]) =>
      (await meaning({ itip: reply({ sequence }), parties: { sequence: 2 }, ports: to(...owners) })).event;
    expect(await event(null, newest)).toMatchObject({ sequence: 2 });
    expect(await event(null, OWN)).toMatchObject({ sequence: 0 });
    expect(await event(1, newest)).toMatchObject({ sequence: 1 });
    expect(await event(2_000_000_000, OWN)).toMatchObject({ sequence: 2 });
  });
});

describe('an answer that knows the meeting’s current time', () => {
  it('needs no SEQUENCE', async () => {
    const time = { startMs: START, endMs: START + 1, floating: false, allDay: false };
    const itip = reply({ sequence: null, time });
    expect((await meaning({ itip, parties: { sequence: 2 } })).event).toMatchObject({ sequence: 2 });
  });
});

describe('an answer to an earlier time', () => {
  it('that nobody vouches for is not asked about', async () => {
    const decision = await meaning({ parties: { sequence: 1 }, ports: enforced(UNPROVEN) });
    expect(decision).toMatchObject({ understood: 'ignored', reason: 'answer-to-an-earlier-time' });
  });
});

describe('a DTSTAMP', () => {
  it.each([
    ['to come', START],
    ['from before there was the meeting', 0],
    ['that is missing', null],
  ])('%s counts as the time of arrival', async (_when, dtstampMs) => {
    const { event } = await meaning({ itip: reply({ dtstampMs }) });
    expect(event).toMatchObject({ dtstampMs: START - 86_400_000, undated: true });
  });
});

describe('a delegation', () => {
  it('is told to the meeting, also when the delegate says so', async () => {
    const { partstat: _, comment: _comment, time: _time, ...about } = reply();
    const said = await meaning({ itip: { ...about, kind: 'delegation' } });
    expect(said).toMatchObject({
      understood: 'reply',
      event: { type: 'delegation-tried', attendeeId: 'guest' },
    });
    const byDelegate = reply({ attendee: 'dora@example.com', delegatedFrom: GUEST });
    const own = { ownersOf: () => Promise.resolve([OWN]) };
    expect(await meaning({ mail: { from: 'dora@example.com' }, itip: byDelegate, ports: own })).toMatchObject(
      { event: { type: 'delegation-tried', attendeeId: 'guest' } },
    );
  });
});

describe('a REFRESH', () => {
  const refresh = { ...reply(), kind: 'refresh' as const };

  it('asks for the newest invitation', async () => {
    expect(await meaning({ itip: refresh })).toMatchObject({
      understood: 'refresh',
      event: { type: 'refresh-requested', attendeeId: 'guest', key: 'refresh/effect' },
    });
  });

  it('that nobody vouches for gets nothing, and nobody is asked', async () => {
    expect(await meaning({ itip: refresh, ports: enforced(UNPROVEN) })).toMatchObject({
      understood: 'ignored',
      event: null,
      held: null,
    });
  });
});
