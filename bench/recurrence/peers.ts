import ICAL from 'ical.js';
import rrule from 'rrule';
import { DateTime, RRuleSet } from 'rrule-rust';
import { RRuleTemporal } from 'rrule-temporal';
import { vtimezone } from '../../domain/ical/timezone.ts';
import { ZONE } from './cases.ts';
import type { Expander } from './expander.ts';

/** What libraries keep of earlier answers is switched off: a scheduler asks each window once. */

const asText = (start: string, rule: string): string =>
  `DTSTART${start.endsWith('Z') ? '' : `;TZID=${ZONE}`}:${start}\nRRULE:${rule}`;

const rruleJs: Expander = {
  name: 'rrule',
  open(start, rule) {
    const opened = rrule.rrulestr(asText(start, rule), { cache: false });
    return {
      between: (from, to) => opened.between(new Date(from), new Date(to - 1), true).map(Number),
      all: () => opened.all().map(Number),
    };
  },
};

const rruleTemporal: Expander = {
  name: 'rrule-temporal',
  open(start, rule) {
    const opened = new RRuleTemporal({ rruleString: asText(start, rule), cache: false });
    return {
      between: (from, to) =>
        opened.between(new Date(from), new Date(to - 1), true).map((date) => date.epochMilliseconds),
      all: () => opened.all().map((date) => date.epochMilliseconds),
    };
  },
};

const rruleRust: Expander = {
  name: 'rrule-rust',
  open(start, rule) {
    const opened = RRuleSet.fromString(asText(start, rule));
    opened.cache.disable();
    return {
      between: (from, to) =>
        opened
          .between(DateTime.fromTimestamp(from), DateTime.fromTimestamp(to - 1), true)
          .map((date) => date.toTimestamp()),
      all: () => opened.all().map((date) => date.toTimestamp()),
    };
  },
};

const newYork = new ICAL.Timezone(vtimezone(ZONE, Date.UTC(2025, 0, 1)));

const icalJs: Expander = {
  name: 'ical.js',
  open(start, rule) {
    const dtstart = ICAL.Time.fromString(
      start.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)$/, '$1-$2-$3T$4:$5:$6$7'),
      null,
    );
    if (!start.endsWith('Z')) dtstart.zone = newYork;
    const recur = ICAL.Recur.fromString(rule);
    const walk = (from: number, to: number) => {
      const found: number[] = [];
      const iterator = recur.iterator(dtstart);
      for (let next: ICAL.Time | null = iterator.next(); next; next = iterator.next()) {
        const at = next.toUnixTime() * 1000;
        if (at >= to) break;
        if (at >= from) found.push(at);
      }
      return found;
    };
    return { between: walk, all: () => walk(-Infinity, Infinity) };
  },
};

export const PEERS: Expander[] = [rruleTemporal, rruleRust, rruleJs, icalJs];
