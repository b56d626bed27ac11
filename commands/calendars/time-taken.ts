import type { Knex } from 'knex';
import { addressKeysOf } from '../../adapters/postgres/people/addresses.ts';
import { objectsIn } from '../../adapters/postgres/calendars/stored-objects.ts';
import { writeTime } from '../../adapters/postgres/calendars/write-object.ts';
import type { WrittenObject } from '../../adapters/postgres/calendars/write-object.ts';
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
 * When an object of a calendar takes the time of the calendar's owner, under any of their addresses.
 *
 * @param meetingId the meeting that it stands for, whose reservation takes the time; null: none
 */
export async function timeTaken(
  knex: Knex,
  calendar: Place,
  object: CalendarObject,
  meetingId: string | null,
): Promise<TimeTaken> {
  if (meetingId !== null)
    return { periods: [], series: null, span: spanOf(object, clockOf(calendar.timezone)) };
  const addresses = object.hasAttendees ? await addressKeysOf(knex, calendar.principalId) : [];
  return timeOf(object, addresses, clockOf(calendar.timezone));
}

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

/** Works out anew when the objects of a calendar take time: it is in another zone now, or its owner has other addresses. */
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
