import { openZone, type Clock, UTC_CLOCK } from '../../domain/time/zone.ts';
import { recurrenceSet } from '../../domain/recurrence/build-set.ts';
import { firstInstances, instancesBetween } from '../../domain/recurrence/instances.ts';
import { parseRule } from '../../domain/recurrence/parse-rule.ts';
import type { RecurrenceSet } from '../../domain/recurrence/set.ts';
import { ZONE } from './cases.ts';
import { wallOfStart, type Expander, type Opened } from './expander.ts';

class OpenedSet implements Opened {
  private readonly set: RecurrenceSet;

  constructor(set: RecurrenceSet) {
    this.set = set;
  }

  between(from: number, to: number): number[] {
    return instancesBetween(this.set, from, to).instances.map(({ startMs }) => startMs);
  }

  all(): number[] {
    return firstInstances(this.set, 10_000).instances.map(({ startMs }) => startMs);
  }
}

export const parley: Expander = {
  name: 'parley',
  open(start, ruleText) {
    const rule = parseRule(ruleText);
    if (typeof rule === 'string') throw new Error(rule);
    const clock = start.endsWith('Z') ? UTC_CLOCK : (openZone(ZONE) as Clock);
    const set = recurrenceSet({
      master: {
        start: { wall: wallOfStart(start), clock, allDay: false },
        duration: { days: 0, ms: 0 },
        rules: [rule],
        exRules: [],
        dates: [],
        exDates: [],
      },
      overrides: [],
    });
    return new OpenedSet(set);
  },
};
