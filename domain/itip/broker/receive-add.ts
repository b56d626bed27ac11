import type { JcalProperty } from '../../ical/parse-calendars.ts';
import type { Instant } from '../../time/instant.ts';
import { adding, dateTimeOf, propertyOf, SEQUENCE, withParts, withProperty } from './edit.ts';
import { recurrenceIdAt } from './instances.ts';
import { received } from './merge-part.ts';
import { refreshMessage } from './messages.ts';
import { ignored, type Outcome } from './outcome.ts';
import { ownIn, roleIn } from './own.ts';
import { compareRevisions } from './revision.ts';
import { partsOf, type Snapshot } from './snapshot.ts';
import type { CalendarUser } from './users.ts';

/**
 * An organizer's ADD (RFC 5546 §3.2.4): one more instance, which becomes an RDATE and its override. What cannot be said so, as a
 * second rule, and what is not the next version of what is known, is answered by a REFRESH.
 */
export function receiveAdd(
  message: Snapshot,
  existing: Snapshot | null,
  owner: CalendarUser,
  nowMs: Instant,
): Outcome {
  const added = message.master;
  if (!existing) {
    const own = added && ownIn(added, owner);
    const refresh = own && refreshMessage(message, own.address, nowMs);
    return ignored('unknown-event', refresh ? [refresh] : []);
  }
  const { master } = existing;
  if (!message.organizer || message.organizer.address !== existing.organizer?.address)
    return ignored('organizer-differs');
  if (roleIn(existing, owner) === 'organizer') return ignored('own-message');
  const own = partsOf(existing).flatMap((part) => ownIn(part, owner) ?? [])[0];
  const refresh = own && refreshMessage(existing, own.address, nowMs);
  if (!added || added.startMs === null) return ignored('time-missing');
  if (master && compareRevisions(added, master) <= 0) return ignored('stale');
  const recurs =
    added.event !== null && added.event.recurrence.rules.length + added.event.recurrence.dates.length > 0;
  const isNext = master?.event && added.sequence <= master.sequence + 1 && !recurs;
  const id = isNext ? recurrenceIdAt(existing, added.startMs) : null;
  if (!master || !id || added.event?.start.allDay !== master.event?.start.allDay)
    return ignored('unknown-instance', refresh ? [refresh] : []);
  const override = adding(received(added.component), id);
  const date = ['rdate', ...id.slice(1)] as JcalProperty;
  const stamped =
    added.dtstampMs === null
      ? master.component
      : withProperty(master.component, dateTimeOf('dtstamp', added.dtstampMs));
  const series = adding(withProperty(stamped, SEQUENCE(added.sequence)), date);
  const others = [...existing.overrides.values()]
    .filter((part) => part.id !== added.startMs)
    .map(({ component }) => component);
  const zones = message.calendar[2].filter(
    (zone) => zone[0] === 'vtimezone' && !existing.calendar[2].some((known) => sameZone(known, zone)),
  );
  const [name, properties, components] = withParts(existing.calendar, [series, ...others, override]);
  return {
    kind: 'stored',
    change: 'updated',
    object: [name, properties, [...zones, ...components]],
    recurrenceIds: [added.startMs],
    asks: true,
    answers: [],
    scheduleTagChanges: true,
    messages: [],
  };
}

const sameZone = (one: Snapshot['calendar'], other: Snapshot['calendar']): boolean =>
  one[0] === 'vtimezone' && String(propertyOf(one, 'tzid')?.[3]) === String(propertyOf(other, 'tzid')?.[3]);
