import { timeOf } from '../ical/jcal.ts';
import type { Instant } from '../time/instant.ts';
import { firstInstances, instancesBetween } from '../recurrence/instances.ts';
import type { Instance, RecurrenceSet } from '../recurrence/set.ts';

/**
 * The RECURRENCE-ID of an instance as it is written in UTC (`20260302T090000Z`), that of a series of days as a date;
 * empty when the event has one instance.
 */
export function writtenId({ recurs, allDay, clock }: RecurrenceSet, id: Instant): string {
  if (!recurs) return '';
  if (allDay) return compact(id + clock.offsetAt(id)).slice(0, 8);
  return compact(id);
}

const compact = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** The instance of a written RECURRENCE-ID, wherever in time it is; null when there is none (any more). */
export function instanceOfId<E>(set: RecurrenceSet<E>, written: string): Instance<E> | null {
  if (written === '') return set.recurs ? null : (firstInstances(set, 1).instances[0] ?? null);
  const id = set.recurs ? parseId(set, written) : null;
  if (id === null) return null;
  const override = set.overrides.find(({ recurrenceId }) => recurrenceId === id);
  if (override) return override;
  const { shift } = set.stretches.find(({ fromId, untilId }) => id >= fromId && id < untilId) ?? { shift: 0 };
  const wall = id + set.clock.offsetAt(id) + shift;
  const startMs = shift === 0 ? id : wall - set.clock.offsetOfWall(wall);
  const { instances } = instancesBetween(set, startMs, startMs + 1);
  return instances.find(({ recurrenceId }) => recurrenceId === id) ?? null;
}

function parseId({ allDay, clock }: RecurrenceSet, written: string): Instant | null {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z)?$/.exec(written) ?? [];
  if (year === undefined || (hour === undefined) !== allDay) return null;
  const date = `${year}-${month}-${day}`;
  const wall = timeOf(hour === undefined ? date : `${date}T${hour}:${minute}:${second}Z`)?.wall;
  if (wall === undefined) return null;
  return allDay ? wall - clock.offsetOfWall(wall) : wall;
}
