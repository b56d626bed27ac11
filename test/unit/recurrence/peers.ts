import ICAL from 'ical.js';
import * as rruleModule from 'rrule';
import { DateTime, RRuleSet } from 'rrule-rust';
import { RRuleTemporal } from 'rrule-temporal';

/** Another library: the starts from the one instant to the other, both inclusive. */
export interface Peer {
  name: 'rrule' | 'ical.js' | 'rrule-rust' | 'rrule-temporal';
  /** Of zones it knows none that could be compared; it is asked in UTC. */
  utcOnly: boolean;
  /** @param start a local time of `zone` */
  between(start: string, zone: string, rule: string, from: number, to: number): number[];
}

const asText = (start: string, zone: string, rule: string): string => {
  const compact = start.replace(/[-:]/g, '');
  const dtstart = zone === 'UTC' ? `DTSTART:${compact}Z` : `DTSTART;TZID=${zone}:${compact}`;
  return `${dtstart}\nRRULE:${rule}`;
};

/** It is CommonJS, which test runner and Node import in different ways. */
const { rrulestr } =
  'rrulestr' in rruleModule ? rruleModule : (rruleModule as { default: typeof rruleModule }).default;

export const PEERS: Peer[] = [
  {
    name: 'rrule',
    utcOnly: true,
    between: (start, zone, rule, from, to) =>
      rrulestr(asText(start, zone, rule), { cache: false })
        .between(new Date(from), new Date(to), true)
        .map(Number),
  },
  {
    name: 'ical.js',
    utcOnly: true,
    between(start, _zone, rule, from, to) {
      const dtstart = ICAL.Time.fromString(`${start}Z`, null);
      const iterator = ICAL.Recur.fromString(rule).iterator(dtstart);
      const found: number[] = [];
      for (let next: ICAL.Time | null = iterator.next(); next; next = iterator.next()) {
        const at = next.toUnixTime() * 1000;
        if (at > to) break;
        if (at >= from) found.push(at);
      }
      return found;
    },
  },
  {
    name: 'rrule-rust',
    utcOnly: false,
    between(start, zone, rule, from, to) {
      const set = RRuleSet.fromString(asText(start, zone, rule));
      return set
        .between(DateTime.fromTimestamp(from), DateTime.fromTimestamp(to), true)
        .map((date) => date.toTimestamp());
    },
  },
  {
    name: 'rrule-temporal',
    utcOnly: false,
    between: (start, zone, rule, from, to) =>
      new RRuleTemporal({ rruleString: asText(start, zone, rule) })
        .between(new Date(from), new Date(to), true)
        .map((date) => date.epochMilliseconds),
  },
];
