import { NO_BUFFERS, type Buffers, type Taken } from '../availability/blocked.ts';
import { slotsOf, type Bookable } from '../availability/bookable.ts';
import { fullWhere } from '../availability/capacity.ts';
import { explain, type Reason } from '../availability/explain.ts';
import { closedBy, type Counted, type Limit } from '../availability/limits.ts';
import { chosenOf, startsOfEnough, type Candidate } from '../availability/members.ts';
import { NO_TURN, type Turns } from './turns.ts';
import type { Schedule } from '../availability/schedule.ts';
import { dayAt, firstShown } from '../time/wall.ts';
import { DAY_MS } from '../time/calendar-days.ts';
import type { Instant, TimeRange } from '../time/instant.ts';
import { union, type IntervalSet } from '../time/interval-set.ts';
import type { Clock } from '../time/zone.ts';
import type { BookingWindow, EventTypeHost, EventTypeSettings } from './event-type.ts';

const MINUTE_MS = 60_000;
/** An event type that says nothing of how far ahead it can be booked. */
const LONGEST_WINDOW_DAYS = 731;

/** What takes a host's time, for whoever may know. */
export interface TakenTime extends Taken {
  source:
    | { kind: 'meeting'; meetingId: string }
    | { kind: 'calendar' }
    /** Of a room or a resource: as many have it as can. */
    | { kind: 'place'; principalId: string };
}

/** A host as the offer sees them. */
export interface OfferedHost extends EventTypeHost {
  schedule: Schedule;
  taken: readonly TakenTime[];
  /** Across all event types. */
  limits: readonly Limit[];
  counted: readonly Counted[];
}

/** A room or a resource that each meeting needs. */
export interface OfferedPlace {
  principalId: string;
  capacity: number;
  taken: readonly TimeRange[];
}

/** A meeting that has room for more guests. */
export interface SeatedMeeting extends TimeRange {
  meetingId: string;
  seatsLeft: number;
}

/** All that decides when an event type can be booked within a range, as it was read. */
export interface Offer {
  eventType: Pick<
    EventTypeSettings,
    | 'lengthsMinutes'
    | 'stepMinutes'
    | 'bufferBeforeMinutes'
    | 'bufferAfterMinutes'
    | 'noticeMinutes'
    | 'window'
    | 'limits'
    | 'together'
    | 'seats'
    | 'active'
  >;
  /** On whose clocks days, weeks and months of limits and of the booking window are. */
  zone: Clock;
  hosts: readonly OfferedHost[];
  places: readonly OfferedPlace[];
  counted: readonly Counted[];
  seated: readonly SeatedMeeting[];
}

/** What is asked of an offer. */
export interface Asked {
  /** One of the event type's. */
  lengthMinutes: number;
  nowMs: Instant;
}

export interface OfferedSlot extends TimeRange {
  /** Where several guests come to one meeting. */
  seatsLeft?: number;
}

/** What can be booked within a range, by its start. */
export function offeredSlots(offer: Offer, asked: Asked, range: TimeRange): OfferedSlot[] {
  if (!offer.eventType.active) return [];
  const bookable = bookableBy(offer, asked, range);
  const starts = startsOfEnough(
    offer.hosts.map((host) => slotsOf(bookable(host), range)),
    offer.eventType.together,
  );
  const lengthMs = asked.lengthMinutes * MINUTE_MS;
  const { seats } = offer.eventType;
  const fresh = starts.map((startMs) => ({ startMs, endMs: startMs + lengthMs }));
  if (seats === 1) return fresh;
  const begun = joinable(offer, asked, range);
  return [
    ...fresh
      .filter(({ startMs }) => !begun.some((meeting) => meeting.startMs === startMs))
      .map((slot) => ({ ...slot, seatsLeft: seats })),
    ...begun.map(({ startMs, endMs, seatsLeft }) => ({ startMs, endMs, seatsLeft })),
  ].sort((one, other) => one.startMs - other.startMs);
}

/**
 * Until when what is offered stays as it is, if nothing but the time changes: until the first slot comes too soon, or the day ends, and
 * with it the booking window.
 */
export function offeredUntil(
  { eventType, zone }: Pick<Offer, 'eventType' | 'zone'>,
  [first]: readonly OfferedSlot[],
  nowMs: Instant,
): Instant {
  const dayEnds = firstShown(zone, (dayAt(zone, nowMs) + 1) * DAY_MS) - 1;
  return first ? Math.min(first.startMs - noticeOf(eventType), dayEnds) : dayEnds;
}

/** Meetings of that length that have room for another guest, and begin within the range and the booking window. */
export function joinable(offer: Offer, { lengthMinutes, nowMs }: Asked, range: TimeRange): SeatedMeeting[] {
  const window = windowOf(offer.eventType, offer.zone, nowMs);
  return offer.seated.filter(
    ({ startMs, endMs, seatsLeft }) =>
      seatsLeft > 0 &&
      endMs - startMs === lengthMinutes * MINUTE_MS &&
      startMs >= Math.max(range.startMs, window.startMs) &&
      startMs < Math.min(range.endMs, window.endMs),
  );
}

/** By what hosts are chosen: whose turn it is, or who has the meeting already, who alone can keep it when it is moved. */
export type Choice = { turns: Turns } | { kept: readonly string[] };

/**
 * Who takes a meeting that begins at an instant.
 *
 * @returns ids of principals, in their order; null: not enough of them can
 */
export function hostsFor(offer: Offer, asked: Asked, startMs: Instant, choice: Choice): string[] | null {
  const isMoved = 'kept' in choice;
  if (!offer.eventType.active && !isMoved) return null;
  const here = { startMs, endMs: startMs + 1 };
  const bookable = bookableBy(offer, asked, here);
  const free = offer.hosts.filter((host) => slotsOf(bookable(host), here).length > 0);
  if (isMoved) {
    const ids = free.map(({ principalId }) => principalId);
    return choice.kept.every((id) => ids.includes(id)) ? [...choice.kept] : null;
  }
  const needed = neededHosts(offer);
  if (needed === 0 || free.length < needed) return null;
  let left: Candidate[] = free.map((host) => ({
    ...host,
    ...(choice.turns.get(host.principalId) ?? NO_TURN),
    id: host.principalId,
  }));
  const chosen: string[] = [];
  while (chosen.length < needed) {
    const next = chosenOf(left, null);
    if (!next) return null;
    chosen.push(next.id);
    left = left.filter(({ id }) => id !== next.id);
  }
  return chosen;
}

function neededHosts({ eventType: { together }, hosts }: Offer): number {
  return together.kind === 'one' ? 1 : together.kind === 'all' ? hosts.length : together.count;
}

/**
 * Who takes a meeting with a guest: never themselves, where they are one of the hosts.
 *
 * @param guestId the principal who the guest is; null: none
 * @returns `guest-is-host`: it cannot do without the guest; null: not enough of the hosts can
 */
export function hostsForGuest(
  offer: Offer,
  asked: Asked,
  startMs: Instant,
  { turns, guestId }: { turns: Turns; guestId: string | null },
): string[] | 'guest-is-host' | null {
  const others = offer.hosts.filter(({ principalId }) => principalId !== guestId);
  if (others.length === offer.hosts.length) return hostsFor(offer, asked, startMs, { turns });
  if (others.length < neededHosts(offer)) return 'guest-is-host';
  const chosen = hostsFor({ ...offer, hosts: others }, asked, startMs, { turns });
  return chosen ?? (hostsFor(offer, asked, startMs, { turns }) && 'guest-is-host');
}

/** Why no meeting begins at an instant with a host; null: as far as they go, one could. */
export interface HostReason {
  principalId: string;
  reason: Reason<TakenTime> | null;
}

/** Why an event type is not offered at an instant, host by host; it agrees with `offeredSlots`. */
export function explainOffer(offer: Offer, asked: Asked, at: Instant): HostReason[] {
  const here = { startMs: at, endMs: at + 1 };
  const bookable = bookableBy(offer, asked, here);
  return offer.hosts.map((host) => ({
    principalId: host.principalId,
    reason: explain(bookable(host), at),
  }));
}

/** What the rules of an offer make of each of its hosts. */
function bookableBy(
  offer: Offer,
  { lengthMinutes, nowMs }: Asked,
  range: TimeRange,
): (host: OfferedHost) => Bookable<TakenTime> {
  const { eventType, zone, places } = offer;
  const lengthMs = lengthMinutes * MINUTE_MS;
  const rules = { lengthMs, stepMs: stepOf(eventType, lengthMinutes) * MINUTE_MS };
  const window = windowOf(eventType, zone, nowMs);
  const full = places.flatMap(fullTimes);
  const ofType = closedByType(offer, lengthMinutes, range);
  return ({ schedule, taken, limits, counted }) => ({
    schedule,
    taken: full.length === 0 ? taken : [...taken, ...full],
    buffers: buffersOf(eventType),
    rules,
    window,
    closed:
      limits.length === 0
        ? ofType
        : union(ofType, closedBy(limits, counted, lengthMs, { clock: schedule.zone, range })),
  });
}

/** Between the starts; a meeting that a host gave another length keeps to those of the first one. */
const stepOf = (
  { stepMinutes, lengthsMinutes }: Pick<EventTypeSettings, 'stepMinutes' | 'lengthsMinutes'>,
  lengthMinutes: number,
): number =>
  stepMinutes ??
  (lengthsMinutes.includes(lengthMinutes) ? lengthMinutes : (lengthsMinutes[0] ?? lengthMinutes));

function closedByType(
  { eventType, zone, counted }: Offer,
  lengthMinutes: number,
  range: TimeRange,
): IntervalSet {
  const lengthMs = lengthMinutes * MINUTE_MS;
  return eventType.limits.reduce<IntervalSet>((closed, limit) => {
    if (limit.lengthMinutes !== undefined && limit.lengthMinutes !== lengthMinutes) return closed;
    const those =
      limit.lengthMinutes === undefined
        ? counted
        : counted.filter(({ startMs, endMs }) => endMs - startMs === lengthMs);
    return union(closed, closedBy([limit], those, lengthMs, { clock: zone, range }));
  }, []);
}

const fullTimes = ({ principalId, capacity, taken }: OfferedPlace): TakenTime[] =>
  fullWhere(taken, capacity).map((range) => ({
    ...range,
    buffers: NO_BUFFERS,
    keepsAway: false,
    source: { kind: 'place', principalId },
  }));

export const buffersOf = ({
  bufferBeforeMinutes,
  bufferAfterMinutes,
}: Pick<EventTypeSettings, 'bufferBeforeMinutes' | 'bufferAfterMinutes'>): Buffers => ({
  beforeMs: bufferBeforeMinutes * MINUTE_MS,
  afterMs: bufferAfterMinutes * MINUTE_MS,
});

/** A meeting is booked before it begins. */
const noticeOf = ({ noticeMinutes }: { noticeMinutes: number }): number =>
  Math.max(1, noticeMinutes * MINUTE_MS);

/** In which slots may begin: from the notice on, and as far ahead as it can be booked, in whole days. */
export function windowOf(
  { noticeMinutes, window }: { noticeMinutes: number; window: BookingWindow },
  zone: Clock,
  nowMs: Instant,
): TimeRange {
  const soonest = nowMs + noticeOf({ noticeMinutes });
  const startOf = (day: number): Instant => firstShown(zone, day * DAY_MS);
  const today = dayAt(zone, nowMs);
  const latest = startOf(today + LONGEST_WINDOW_DAYS);
  if (window.kind === 'days') return { startMs: soonest, endMs: startOf(today + window.days + 1) };
  const { firstDay, lastDay } = window;
  return {
    startMs: firstDay === null ? soonest : Math.max(soonest, startOf(firstDay)),
    endMs: lastDay === null ? latest : Math.min(latest, startOf(lastDay + 1)),
  };
}
