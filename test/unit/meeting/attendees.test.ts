import { describe, expect, it } from 'vitest';
import { idsFor } from '../../../domain/meeting/attendee-id.ts';
import { MOST_ATTENDEES } from '../../../domain/meeting/inviting.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import { openMeeting } from '../../../domain/meeting/state.ts';
import { answerOf, attendeeIn } from '../../support/attendees.ts';
import {
  after,
  answered,
  booked,
  cancelled,
  changeBy,
  deadline,
  decided,
  GUEST,
  HOUR,
  input,
  invite,
  moved,
  NOW,
  OPTIONAL,
  proposed,
  refusalOf,
  START,
} from './fixtures.ts';

/** A host, two guests who are required, and guest-3, who is optional. */
const four = () => after([booked([GUEST, GUEST, OPTIONAL])]);
const ALL = ['host', 'guest', 'guest-2', 'guest-3'];
const told = (event: MeetingEvent, from = four(), nowMs = NOW) =>
  changeBy(from, event, nowMs).messages.map(({ to, kind, method }) => [to, kind, method]);

let keys = 0;
const added = (part = GUEST): MeetingEvent => ({
  ...{ type: 'attendee-added', key: `added-${(keys += 1)}`, door: 'api' },
  invite: invite(part),
});
const removed = (attendeeId: string): MeetingEvent => ({
  ...{ type: 'attendee-removed', key: `removed-${(keys += 1)}`, door: 'api' },
  attendeeId,
});
const withdrawn = (attendeeId: string, proposalId: string): MeetingEvent => ({
  ...{ type: 'withdrawn', key: `withdrawn-${(keys += 1)}`, door: 'link', linkId: null },
  ...{ attendeeId, proposalId },
});
const bounced = (attendeeId: string): MeetingEvent => ({
  ...{ type: 'bounced', key: `bounced-${(keys += 1)}`, door: 'mail', method: 'REQUEST', sequence: 0 },
  attendeeId,
});

describe('a meeting of four', () => {
  it('invites each of them at SEQUENCE 0, under an id of their own', () => {
    const { next, messages, invited } = changeBy(openMeeting(input), booked([GUEST, GUEST, OPTIONAL]));
    expect(messages.map(({ to, method, sequence }) => [to, method, sequence])).toEqual(
      ALL.map((id) => [id, 'REQUEST', 0]),
    );
    expect(next.attendees.map(({ id, required }) => [id, required])).toEqual([
      ['host', true],
      ['guest', true],
      ['guest-2', true],
      ['guest-3', false],
    ]);
    expect(invited.map(({ id }) => id)).toEqual(ALL.slice(1));
  });

  it.each(['host', 'guest', 'guest-2'])('is cancelled for all when %s declines', (id) => {
    const change = changeBy(four(), answered(id, 'DECLINED'));
    expect(change.next.status).toBe('cancelled');
    expect(change.messages.map(({ to, method, sequence }) => [to, method, sequence])).toEqual(
      ALL.map((each) => [each, 'CANCEL', 1]),
    );
  });

  it('goes on without the optional one, whose decline is recorded', () => {
    const change = changeBy(four(), answered('guest-3', 'DECLINED'));
    expect(change.next.status).toBe('scheduled');
    expect(change.messages).toEqual([]);
    expect(answerOf(change.next, 'guest-3').partstat).toBe('DECLINED');
    expect(change.timeline).toMatchObject([{ what: 'declined', by: 'guest-3' }]);
  });

  it('under the soft policy goes on whoever declines', () => {
    const soft = after([booked([GUEST, GUEST, OPTIONAL])], NOW, openMeeting({ ...input, policy: 'soft' }));
    expect(changeBy(soft, answered('guest-2', 'DECLINED')).next.status).toBe('scheduled');
  });

  it('is moved and cancelled by the backend for all', () => {
    const agreed = after([answered('guest', 'ACCEPTED'), proposed('guest', 'p')], NOW, four());
    const change = changeBy(agreed, moved(1));
    expect(change.messages.map(({ to, kind, partstat }) => [to, kind, partstat])).toEqual(
      ALL.map((id) => [id, 'update', 'NEEDS-ACTION']),
    );
    for (const id of ALL) expect(answerOf(change.next, id).partstat).toBe('NEEDS-ACTION');
    expect(told(cancelled())).toEqual(ALL.map((id) => [id, 'cancellation', 'CANCEL']));
  });
});

describe('a proposal among four', () => {
  const open = (by = 'guest', door = 'link') => after([proposed(by, 'p', { door })], NOW, four());

  it('is put to every other required one', () => {
    expect(told(proposed('guest', 'p'))).toEqual([
      ['host', 'approval-request', null],
      ['guest-2', 'approval-request', null],
    ]);
    expect(open().proposals).toMatchObject([{ waitsFor: ['host', 'guest-2'] }]);
  });

  it('of the optional one is put to all who are required', () => {
    expect(told(proposed('guest-3', 'p')).map(([to]) => to)).toEqual(['host', 'guest', 'guest-2']);
  });

  it('moves the meeting once all of them have approved, and not before', () => {
    const first = changeBy(open(), decided('approved', 'guest-2', 'p'));
    expect(first.messages).toEqual([]);
    expect(first.next).toMatchObject({ sequence: 0, startMs: START });
    expect(first.next.proposals).toMatchObject([{ waitsFor: ['host'] }]);
    expect(first.proposals).toMatchObject([{ status: 'pending', decidedBy: 'guest-2' }]);
    expect(first.timeline).toMatchObject([{ what: 'proposal-agreed', by: 'guest-2' }]);
    const second = changeBy(first.next, decided('approved', 'host', 'p'));
    expect(second.next).toMatchObject({ sequence: 1, startMs: START + 24 * HOUR, proposals: [] });
    expect(second.messages.map(({ to, kind }) => [to, kind])).toEqual(ALL.map((id) => [id, 'update']));
  });

  it('ends with the first decline, also of one who had approved, and all who were asked are told', () => {
    const agreed = after([decided('approved', 'guest-2', 'p')], NOW, open());
    for (const [by, others] of [
      ['host', ['guest', 'guest-2']],
      ['guest-2', ['guest', 'host']],
    ] as const) {
      const change = changeBy(agreed, decided('declined', by, 'p'));
      expect(change.next).toMatchObject({ sequence: 0, proposals: [] });
      expect(change.messages.map(({ to, kind, about }) => [to, kind, about])).toEqual(
        others.map((to) => [to, 'proposal-declined', by]),
      );
      expect(refusalOf(change.next, decided('approved', 'host', 'p'))).toBe('proposal-gone');
    }
  });

  it('that came by COUNTER is ended by DECLINECOUNTER for its sender alone', () => {
    expect(told(decided('declined', 'host', 'p'), open('guest', 'mail'))).toEqual([
      ['guest', 'proposal-declined', 'DECLINECOUNTER'],
      ['guest-2', 'proposal-declined', null],
    ]);
  });

  it('is decided by those who were asked, each of them once', () => {
    expect(refusalOf(open(), decided('approved', 'guest-3', 'p'))).toBe('not-asked');
    expect(refusalOf(open(), decided('declined', 'guest-3', 'p'))).toBe('not-asked');
    expect(refusalOf(open(), decided('approved', 'guest', 'p'))).toBe('own-proposal');
    const agreed = after([decided('approved', 'host', 'p')], NOW, open());
    expect(refusalOf(agreed, decided('approved', 'host', 'p'))).toBe('already-approved');
  });

  it('is taken back, or expires, for all who were asked', () => {
    expect(told(withdrawn('guest', 'p'), open())).toEqual([
      ['host', 'proposal-withdrawn', null],
      ['guest-2', 'proposal-withdrawn', null],
    ]);
    expect(told(deadline(), open(), NOW + 48 * HOUR).map(([to]) => to)).toEqual(['guest', 'host', 'guest-2']);
  });

  it('moves the meeting at once where nobody else is required', () => {
    const two = after([booked([OPTIONAL])]);
    const change = changeBy(two, proposed('host', 'p'));
    expect(change.next).toMatchObject({ sequence: 1, startMs: START + 24 * HOUR, proposals: [] });
    expect(change.proposals).toMatchObject([{ status: 'approved', isNew: true }]);
    expect(change.timeline.map(({ what }) => what)).toEqual(['proposed', 'proposal-approved']);
    expect(change.messages.map(({ to, kind, partstat }) => [to, kind, partstat])).toEqual([
      ['host', 'update', 'ACCEPTED'],
      ['guest', 'update', 'NEEDS-ACTION'],
    ]);
  });

  it('stands beside those of others, and the one that all approved last wins', () => {
    const both = after([proposed('guest', 'p'), proposed('guest-3', 'q')], NOW, four());
    const agreed = after([decided('approved', 'host', 'q'), decided('approved', 'guest-2', 'q')], NOW, both);
    const change = changeBy(agreed, decided('approved', 'guest', 'q'));
    expect(change.proposals.map(({ proposal, status }) => [proposal.id, status])).toEqual([
      ['q', 'approved'],
      ['p', 'expired'],
    ]);
  });
});

describe('somebody who is added', () => {
  it('alone is invited, at the SEQUENCE that the meeting has', () => {
    const change = changeBy(four(), added());
    expect(change.messages.map(({ to, kind, sequence }) => [to, kind, sequence])).toEqual([
      ['guest-4', 'invitation', 0],
    ]);
    expect(change.invited).toMatchObject([{ id: 'guest-4', required: true }]);
    expect(change.timeline).toMatchObject([{ what: 'attendee-added', by: 'backend', about: 'guest-4' }]);
  });

  it('is asked about no proposal that was made before', () => {
    const state = after([proposed('guest', 'p'), added()], NOW, four());
    expect(state.proposals).toMatchObject([{ waitsFor: ['host', 'guest-2'] }]);
    expect(refusalOf(state, decided('approved', 'guest-4', 'p'))).toBe('not-asked');
  });

  it('is refused once the meeting has begun, or is over, or full', () => {
    expect(refusalOf(four(), added(), START)).toBe('meeting-started');
    expect(refusalOf(after([cancelled()], NOW, four()), added())).toBe('meeting-over');
    expect(refusalOf(openMeeting(input), added())).toBe('not-booked');
    const full = after([booked(Array.from({ length: MOST_ATTENDEES - 1 }, () => GUEST))]);
    expect(refusalOf(full, added())).toBe('too-many-attendees');
  });
});

describe('somebody who is removed', () => {
  it('alone gets a CANCEL, at the SEQUENCE that the meeting has', () => {
    const change = changeBy(four(), removed('guest-2'));
    expect(change.messages.map(({ to, method, sequence }) => [to, method, sequence])).toEqual([
      ['guest-2', 'CANCEL', 0],
    ]);
    expect(change.next.attendees.map(({ id }) => id)).toEqual(['host', 'guest', 'guest-3']);
  });

  it('is not heard any more, and nobody ever has their id', () => {
    const state = after([removed('guest-2'), added()], NOW, four());
    expect(state.attendees.map(({ id }) => id)).toEqual(['host', 'guest', 'guest-3', 'guest-4']);
    expect(refusalOf(state, answered('guest-2', 'DECLINED'))).toBe('not-attending');
    expect(refusalOf(state, proposed('guest-2', 'p'))).toBe('not-attending');
    expect(refusalOf(state, removed('guest-2'))).toBe('not-attending');
  });

  it('takes what they proposed with them', () => {
    const change = changeBy(after([proposed('guest-2', 'p')], NOW, four()), removed('guest-2'));
    expect(change.proposals).toMatchObject([{ proposal: { id: 'p' }, status: 'withdrawn' }]);
    expect(change.messages.map(({ to, kind }) => [to, kind])).toEqual([
      ['guest-2', 'cancellation'],
      ['host', 'proposal-withdrawn'],
      ['guest', 'proposal-withdrawn'],
    ]);
  });

  it('is not waited for, and what waited for them alone is approved', () => {
    const waiting = after([proposed('guest', 'p'), decided('approved', 'host', 'p')], NOW, four());
    const change = changeBy(waiting, removed('guest-2'));
    expect(change.next).toMatchObject({ sequence: 1, startMs: START + 24 * HOUR, proposals: [] });
    expect(change.messages.map(({ to, kind }) => [to, kind])).toEqual([
      ['guest-2', 'cancellation'],
      ['host', 'update'],
      ['guest', 'update'],
      ['guest-3', 'update'],
    ]);
    expect(change.next.attendees.map(({ id, answer }) => [id, answer.partstat])).toEqual([
      ['host', 'ACCEPTED'],
      ['guest', 'ACCEPTED'],
      ['guest-3', 'NEEDS-ACTION'],
    ]);
  });

  it('leaves each proposal one fate, where the one that waited for them is approved and others expire', () => {
    const both = after([proposed('guest', 'p'), proposed('guest-3', 'q')], NOW, four());
    const waiting = after([decided('approved', 'host', 'p')], NOW, both);
    const change = changeBy(waiting, removed('guest-2'));
    expect(change.proposals.map(({ proposal, status }) => [proposal.id, status])).toEqual([
      ['p', 'approved'],
      ['q', 'expired'],
    ]);
  });

  it('is neither the last host nor one of the last two', () => {
    expect(refusalOf(four(), removed('host'))).toBe('last-host');
    expect(refusalOf(after([booked()]), removed('guest'))).toBe('too-few-attendees');
  });
});

describe('an invitation that is sent again', () => {
  const again = (attendeeId: string | null): MeetingEvent => ({
    ...{ type: 'resend-requested', key: `again-${(keys += 1)}`, door: 'api' },
    attendeeId,
  });

  it('goes to one or to all, with how each stands', () => {
    const state = after([answered('guest-2', 'ACCEPTED')], NOW, four());
    expect(changeBy(state, again('guest-2')).messages).toMatchObject([
      { to: 'guest-2', method: 'REQUEST', sequence: 0, partstat: 'ACCEPTED' },
    ]);
    expect(told(again(null), state).map(([to]) => to)).toEqual(ALL);
    expect(refusalOf(state, again('guest-9'))).toBe('not-attending');
  });
});

describe('an invitation of four that comes back', () => {
  it('is told to the hosts, and one of the only host to everybody', () => {
    expect(told(bounced('guest-2'))).toEqual([['host', 'not-delivered', null]]);
    expect(told(bounced('host')).map(([to]) => to)).toEqual(['guest', 'guest-2', 'guest-3']);
    expect(attendeeIn(changeBy(four(), bounced('guest-2')).next, 'guest-2').unreachable).toBe(true);
  });

  it('cancels where that is the policy, but for an optional one', () => {
    const strict = after(
      [booked([GUEST, GUEST, OPTIONAL])],
      NOW,
      openMeeting({ ...input, bouncePolicy: 'cancel' }),
    );
    expect(changeBy(strict, bounced('guest-2')).next.status).toBe('cancelled');
    expect(changeBy(strict, bounced('guest-3')).next.status).toBe('scheduled');
  });
});

it('ids are the role, and from the second of it on a number', () => {
  expect(idsFor(['host'], [GUEST, GUEST, { role: 'host', required: true }])).toEqual([
    'guest',
    'guest-2',
    'host-2',
  ]);
});
