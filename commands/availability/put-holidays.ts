import { readHolidaysAt, readHolidayText } from '../../activities/holidays/read.ts';
import { feedOwner } from '../../adapters/feeds/feed-owner.ts';
import {
  deleteHolidayCalendar as removeCalendar,
  holidayCalendarsOf,
  putHolidayCalendar,
  type NamedCalendar,
  type NewHolidayCalendar,
} from '../../adapters/postgres/booking/holidays.ts';
import { lockDaysOwner } from '../../adapters/postgres/booking/new-days.ts';
import { nextReading } from '../../domain/feeds/holiday-times.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Actor } from '../../policies/actor.ts';
import { permittedMember } from '../../queries/availability.ts';
import { holidayCalendarFor, type HolidayCalendarRead } from '../../queries/holidays.ts';
import type { Counted } from '../counted.ts';
import type { CommandDeps } from '../deps.ts';
import { HolidaysUnreadable } from './holidays-unreadable.ts';
import { TooManyEntries } from './refusals.ts';

/** Calendars of a member. */
const MOST_CALENDARS = 10;

type Deps = Pick<CommandDeps, 'knex' | 'clock' | 'holidays'>;

/** A file is read once; an address every day from now on. */
export type HolidaySource = { ics: string } | { url: string };

export interface PutHolidays {
  name: string;
  source: HolidaySource;
}

/**
 * Makes the days of a calendar days off for a member; the same id again puts them in the place of those that there are. What
 * is fetched is counted together with all fetches of the member's.
 *
 * @throws NotPermitted, TooManyEntries; ReadingBusy
 * @throws HolidaysUnreadable what is no calendar that can be read, or has no day from today on
 */
export async function putHolidays(
  deps: Deps,
  actor: Actor,
  named: NamedCalendar,
  { name, source }: PutHolidays,
  counted: Counted,
): Promise<HolidayCalendarRead> {
  const member = { tenantId: named.tenantId, id: named.principalId };
  await permittedMember(deps.knex, actor, member, 'change');
  const isAddress = 'url' in source;
  if (isAddress) await counted.count('feedTests');
  const nowMs = deps.clock.nowMs();
  const read = isAddress
    ? await readHolidaysAt(
        { reader: deps.holidays.reader, holidays: deps.holidays },
        { url: source.url, owner: feedOwner(member.id) },
        nowMs,
      )
    : await readHolidayText(deps, source.ics, nowMs);
  if (typeof read === 'string') throw new HolidaysUnreadable(isAddress ? 'url' : 'ics', read);
  const address = isAddress ? addressOf(deps, source.url, nowMs) : null;
  return deps.knex.transaction(async (trx) => {
    await lockDaysOwner(trx, { kind: 'principal', ...member });
    const others = (await holidayCalendarsOf(trx, member)).filter(({ id }) => id !== named.id);
    if (others.length >= MOST_CALENDARS) throw new TooManyEntries(MOST_CALENDARS);
    await putHolidayCalendar(trx, named, { name, read, nowMs, address });
    return holidayCalendarFor({ knex: trx }, actor, named);
  });
}

function addressOf(
  { holidays: { urls } }: Deps,
  url: string,
  nowMs: Instant,
): NonNullable<NewHolidayCalendar['address']> {
  return { ...urls.seal(url), masked: urls.mask(url), nextMs: nextReading(nowMs) };
}

/** The same for one that is there. @throws as `putHolidays` does */
export async function replaceHolidays(
  deps: Deps,
  actor: Actor,
  named: NamedCalendar,
  wanted: PutHolidays,
  counted: Counted,
): Promise<HolidayCalendarRead> {
  await holidayCalendarFor(deps, actor, named);
  return putHolidays(deps, actor, named, wanted, counted);
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
