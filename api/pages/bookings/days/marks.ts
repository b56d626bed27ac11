import { daysFor, type DaysOwner, type StoredOverride } from '../../../../queries/availability.ts';
import { holidayCalendarFor, holidayCalendarsFor } from '../../../../queries/holidays.ts';
import {
  covers,
  daysOf,
  type DayBlock,
  type DayRule,
  type WeeklyHours,
} from '../../../../domain/availability/schedule.ts';
import { firstDayOf, type DayNumber, type MonthNumber } from '../../../../domain/time/calendar-days.ts';
import { intervalSet } from '../../../../domain/time/interval-set.ts';
import { UTC_CLOCK } from '../../../../domain/time/zone.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { self } from '../doors.ts';
import type { Whose } from './owner.ts';

/** What decides about a day, where that is not the week. */
export type Mark =
  /** `isOwn`: of whom the page is about; an event type also has those of its member. */
  | { kind: 'override'; override: StoredOverride; isOwn: boolean }
  | { kind: 'temporary' | 'vacation' | 'holiday' };

export interface DayMarks {
  /** Null: the week alone decides. */
  decides: Mark | null;
  /** On whose clocks the day is read, where that is a journey's (IANA name). */
  zone: string | null;
}

const MOST_OVERRIDES = 1_000;
const MOST = 200;

/** What is set for the days of a month, as the engine ranks it. */
export interface MonthSet {
  /** Days on which there is nothing besides the week are left out. */
  marks: Map<DayNumber, DayMarks>;
  /** When a day can be booked as things are: blocks that do not overlap, by their beginnings. */
  hoursOn: (day: DayNumber) => readonly DayBlock[];
}

/** @param weekly what counts on a day of which nothing else is said */
export async function monthSet(
  deps: ApiDeps,
  actor: Member,
  { owner, title, countsOwn }: Whose,
  { month, weekly }: { month: MonthNumber; weekly: WeeklyHours },
): Promise<MonthSet> {
  const from = firstDayOf(month);
  const isOfType = title !== null;
  const [ofType, ofMember] = await Promise.all([
    isOfType ? setFor(deps, actor, owner, from) : NOTHING,
    countsOwn ? setFor(deps, actor, { kind: 'principal', ...self(actor) }, from) : NOTHING,
  ]);
  const [temporary, travels, holidays] = countsOwn ? await ofMemberAlone(deps, actor, from) : [[], [], []];
  const vacations = [...ofMember.vacations, ...ofType.vacations];
  const hoursOn = daysOf({
    zone: UTC_CLOCK,
    weekly,
    typeOverrides: ofType.overrides,
    memberOverrides: ofMember.overrides,
    temporary,
    away: [...vacations, ...holidays.map(({ day }) => ({ firstDay: day, lastDay: day }))],
    travel: [],
  });
  const decides = (day: DayNumber, rule: DayRule): Mark | null => {
    if (rule === 'weekly') return null;
    if (rule === 'temporary') return { kind: 'temporary' };
    if (rule === 'away')
      return { kind: vacations.some((span) => covers(span, day)) ? 'vacation' : 'holiday' };
    const isTypes = rule === 'type-override';
    const override = (isTypes ? ofType : ofMember).overrides.find((one) => one.day === day);
    return override ? { kind: 'override', override, isOwn: isTypes === isOfType } : null;
  };
  const marks = new Map<DayNumber, DayMarks>();
  for (let day = from; day < firstDayOf(month + 1); day += 1) {
    const mark = decides(day, hoursOn(day).rule);
    const zone = travels.find((span) => covers(span, day))?.timezone ?? null;
    if (mark || zone !== null) marks.set(day, { decides: mark, zone });
  }
  return { marks, hoursOn: (day) => joined(hoursOn(day).blocks) };
}

/** Temporary hours may overlap those of the week. */
const joined = (blocks: readonly DayBlock[]): DayBlock[] =>
  intervalSet(blocks.map(({ fromMinute, untilMinute }) => ({ startMs: fromMinute, endMs: untilMinute }))).map(
    ({ startMs, endMs }) => ({ fromMinute: startMs, untilMinute: endMs }),
  );

const NOTHING = { overrides: [], vacations: [] };

async function setFor(deps: ApiDeps, actor: Member, owner: DaysOwner, from: DayNumber) {
  const [overrides, vacations] = await Promise.all([
    daysFor(deps, actor, 'date_overrides', owner, { from, limit: MOST_OVERRIDES }),
    daysFor(deps, actor, 'vacations', owner, { from, limit: MOST }),
  ]);
  return { overrides, vacations };
}

const ofMemberAlone = (deps: ApiDeps, actor: Member, from: DayNumber) => {
  const owner = { kind: 'principal' as const, ...self(actor) };
  return Promise.all([
    daysFor(deps, actor, 'temporary_hours', owner, { from, limit: MOST }),
    daysFor(deps, actor, 'travels', owner, { from, limit: MOST }),
    holidaysOf(deps, actor),
  ]);
};

async function holidaysOf(deps: ApiDeps, actor: Member) {
  const { tenantId, id: principalId } = self(actor);
  const calendars = await holidayCalendarsFor(deps, actor, self(actor));
  const read = await Promise.all(
    calendars.map(({ id }) => holidayCalendarFor(deps, actor, { tenantId, principalId, id })),
  );
  return read.flatMap(({ days }) => days);
}
