import { transitions } from '../../../domain/time/transitions.ts';
import type { Comparison } from './comparisons.ts';
import type { Peer } from './peers.ts';
import { DAY, shown, zone } from './support.ts';

interface NotAsked {
  peer: Peer['name'];
  reason: string;
  covers(compared: Comparison): boolean;
}

interface Explained {
  peers: Peer['name'][];
  reason: string;
  /**
   * @param theirs none when they threw
   * @param thrown its message; empty when they did not
   */
  explains(compared: Comparison, theirs: readonly number[], thrown: string): boolean;
}

const has = (rule: string, pattern: RegExp): boolean => pattern.test(rule);
const SUB_DAILY = /FREQ=(HOURLY|MINUTELY|SECONDLY)/;

/** What libraries are not asked, since they would not answer, or not what was asked. */
export const NOT_ASKED: NotAsked[] = [
  {
    peer: 'ical.js',
    reason:
      'It loses the phase of an INTERVAL below a day where a larger part limits it, or walks for seconds.',
    covers: ({ rule }) => has(rule, SUB_DAILY) && has(rule, /BY/),
  },
  {
    peer: 'ical.js',
    reason:
      'Of a list of BYHOUR, BYMINUTE or BYSECOND it takes one, unless the rule goes by that unit or the next.',
    covers: ({ rule }) => has(rule, /BY(HOUR|MINUTE|SECOND)=\d+,/),
  },
  {
    peer: 'ical.js',
    reason: 'It has no negative BYMONTHDAY for FREQ=DAILY, and looks for one without end.',
    covers: ({ rule }) => has(rule, /FREQ=DAILY.*BYMONTHDAY=[^;]*-/),
  },
  {
    peer: 'ical.js',
    reason: 'BYSETPOS picks for it only among days that a BYDAY of FREQ=MONTHLY names.',
    covers: ({ rule }) => has(rule, /BYSETPOS/),
  },
  {
    peer: 'ical.js',
    reason:
      'In FREQ=YEARLY it takes BYWEEKNO, BYYEARDAY, BYMONTHDAY and BYDAY one by one; they limit each other.',
    covers: ({ rule }) => has(rule, /FREQ=YEARLY.*BY(WEEKNO|YEARDAY|DAY|MONTHDAY)/),
  },
  {
    peer: 'ical.js',
    reason:
      'In FREQ=MONTHLY it gives some days twice, or leaves some out, where there is more than one part for days.',
    covers: ({ rule }) => has(rule, /FREQ=MONTHLY.*(BYMONTH=|BYDAY=[^;]*[,\d]|BYMONTHDAY=.*BYDAY)/),
  },
  {
    peer: 'ical.js',
    reason:
      'A DTSTART that the rule does not name it keeps where only days differ, and else moves within its day.',
    covers: ({ rule, beside }) => beside && has(rule, /BY(MONTH|HOUR|MINUTE|SECOND)=/),
  },
  {
    peer: 'rrule',
    reason: 'Steps of minutes and seconds that larger parts limit it may look for without end.',
    covers: ({ rule }) => has(rule, /FREQ=(MINUTELY|SECONDLY)/) && has(rule, /BY/),
  },
];

/**
 * Where another library gives other instances, and why. That DTSTART is the first instance and the first of COUNT, also
 * where the rule does not name it (RFC 5545 §3.8.5.3, §3.3.10), and that none of them begins with it, is taken into
 * account before.
 */
export const EXPLAINED: Explained[] = [
  {
    peers: ['rrule'],
    reason:
      'It gives an instance once for each position of BYSETPOS that means it, and for a position that a period is too ' +
      'small for it gives another one.',
    explains: ({ rule }) => has(rule, /BYSETPOS=([^;]*,|-)/),
  },
  {
    peers: ['rrule', 'rrule-rust'],
    reason:
      'In the first week BYSETPOS counts for them from DTSTART on; each set is of the whole interval here.',
    explains: ({ rule }) => has(rule, /FREQ=WEEKLY.*BYSETPOS/),
  },
  {
    peers: ['rrule', 'rrule-rust', 'rrule-temporal'],
    reason:
      'BYWEEKNO without a day means the weekday of DTSTART, as "information missing from the rule is taken from ' +
      'DTSTART" (RFC 5545 §3.3.10); to them it is the whole week.',
    explains: ({ rule }, theirs) =>
      has(rule, /BYWEEKNO/) && !has(rule, /BY(DAY|MONTHDAY|YEARDAY)/) && theirs.length > 0,
  },
  {
    peers: ['rrule', 'rrule-rust', 'rrule-temporal'],
    reason:
      'The last days of December may be of the first week of the next year, which is also its 52nd or 53rd from the ' +
      'end; as that they do not know it.',
    explains: ({ rule }) => has(rule, /BYWEEKNO=[^;]*-5[123]/),
  },
  {
    peers: ['rrule', 'rrule-rust'],
    reason:
      'Of the first days of January they do not know for sure whether they are of the 52nd or the 53rd week of the ' +
      'year before: 1 January 2011 was of the 52nd.',
    explains: ({ rule }) => has(rule, /BYWEEKNO=[^;]*5[123]/),
  },
  {
    peers: ['rrule-rust', 'rrule-temporal'],
    reason:
      'A DTSTART in a gap they move behind it, with all that follows; here only the one instance is moved.',
    explains: ({ start, zone: name, from }) => !`${start}:00`.startsWith(shown(zone(name), from)),
  },
  {
    peers: ['rrule-rust'],
    reason: 'Two local times that a gap makes one instant it gives twice; a recurrence set has each once.',
    explains: ({ ours }, theirs) => {
      const each = [...new Set(theirs)];
      return each.length < theirs.length && each.every((at) => ours.includes(at));
    },
  },
  {
    peers: ['rrule-rust'],
    reason: 'It refuses an UNTIL before DTSTART; there are no instances then.',
    explains: ({ ours }, _theirs, thrown) => ours.length === 0 && has(thrown, /UNTIL/),
  },
  {
    peers: ['rrule-rust'],
    reason:
      'It loses the phase of an INTERVAL below a day where a larger part limits it, and begins anew with each minute ' +
      'or hour.',
    explains: ({ rule }) =>
      has(rule, /FREQ=(SECONDLY|MINUTELY);INTERVAL=([2-9]|\d\d)/) && has(rule, /BY(HOUR|MINUTE)/),
  },
  {
    peers: ['rrule-rust'],
    reason: 'Steps of minutes and seconds that larger parts limit it gives up to look for.',
    explains: ({ rule, ours }, theirs) =>
      has(rule, /FREQ=(MINUTELY|SECONDLY).*BY/) &&
      theirs.length < ours.length &&
      theirs.every((at) => ours.includes(at)),
  },
  {
    peers: ['rrule-rust'],
    reason:
      'It refuses a fifth weekday from the end of a month and a 53rd from the end of a year, which there are.',
    explains: ({ rule }, _theirs, thrown) => has(rule, /BYDAY=[^;]*-5/) && has(thrown, /BYDAY/),
  },
  {
    peers: ['rrule-temporal'],
    reason:
      'A local time that a gap leaves out is interpreted with the offset from before it here, as an explicit DATE-TIME ' +
      '(RFC 5545 §3.3.10 by way of §3.3.5); it ignores it, by another sentence of the same section.',
    explains({ ours, zone: name }, theirs) {
      const clock = zone(name);
      return ours
        .filter((at) => !theirs.includes(at))
        .every((at) =>
          transitions(clock, at - DAY / 8, at + DAY / 8).some(({ fromMs, toMs }) => toMs > fromMs),
        );
    },
  },
  {
    peers: ['rrule-temporal'],
    reason:
      'Steps below a day are of elapsed time to it; here they are of local time, as all BY parts are, so that they ' +
      'differ once the clock was changed.',
    explains({ rule, ours, zone: name, from }, theirs) {
      const index = ours.findIndex((at, each) => at !== theirs[each]);
      const first = Math.max(ours[index] ?? 0, theirs[index] ?? 0);
      return has(rule, SUB_DAILY) && transitions(zone(name), from - 2 * DAY, first + DAY).length > 0;
    },
  },
  {
    peers: ['rrule-temporal'],
    reason: 'With BYWEEKNO, and with a numbered BYDAY of the year, it does not look at BYMONTHDAY.',
    explains: ({ rule }, theirs) =>
      has(rule, /BYWEEKNO=|FREQ=YEARLY.*BYDAY=[^;]*\d/) && has(rule, /BYMONTHDAY/) && theirs.length > 0,
  },
  {
    peers: ['rrule-temporal'],
    reason: 'With BYYEARDAY it does not look at BYDAY and BYMONTHDAY.',
    explains: ({ rule }) => has(rule, /BYYEARDAY/) && has(rule, /BYDAY|BYMONTHDAY/),
  },
  {
    peers: ['rrule-temporal'],
    reason:
      'The days of a week that reaches into the next year, or the last, belong for it to the year of the week; here, ' +
      'and for rrule, to the year that they are in. That is seen with INTERVAL and BYSETPOS.',
    explains: ({ rule }) => has(rule, /BYWEEKNO/) && has(rule, /INTERVAL|BYSETPOS|BYWEEKNO=[^;]*5[23]/),
  },
];
