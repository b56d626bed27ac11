import ICAL from 'ical.js';
import type { Instant } from '../time/instant.ts';
import { inYear, WEEKDAYS, type Weekday, type YearlyRule } from './yearly-rule.ts';
import { wallMs, type WallMs } from '../time/zone.ts';

/** When a VTIMEZONE's observance takes effect. */
interface Observance {
  /** Offsets before and after, in milliseconds to add to UTC. */
  fromMs: number;
  toMs: number;
  startWall: WallMs;
  rule: YearlyRule | null;
  /** The rule's last instant. */
  untilMs: Instant;
  extraWalls: WallMs[];
}

/** What a VTIMEZONE says, so that a local time can be resolved by it. */
export type ZoneRules = Observance[];

const MOST_OBSERVANCES = 200;
const MOST_RDATES = 500;

/**
 * Reads the rules of a VTIMEZONE; null when it has none or has one that is not of the yearly kind that time zones
 * use. They are worked out here and not by expanding RRULEs: a hostile `FREQ=SECONDLY` since 1601 costs nothing,
 * and there is no last year.
 */
export function zoneRules(vtimezone: ICAL.Component): ZoneRules | null {
  const components = [
    ...vtimezone.getAllSubcomponents('standard'),
    ...vtimezone.getAllSubcomponents('daylight'),
  ];
  if (components.length === 0 || components.length > MOST_OBSERVANCES) return null;
  const rules = components.map(readObservance);
  return rules.every((rule) => rule !== null) ? rules : null;
}

function readObservance(component: ICAL.Component): Observance | null {
  const start = component.getFirstPropertyValue('dtstart');
  const from = component.getFirstPropertyValue('tzoffsetfrom');
  const to = component.getFirstPropertyValue('tzoffsetto');
  if (!(start instanceof ICAL.Time && from instanceof ICAL.UtcOffset && to instanceof ICAL.UtcOffset))
    return null;
  const recur = component.getFirstPropertyValue('rrule');
  const startWall = wallOf(start);
  const rule = recur instanceof ICAL.Recur ? yearlyRule(recur, startWall) : null;
  if (recur !== null && rule === null) return null;
  const dates = component.getAllProperties('rdate').flatMap((property) => property.getValues() as unknown[]);
  if (dates.length > MOST_RDATES) return null;
  const until = recur instanceof ICAL.Recur ? recur.until : null;
  return {
    fromMs: from.toSeconds() * 1000,
    toMs: to.toSeconds() * 1000,
    startWall,
    rule,
    untilMs: until ? wallOf(until) : Number.POSITIVE_INFINITY,
    extraWalls: dates.filter((date) => date instanceof ICAL.Time).map(wallOf),
  };
}

/** The fields of an ical.js time, whatever its zone. */
export const wallOf = (time: ICAL.Time): WallMs =>
  wallMs(time.year, time.month, time.day, time.hour, time.minute, time.second);

function yearlyRule(recur: ICAL.Recur, startWall: WallMs): YearlyRule | null {
  const parts = recur.parts as Record<string, (string | number)[] | undefined>;
  const start = new Date(startWall);
  const known = ['BYMONTH', 'BYDAY', 'BYMONTHDAY'];
  if (recur.freq !== 'YEARLY' || recur.interval !== 1 || recur.count) return null;
  if (Object.keys(parts).some((part) => !known.includes(part))) return null;
  const months = parts.BYMONTH ?? [start.getUTCMonth() + 1];
  const day = dayRule(parts.BYDAY, parts.BYMONTHDAY, start.getUTCDate());
  if (months.length !== 1 || day === null) return null;
  return { month: Number(months[0]), day, timeMs: startWall - midnight(start) };
}

const midnight = (date: Date): WallMs =>
  wallMs(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());

function dayRule(
  byDay: (string | number)[] | undefined,
  byMonthDay: (string | number)[] | undefined,
  startDay: number,
): YearlyRule['day'] | null {
  const days = (byMonthDay ?? []).map(Number).sort((a, b) => a - b);
  if (!byDay) {
    if (days.length > 1) return null;
    return { kind: 'date', day: days[0] ?? startDay };
  }
  const [, nth, name] = /^([+-]?\d)?([A-Z]{2})$/.exec(String(byDay[0])) ?? [];
  const weekday = WEEKDAYS.findIndex((known) => known === name) as Weekday | -1;
  if (byDay.length !== 1 || weekday === -1) return null;
  if (nth !== undefined && days.length === 0) return { kind: 'nth', weekday, nth: Number(nth) };
  const [first = 0] = days;
  const sevenInARow = days.length === 7 && days.every((day, index) => day === first + index) && first > 0;
  return nth === undefined && sevenInARow ? { kind: 'within', weekday, first } : null;
}

/**
 * The wall times for which the rules tell both seasons: from their first onset to their last, which is Infinity where two
 * rules that go on lead to different offsets. Null: they know one season only, as of a program that left the other out.
 */
export function spanOfRules(rules: ZoneRules): { from: WallMs; until: WallMs } | null {
  if (new Set(rules.map(({ toMs }) => toMs)).size < 2) return null;
  const goingOn = rules.filter(({ rule, untilMs }) => rule !== null && untilMs === Number.POSITIVE_INFINITY);
  const ends = rules.map(({ rule, untilMs, startWall, extraWalls }) => {
    const listed = extraWalls.reduce((last, wall) => Math.max(last, wall), startWall);
    return rule === null || untilMs === Number.POSITIVE_INFINITY ? listed : Math.max(listed, untilMs);
  });
  return {
    from: rules.reduce((first, { startWall }) => Math.min(first, startWall), Number.POSITIVE_INFINITY),
    until: new Set(goingOn.map(({ toMs }) => toMs)).size > 1 ? Number.POSITIVE_INFINITY : Math.max(...ends),
  };
}

/** The instant of a wall time by a VTIMEZONE's rules. */
export function instantByRules(rules: ZoneRules, wall: WallMs): Instant {
  const latest = rules
    .map((rule) => ({ rule, onset: onsetBefore(rule, wall) }))
    .filter(({ onset }) => onset !== null)
    .reduce<{ rule: Observance; onset: WallMs | null } | null>(
      (best, next) => (best && (best.onset ?? 0) >= (next.onset ?? 0) ? best : next),
      null,
    );
  if (latest) {
    const { fromMs, toMs } = latest.rule;
    // In the hour that a clock skips, the offset from before the gap counts (RFC 5545 §3.3.5).
    return wall - (wall < (latest.onset ?? 0) + (toMs - fromMs) ? fromMs : toMs);
  }
  const earliest = rules.reduce((first, next) => (next.startWall < first.startWall ? next : first));
  return wall - earliest.fromMs;
}

/**
 * The last onset that a clock on the wall has passed at `wall`. At the end of summer time an hour is shown twice, and
 * means the first time (RFC 5545 §3.3.5): the change back counts from the wall time that follows both.
 */
function onsetBefore(rule: Observance, wall: WallMs): WallMs | null {
  const year = new Date(wall).getUTCFullYear();
  const yearly = rule.rule ? [year - 1, year].map((each) => inYear(rule.rule as YearlyRule, each)) : [];
  const onsets = [rule.startWall, ...rule.extraWalls, ...yearly].filter(
    (onset): onset is WallMs =>
      onset !== null && onset >= rule.startWall && onset - rule.fromMs <= rule.untilMs && onset <= wall,
  );
  return onsets.length === 0 ? null : Math.max(...onsets);
}
