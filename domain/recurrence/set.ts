import type { Clock, WallMs } from '../time/zone.ts';
import type { Instant } from '../time/instant.ts';
import type { EventDuration, EventTime } from './event-time.ts';
import type { RecurrenceRule } from './rule.ts';
import type { RuleWalls } from './rule-walls.ts';
import type { Work } from './work.ts';

/** What an event says about when it is. */
export interface RecurrenceInput<E = unknown> {
  /** Null: only overrides are there. */
  master: MasterInput | null;
  overrides: readonly OverrideInput<E>[];
}

export interface MasterInput {
  start: EventTime;
  duration: EventDuration;
  rules: readonly RecurrenceRule[];
  exRules: readonly RecurrenceRule[];
  /** A PERIOD has a duration of its own. */
  dates: readonly { start: EventTime; duration: EventDuration | null }[];
  exDates: readonly EventTime[];
}

/** An instance that differs (RFC 5545 §3.8.4.4). */
export interface OverrideInput<E = unknown> {
  recurrenceId: EventTime;
  /** RANGE=THISANDFUTURE: all later instances are shifted alike and last as long. */
  thisAndFuture: boolean;
  /** There is no such instance any more. */
  cancelled: boolean;
  start: EventTime;
  duration: EventDuration;
  /** Given back with each instance that it changes. */
  event: E;
}

/** A set whose rules are worked out once, and which is asked for windows then. See `recurrenceSet`. */
export interface RecurrenceSet<E = unknown> {
  /** Local times are resolved by it. */
  clock: Clock;
  allDay: boolean;
  /** Whether it has more than DTSTART. */
  recurs: boolean;
  rules: readonly RuleWalls[];
  exRules: readonly RuleWalls[];
  /** Single dates, in order: RDATE, and DTSTART where no rule names it. */
  dates: readonly SetDate[];
  exIds: ReadonlySet<Instant>;
  /** Local days, counted from 1970, of which every instance is left out. */
  exDays: ReadonlySet<number>;
  /** Whether anything is left out, by what stands above or because it is replaced. */
  leavesOut: boolean;
  /** In order and without gaps; more than one with THISANDFUTURE. */
  stretches: readonly Stretch<E>[];
  /** RECURRENCE-IDs with an override of their own. */
  replaced: ReadonlySet<Instant>;
  overrides: readonly Instance<E>[];
  /** What it may still cost to ask for windows. */
  work: Work;
}

export interface SetDate {
  wall: WallMs;
  id: Instant;
  duration: EventDuration | null;
}

/** Instances that are changed alike: those with a RECURRENCE-ID from the one to the other. */
export interface Stretch<E> {
  fromId: Instant;
  untilId: Instant;
  /** Milliseconds on the wall. */
  shift: number;
  duration: EventDuration;
  override: E | null;
}

/** One meeting of a series. */
export interface Instance<E = unknown> {
  /** Its start by the rule, whereto ever it was moved: what tells it from the others (RFC 5545 §3.8.4.4). */
  recurrenceId: Instant;
  startMs: Instant;
  endMs: Instant;
  /** The `event` of the override that changed it; null: it is as the master says. */
  override: E | null;
}
