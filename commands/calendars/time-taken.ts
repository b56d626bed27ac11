import type { Knex } from 'knex';
import { addressKeysOf } from '../../adapters/postgres/people/addresses.ts';
import { objectsIn } from '../../adapters/postgres/calendars/stored-objects.ts';
import {
  lockCalendar,
  writeTime,
  type WrittenObject,
} from '../../adapters/postgres/calendars/write-object.ts';
import { localCalendarsOf } from '../../adapters/postgres/calendars/collections.ts';
import { busyOf } from '../../domain/freebusy/busy-of.ts';
import { spanOf } from '../../domain/calendar-query/span-of.ts';
import { readObject, type CalendarObject } from '../../domain/ical/calendar-object.ts';
import { openZone, UTC_CLOCK, type Clock } from '../../domain/time/zone.ts';
import { STORED_LIMITS } from './limits.ts';

interface Place {
  id: string;
  tenantId: string;
  principalId: string;
  /** IANA name. */
  timezone: string;
}

type TimeTaken = Pick<WrittenObject, 'span' | 'periods' | 'series'>;

/**
 * When an object of a calendar takes the time of the calendar's owner.
 *
 * @param owner.addresses all of theirs, in lower case; of no use without attendees
 * @param owner.meetingId the meeting that it stands for, whose reservation takes the time; null: none
 */
export function timeTaken(
  { timezone }: Pick<Place, 'timezone'>,
  object: CalendarObject,
  { addresses, meetingId }: { addresses: readonly string[]; meetingId: string | null },
): TimeTaken {
  const zone = clockOf(timezone);
  return meetingId === null
    ? timeOf(object, addresses, zone)
    : { periods: [], series: null, span: spanOf(object, zone) };
}

/** Of the owner of a calendar, in lower case, where it matters for an object who they are. */
export const addressesThatMatter = async (
  knex: Knex,
  { principalId }: Pick<Place, 'principalId'>,
  { hasAttendees }: CalendarObject,
): Promise<string[]> => (hasAttendees ? addressKeysOf(knex, principalId) : []);

function timeOf(object: CalendarObject, addresses: readonly string[], calendarZone: Clock): TimeTaken {
  const { periods, series, span } = busyOf(object, { addresses, calendarZone });
  return {
    periods,
    series: series && span && { form: series, span },
    span: spanOf(object, calendarZone),
  };
}

/** A zone that nobody knows any more is looked at as UTC. */
const clockOf = (zone: string): Clock => openZone(zone) ?? UTC_CLOCK;

/** Works out anew when all that a principal keeps here takes time: they have other addresses now, or are in another zone. */
export async function timeOfOwnerAgain(
  trx: Knex.Transaction,
  owner: { tenantId: string; principalId: string },
): Promise<void> {
  for (const calendar of await localCalendarsOf(trx, owner)) {
    await lockCalendar(trx, calendar.id);
    await timeTakenAgain(trx, calendar);
  }
}

/** Works out anew when the objects of a calendar whose row is locked take time: it is in another zone now, say. */
export async function timeTakenAgain(trx: Knex.Transaction, calendar: Place): Promise<void> {
  const addresses = await addressKeysOf(trx, calendar.principalId);
  const clock = clockOf(calendar.timezone);
  for (const { uid, raw, meetingId } of await objectsIn(trx, calendar.id)) {
    const object = readObject(raw, { limits: STORED_LIMITS });
    if ('problem' in object || meetingId !== null) continue;
    if (object.isFloating || object.hasAttendees)
      await writeTime(trx, calendar, { uid, ...timeOf(object, addresses, clock) });
  }
}
