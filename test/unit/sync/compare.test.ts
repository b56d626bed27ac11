import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type Comparison, type KnownEvent } from '../../../domain/sync/compare.ts';
import type { FeedInstance } from '../../../domain/feeds/instances.ts';
import type { RoomReading } from '../../../domain/feeds/read-room.ts';
import { at, calendar, digest, event, HOUR, NOW, read } from '../feeds/support.ts';

/** An instance as it is known when it was written an hour ago. */
const known = (instance: FeedInstance, changes: Partial<KnownEvent> = {}): KnownEvent => ({
  ...instance,
  id: `row-${instance.uid}`,
  generation: 1,
  meeting: { id: `meeting-${instance.uid}`, status: 'scheduled' },
  gone: false,
  ...changes,
});

const knownOf = (reading: RoomReading, changes: Partial<KnownEvent> = {}): KnownEvent[] =>
  reading.instances.map((instance) => known(instance, changes));

const compared = (
  before: readonly KnownEvent[],
  now: RoomReading,
  { nowMs = NOW, withheld = null }: { nowMs?: number; withheld?: string | null } = {},
): Comparison<FeedInstance> => compare(before, now, { ...now, nowMs, withheld, digest });

/** What it says, by UID. */
const said = ({ added, changed, removed, withdrawn, withheld, problems }: Comparison<FeedInstance>) => ({
  ...(added.length > 0 && { added: added.map(({ uid }) => uid) }),
  ...(changed.length > 0 && {
    changed: changed.map(({ known: { uid }, content, told, revived }) =>
      [uid, content && 'content', told && 'told', revived && 'revived'].filter(Boolean).join(' '),
    ),
  }),
  ...(removed.length > 0 && { removed: removed.map(({ uid }) => uid) }),
  ...(withdrawn.length > 0 && { withdrawn: withdrawn.map(({ uid }) => uid) }),
  ...(withheld !== null && { withheld: true }),
  ...(problems.length > 0 && { problems: problems.map(({ code, uid }) => `${code} ${uid}`) }),
});

const other = event('other', ...at(20));

describe('of what was known', () => {
  const before = read(calendar(event('a', ...at(2), 'SUMMARY:A', 'SEQUENCE:1'), other));
  const now = (...lines: string[]) =>
    said(compared(knownOf(before), read(calendar(event('a', ...lines), other))));

  it('nothing is new in the same feed', () => {
    expect(said(compared(knownOf(before), before))).toEqual({});
  });

  it('a new event is added', () => {
    const more = read(calendar(event('a', ...at(2), 'SUMMARY:A', 'SEQUENCE:1'), other, event('b', ...at(2))));
    expect(said(compared(knownOf(before), more))).toEqual({ added: ['b'] });
  });

  it('a new time or title is told to the meeting', () => {
    expect(now(...at(3), 'SUMMARY:A', 'SEQUENCE:2')).toEqual({ changed: ['a content told'] });
    expect(now(...at(2, 2), 'SUMMARY:A', 'SEQUENCE:1')).toEqual({ changed: ['a content told'] });
    expect(now(...at(2), 'SUMMARY:B', 'SEQUENCE:1')).toEqual({ changed: ['a content told'] });
  });

  it('a new description is no business of the meeting', () => {
    expect(now(...at(2), 'SUMMARY:A', 'SEQUENCE:1', 'DESCRIPTION:More')).toEqual({ changed: ['a content'] });
  });

  it('a new SEQUENCE alone is kept, and no change', () => {
    expect(now(...at(2), 'SUMMARY:A', 'SEQUENCE:5')).toEqual({ changed: ['a'] });
  });

  it('an older version changes nothing and is told', () => {
    expect(now(...at(3), 'SUMMARY:A', 'SEQUENCE:0')).toEqual({ problems: ['older-version a'] });
  });

  it('with the same SEQUENCE, LAST-MODIFIED decides; without one, the content', () => {
    const stamped = (time: string, title: string) =>
      read(calendar(event('a', ...at(2), `SUMMARY:${title}`, `LAST-MODIFIED:${time}`), other));
    const first = knownOf(stamped('20260201T080000Z', 'A'));
    expect(said(compared(first, stamped('20260201T070000Z', 'B')))).toEqual({
      problems: ['older-version a'],
    });
    expect(said(compared(first, stamped('20260201T080000Z', 'B')))).toEqual({ changed: ['a content told'] });
    expect(said(compared(first, stamped('20260201T090000Z', 'B')))).toEqual({ changed: ['a content told'] });
  });

  it('what is cancelled, taken to another room, or not there any more is removed', () => {
    expect(now(...at(2), 'STATUS:CANCELLED')).toEqual({ removed: ['a'] });
    expect(now(...at(2), 'LOCATION:https://parley.example/other')).toEqual({ removed: ['a'] });
    expect(said(compared(knownOf(before), read(calendar(other))))).toEqual({ removed: ['a'] });
  });

  it('what is moved out of the window is moved, and is there the next time', () => {
    const later = read(calendar(event('a', ...at(200), 'SUMMARY:A', 'SEQUENCE:1'), other));
    expect(said(compared(knownOf(before), later))).toEqual({ changed: ['a content told'] });
    const moved = known(later.find('a', '')!);
    expect(said(compared([...knownOf(read(calendar(other))), moved], later))).toEqual({});
    expect(said(compared([...knownOf(read(calendar(other))), moved], read(calendar(other))))).toEqual({
      removed: ['a'],
    });
  });

  it('what is to come and is said to have been is removed', () => {
    expect(now(...at(-0.9, 0.5), 'SUMMARY:A', 'SEQUENCE:2')).toEqual({ removed: ['a'] });
    expect(now(...at(-900), 'SUMMARY:A', 'SEQUENCE:2')).toEqual({ removed: ['a'] });
  });

  it('what takes place and is not there any more stays in the records; what has ended is not touched', () => {
    const running = read(calendar(event('runs', ...at(-1, 2)), event('over', ...at(-0.9, 0.5)), other));
    expect(said(compared(knownOf(running), read(calendar(other))))).toEqual({ withdrawn: ['runs'] });
    const renamed = read(calendar(event('over', ...at(-0.9, 0.5), 'SUMMARY:Else'), other));
    expect(said(compared(knownOf(running, {}).slice(1), renamed))).toEqual({});
  });

  it('what was gone and is back is another meeting, whatever its SEQUENCE', () => {
    const gone = knownOf(before, { gone: true, sequence: 7 });
    expect(said(compared(gone, before))).toEqual({
      changed: ['a content told revived', 'other content told revived'],
    });
    const ended = knownOf(before, { gone: true, endMs: NOW - HOUR });
    expect(said(compared(ended, read(calendar(event('a', ...at(-0.9, 0.5)), other)))).changed).toEqual([
      'other content told revived',
    ]);
  });

  it('what is moved to the future after its meeting was over is another meeting', () => {
    const over = knownOf(read(calendar(event('a', ...at(-0.9, 0.5)), other)), {
      meeting: { id: 'meeting', status: 'closed' },
    });
    const later = read(calendar(event('a', ...at(3)), other));
    expect(said(compared(over, later))).toEqual({ changed: ['a content told revived'] });
    const renamed = knownOf(before, { meeting: { id: 'meeting', status: 'cancelled' } });
    const title = read(calendar(event('a', ...at(2), 'SUMMARY:B', 'SEQUENCE:1'), other));
    expect(said(compared(renamed, title))).toEqual({ changed: ['a content told'] });
  });

  it('what had ended when it was first read gets its meeting when it is extended', () => {
    const over = knownOf(read(calendar(event('a', ...at(-0.9, 0.5)))), { meeting: null });
    expect(said(compared(over, read(calendar(event('a', ...at(-0.9, 2))))))).toEqual({
      changed: ['a content told revived'],
    });
  });
});

describe('an event that cannot be read', () => {
  const daily = event('daily', 'DTSTART:20260301T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY', 'SEQUENCE:1');
  const moved = (time: string) =>
    event('daily', 'RECURRENCE-ID:20260302T100000Z', `DTSTART:${time}`, 'DURATION:PT1H', 'SEQUENCE:4');

  it('is not removed', () => {
    const before = knownOf(read(calendar(event('a', ...at(2)), other)));
    const now = read(calendar(event('a', 'DTSTART:soon'), other));
    expect(now.problems).toMatchObject([{ code: 'time-unreadable', uid: 'a' }]);
    expect(said(compared(before, now))).toEqual({});
  });

  it('of an override, does not put its instance back to where the master has it', () => {
    const before = knownOf(read(calendar(daily, moved('20260302T120000Z'))));
    expect(said(compared(before, read(calendar(daily, moved('soon')))))).toEqual({});
  });

  it('and an override that is gone does, although its master has a lower SEQUENCE', () => {
    const before = knownOf(read(calendar(daily, moved('20260302T120000Z'))));
    expect(said(compared(before, read(calendar(daily))))).toEqual({ changed: ['daily content told'] });
  });
});

describe('a feed that would wipe a room', () => {
  const before = knownOf(read(calendar(event('a', ...at(2)), event('b', ...at(3)))));
  const elsewhere = event('c', ...at(2), 'LOCATION:elsewhere');
  const twice = (now: RoomReading) => {
    const first = compared(before, now);
    return [said(first), said(compared(before, now, { withheld: first.withheld }))];
  };

  it('because it is empty, says so twice before anything is removed', () => {
    expect(twice(read(calendar()))).toEqual([{ withheld: true }, { removed: ['a', 'b'] }]);
    const one = before.slice(0, 1);
    expect(said(compared(one, read(calendar())))).toEqual({ withheld: true });
  });

  it('because none of its meetings is there any more, too', () => {
    expect(twice(read(calendar(elsewhere)))).toEqual([{ withheld: true }, { removed: ['a', 'b'] }]);
  });

  it('because all of its events are broken, and without their UIDs, too', () => {
    expect(twice(read(calendar('BEGIN:VEVENT\r\nDTSTART:x\r\nEND:VEVENT')))).toEqual([
      { withheld: true },
      { removed: ['a', 'b'] },
    ]);
  });

  it('because it is cut off, keeps what is behind the cut until it says so twice', () => {
    const cut = read(calendar(event('a', ...at(2))).replace('END:VCALENDAR', 'BEGIN:VEVENT'));
    expect(twice(cut)).toEqual([{ withheld: true }, { removed: ['b'] }]);
  });

  it('waits while it does not say the same', () => {
    const first = compared(before, read(calendar()));
    expect(said(compared(before.slice(1), read(calendar()), { withheld: first.withheld }))).toEqual({
      withheld: true,
    });
  });

  it('removes at once what it cancels by name, the last one of other events, and one of several', () => {
    const cancelled = (uid: string) => event(uid, ...at(2), 'STATUS:CANCELLED');
    expect(said(compared(before, read(calendar(cancelled('a'), cancelled('b')))))).toEqual({
      removed: ['a', 'b'],
    });
    expect(said(compared(before.slice(0, 1), read(calendar(elsewhere))))).toEqual({ removed: ['a'] });
    expect(said(compared(before, read(calendar(event('b', ...at(3))))))).toEqual({ removed: ['a'] });
  });

  it('adds and changes meanwhile what it has', () => {
    const now = read(calendar(event('a', ...at(4)), 'BEGIN:VEVENT'));
    expect(said(compared(before, now))).toMatchObject({ changed: ['a content told'], withheld: true });
  });
});

describe('whatever a feed becomes', () => {
  const someEvent = fc.record({
    uid: fc.constantFrom('a', 'b', 'c', 'd'),
    hours: fc.integer({ min: -3, max: 30 }),
    long: fc.integer({ min: 0, max: 3 }),
    title: fc.constantFrom('one', 'two'),
    broken: fc.boolean(),
  });
  const someFeed = fc
    .uniqueArray(someEvent, { selector: ({ uid }) => uid })
    .map((events) =>
      read(
        calendar(
          ...events.map(({ uid, hours, long, title, broken }) =>
            event(uid, ...(broken && hours > 20 ? ['DTSTART:x'] : at(hours, long)), `SUMMARY:${title}`),
          ),
        ),
      ),
    );

  it('no past event is touched, no broken one removed, and what was written has nothing new', () => {
    fc.assert(
      fc.property(someFeed, someFeed, (first, second) => {
        const before = knownOf(first);
        const result = compared(before, second);
        const touched = [...result.changed.map((each) => each.known), ...result.removed, ...result.withdrawn];
        const gone = [...result.removed, ...result.withdrawn];
        expect(gone.filter(({ uid }) => second.broken.has(uid))).toEqual([]);
        expect(gone.filter(({ endMs }) => endMs <= NOW)).toEqual([]);
        expect(new Set(touched).size).toBe(touched.length);
        const after = [
          ...before.flatMap((each) => {
            const change = result.changed.find(({ known: { id } }) => id === each.id);
            return change ? known(change.instance) : { ...each, gone: gone.includes(each) };
          }),
          ...result.added.map((instance) => known(instance)),
        ];
        const again = compared(after, second, { withheld: result.withheld });
        expect({ ...again, removed: [], withdrawn: [] }).toMatchObject({
          added: [],
          changed: [],
          withheld: null,
        });
        if (result.withheld === null) expect([...again.removed, ...again.withdrawn]).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
