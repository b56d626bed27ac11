import ICAL from 'ical.js';
import { LRUCache } from 'lru-cache';
import type { Instant } from '../time/instant.ts';
import { transitions, type Transition } from '../time/transitions.ts';
import { asRrule, inYear, rulesThatFit, type YearlyRule } from './yearly-rule.ts';
import { openZone, wallMs, type WallMs, type Zone } from '../time/zone.ts';

/** A rule must hold for these years around the event's to be written as one. */
const YEARS_BEFORE = 1;
const YEARS_AFTER = 10;
/** Without a rule, the changes of these years around the event's are written one by one. */
const LISTED_AFTER = 2;
/** Where observances begin, so that dates before the event's year are covered too. */
const FIRST_YEAR = 1970;

/**
 * The VTIMEZONE of an IANA zone (RFC 5545 §3.6.5); null when there is no such zone.
 *
 * - A zone with a yearly rule: one STANDARD and one DAYLIGHT with RRULE, beginning in 1970. Readers that look up a
 *   date before the event find a rule there, and there is no RDATE list to run out.
 * - A zone without changes around the event's year: one STANDARD.
 * - Anything else (Africa/Casablanca follows the moon; others change their law): an observance without a rule for
 *   every change from a year before the event's to two years after it, each with its own DTSTART. That is exact for
 *   those years, which is all that one event needs; a later update of the event carries a newer one.
 *
 * @param aroundMs the event's start
 */
export function vtimezone(zone: string, aroundMs: Instant): ICAL.Component | null {
  const opened = openZone(zone);
  if (!opened) return null;
  const component = new ICAL.Component('vtimezone');
  component.addPropertyWithValue('tzid', zone);
  for (const observance of observancesOf(opened, new Date(aroundMs).getUTCFullYear())) {
    component.addSubcomponent(observanceComponent(opened, observance));
  }
  return component;
}

interface Observance {
  fromMs: number;
  toMs: number;
  daylight: boolean;
  startWall: WallMs;
  rule: YearlyRule | null;
  /** An instant at which it holds; for its name. */
  sampleMs: Instant;
}

/** To find them takes hundreds of questions to Intl, and every message of a year needs the same ones. */
const knownObservances = new LRUCache<string, readonly Observance[]>({ max: 1_000 });

function observancesOf(zone: Zone, year: number): readonly Observance[] {
  const key = `${zone.name}/${year}`;
  const observances = knownObservances.get(key) ?? findObservances(zone, year);
  knownObservances.set(key, observances);
  return observances;
}

function findObservances(zone: Zone, year: number): Observance[] {
  const from = wallMs(year - YEARS_BEFORE, 1, 1);
  const changes = transitions(zone, from, wallMs(year + LISTED_AFTER + 1, 1, 1));
  const [first] = changes;
  if (!first) return [fixed(zone.offsetAt(from), from)];
  return (
    yearlyObservances(zone, changes, year) ?? [
      fixed(first.fromMs, first.atMs - 1),
      ...changes.map((change) => ({
        ...change,
        daylight: change.toMs > change.fromMs,
        startWall: change.atMs + change.fromMs,
        rule: null,
        sampleMs: change.atMs,
      })),
    ]
  );
}

const fixed = (offsetMs: number, sampleMs: Instant): Observance => ({
  fromMs: offsetMs,
  toMs: offsetMs,
  daylight: false,
  startWall: wallMs(FIRST_YEAR, 1, 1),
  rule: null,
  sampleMs,
});

function yearlyObservances(zone: Zone, changes: Transition[], year: number): Observance[] | null {
  const years = YEARS_BEFORE + LISTED_AFTER + 1;
  const ofYear = changes.filter((change) => new Date(change.atMs + change.fromMs).getUTCFullYear() === year);
  if (changes.length !== years * 2 || ofYear.length !== 2) return null;
  const found = ofYear.map((change) => yearlyObservance(zone, change, year));
  return found.every((observance) => observance !== null) ? found : null;
}

function yearlyObservance(zone: Zone, change: Transition, year: number): Observance | null {
  const rule = rulesThatFit(change.atMs + change.fromMs).find((candidate) =>
    holds(zone, candidate, change, year),
  );
  const startWall = rule && inYear(rule, FIRST_YEAR);
  if (!rule || !startWall) return null;
  return { ...change, daylight: change.toMs > change.fromMs, startWall, rule, sampleMs: change.atMs };
}

function holds(zone: Zone, rule: YearlyRule, change: Transition, year: number): boolean {
  for (let other = year - YEARS_BEFORE; other <= year + YEARS_AFTER; other++) {
    const wall = inYear(rule, other);
    if (wall === null) return false;
    const atMs = wall - change.fromMs;
    if (zone.offsetAt(atMs - 1000) !== change.fromMs || zone.offsetAt(atMs) !== change.toMs) return false;
  }
  return true;
}

function observanceComponent(zone: Zone, observance: Observance): ICAL.Component {
  const component = new ICAL.Component(observance.daylight ? 'daylight' : 'standard');
  component.addPropertyWithValue('dtstart', floating(observance.startWall));
  component.addPropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromSeconds(observance.fromMs / 1000));
  component.addPropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromSeconds(observance.toMs / 1000));
  component.addPropertyWithValue('tzname', zone.abbreviationAt(observance.sampleMs));
  if (observance.rule) {
    component.addPropertyWithValue('rrule', ICAL.Recur.fromString(asRrule(observance.rule)));
  }
  return component;
}

/** A DATE-TIME without a zone, from a wall time. */
export function floating(wall: WallMs): ICAL.Time {
  const time = ICAL.Time.fromJSDate(new Date(wall), true);
  time.zone = ICAL.Timezone.localTimezone;
  return time;
}
