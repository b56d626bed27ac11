import { openZone, type Clock, UTC_CLOCK } from '../../domain/time/zone.ts';
import { recurrenceSet } from '../../domain/recurrence/build-set.ts';
import { firstInstances, instancesBetween } from '../../domain/recurrence/instances.ts';
import { parseRule } from '../../domain/recurrence/parse-rule.ts';
import { ZONE } from './cases.ts';
import { wallOfStart, type Expander } from './expander.ts';

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
    return {
      between: (from, to) => instancesBetween(set, from, to).instances.map(({ startMs }) => startMs),
      all: () => firstInstances(set, 10_000).instances.map(({ startMs }) => startMs),
    };
  },
};
