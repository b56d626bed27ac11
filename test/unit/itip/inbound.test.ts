import { describe, expect, it } from 'vitest';
import { firstSaid, readItip } from '../../../domain/itip/inbound.ts';

const ATTENDEE = 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:guest@example.com';
const EVENT = ['UID:u1', 'DTSTAMP:20261120T091200Z', 'SEQUENCE:2', ATTENDEE];
const TIME = ['DTSTART:20261124T140000Z', 'DTEND:20261124T150000Z'];

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const calendar = (method: string | null, ...lines: string[]) =>
  ['BEGIN:VCALENDAR', ...(method === null ? [] : [`METHOD:${method}`]), ...lines, 'END:VCALENDAR'].join(
    '\r\n',
  );
const read = (method: string | null, lines: string[], parameter: string | null = null) =>
  firstSaid(readItip([{ text: calendar(method, ...lines), method: parameter }]));
const ignored = (reason: string) => expect.objectContaining({ kind: 'ignored', reason }) as unknown;

describe("an attendee's message", () => {
  it('is an answer', () => {
    expect(read('REPLY', event(...EVENT, 'COMMENT:Gladly'))).toEqual({
      kind: 'reply',
      uid: 'u1',
      attendee: 'guest@example.com',
      sentBy: null,
      delegatedFrom: null,
      time: null,
      partstat: 'ACCEPTED',
      contradicted: false,
      sequence: 2,
      dtstampMs: Date.UTC(2026, 10, 20, 9, 12),
      recurrenceIdMs: null,
      organizer: null,
      comment: 'Gladly',
    });
  });

  it('is a proposal, also when it declines', () => {
    const declined = [...EVENT.slice(0, 3), 'ATTENDEE;PARTSTAT=DECLINED:mailto:guest@example.com', ...TIME];
    expect(read('COUNTER', event(...declined, 'COMMENT:Later?'))).toMatchObject({
      kind: 'counter',
      uid: 'u1',
      attendee: 'guest@example.com',
      sequence: 2,
      time: { startMs: Date.UTC(2026, 10, 24, 14), endMs: Date.UTC(2026, 10, 24, 15) },
      note: 'Later?',
    });
  });

  it('may send somebody else', () => {
    const line = 'ATTENDEE;PARTSTAT=DELEGATED;DELEGATED-TO="mailto:d@example.com":mailto:g@example.com';
    expect(read('REPLY', event('UID:u1', line))).toMatchObject({
      kind: 'delegation',
      attendee: 'g@example.com',
    });
  });

  it('may name no event: where it came to says more', () => {
    expect(read('REPLY', event(ATTENDEE))).toMatchObject({ kind: 'reply', uid: null });
    expect(read('REFRESH', event(ATTENDEE))).toMatchObject({ kind: 'refresh', uid: null });
  });

  it('may ask for the newest version', () => {
    expect(read('REFRESH', event(...EVENT))).toMatchObject({
      kind: 'refresh',
      uid: 'u1',
      attendee: 'guest@example.com',
    });
  });

  it("may leave ATTENDEE's address, DTSTAMP and SEQUENCE out", () => {
    expect(read('REPLY', event('UID:u1', 'ATTENDEE;PARTSTAT=DECLINED:urn:uuid:7'))).toMatchObject({
      kind: 'reply',
      attendee: null,
      partstat: 'DECLINED',
      sequence: null,
      dtstampMs: null,
    });
  });

  it('goes by the METHOD of its body before that of its part', () => {
    expect(read('REPLY', event(...EVENT), 'REQUEST').kind).toBe('reply');
    expect(read(null, event(...EVENT), 'reply').kind).toBe('reply');
  });

  it('goes by the first event that says something', () => {
    const undecided = event('UID:u0', 'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:guest@example.com');
    expect(read('REPLY', [...undecided, ...event(...EVENT)])).toMatchObject({ kind: 'reply', uid: 'u1' });
  });

  it('goes by the first calendar that says something', () => {
    const text = calendar('REPLY', ...event(...EVENT));
    expect(
      firstSaid(
        readItip([
          { text: 'rubbish', method: 'REPLY' },
          { text, method: null },
        ]),
      ).kind,
    ).toBe('reply');
  });
});

describe('of the same attendee, twice', () => {
  const lines = (...partstats: string[]) =>
    partstats.map((partstat) => `ATTENDEE;PARTSTAT=${partstat}:mailto:guest@example.com`);

  it.each([
    ['what says something counts', ['NEEDS-ACTION', 'ACCEPTED'], 'ACCEPTED', false],
    ['what says something counts, in any order', ['DECLINED', 'NEEDS-ACTION'], 'DECLINED', false],
    ['the same is the same', ['TENTATIVE', 'TENTATIVE'], 'TENTATIVE', false],
    ['two that say something contradict each other', ['ACCEPTED', 'DECLINED'], 'DECLINED', true],
  ] as const)('%s', (_name, partstats, partstat, contradicted) => {
    const answer = event('UID:u1', ...lines(...partstats));
    expect(read('REPLY', answer)).toMatchObject({ kind: 'reply', partstat, contradicted });
    const others = event(
      'UID:u1',
      'ATTENDEE;PARTSTAT=TENTATIVE:mailto:x@example.com',
      ...lines(...partstats),
    );
    const [said] = readItip([{ text: calendar('REPLY', ...others), method: null }], 'guest@example.com');
    expect(said).toMatchObject({ kind: 'reply', partstat, contradicted });
  });

  it.each([
    ['ACCEPT', 'ACCEPTED'],
    ['decline', 'DECLINED'],
  ])('%s is %s', (written, partstat) => {
    expect(read('REPLY', event('UID:u1', ...lines(written)))).toMatchObject({ kind: 'reply', partstat });
  });
});

describe('of the attendees that a program repeats', () => {
  const all = [
    'UID:u1',
    'ATTENDEE;PARTSTAT=ACCEPTED:mailto:host@example.com',
    'ATTENDEE;PARTSTAT=DECLINED;SENT-BY="mailto:Office@example.com":mailto:Guest@example.com',
  ];
  const answer = (sender: string | null) =>
    firstSaid(readItip([{ text: calendar('REPLY', ...event(...all)), method: null }], sender));

  it('the sender is the one who answers', () => {
    expect(answer('guest@example.com')).toMatchObject({
      attendee: 'guest@example.com',
      partstat: 'DECLINED',
    });
  });

  it('the one that the sender writes for answers', () => {
    expect(answer('office@example.com')).toMatchObject({
      attendee: 'guest@example.com',
      sentBy: 'office@example.com',
      partstat: 'DECLINED',
    });
  });

  it('the first answers when the sender is none of them', () => {
    expect(answer('eve@example.net')).toMatchObject({ attendee: 'host@example.com', partstat: 'ACCEPTED' });
    expect(answer(null)).toMatchObject({ attendee: 'host@example.com', partstat: 'ACCEPTED' });
  });
});

describe('what changes nothing', () => {
  it.each([
    [
      'REPLY',
      event('UID:u1', 'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:g@example.com'),
      'partstat-needs-action',
    ],
    ['REPLY', event('UID:u1'), 'partstat-needs-action'],
    ['REPLY', event('UID:u1', 'ATTENDEE;PARTSTAT=X-MAYBE:mailto:g@example.com'), 'partstat-not-understood'],
    ['REPLY', [], 'event-missing'],
    ['COUNTER', event(...EVENT), 'time-missing'],
    ['COUNTER', event(...EVENT, 'DTSTART:soon'), 'time-unreadable'],
    ['COUNTER', event(...EVENT, 'DTSTART;TZID=Nowhere:20261124T150000'), 'zone-unknown'],
    ['REQUEST', event(...EVENT), 'method-of-an-organizer'],
    ['PUBLISH', event(...EVENT), 'method-of-an-organizer'],
    ['CANCEL', event(...EVENT), 'method-of-an-organizer'],
    ['REFRESH', [], 'event-missing'],
    ['X-DANCE', event(...EVENT), 'method-not-understood'],
    [null, event(...EVENT), 'method-missing'],
  ])('%s %j is ignored as %s', (method, lines, reason) => {
    expect(read(method, lines)).toEqual(ignored(reason));
  });

  it('is told with what is known of it', () => {
    expect(read('X-DANCE', event(...EVENT))).toEqual({
      kind: 'ignored',
      reason: 'method-not-understood',
      method: 'X-DANCE',
      uid: 'u1',
      sequence: 2,
      attendee: 'guest@example.com',
      recurrenceIdMs: null,
      comment: '',
    });
  });

  it('may be no calendar at all, or one of 20 MB', () => {
    expect(readItip([])).toEqual([ignored('no-calendar')]);
    expect(readItip([{ text: 'hello', method: 'REPLY' }])).toEqual([ignored('no-calendar')]);
    const text = calendar('REPLY', ...event(...EVENT, `DESCRIPTION:${'x'.repeat(20_000_000)}`));
    expect(readItip([{ text, method: 'REPLY' }])).toEqual([ignored('calendar-too-large')]);
  });
});
