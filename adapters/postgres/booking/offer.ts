import type { Knex } from 'knex';
import type { Counted, Limit } from '../../../domain/availability/limits.ts';
import { limitedRange } from '../../../domain/availability/limits.ts';
import type { Schedule, WeeklyHours } from '../../../domain/availability/schedule.ts';
import type { EventType } from '../../../domain/booking/event-type.ts';
import type { Offer, OfferedHost, OfferedPlace, TakenTime } from '../../../domain/booking/offer.ts';
import { USUAL_WEEK } from '../../../domain/booking/usual-week.ts';
import { DAY_MS } from '../../../domain/time/calendar-days.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { openZone, UTC_CLOCK, type Clock } from '../../../domain/time/zone.ts';
import { countedMeetings, seatedMeetings } from './counted.ts';
import { readDays, type DaysOf } from './days.ts';
import type { TakenReader } from './remembered-taken.ts';
import { readTaken } from './taken.ts';

/** Buffers and hours that pass midnight reach no further, and no clock is further from UTC. */
const AROUND_MS = 3 * DAY_MS;

export interface OfferOptions {
  /** A meeting that is to be moved: its own time is no reason against it. */
  except?: string | undefined;
  /** These alone are looked at; absent: all of its hosts. */
  hostIds?: readonly string[] | undefined;
  /** Reads what takes their time, where nothing is excepted; absent: the tables, each time. */
  taken?: TakenReader | undefined;
}

/** How many queries it takes depends neither on days nor on hosts. */
export async function readOffer(
  knex: Knex,
  eventType: EventType,
  range: TimeRange,
  { except, hostIds, taken: takenBy }: OfferOptions = {},
): Promise<Offer> {
  const { hosts, places, timezone } = await readHosts(knex, eventType, hostIds);
  const zone = clockOf(timezone);
  const around = { startMs: range.startMs - AROUND_MS, endMs: range.endMs + AROUND_MS };
  const people = hosts.map(({ id }) => id);
  const days = await readDays(knex, { eventTypeId: eventType.id, principalIds: people }, around);
  const busy = [...people, ...places.map(({ id }) => id)];
  const taken =
    takenBy && except === undefined
      ? await takenBy(knex, busy, around)
      : await readTaken(knex, busy, around, except);
  const limits = [...eventType.limits, ...hosts.flatMap((host) => host.limits)];
  const counted =
    limits.length === 0
      ? { ofType: [], ofHost: new Map<string, Counted[]>() }
      : await countedMeetings(
          knex,
          { eventTypeId: eventType.id, principalIds: people, except },
          countedRange([{ limits: eventType.limits, zone }, ...hosts.map(limitsOf)], around),
        );
  const seated =
    eventType.seats > 1 ? await seatedMeetings(knex, eventType, { ...range, ...(except && { except }) }) : [];
  return {
    eventType,
    zone,
    hosts: hosts.map((host): OfferedHost => ({
      principalId: host.id,
      priority: host.priority,
      weight: host.weight,
      limits: host.limits,
      schedule: scheduleOf(host, days, eventType),
      taken: withKeptAway(taken.get(host.id) ?? [], eventType),
      counted: counted.ofHost.get(host.id) ?? [],
    })),
    places: places.map((place): OfferedPlace => ({
      principalId: place.id,
      capacity: place.capacity,
      taken: taken.get(place.id) ?? [],
    })),
    counted: counted.ofType,
    seated,
  };
}

/** Limits of the event type are on its clocks, and those of each host on theirs: the weeks and months of all of them count. */
function countedRange(
  those: readonly { limits: readonly Limit[]; zone: Clock }[],
  around: TimeRange,
): TimeRange {
  const ranges = those
    .filter(({ limits }) => limits.length > 0)
    .map(({ limits, zone }) => limitedRange(limits, zone, around));
  return {
    startMs: Math.min(...ranges.map(({ startMs }) => startMs)),
    endMs: Math.max(...ranges.map(({ endMs }) => endMs)),
  };
}

const limitsOf = ({ limits, timezone }: HostRow) => ({ limits, zone: clockOf(timezone) });

/** An event type may leave its buffers out against what comes from other calendars. */
const withKeptAway = (
  taken: readonly TakenTime[],
  { buffersAgainstCalendars }: EventType,
): readonly TakenTime[] =>
  buffersAgainstCalendars
    ? taken
    : taken.map((one) => (one.source.kind === 'calendar' ? { ...one, keepsAway: false } : one));

export const clockOf = (timezone: string | null): Clock =>
  (timezone === null ? null : openZone(timezone)) ?? UTC_CLOCK;

function scheduleOf(host: HostRow, days: DaysOf, { id }: EventType): Schedule {
  const own = days.get(host.id);
  const ofType = days.get(id);
  return {
    zone: clockOf(host.timezone),
    weekly: host.weekly ?? USUAL_WEEK,
    typeOverrides: ofType?.overrides ?? [],
    memberOverrides: own?.overrides ?? [],
    temporary: own?.temporary ?? [],
    away: [...(own?.away ?? []), ...(ofType?.away ?? [])],
    travel: (own?.travel ?? []).map(({ timezone, ...span }) => ({
      ...span,
      timezone,
      zone: clockOf(timezone),
    })),
  };
}

interface HostRow {
  id: string;
  priority: number;
  weight: number;
  limits: Limit[];
  /** Of the hours that count for them. */
  timezone: string;
  weekly: WeeklyHours | null;
}

interface Found {
  hosts: HostRow[];
  places: { id: string; capacity: number }[];
  timezone: string | null;
}

/** Hosts with the hours that count for them: the event type's schedule, else each one's default. */
async function readHosts(
  knex: Knex,
  eventType: EventType,
  hostIds: readonly string[] | undefined,
): Promise<Found> {
  const { rows } = await knex.raw<{ rows: Found[] }>(
    `SELECT (SELECT coalesce(own.timezone, owner.timezone)
               FROM principals owner LEFT JOIN schedules own ON own.id = :scheduleId
              WHERE owner.id = :ownerId) AS timezone,
            (SELECT coalesce(json_agg(json_build_object(
                      'id', host.principal_id, 'priority', host.priority, 'weight', host.weight,
                      'limits', coalesce(profile.limits, '[]'),
                      'timezone', coalesce(schedule.timezone, schedule_owner.timezone, member.timezone),
                      'weekly', schedule.weekly) ORDER BY host.principal_id), '[]')
               FROM event_type_hosts host
               JOIN principals member ON member.id = host.principal_id AND member.deleted_at IS NULL
               LEFT JOIN booking_profiles profile ON profile.principal_id = host.principal_id
               LEFT JOIN schedules schedule ON schedule.id = coalesce(:scheduleId, profile.default_schedule_id)
               LEFT JOIN principals schedule_owner ON schedule_owner.id = schedule.principal_id
              WHERE host.event_type_id = :id
                AND (CAST(:hostIds AS uuid[]) IS NULL OR host.principal_id = ANY(:hostIds))) AS hosts,
            (SELECT coalesce(json_agg(json_build_object('id', place.id, 'capacity', place.capacity) ORDER BY place.id), '[]')
               FROM principals place
              WHERE place.deleted_at IS NULL
                AND (place.id = :roomId OR place.id = ANY(:resourceIds))) AS places`
      .replace(/:(scheduleId|roomId)\b/g, 'CAST(:$1 AS uuid)')
      .replace(':resourceIds', 'CAST(:resourceIds AS uuid[])'),
    {
      id: eventType.id,
      ownerId: eventType.ownerId,
      scheduleId: eventType.scheduleId,
      roomId: eventType.roomId,
      resourceIds: [...eventType.resourceIds],
      hostIds: hostIds ? [...hostIds] : null,
    },
  );
  return rows[0] ?? { hosts: [], places: [], timezone: null };
}
