import { describe, expect, it } from 'vitest';
import { SEAT_GIVEN_BACK } from '../../../domain/meeting/answers.ts';
import { nextDeadline } from '../../../domain/meeting/deadline.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import { requestIdOf, TAKEN_BACK } from '../../../domain/meeting/requesting.ts';
import { openMeeting, type BookingInput } from '../../../domain/meeting/state.ts';
import { answerOf } from '../../support/attendees.ts';
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

const MINUTE = HOUR / 60;
const EVENT_TYPE = '7f0c0a51-8f5e-4f6e-9a0b-1c2d3e4f5a6b';
const offered = (more: Partial<BookingInput> = {}): BookingInput => ({
  ...input,
  eventTypeId: EVENT_TYPE,
  hold: { untilMs: NOW + 10 * MINUTE },
  ...more,
});
const held = (more?: Partial<BookingInput>) => openMeeting(offered(more));
const words = (event: MeetingEvent, from = held(), nowMs = NOW) =>
  changeBy(from, event, nowMs).timeline.map(({ what, by }) => `${what} by ${by}`);
const told = (event: MeetingEvent, from = held(), nowMs = NOW) =>
  changeBy(from, event, nowMs).messages.map(({ to, kind, method }) => [to, kind, method]);

describe('a hold', () => {
  it('begins with its time, is told once, and ends by itself without a word to anybody', () => {
    expect(held()).toMatchObject({ status: 'held', revision: 0 });
    const begun: MeetingEvent = { type: 'held', key: 'held/1', door: 'api' };
    expect(words(begun)).toEqual(['held by parley']);
    expect(refusalOf(after([begun], NOW, held()), { ...begun, key: 'held/2' })).toBe('already-booked');
    expect(nextDeadline(held())).toMatchObject({ atMs: NOW + 10 * MINUTE, what: 'hold-ends' });
    const ended = changeBy(held(), deadline(), NOW + 10 * MINUTE);
    expect(ended.next.status).toBe('cancelled');
    expect([ended.messages, ended.timeline.map(({ what }) => what)]).toEqual([[], ['hold-ended']]);
  });

  it('never reaches beyond the start', () => {
    expect(nextDeadline(held({ hold: { untilMs: START + HOUR } }))).toMatchObject({ atMs: START });
  });

  it('is booked by its guest while it stands, and not after', () => {
    expect(words(booked([GUEST]))).toEqual(['booked by guest']);
    expect(told(booked([GUEST]))).toEqual([
      ['host', 'invitation', 'REQUEST'],
      ['guest', 'invitation', 'REQUEST'],
    ]);
    expect(refusalOf(held(), booked([GUEST]), NOW + 10 * MINUTE)).toBe('meeting-over');
    expect(refusalOf(after([booked([GUEST])], NOW, held()), booked([GUEST]))).toBe('already-booked');
  });

  it('that is cancelled tells nobody', () => {
    expect(told(cancelled(), held())).toEqual([]);
  });
});

describe('a booking that its hosts approve', () => {
  const asked = (more: Partial<BookingInput> = {}) =>
    after([booked([GUEST])], NOW, held({ approvalMs: 24 * HOUR, ...more }));
  const request = requestIdOf(input.meetingId);

  it('asks them, holds the time until they say or the time is up, and cannot be booked again', () => {
    expect(told(booked([GUEST]), held({ approvalMs: 24 * HOUR }))).toEqual([
      ['host', 'booking-request', null],
      ['guest', 'booking-requested', null],
    ]);
    expect(asked()).toMatchObject({ status: 'held', hold: { untilMs: NOW + 24 * HOUR } });
    expect(nextDeadline(asked())).toMatchObject({ atMs: NOW + 24 * HOUR, what: 'proposal-expires' });
    expect(refusalOf(asked(), booked([GUEST]))).toBe('already-booked');
  });

  it('takes place with the approval: all are invited, and who wanted and approved it has accepted', () => {
    const approved = changeBy(asked(), decided('approved', 'host', request));
    expect(approved.next.status).toBe('scheduled');
    expect(approved.messages.map(({ to, kind, partstat }) => [to, kind, partstat])).toEqual([
      ['host', 'invitation', 'ACCEPTED'],
      ['guest', 'invitation', 'ACCEPTED'],
    ]);
    for (const id of ['host', 'guest']) expect(answerOf(approved.next, id).partstat).toBe('ACCEPTED');
  });

  it.each([
    ['declined', decided('declined', 'host', request), NOW, [['guest', 'booking-declined', null]]],
    [
      'expired',
      deadline(),
      NOW + 24 * HOUR,
      [
        ['guest', 'booking-expired', null],
        ['host', 'booking-expired', null],
      ],
    ],
  ] as const)('that is %s is over, and those who did not do it are told', (_, event, nowMs, messages) => {
    const ended = changeBy(asked(), event, nowMs);
    expect(ended.next).toMatchObject({ status: 'cancelled', proposals: [] });
    expect(ended.messages.map(({ to, kind, method }) => [to, kind, method])).toEqual(messages);
  });

  it('that is cancelled while they are asked is over for all of them, and they are told', () => {
    const ended = changeBy(asked(), cancelled('Ill'));
    expect(ended.next).toMatchObject({ status: 'cancelled', proposals: [] });
    expect(ended.messages.map(({ to, kind, method }) => [to, kind, method])).toEqual([
      ['guest', 'booking-declined', null],
      ['host', 'booking-declined', null],
    ]);
    expect(ended.proposals.map(({ status }) => status)).toEqual(['expired']);
  });

  it('is not for its guest to approve', () => {
    expect(refusalOf(asked(), decided('approved', 'guest', request))).toBe('own-proposal');
  });
});

describe('seats', () => {
  const class_ = () => after([booked([OPTIONAL])], NOW, held({ seats: 2 }));
  const join: MeetingEvent = {
    ...{ type: 'attendee-added', key: 'join', door: 'api' },
    invite: invite(OPTIONAL),
  };

  it('are as many as there are', () => {
    const full = after([join], NOW, class_());
    expect(refusalOf(full, { ...join, key: 'one more' })).toBe('seats-taken');
  });

  it('are given back by a decline, which cancels nothing and is told to that guest and the hosts, and that guest’s answers count no more', () => {
    const full = after([join], NOW, class_());
    const { next, messages } = changeBy(full, answered('guest-2', 'DECLINED'));
    expect([next.status, next.attendees.map(({ id }) => id)]).toEqual(['scheduled', ['host', 'guest']]);
    expect(messages.map(({ to, kind, reason }) => [to, kind, reason])).toEqual([
      ['guest-2', 'cancellation', SEAT_GIVEN_BACK],
      ['host', 'guest-declined', ''],
    ]);
    expect(messages.map(({ seats }) => seats)).toEqual([undefined, { coming: 1, free: 1 }]);
    expect(refusalOf(next, answered('guest-2', 'ACCEPTED'))).toBe('not-attending');
    expect(after([{ ...join, key: 'again' }], NOW, next).attendees.map(({ id }) => id)).toEqual([
      'host',
      'guest',
      'guest-3',
    ]);
  });

  it('are told to the hosts as they are taken, and to no other guest', () => {
    const { messages } = changeBy(class_(), { ...join, booked: true });
    expect(messages.map(({ to, kind, about }) => [to, kind, about])).toEqual([
      ['guest-2', 'invitation', null],
      ['host', 'guest-booked', 'guest-2'],
    ]);
  });

  it('have a fixed time for guests, and not for hosts', () => {
    expect(refusalOf(class_(), proposed('guest', 'p1'))).toBe('may-not-move');
    expect(after([proposed('host', 'p1')], NOW, class_()).startMs).not.toBe(START);
  });
});

describe('the latest time to change a booking', () => {
  const late = START - HOUR;
  const strict = (changeUntilMs: number | null) =>
    after([booked([GUEST])], NOW, held({ changeUntilMs, policy: 'strict' }));
  const cancelledBy = (attendeeId: string): MeetingEvent => ({
    ...{ type: 'cancelled', key: `cancelled/${attendeeId}`, door: 'link', reason: '' },
    attendeeId,
  });
  const movedBy = (attendeeId: string): MeetingEvent => ({ ...moved(1), attendeeId }) as MeetingEvent;

  it.each([
    ['propose', proposed('guest', 'p1')],
    ['cancel', cancelledBy('guest')],
    ['take another slot', movedBy('guest')],
  ])('is kept by guests who %s', (_, event) => {
    expect(refusalOf(strict(2 * HOUR), event, late)).toBe('too-late-to-change');
    expect(refusalOf(strict(null), event, NOW)).toBe('too-late-to-change');
    expect(changeBy(strict(2 * HOUR), event, START - 3 * HOUR).kind).toBe('change');
  });

  it('is none for hosts', () => {
    for (const event of [proposed('host', 'p1'), cancelledBy('host'), movedBy('host')])
      expect(changeBy(strict(null), event, late).kind).toBe('change');
  });

  it('lets a decline that comes later be an answer, and no cancellation', () => {
    expect(changeBy(strict(2 * HOUR), answered('guest', 'DECLINED'), late).next.status).toBe('scheduled');
    expect(changeBy(strict(2 * HOUR), answered('guest', 'DECLINED'), NOW).next.status).toBe('cancelled');
  });
});

describe('who booked what is offered to all', () => {
  const standing = (more?: Partial<BookingInput>) => after([booked([GUEST])], NOW, held(more));
  const invited = (more?: Partial<BookingInput>) =>
    changeBy(held(more), booked([GUEST])).messages.find(({ to }) => to === 'guest')!;
  const cancelledBy = (attendeeId: string): MeetingEvent => ({
    ...{ type: 'cancelled', key: `cancelled/${attendeeId}`, door: 'link', reason: '' },
    attendeeId,
  });

  it('has accepted it with that, and is not asked for an answer, but may move or cancel', () => {
    expect(answerOf(standing(), 'guest')).toMatchObject({ partstat: 'ACCEPTED', sequence: 0 });
    expect(answerOf(standing(), 'host').partstat).toBe('NEEDS-ACTION');
    expect(invited()).toMatchObject({
      partstat: 'ACCEPTED',
      booked: true,
      leads: ['propose', 'cancel', 'join'],
    });
  });

  it('has accepted a seat of it, too, and can only come or not', () => {
    const seats = { seats: 2 };
    const seat: MeetingEvent = {
      ...{ type: 'attendee-added', key: 'seat', door: 'api', booked: true },
      invite: { ...invite(OPTIONAL), requestId: 'seat' },
    };
    const { next, messages } = changeBy(after([booked([OPTIONAL])], NOW, held(seats)), seat);
    expect(answerOf(next, 'guest-2').partstat).toBe('ACCEPTED');
    expect(messages).toMatchObject([
      { to: 'guest-2', fixed: 'seats', leads: ['answer', 'join'] },
      { to: 'host' },
    ]);
  });

  it('is promised nothing where nothing can be changed: never, or so late', () => {
    expect(invited({ changeUntilMs: null })).toMatchObject({ fixed: 'never', leads: ['answer', 'join'] });
    expect(invited({ changeUntilMs: START })).toMatchObject({ fixed: 'late', leads: ['answer', 'join'] });
  });

  it('is told until when it can be changed where that ends before the start; hosts are not', () => {
    const { messages } = changeBy(held({ changeUntilMs: HOUR }), booked([GUEST]));
    expect(messages.map(({ to, changeableUntilMs }) => [to, changeableUntilMs])).toEqual([
      ['host', undefined],
      ['guest', START - HOUR],
    ]);
    for (const changeUntilMs of [0, null])
      expect(invited({ changeUntilMs }).changeableUntilMs).toBe(undefined);
  });

  it('and declines when it cannot be cancelled any more is announced to the host, once', () => {
    const never = standing({ changeUntilMs: null, policy: 'strict' });
    const declined = changeBy(never, answered('guest', 'DECLINED'));
    expect(declined.next.status).toBe('scheduled');
    expect(declined.messages.map(({ to, kind, about }) => [to, kind, about])).toEqual([
      ['host', 'guest-declined', 'guest'],
    ]);
    expect(changeBy(declined.next, answered('guest', 'DECLINED')).messages).toEqual([]);
  });

  it('and declines under the soft policy is announced to the host, too', () => {
    expect(told(answered('guest', 'DECLINED'), standing({ policy: 'soft' }))).toEqual([
      ['host', 'guest-declined', null],
    ]);
  });

  it('may cancel it whatever the policy, as its one guest', () => {
    const soft = { policy: 'soft' as const };
    const { messages, next } = changeBy(standing(soft), cancelledBy('guest'));
    expect(next.status).toBe('cancelled');
    expect(messages.map(({ to, kind, by }) => [to, kind, by])).toEqual([
      ['host', 'cancellation', 'guest'],
      ['guest', 'cancellation', 'guest'],
    ]);
    const seats = after([booked([OPTIONAL])], NOW, held({ ...soft, seats: 2 }));
    expect(refusalOf(seats, cancelledBy('guest'))).toBe('may-not-cancel');
  });

  it('learns that the host cancelled it, whose backend did', () => {
    const { messages } = changeBy(standing(), cancelled());
    expect(messages.map(({ to, by }) => [to, by])).toEqual([
      ['host', undefined],
      ['guest', 'host'],
    ]);
  });

  it('may take it back while its hosts are asked, who are told so', () => {
    const asked = after([booked([GUEST])], NOW, held({ approvalMs: HOUR }));
    const { messages, next } = changeBy(asked, cancelledBy('guest'));
    expect(next.status).toBe('cancelled');
    expect(messages.map(({ to, kind, reason }) => [to, kind, reason])).toEqual([
      ['host', 'booking-declined', TAKEN_BACK],
    ]);
    expect(refusalOf(asked, cancelledBy('host'))).toBe('not-booked');
  });
});

describe('another slot, and another host', () => {
  const standing = () => after([booked([GUEST])], NOW, held());

  it('a slot that a guest takes is theirs at once: they have accepted it, the others are asked', () => {
    const { next, timeline } = changeBy(standing(), { ...moved(1), attendeeId: 'guest' } as MeetingEvent);
    expect([answerOf(next, 'guest').partstat, answerOf(next, 'host').partstat]).toEqual([
      'ACCEPTED',
      'NEEDS-ACTION',
    ]);
    expect(timeline).toMatchObject([{ what: 'moved', by: 'guest' }]);
  });

  it('a host who is replaced gets a CANCEL, the next one an invitation, and the guest theirs once more, at the same SEQUENCE', () => {
    const reassigned: MeetingEvent = {
      ...{ type: 'reassigned', key: 'reassigned', door: 'api', attendeeId: 'host' },
      invite: invite({ role: 'host', required: true }),
    };
    const { next, messages } = changeBy(standing(), reassigned);
    expect(messages.map(({ to, kind, method, sequence }) => [to, kind, method, sequence])).toEqual([
      ['host', 'cancellation', 'CANCEL', 0],
      ['host-2', 'invitation', 'REQUEST', 0],
      ['guest', 'refresh', 'REQUEST', 0],
    ]);
    expect(next.attendees.map(({ id }) => id)).toEqual(['guest', 'host-2']);
    expect(refusalOf(standing(), { ...reassigned, attendeeId: 'guest' })).toBe('not-attending');
  });
});
