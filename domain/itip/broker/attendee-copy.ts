import type { JcalComponent } from '../../ical/parse-calendars.ts';
import { mappingProperties, propertyOf, SEQUENCE, without, withoutParameters, withProperty } from './edit.ts';
import { DECLINED, declinedInstances } from './own.ts';
import { withAnswers } from './keep-answers.ts';
import { instanceAt } from './instances.ts';
import { counterpart } from './settle.ts';
import type { Instant, TimeRange } from '../../time/instant.ts';
import { partsOf, snapshotOf, type Part, type Snapshot } from './snapshot.ts';
import type { CalendarUser } from './users.ts';

/**
 * What an attendee's copy has to be: with the organizer's SEQUENCE and DTSTAMP, which tell whether the next message is newer, and
 * which programs change with every edit; the answers of others as they are known, since a program may have read them some time
 * ago; and what the attendee took out remembered.
 *
 * @returns the snapshot itself when it is so already
 */
export function settledCopy(before: Snapshot | null, after: Snapshot, owner: CalendarUser): Snapshot {
  const parts = new Map(partsOf(after).map((part) => [part.component, part]));
  const components = after.calendar[2].map((component) => {
    const part = parts.get(component);
    if (!part) return component;
    const copy = mappingProperties(component, (property) =>
      withoutParameters(property, (name) => name === 'schedule-force-send'),
    );
    const known = before && counterpart(before, part);
    if (!before || !known) return copy;
    const revised = withRevision(withAnswers(copy, known, owner), known);
    return part.id === null ? withDeclined(revised, before, after) : revised;
  });
  if (components.every((component, index) => component === after.calendar[2][index])) return after;
  return snapshotOf([after.calendar[0], after.calendar[1], components]) ?? after;
}

function withRevision(component: JcalComponent, { component: known, sequence }: Part): JcalComponent {
  const stamp = propertyOf(known, 'dtstamp');
  const [now, sequenceNow] = [propertyOf(component, 'dtstamp'), propertyOf(component, 'sequence')];
  const stamped = stamp && String(stamp[3]) !== String(now?.[3]) ? withProperty(component, stamp) : component;
  return Number(sequenceNow?.[3] ?? 0) === sequence ? stamped : withProperty(stamped, SEQUENCE(sequence));
}

function withDeclined(component: JcalComponent, before: Snapshot, after: Snapshot): JcalComponent {
  const declined = new Map<Instant, TimeRange>();
  const known = declinedInstances(before);
  for (const id of after.exdates) {
    const part = before.overrides.get(id) ?? (before.exdates.has(id) ? null : instanceAt(before, id));
    const taken = known.get(id) ?? (part && timeOfPart(part));
    if (taken) declined.set(id, taken);
  }
  return remembering(component, declined);
}

const timeOfPart = ({ startMs, endMs }: Part): TimeRange | null =>
  startMs === null || endMs === null ? null : { startMs, endMs };

/** A master that remembers what the attendee took out. */
export function remembering(
  component: JcalComponent,
  declined: ReadonlyMap<Instant, TimeRange>,
): JcalComponent {
  const text = [...declined]
    .sort(([one], [other]) => one - other)
    .map(([id, { startMs, endMs }]) => `${id}/${startMs}/${endMs}`)
    .join(' ');
  const known = propertyOf(component, DECLINED);
  if (text === '') return known ? without(component, DECLINED) : component;
  return known && String(known[3]) === text
    ? component
    : withProperty(component, [DECLINED, {}, 'text', text]);
}
