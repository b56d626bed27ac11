import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/meeting/decide.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import type { Role } from '../../../domain/meeting/attendee-id.ts';
import type { BookingState } from '../../../domain/meeting/state.ts';
import { bookingIn } from '../../support/attendees.ts';
import { BUDGETS } from '../../support/budgets.ts';
import { after, asked, booked, changeBy, decided, held, HOUR, NOW, proposed, refusalOf } from './fixtures.ts';

const scheduled = after([booked()]);
const TOMORROW = NOW + 24 * HOUR;

const MAKERS = {
  proposals: (role: Role, index: number) => proposed(role, `${role}${index}`),
  links: (role: Role) => asked('link-requested', role),
  refreshes: (role: Role) => asked('refresh-requested', role),
  questions: (role: Role, index: number) => held(role, `${role}${index}`),
};
const KINDS = Object.keys(MAKERS) as (keyof typeof MAKERS)[];

const usedUp = (kind: keyof typeof MAKERS, role: Role, from = scheduled): BookingState =>
  after(
    Array.from({ length: BUDGETS[kind] }, (_, index) => MAKERS[kind](role, index)),
    NOW,
    from,
  );

/** What comes of many events, one after the other. */
function story(events: MeetingEvent[], from: BookingState) {
  let state = from;
  const messages = events.flatMap((event) => {
    const decision = decide(state, event, NOW);
    if (decision.kind === 'refusal') return [];
    state = bookingIn(decision.next);
    return decision.messages;
  });
  return { state, messages };
}

describe.each(KINDS)('the budget of a day: %s', (kind) => {
  it('ends, and the change that uses it up says so', () => {
    const state = usedUp(kind, 'guest');
    expect(state.timeline.at(-1)).toMatchObject({ what: `${kind}-used-up`, by: 'guest' });
    expect(state.timeline.filter(({ what }) => what.endsWith('-used-up'))).toHaveLength(1);
    expect(refusalOf(state, MAKERS[kind]('guest', 99))).toBe(`too-many-${kind}`);
  });

  it('is one attendee’s: the other’s is whole', () => {
    const state = usedUp(kind, 'guest');
    expect(refusalOf(state, MAKERS[kind]('host', 0))).toBeNull();
  });

  it('is one of its own: the others are whole', () => {
    const state = usedUp(kind, 'guest');
    for (const other of KINDS.filter((one) => one !== kind)) {
      expect(refusalOf(state, MAKERS[other]('guest', 99))).toBeNull();
    }
  });

  it('is whole again on the next day of UTC', () => {
    const state = usedUp(kind, 'guest');
    expect(refusalOf(state, MAKERS[kind]('guest', 99), TOMORROW)).toBeNull();
    const justBefore = Date.UTC(2026, 10, 2, 23, 59, 59, 999);
    expect(refusalOf(state, MAKERS[kind]('guest', 99), justBefore)).toBe(`too-many-${kind}`);
    expect(refusalOf(state, MAKERS[kind]('guest', 99), justBefore + 1)).toBeNull();
  });
});

describe('a proposal over the budget', () => {
  const full = usedUp('proposals', 'guest');
  const counter = (index: number, about = {}) => proposed('guest', `c${index}`, { ...about, door: 'mail' });

  it('by COUNTER is answered with DECLINECOUNTER once', () => {
    const { messages } = story([counter(1), counter(2), counter(3)], full);
    expect(messages).toMatchObject([
      { kind: 'proposal-refused', method: 'DECLINECOUNTER', to: 'guest', reason: 'too-many-proposals' },
    ]);
  });

  it('counts also where nothing could come of it: every DECLINECOUNTER is a mail', () => {
    const past = Array.from({ length: 200 }, (_, index) => counter(index, { startMs: NOW - HOUR }));
    expect(story(past, scheduled).messages).toHaveLength(BUDGETS.proposals + 1);
  });

  it('may be withdrawn and made again only as often as it may be made', () => {
    const events = Array.from({ length: 100 }, (_, index) => [
      proposed('guest', `p${index}`),
      { ...decided('declined', 'guest', `p${index}`), type: 'withdrawn' } as MeetingEvent,
    ]).flat();
    expect(story(events, scheduled).messages).toHaveLength(2 * BUDGETS.proposals);
  });

  it('does not replace the pending one', () => {
    expect(full.proposals).toMatchObject([{ id: 'guest19' }]);
    expect(changeBy(full, counter(1)).next.proposals).toMatchObject([{ id: 'guest19' }]);
  });
});

describe('a question', () => {
  it('about the same answer of the same sender is asked once', () => {
    const state = after([held('guest', 'same')], NOW, scheduled);
    expect(refusalOf(state, held('guest', 'same'))).toBe('not-due');
    expect(refusalOf(state, held('guest', 'same'), TOMORROW)).toBe('not-due');
    expect(refusalOf(state, held('guest', 'other'))).toBeNull();
    expect(refusalOf(state, held('host', 'same'))).toBeNull();
  });
});
