import { resolveFloating } from '../ical/read-time.ts';
import type { Instant } from '../time/instant.ts';
import type { ItipReading } from './inbound.ts';

/** As much of a meeting as tells which of several readings is about it. */
export interface MeetingMeant {
  uid: string;
  /** When it starts now. */
  startMs: Instant;
  /** IANA name, for times that were sent without a zone. */
  zone: string;
  isInvited(address: string): boolean;
}

/**
 * Of all that a mail's calendars say, what is about this meeting: of its UID; what says something before what does not;
 * the event itself, or the instance of its own start, before other instances; of an invited address before a
 * stranger's; about its current time before another; then the newest by SEQUENCE and DTSTAMP, then the first.
 *
 * @returns null when nothing has its UID
 */
export function readingAbout(readings: readonly ItipReading[], meeting: MeetingMeant): ItipReading | null {
  const ranked = readings
    .filter(({ uid }) => uid === meeting.uid)
    .map((reading) => ({ reading, rank: rankOf(reading, meeting) }))
    .sort((one, other) => compared(one.rank, other.rank));
  return ranked[0]?.reading ?? null;
}

/** Whether it is about the whole meeting: it has one instance, which its own start names. */
export const isAboutItself = (
  { recurrenceIdMs }: Pick<ItipReading, 'recurrenceIdMs'>,
  startMs: Instant,
): boolean => recurrenceIdMs === null || recurrenceIdMs === startMs;

/** Whether a program knows the meeting's current time. */
export const isAtItsTime = (
  reading: ItipReading,
  { startMs, zone }: Pick<MeetingMeant, 'startMs' | 'zone'>,
) =>
  reading.kind === 'reply' &&
  reading.time !== null &&
  resolveFloating(reading.time, zone).startMs === startMs;

/** The smaller the earlier, place by place. */
function rankOf(reading: ItipReading, meeting: MeetingMeant): number[] {
  const { attendee } = reading;
  const isOfInvited = attendee === null || meeting.isInvited(attendee);
  return [
    reading.kind === 'ignored' ? 1 : 0,
    isAboutItself(reading, meeting.startMs) ? 0 : 1,
    isOfInvited ? 0 : 1,
    reading.kind !== 'reply' || isAtItsTime(reading, meeting) ? 0 : 1,
    -(reading.sequence ?? -1),
    -(('dtstampMs' in reading ? reading.dtstampMs : null) ?? 0),
  ];
}

function compared(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : one[at]! - other[at]!;
}
