import { covers, type DayRule, type DaySpan } from '../../../../domain/availability/schedule.ts';
import type { DayNumber } from '../../../../domain/time/calendar-days.ts';
import { NotPermitted } from '../../../../policies/not-permitted.ts';
import { daysFor, type DaysOwner } from '../../../../queries/availability.ts';
import { bookingFor, type Booking } from '../../../../queries/bookings.ts';
import { holidayCalendarFor, holidayCalendarsFor } from '../../../../queries/holidays.ts';
import type { Explanation } from '../../../../queries/slots.ts';
import type { ApiDeps } from '../../../deps.ts';
import type { Member } from '../../../rooms/session-cookie.ts';
import { self } from '../doors.ts';

/** What decides about a day, as its host calls it. */
export interface Deciding {
  kind: 'override' | 'temporary' | 'vacation' | 'holiday';
  /** Empty: it has none. */
  name: string;
  span: DaySpan;
}

const MOST = 200;

/** What is in the way of the reader on a day that their week does not decide; null: nothing of it is found. */
export async function decidingOn(
  deps: ApiDeps,
  actor: Member,
  eventTypeId: string,
  { rule, day }: { rule: DayRule; day: DayNumber },
): Promise<Deciding | null> {
  const own: DaysOwner = { kind: 'principal', ...self(actor) };
  const ofType: DaysOwner = { kind: 'event-type', tenantId: actor.tenantId, id: eventTypeId };
  const page = { from: day, limit: MOST };
  const isThen = (span: DaySpan) => covers(span, day);
  switch (rule) {
    case 'weekly':
      return null;
    case 'type-override':
    case 'member-override': {
      const owner = rule === 'type-override' ? ofType : own;
      const found = (await daysFor(deps, actor, 'date_overrides', owner, page)).find(
        (one) => one.day === day,
      );
      return found ? { kind: 'override', name: found.label, span: { firstDay: day, lastDay: day } } : null;
    }
    case 'temporary': {
      const found = (await daysFor(deps, actor, 'temporary_hours', own, page)).find(isThen);
      return found ? { kind: 'temporary', name: found.name, span: found } : null;
    }
    case 'away': {
      const vacations = await Promise.all(
        [own, ofType].map((owner) => daysFor(deps, actor, 'vacations', owner, page)),
      );
      const found = vacations.flat().find(isThen);
      return found ? { kind: 'vacation', name: found.reason, span: found } : holidayOn(deps, actor, day);
    }
  }
}

async function holidayOn(deps: ApiDeps, actor: Member, day: DayNumber): Promise<Deciding | null> {
  const { tenantId, id: principalId } = self(actor);
  for (const { id } of await holidayCalendarsFor(deps, actor, self(actor))) {
    const { days } = await holidayCalendarFor(deps, actor, { tenantId, principalId, id });
    const found = days.find((one) => one.day === day);
    if (found) return { kind: 'holiday', name: found.name, span: { firstDay: day, lastDay: day } };
  }
  return null;
}

/** The bookings that are in the way of somebody, by their ids; those that the reader may not see are left out. */
export async function bookingsInTheWay(
  deps: ApiDeps,
  actor: Member,
  { hosts }: Pick<Explanation, 'hosts'>,
): Promise<ReadonlyMap<string, Booking>> {
  const ids = hosts.flatMap(({ reason }) =>
    (reason?.code === 'busy' || reason?.code === 'buffer') && reason.by.source.kind === 'meeting'
      ? [reason.by.source.meetingId]
      : [],
  );
  const found = await Promise.all([...new Set(ids)].map((id) => seen(deps, actor, id)));
  return new Map(found.flatMap((booking) => (booking ? [[booking.id, booking]] : [])));
}

async function seen(deps: ApiDeps, actor: Member, id: string): Promise<Booking | null> {
  try {
    return await bookingFor(deps, actor, { tenantId: actor.tenantId, id });
  } catch (error) {
    if (error instanceof NotPermitted) return null;
    throw error;
  }
}
