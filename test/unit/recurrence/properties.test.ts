import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transitions } from '../../../domain/time/transitions.ts';
import { wallAt } from '../../../domain/time/zone.ts';
import { firstInstances, instancesBetween } from '../../../domain/recurrence/instances.ts';
import type { Instance, RecurrenceSet } from '../../../domain/recurrence/set.ts';
import { randomRule, seeded } from './random-rules.ts';
import { DAY, HOUR, series, time, zone } from './support.ts';

const A_THOUSAND_YEARS = 365_242 * DAY;

/** A set of a random rule, with a length, dates and overrides. */
const anySet = fc
  .record({
    seed: fc.integer(),
    hours: fc.constantFrom(0, 1, 30),
    days: fc.constantFrom(0, 0, 1, 3),
    excluded: fc.boolean(),
    moved: fc.boolean(),
    shifted: fc.boolean(),
  })
  .map(({ seed, hours, days, excluded, moved, shifted }) => {
    const random = seeded(seed);
    const drawn = randomRule(random);
    // Of more than a few instances a day a year would be too many for this test.
    const rule = drawn.rule.replace(/FREQ=(MINUTELY|SECONDLY)/, 'FREQ=HOURLY');
    const clock = zone(drawn.zone);
    const start = time(drawn.start.slice(0, 16), clock);
    const plain = firstInstances(series(start, { rules: [rule] }), 6).instances;
    const enough = plain.length === 6;
    const at = (index: number) => plain[Math.min(index, plain.length - 1)]?.startMs ?? 0;
    const utc = (ms: number) => time(new Date(ms).toISOString().replace('.000', ''));
    const override = (index: number, byMs: number, thisAndFuture: boolean) => ({
      recurrenceId: utc(at(index)),
      thisAndFuture,
      cancelled: false,
      start: utc(at(index) + byMs),
      duration: { days: 0, ms: 2 * HOUR },
      event: `${index}`,
    });
    const set = series(start, {
      rules: [rule],
      durationMs: hours * HOUR,
      durationDays: days,
      dates: [{ start: utc(at(1) + HOUR / 2), duration: { days: 0, ms: 5 * HOUR } }],
      exDates: excluded ? [utc(at(2))] : [],
      overrides: [
        ...(moved && enough ? [override(3, 400 * DAY, false)] : []),
        ...(shifted && enough ? [override(4, 3 * HOUR, true)] : []),
      ],
    });
    return { set, from: at(0), rule: `${drawn.start} ${drawn.zone} ${rule}` };
  });

const CHANGES = [
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Antarctica/Troll',
  'Africa/Casablanca',
  'Asia/Pyongyang',
].flatMap((name) =>
  transitions(zone(name), Date.UTC(2010, 0, 1), Date.UTC(2027, 0, 1)).map(({ atMs }) => ({ name, atMs })),
);

/**
 * A set with instances every hour or more often around a change of its clock. Those that are shifted, or last a day by
 * the calendar, are once a day, so that a gap moves none onto another: which of the two counts then is nowhere said.
 */
const atChange = fc
  .record({
    change: fc.constantFrom(...CHANGES),
    often: fc.subarray(['FREQ=HOURLY', 'FREQ=MINUTELY;INTERVAL=15', 'FREQ=DAILY;BYHOUR=0,1,2,3'], {
      minLength: 1,
    }),
    hours: fc.constantFrom(0, 1, 30),
    lastsDay: fc.boolean(),
    shiftHours: fc.constantFrom(0, 1.5, -26),
    hourOfDay: fc.nat({ max: 3 }),
  })
  .map(({ change, hours, often, lastsDay, shiftHours, hourOfDay }) => {
    if (change.name === 'Pacific/Apia' || (!lastsDay && shiftHours === 0))
      return { change, hours, rules: often, days: 0, shiftHours: 0 };
    const rules = [`FREQ=DAILY;BYHOUR=${hourOfDay};BYMINUTE=20`];
    return { change, hours, rules, days: lastsDay ? 1 : 0, shiftHours };
  })
  .map(({ change: { name, atMs }, rules, hours, days, shiftHours }) => {
    const clock = zone(name);
    const shiftedAt = wallAt(clock, atMs - DAY);
    const set = series(
      { wall: wallAt(clock, atMs - 5 * DAY), clock, allDay: false },
      {
        rules,
        durationMs: hours * HOUR,
        durationDays: days,
        overrides:
          shiftHours === 0
            ? []
            : [
                {
                  recurrenceId: { wall: shiftedAt, clock, allDay: false },
                  thisAndFuture: true,
                  cancelled: false,
                  start: { wall: shiftedAt + shiftHours * HOUR, clock, allDay: false },
                  duration: { days, ms: hours * HOUR },
                  event: 'shifted',
                },
              ],
      },
    );
    return { set, change: atMs, rule: `${name} ${new Date(atMs).toISOString()} ${rules.join(' ')}` };
  });

const isWithin = ({ startMs, endMs }: Instance, from: number, to: number) =>
  startMs < to && (endMs > from || (startMs === endMs && startMs >= from));

const MANY = 20_000;
const key = ({ recurrenceId, startMs, endMs, override }: Instance) =>
  `${recurrenceId} ${startMs} ${endMs} ${String(override)}`;
const between = (set: RecurrenceSet, from: number, to: number) =>
  instancesBetween(set, from, to, { limit: MANY }).instances.map(key);

describe('of any set', () => {
  it('a window is the whole set, cut', () => {
    fc.assert(
      fc.property(
        anySet,
        fc.nat({ max: 900 }),
        fc.integer({ min: 1, max: 90 }),
        ({ set, from }, skip, days) => {
          const begin = from - 30 * DAY + skip * DAY;
          const whole = firstInstances(set, MANY);
          fc.pre(whole.complete || (whole.instances.at(-1)?.startMs ?? 0) > begin + days * DAY + 500 * DAY);
          const cut = whole.instances.filter((instance) => isWithin(instance, begin, begin + days * DAY));
          expect(between(set, begin, begin + days * DAY)).toEqual(cut.map(key));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('a window at a change of the clock is a longer one, cut', () => {
    fc.assert(
      fc.property(atChange, fc.integer({ min: -60, max: 60 }), fc.nat({ max: 60 }), (any, skip, size) => {
        const { set, change, rule } = any;
        const begin = change + (skip * HOUR) / 2;
        const end = begin + (size * HOUR) / 2;
        const around = instancesBetween(set, change - 8 * DAY, change + 8 * DAY, { limit: MANY }).instances;
        const cut = around.filter((instance) => isWithin(instance, begin, end));
        expect([rule, ...between(set, begin, end)]).toEqual([rule, ...cut.map(key)]);
        const starts = around.map(({ startMs }) => startMs);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      { numRuns: 1_000 },
    );
  });

  it('windows beside each other are what one over both is', () => {
    fc.assert(
      fc.property(
        anySet,
        fc.nat({ max: 5_000 }),
        fc.nat({ max: 40 * 24 }),
        fc.nat({ max: 40 * 24 }),
        (any, skip, one, other) => {
          const begin = any.from + skip * DAY;
          const [middle, end] = [begin + one * HOUR, begin + (one + other) * HOUR];
          const both = [...between(any.set, begin, middle), ...between(any.set, middle, end)];
          expect(new Set(both)).toEqual(new Set(between(any.set, begin, end)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('instances are in order, each once, and no more than were asked for', () => {
    fc.assert(
      fc.property(anySet, fc.integer({ min: 1, max: 50 }), ({ set }, limit) => {
        const { instances, complete } = firstInstances(set, limit);
        expect(instances.length).toBeLessThanOrEqual(limit);
        if (!complete) expect(instances).toHaveLength(limit);
        expect(new Set(instances.map(({ recurrenceId }) => recurrenceId)).size).toBe(instances.length);
        for (const [index, { startMs }] of instances.slice(1).entries())
          expect(startMs).toBeGreaterThanOrEqual(instances[index]!.startMs);
      }),
      { numRuns: 200 },
    );
  });

  it('the last of COUNT is the one that walking counts to', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 3_000 }), (seed, count) => {
        const drawn = randomRule(seeded(seed));
        const endless = drawn.rule
          .replace(/;(COUNT|UNTIL)=\w+/, '')
          .replace(/FREQ=(MINUTELY|SECONDLY)/, 'FREQ=HOURLY');
        const start = time(drawn.start.slice(0, 16), zone('UTC'));
        const walked = firstInstances(series(start, { rules: [endless] }), count).instances;
        // Counting steps below a day ends after a thousand years (domain/recurrence/count.ts); walking goes on.
        const isCountedOn =
          !endless.includes('FREQ=HOURLY') || (walked.at(-1)?.startMs ?? 0) < start.wall + A_THOUSAND_YEARS;
        fc.pre(isCountedOn);
        const counted = series(start, { rules: [`${endless};COUNT=${count}`] });
        const [last] = walked.slice(-1);
        expect(firstInstances(counted, MANY).instances.map(key)).toEqual(walked.map(key));
        if (last) expect(between(counted, last.startMs, last.startMs + 50_000 * DAY)).toEqual([key(last)]);
      }),
      { numRuns: 100 },
    );
  });

  it('a count of steps that no cycle of days has ends after a thousand years', () => {
    const start = time('1999-07-20T10:30:00', zone('UTC'));
    const rule = 'FREQ=HOURLY;INTERVAL=45;BYYEARDAY=-299,57,129,155;BYDAY=TH';
    const walked = firstInstances(series(start, { rules: [rule] }), 400).instances.map(key);
    const counted = firstInstances(series(start, { rules: [`${rule};COUNT=400`] }), MANY).instances;
    expect(counted.map(key)).toEqual(walked.slice(0, counted.length));
    expect(counted.length).toBeLessThan(400);
    expect(counted.at(-1)?.startMs).toBeGreaterThan(start.wall + A_THOUSAND_YEARS);
  });
});
