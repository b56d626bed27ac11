import { describe, expect, it } from 'vitest';
import {
  after,
  booked,
  cancelled,
  changeBy,
  deadline,
  decided,
  HOUR,
  MINUTE,
  NOW,
  proposed,
  refusalOf,
  START,
} from './fixtures.ts';

const scheduled = () => after([booked()]);

describe('a proposal', () => {
  it('asks the counterparty, and only it', () => {
    const change = changeBy(scheduled(), proposed('guest', 'p'));
    expect(change.messages.map((m) => [m.to, m.kind, m.method])).toEqual([
      ['host', 'approval-request', null],
    ]);
    expect(change.next.sequence).toBe(0);
  });

  it.each([
    ['time-past', { startMs: NOW - HOUR }],
    ['time-empty', { lengthMs: 0 }],
    ['time-empty', { lengthMs: -HOUR }],
    ['time-too-long', { lengthMs: 8 * 24 * HOUR }],
    ['time-unchanged', { startMs: START }],
    ['stale-sequence', { sequence: -1 }],
  ] as const)('is refused as %s', (code, about) => {
    expect(refusalOf(scheduled(), proposed('guest', 'p', about))).toBe(code);
  });

  it('that came by COUNTER and cannot be taken is answered with DECLINECOUNTER', () => {
    const change = changeBy(scheduled(), proposed('guest', 'p', { door: 'mail', startMs: NOW - HOUR }));
    expect(change.messages).toMatchObject([
      { to: 'guest', kind: 'proposal-refused', method: 'DECLINECOUNTER', reason: 'time-past' },
    ]);
    expect(change.proposals).toEqual([]);
  });

  it('replaces the pending one of the same party', () => {
    const change = changeBy(after([proposed('guest', 'p')], NOW, scheduled()), proposed('guest', 'q'));
    expect(change.proposals.map((p) => [p.proposal.id, p.status])).toEqual([
      ['p', 'replaced'],
      ['q', 'pending'],
    ]);
    expect(change.next.proposals.map((p) => p.id)).toEqual(['q']);
  });

  it('stands beside one of the other party', () => {
    const state = after([proposed('guest', 'p'), proposed('host', 'q')], NOW, scheduled());
    expect(state.proposals.map((p) => p.id)).toEqual(['p', 'q']);
  });

  it('can be withdrawn by its proposer only', () => {
    const state = after([proposed('guest', 'p')], NOW, scheduled());
    const by = (attendeeId: 'host' | 'guest') =>
      ({
        type: 'withdrawn',
        key: `w-${attendeeId}`,
        door: 'link',
        attendeeId,
        proposalId: 'p',
        linkId: null,
      }) as const;
    expect(refusalOf(state, by('host'))).toBe('proposal-gone');
    expect(changeBy(state, by('guest')).messages).toMatchObject([{ to: 'host', kind: 'proposal-withdrawn' }]);
  });

  it('expires after its time, and both learn it', () => {
    const state = after([proposed('guest', 'p')], NOW, scheduled());
    const change = changeBy(state, deadline(), NOW + 48 * HOUR);
    expect(change.messages.map((m) => [m.to, m.kind])).toEqual([
      ['guest', 'proposal-expired'],
      ['host', 'proposal-expired'],
    ]);
  });

  it('expires when the meeting starts, if that is sooner', () => {
    const late = START - HOUR;
    const state = after([proposed('guest', 'p')], late, scheduled());
    expect(state.proposals[0]?.expiresMs).toBe(START);
  });

  it('is refused once the meeting has started, is over, or was never booked', () => {
    const live = after([deadline(), deadline()], START, scheduled());
    expect(refusalOf(live, proposed('guest', 'p', { startMs: START + 9 * HOUR }), START)).toBe(
      'meeting-started',
    );
    expect(refusalOf(after([cancelled()], NOW, scheduled()), proposed('guest', 'p'))).toBe('meeting-over');
    expect(refusalOf(after([]), proposed('guest', 'p'))).toBe('not-booked');
  });
});

describe('an approval', () => {
  it('moves the meeting at the next SEQUENCE and updates both', () => {
    const change = changeBy(
      after([proposed('guest', 'p')], NOW, scheduled()),
      decided('approved', 'host', 'p'),
    );
    expect(change.next).toMatchObject({ sequence: 1, startMs: START + 24 * HOUR, endMs: START + 25 * HOUR });
    expect(change.messages.map((m) => [m.to, m.method, m.sequence])).toEqual([
      ['host', 'REQUEST', 1],
      ['guest', 'REQUEST', 1],
    ]);
  });

  it('of one of two proposals lets the other expire, and a second approval finds it gone', () => {
    const both = after([proposed('guest', 'p'), proposed('host', 'q')], NOW, scheduled());
    const change = changeBy(both, decided('approved', 'host', 'p'));
    expect(change.proposals.map((p) => [p.proposal.id, p.status])).toEqual([
      ['p', 'approved'],
      ['q', 'expired'],
    ]);
    expect(refusalOf(change.next, decided('approved', 'guest', 'q'))).toBe('proposal-gone');
  });

  it('of one’s own proposal is refused', () => {
    expect(
      refusalOf(after([proposed('guest', 'p')], NOW, scheduled()), decided('approved', 'guest', 'p')),
    ).toBe('own-proposal');
  });

  it('after a decline finds the proposal gone', () => {
    const state = after([proposed('guest', 'p'), decided('declined', 'host', 'p')], NOW, scheduled());
    expect(refusalOf(state, decided('approved', 'host', 'p'))).toBe('proposal-gone');
  });

  it('in the minute before the start makes the room ready again for the new time', () => {
    const ready = after([proposed('guest', 'p'), deadline()], START - MINUTE, scheduled());
    expect(ready.video.phase).toBe('ready');
    expect(changeBy(ready, decided('approved', 'host', 'p'), START - 1000).next.video.phase).toBe('none');
  });
});

describe('a decline of a proposal', () => {
  it('is told to the proposer and changes nothing else', () => {
    const state = after([proposed('guest', 'p')], NOW, scheduled());
    const change = changeBy(state, decided('declined', 'host', 'p'));
    expect(change.messages.map((m) => [m.to, m.kind, m.method])).toEqual([
      ['guest', 'proposal-declined', null],
    ]);
    expect(change.next).toMatchObject({ sequence: 0, startMs: START });
  });

  it('is told with DECLINECOUNTER when it came as COUNTER', () => {
    const state = after([proposed('guest', 'p', { door: 'mail' })], NOW, scheduled());
    expect(changeBy(state, decided('declined', 'host', 'p')).messages[0]?.method).toBe('DECLINECOUNTER');
  });
});
