import {
  deleteHolidayCalendar as removeCalendar,
  holidayCalendarsOf,
  putHolidayCalendar,
  type NamedCalendar,
} from '../../adapters/postgres/booking/holidays.ts';
import { lockDaysOwner } from '../../adapters/postgres/booking/new-days.ts';
import { todayAnywhere } from '../../domain/availability/own-days.ts';
import type { HolidaysRead } from '../../domain/feeds/holidays.ts';
import type { Actor } from '../../policies/actor.ts';
import { permittedMember } from '../../queries/availability.ts';
import { holidayCalendarFor, type HolidayCalendarRead } from '../../queries/holidays.ts';
import type { CommandDeps } from '../deps.ts';
import { InvalidInput } from '../invalid-input.ts';
import type { HolidaysProblem } from './holiday-reader.ts';
import { TooManyEntries } from './refusals.ts';

/** Calendars of a member. */
const MOST_CALENDARS = 10;
/** So far ahead the days of a calendar are taken: five years. */
const DAYS_AHEAD = 1_827;

type Deps = Pick<CommandDeps, 'knex' | 'clock' | 'holidays'>;

export interface PutHolidays {
  name: string;
  /** As text. */
  ics: string;
}

/**
 * Makes the days of a calendar days off for a member; the same id again puts them in the place of those that there are.
 *
 * @throws NotPermitted, TooManyEntries; ReadingBusy
 * @throws InvalidInput what is no calendar that can be read, or has no day from today on
 */
export async function putHolidays(
  deps: Deps,
  actor: Actor,
  named: NamedCalendar,
  { name, ics }: PutHolidays,
): Promise<HolidayCalendarRead> {
  const member = { tenantId: named.tenantId, id: named.principalId };
  await permittedMember(deps.knex, actor, member, 'change');
  const nowMs = deps.clock.nowMs();
  const read = await readOrRefuse(deps, ics, nowMs);
  return deps.knex.transaction(async (trx) => {
    await lockDaysOwner(trx, { kind: 'principal', ...member });
    const others = (await holidayCalendarsOf(trx, member)).filter(({ id }) => id !== named.id);
    if (others.length >= MOST_CALENDARS) throw new TooManyEntries(MOST_CALENDARS);
    await putHolidayCalendar(trx, named, { name, read, nowMs });
    return holidayCalendarFor({ knex: trx }, actor, named);
  });
}

/** The same for one that is there. @throws as `putHolidays` does */
export async function replaceHolidays(
  deps: Deps,
  actor: Actor,
  named: NamedCalendar,
  wanted: PutHolidays,
): Promise<HolidayCalendarRead> {
  await holidayCalendarFor(deps, actor, named);
  return putHolidays(deps, actor, named, wanted);
}

/** With its days. @returns what it was. @throws NotPermitted also where there is none of this id */
export async function deleteHolidays(
  { knex }: Pick<Deps, 'knex'>,
  actor: Actor,
  named: NamedCalendar,
): Promise<HolidayCalendarRead> {
  await permittedMember(knex, actor, { tenantId: named.tenantId, id: named.principalId }, 'change');
  const deleted = await holidayCalendarFor({ knex }, actor, named);
  await removeCalendar(knex, named);
  return deleted;
}

async function readOrRefuse({ holidays }: Deps, ics: string, nowMs: number): Promise<HolidaysRead> {
  const today = todayAnywhere(nowMs);
  const read = await holidays.read(ics, { fromDay: today, untilDay: today + DAYS_AHEAD });
  if (typeof read === 'string') throw new InvalidInput('ics', WORDS[read] ?? 'cannot be read');
  if (read.days.length === 0) throw new InvalidInput('ics', 'must have an all-day event from today on');
  return read;
}

const WORDS: Partial<Record<HolidaysProblem, string>> = {
  'not-a-calendar': 'must be a calendar (RFC 5545)',
  'no-calendar': 'must be a calendar (RFC 5545)',
  truncated: 'must be whole, and its end is missing',
  'calendar-too-large': 'has more than is read',
  'too-many-components': 'has more than is read',
  'reading-took-too-long': 'takes too long to read',
  'reading-took-too-much-memory': 'takes too much memory to read',
};
