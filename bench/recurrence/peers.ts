import ICAL from 'ical.js';
import rrule from 'rrule';
import { DateTime, RRuleSet } from 'rrule-rust';
import { RRuleTemporal } from 'rrule-temporal';
import { vtimezone } from '../../domain/ical/timezone.ts';
import { ZONE } from './cases.ts';
import type { Expander, Opened } from './expander.ts';

/** What libraries keep of earlier answers is switched off: a scheduler asks each window once. */

const asText = (start: string, rule: string): string =>
  `DTSTART${start.endsWith('Z') ? '' : `;TZID=${ZONE}`}:${start}\nRRULE:${rule}`;

class OpenedRrule implements Opened {
  private readonly rule: ReturnType<typeof rrule.rrulestr>;

  constructor(rule: ReturnType<typeof rrule.rrulestr>) {
    this.rule = rule;
  }

  between(from: number, to: number): number[] {
    return this.rule.between(new Date(from), new Date(to - 1), true).map(Number);
  }

  all(): number[] {
    return this.rule.all().map(Number);
  }
}

const rruleJs: Expander = {
  name: 'rrule',
  open: (start, rule) => new OpenedRrule(rrule.rrulestr(asText(start, rule), { cache: false })),
};

class OpenedTemporal implements Opened {
  private readonly rule: RRuleTemporal;

  constructor(rule: RRuleTemporal) {
    this.rule = rule;
  }

  between(from: number, to: number): number[] {
    return this.rule
      .between(new Date(from), new Date(to - 1), true)
      .map(({ epochMilliseconds }) => epochMilliseconds);
  }

  all(): number[] {
    return this.rule.all().map(({ epochMilliseconds }) => epochMilliseconds);
  }
}

const rruleTemporal: Expander = {
  name: 'rrule-temporal',
  open: (start, rule) =>
    new OpenedTemporal(new RRuleTemporal({ rruleString: asText(start, rule), cache: false })),
};

type RustSet = ReturnType<typeof RRuleSet.fromString>;

class OpenedRust implements Opened {
  private readonly set: RustSet;

  constructor(set: RustSet) {
    this.set = set;
    set.cache.disable();
  }

  between(from: number, to: number): number[] {
    return this.set
      .between(DateTime.fromTimestamp(from), DateTime.fromTimestamp(to - 1), true)
      .map((date) => date.toTimestamp());
  }

  all(): number[] {
    return this.set.all().map((date) => date.toTimestamp());
  }
}

const rruleRust: Expander = {
  name: 'rrule-rust',
  open: (start, rule) => new OpenedRust(RRuleSet.fromString(asText(start, rule))),
};

const newYork = new ICAL.Timezone(vtimezone(ZONE, Date.UTC(2025, 0, 1)));

class OpenedRecur implements Opened {
  private readonly recur: ICAL.Recur;
  private readonly dtstart: ICAL.Time;

  constructor(recur: ICAL.Recur, dtstart: ICAL.Time) {
    this.recur = recur;
    this.dtstart = dtstart;
  }

  between(from: number, to: number): number[] {
    const found: number[] = [];
    const iterator = this.recur.iterator(this.dtstart);
    for (let next: ICAL.Time | null = iterator.next(); next; next = iterator.next()) {
      const at = next.toUnixTime() * 1000;
      if (at >= to) break;
      if (at >= from) found.push(at);
    }
    return found;
  }

  all(): number[] {
    return this.between(-Infinity, Infinity);
  }
}

const icalJs: Expander = {
  name: 'ical.js',
  open(start, rule) {
    const dtstart = ICAL.Time.fromString(
      start.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)$/, '$1-$2-$3T$4:$5:$6$7'),
      null,
    );
    if (!start.endsWith('Z')) dtstart.zone = newYork;
    return new OpenedRecur(ICAL.Recur.fromString(rule), dtstart);
  },
};

export const PEERS: Expander[] = [rruleTemporal, rruleRust, rruleJs, icalJs];
