import { recurrenceSet } from '../recurrence/build-set.ts';
import type { EventDuration, EventTime } from '../recurrence/event-time.ts';
import type { RecurrenceRule } from '../recurrence/rule.ts';
import type { MasterInput, RecurrenceSet } from '../recurrence/set.ts';
import type { Work } from '../recurrence/work.ts';
import type { FeedEvent } from '../ical/feed-event.ts';
import { workOfObject, type ObjectSeries } from '../ical/object-series.ts';
import type { TimeRange } from '../time/instant.ts';
import { UTC_CLOCK, type Clock } from '../time/zone.ts';
import type { BusyKind } from './busy-period.ts';
import { clockOfForm, zoneForms, type ZoneForm } from './zone-form.ts';

/**
 * When a series takes time, as plain JSON: all that is needed to ask it for windows without reading iCalendar. A form of another
 * version is made anew from its object.
 */
export interface SeriesForm {
  v: typeof SERIES_VERSION;
  zones: ZoneForm[];
  /** Of the instances that nothing overrides; null: they take no time. */
  kind: BusyKind | null;
  master: MasterForm | null;
  overrides: OverrideForm[];
  /** It is no series of times that are taken, but hours: between their ends, what is in none of these series is taken. */
  hours?: HoursForm;
}

/** Null: they have no such end. */
interface HoursForm {
  from: number | null;
  until: number | null;
  available: SeriesForm[];
}

export const SERIES_VERSION = 1;

/** `[wall, zone]`: the index of a zone, or one of the three below. */
type TimeForm = [number, number];
const [UTC, FLOATING, DAY] = [-1, -2, -3];

/** `[days, ms]`. */
type DurationForm = [number, number];

/** What is empty or as usual is left out. */
type RuleForm = Partial<RecurrenceRule> & Pick<RecurrenceRule, 'freq'>;

interface MasterForm {
  start: TimeForm;
  duration: DurationForm;
  rules: RuleForm[];
  exRules?: RuleForm[];
  dates?: [TimeForm, DurationForm | null][];
  exDates?: TimeForm[];
}

interface OverrideForm {
  id: TimeForm;
  start: TimeForm;
  duration: DurationForm;
  kind: BusyKind | null;
  /** RANGE=THISANDFUTURE. */
  following?: true;
  cancelled?: true;
}

/** A series that can be asked for windows; see `busyBetween`. */
export interface BusySeries {
  set: RecurrenceSet<Pick<OverrideForm, 'kind'>>;
  kind: BusyKind | null;
  /** The budget ended before its rules were worked out: when it takes time is not known. */
  isCut: boolean;
  /** It takes the time of this range that is in none of these. */
  outsideOf?: { range: TimeRange; available: BusySeries[] };
}

/** @param kindOf how an event takes time; null: none */
export function seriesForm(
  { master, overrides, zones }: ObjectSeries,
  kindOf: (event: FeedEvent) => BusyKind | null,
): SeriesForm {
  const events = master ? [master, ...overrides] : overrides;
  const { forms, indexOf } = zoneForms(events, zones);
  const time = ({ wall, clock, allDay }: EventTime): TimeForm => [
    wall,
    allDay ? DAY : clock === null ? FLOATING : clock === UTC_CLOCK ? UTC : indexOf(clock),
  ];
  return {
    v: SERIES_VERSION,
    kind: master && kindOf(master),
    master: master && masterForm(master, time),
    overrides: overrides.flatMap((event) => {
      const { recurrenceId, thisAndFuture, start, duration } = event;
      if (recurrenceId === null) return [];
      const form = { id: time(recurrenceId), start: time(start), duration: durationForm(duration) };
      return {
        ...form,
        kind: kindOf(event),
        ...(thisAndFuture && { following: true as const }),
        ...(event.status === 'CANCELLED' && { cancelled: true as const }),
      };
    }),
    zones: forms,
  };
}

function masterForm(
  { start, duration, recurrence: { rules, exRules, dates, exDates } }: FeedEvent,
  time: (time: EventTime) => TimeForm,
): MasterForm {
  return {
    start: time(start),
    duration: durationForm(duration),
    rules: rules.map(ruleForm),
    ...(exRules.length > 0 && { exRules: exRules.map(ruleForm) }),
    ...(dates.length > 0 && {
      dates: dates.map((date): [TimeForm, DurationForm | null] => [
        time(date.start),
        date.duration && durationForm(date.duration),
      ]),
    }),
    ...(exDates.length > 0 && { exDates: exDates.map(time) }),
  };
}

const durationForm = ({ days, ms }: EventDuration): DurationForm => [days, ms];
const durationIn = ([days, ms]: DurationForm): EventDuration => ({ days, ms });

const NONE: readonly never[] = [];
const USUAL: Omit<RecurrenceRule, 'freq'> = {
  ...{ interval: 1, count: null, until: null, wkst: 1, bySecond: NONE, byMinute: NONE, byHour: NONE },
  ...{ byDay: NONE, byMonthDay: NONE, byYearDay: NONE, byWeekNo: NONE, byMonth: NONE, bySetPos: NONE },
};

const ruleForm = (rule: RecurrenceRule): RuleForm =>
  Object.fromEntries(
    Object.entries(rule).filter(
      ([part, value]) =>
        !(Array.isArray(value) ? value.length === 0 : value === (USUAL as Record<string, unknown>)[part]),
    ),
  ) as RuleForm;

const ruleIn = (form: RuleForm): RecurrenceRule => ({ ...USUAL, ...form });

/**
 * Makes what `busyBetween` asks.
 *
 * @param floating where days and floating times are looked at: the zone of the calendar
 * @param work what it may cost; many share one
 */
export function seriesSet(
  { zones, kind, master, overrides, hours }: SeriesForm,
  floating: Clock,
  work: Work = workOfObject(),
): BusySeries {
  const clocks = zones.map(clockOfForm);
  const time = ([wall, zone]: TimeForm): EventTime => ({
    wall,
    clock: zone >= 0 ? (clocks[zone] ?? null) : zone === UTC ? UTC_CLOCK : null,
    allDay: zone === DAY,
  });
  const input: MasterInput | null = master && {
    start: time(master.start),
    duration: durationIn(master.duration),
    rules: master.rules.map(ruleIn),
    exRules: master.exRules?.map(ruleIn) ?? [],
    dates:
      master.dates?.map(([start, duration]) => ({
        start: time(start),
        duration: duration && durationIn(duration),
      })) ?? [],
    exDates: master.exDates?.map(time) ?? [],
  };
  const changed = overrides.map((override) => ({
    recurrenceId: time(override.id),
    thisAndFuture: override.following === true,
    cancelled: override.cancelled === true,
    start: time(override.start),
    duration: durationIn(override.duration),
    event: override,
  }));
  const set = recurrenceSet({ master: input, overrides: changed }, floating, work);
  const outsideOf = hours && {
    range: { startMs: hours.from ?? -Infinity, endMs: hours.until ?? Infinity },
    available: hours.available.map((form) => seriesSet(form, floating, work)),
  };
  return { set, kind, isCut: work.left <= 0, ...(outsideOf && { outsideOf }) };
}
