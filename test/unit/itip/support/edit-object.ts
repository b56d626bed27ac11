import type { JcalComponent, JcalProperty } from '../../../../domain/ical/parse-calendars.ts';
import { withParts } from '../../../../domain/itip/broker/edit.ts';
import { instanceAt } from '../../../../domain/itip/broker/instances.ts';
import { partsOf, snapshotOf } from '../../../../domain/itip/broker/snapshot.ts';
import { calendarOf, calendarText, msOf } from './calendar.ts';

/** What a client makes of an object: in the master, in all components (`all`), or in an instance, with an override made for it. */
export function editObject(
  object: JcalComponent,
  at: string | null,
  edit: (component: JcalComponent) => JcalComponent,
): JcalComponent {
  const snapshot = snapshotOf(object);
  if (!snapshot) throw new Error('there is nothing to change');
  const id = at === null || at === 'all' ? null : msOf(at);
  const parts = partsOf(snapshot);
  const isMeant = (of: number | null) =>
    at === null ? of === null || snapshot.master === null : at === 'all' || of === id;
  const changed = parts.map((part) => (isMeant(part.id) ? edit(part.component) : part.component));
  const instance = id === null || snapshot.overrides.has(id) ? null : instanceAt(snapshot, id);
  if (instance) changed.push(edit([...(instance.component.slice(0, 2) as [string, JcalProperty[]]), []]));
  return withParts(object, changed);
}

/** Lines in place of those of their name, all ATTENDEEs being of one; `-NAME` takes away, `+LINE` adds. */
export function withLines(component: JcalComponent, body: readonly string[]): JcalComponent {
  const removed = body.filter((line) => line.startsWith('-')).map((line) => line.slice(1).toLowerCase());
  const [, , [event]] = calendarOf(
    calendarText(
      [
        `BEGIN:${component[0].toUpperCase()}`,
        'UID:x',
        'DTSTAMP:20300101T000000Z',
        ...body.filter((line) => !line.startsWith('-')).map((line) => line.replace(/^\+/, '')),
        `END:${component[0].toUpperCase()}`,
      ],
      '',
    ),
  );
  const added = (event?.[1] ?? []).filter(([name]) => name !== 'uid' && name !== 'dtstamp');
  const isReplaced = (name: string) => body.some((line) => new RegExp(`^${name}[;:]`, 'i').test(line));
  const kept = component[1].filter(([name]) => !isReplaced(name) && !removed.includes(name));
  return [component[0], [...kept, ...added], [...component[2], ...(event?.[2] ?? [])]];
}

export const answering =
  (addresses: readonly string[], partstat: string) =>
  ([name, properties, parts]: JcalComponent): JcalComponent => [
    name,
    properties.map((property): JcalProperty => {
      const isOwn =
        property[0] === 'attendee' &&
        addresses.includes(
          String(property[3])
            .replace(/^mailto:/i, '')
            .toLowerCase(),
        );
      return isOwn ? [property[0], { ...property[1], partstat }, property[2], property[3]] : property;
    }),
    parts,
  ];
