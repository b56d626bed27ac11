import fc from 'fast-check';
import type { JcalComponent, JcalProperty } from '../../../../domain/ical/parse-calendars.ts';
import { parameterOf, textOf } from '../../../../domain/ical/jcal.ts';
import { mailto } from '../../../../domain/ical/text.ts';
import {
  adding,
  propertiesOf,
  propertyOf,
  without,
  withParts,
  withProperty,
} from '../../../../domain/itip/broker/edit.ts';
import { ownIn } from '../../../../domain/itip/broker/own.ts';
import { partsOf, snapshotOf } from '../../../../domain/itip/broker/snapshot.ts';
import { addressIn } from '../../../../domain/itip/broker/users.ts';
import { calendarOf, calendarText, utcText } from './calendar.ts';
import { answering, editObject } from './edit-object.ts';
import { World } from './world.ts';

/** Something that happens in a dialogue; what its numbers mean depends on what there is. */
export interface Happening {
  kind: (typeof KINDS)[number];
  who: number;
  which: number;
  value: number;
}

const KINDS = [
  ...['title', 'place', 'status', 'move', 'move-instance', 'name-instance', 'leave-out', 'give-back'],
  ...['add', 'remove', 'remove-from-instance', 'cancel', 'shorten'],
  ...['answer', 'answer', 'answer', 'answer-instance', 'answer-instance', 'delete', 'take-out'],
  ...['deliver', 'deliver', 'deliver', 'deliver', 'repeat', 'repeat'],
] as const;

export const happenings = fc.record({
  users: fc.integer({ min: 3, max: 6 }),
  steps: fc.array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      who: fc.nat(5),
      which: fc.nat(30),
      value: fc.nat(7),
    }),
    { minLength: 3, maxLength: 40 },
  ),
  last: fc.array(fc.nat(1000), { minLength: 10, maxLength: 10 }),
});

export const NAMES = ['anna', 'ben', 'cleo', 'dora', 'emil', 'fay'];
const ADDRESSES = NAMES.map((name) => `${name}@example.org`);
export const WEEK_MS = 7 * 86_400_000;
const FIRST = Date.UTC(2030, 0, 7, 10);
const PARTSTATS = ['ACCEPTED', 'DECLINED', 'TENTATIVE'];

/** Lives a dialogue to its end: when nothing is under way any more. Messages are mixed and doubled on their way. */
export function live(users: number, steps: readonly Happening[], last: readonly number[]): World {
  const names = NAMES.slice(0, users);
  const world = new World(
    Object.fromEntries(names.map((name) => [name, [`${name}@example.org`]])),
    Date.UTC(2030, 0, 1),
  );
  world.change('anna', calendarOf(first(names)));
  for (const step of steps) happen(world, step, users);
  let turn = 0;
  while (world.underWay.length > 0) {
    const pick = (last[turn % last.length] ?? 0) + turn;
    const [sent] = world.underWay.splice(pick % world.underWay.length, 1);
    if (sent) {
      world.deliver(sent);
      if (pick % 3 === 0) world.deliver(sent);
    }
    if (++turn > 20_000) throw new Error('it does not come to an end');
  }
  return world;
}

/** An invitation of Anna's to all of them. */
export const first = (names: readonly string[]): string =>
  calendarText(
    [
      ...['SUMMARY:A', 'LOCATION:A', `DTSTART:${utcText(FIRST)}`, `DTEND:${utcText(FIRST + 3_600_000)}`],
      ...['RRULE:FREQ=WEEKLY;COUNT=4', 'ORGANIZER:mailto:anna@example.org'],
      ...names.map(
        (name) => `ATTENDEE${name === 'anna' ? ';PARTSTAT=ACCEPTED' : ''}:mailto:${name}@example.org`,
      ),
    ],
    '20300101T000000Z',
  );

/** Has it happen, in what somebody has by then. */
export function happen(world: World, { kind, who, which, value }: Happening, users: number): void {
  if (kind === 'deliver' || kind === 'repeat') {
    const at = which % Math.max(1, world.underWay.length);
    const sent =
      kind === 'deliver'
        ? world.underWay.splice(at, 1)[0]
        : world.log[(which * 7) % Math.max(1, world.log.length)];
    if (sent) world.deliver(sent);
    return;
  }
  const name = NAMES[1 + (who % (users - 1))] ?? 'ben';
  if (kind.startsWith('answer') || kind === 'delete' || kind === 'take-out')
    return byAttendee(world, kind, name, which, value);
  // An answer to an invitation that was taken back counts for one that is made again meanwhile: nothing tells them apart, so that
  // nothing is under way then.
  if (kind === 'add') world.deliverAll();
  const { object } = world.person('anna');
  const after = object && byOrganizer(object, kind, `${name}@example.org`, which, value);
  if (after) world.change('anna', after);
  if (kind === 'add') world.deliverAll();
}

function byAttendee(world: World, kind: string, name: string, which: number, value: number): void {
  const { object, addresses } = world.person(name);
  const snapshot = object && snapshotOf(object);
  if (!object || !snapshot || partsOf(snapshot).every(({ status }) => status === 'CANCELLED')) return;
  if (kind === 'delete') return world.change(name, null);
  const partstat = PARTSTATS[value % 3] ?? 'ACCEPTED';
  if (kind === 'answer') return world.change(name, editObject(object, 'all', answering(addresses, partstat)));
  const id = instanceOf(object, which);
  if (id === null || snapshot.overrides.get(id)?.status === 'CANCELLED') return;
  if (kind === 'answer-instance')
    world.change(name, editObject(object, utcText(id), answering(addresses, partstat)));
  else if (snapshot.master) {
    const others = partsOf(snapshot).filter((part) => part.id !== id && part.id !== null);
    const master = adding(snapshot.master.component, ['exdate', {}, 'date-time', isoOf(id)]);
    world.change(name, withParts(object, [master, ...others.map(({ component }) => component)]));
  }
}

const isoOf = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** One of the instances that are there. */
function instanceOf(object: JcalComponent, which: number): number | null {
  const snapshot = snapshotOf(object);
  const ids = snapshot ? instancesOf(object) : [];
  return ids.length === 0 ? null : (ids[which % ids.length] ?? null);
}

export function instancesOf(object: JcalComponent): number[] {
  const snapshot = snapshotOf(object);
  if (!snapshot) return [];
  const { master, overrides, exdates } = snapshot;
  const start = master?.startMs ?? 0;
  const count = master
    ? Number(/COUNT=(\d+)/.exec(String(propertyOf(master.component, 'rrule')?.[3]))?.[1] ?? 1)
    : 0;
  const ids = [...Array.from({ length: count }, (_, index) => start + index * WEEK_MS), ...overrides.keys()];
  return [...new Set(ids)].filter((id) => !exdates.has(id)).sort((one, other) => one - other);
}

type Edit = (component: JcalComponent) => JcalComponent;

const text =
  (name: string, value: string): Edit =>
  (component) =>
    withProperty(component, [name, {}, 'text', value]);

function byOrganizer(
  object: JcalComponent,
  kind: string,
  address: string,
  which: number,
  value: number,
): JcalComponent | null {
  const letter = 'ABCDEFGH'[value] ?? 'A';
  const snapshot = snapshotOf(object);
  if (!snapshot?.master) return null;
  const id = instanceOf(object, which);
  const at = id === null ? null : utcText(id);
  const master = snapshot.master.component;
  switch (kind) {
    case 'title':
    case 'place':
      return editObject(
        object,
        value > 3 ? 'all' : null,
        text(kind === 'title' ? 'summary' : 'location', letter),
      );
    case 'status':
      return editObject(object, null, text('status', value > 3 ? 'CONFIRMED' : 'TENTATIVE'));
    case 'cancel':
      return editObject(object, 'all', text('status', value > 3 ? 'CONFIRMED' : 'CANCELLED'));
    case 'move':
      // Programs give up what was about single instances then.
      return withParts(object, [moved(without(master, 'exdate'), FIRST + value * 3_600_000)]);
    case 'shorten': {
      const count = 1 + (value % 5);
      const end = (snapshot.master.startMs ?? 0) + count * WEEK_MS;
      const kept = [...snapshot.overrides.values()].filter((part) => (part.id ?? 0) < end);
      return withParts(object, [
        withProperty(without(master, 'exdate'), ['rrule', {}, 'text', `FREQ=WEEKLY;COUNT=${count}`]),
        ...kept.map(({ component }) => component),
      ]);
    }
    case 'move-instance':
      return at && id !== null
        ? editObject(object, at, (component) => moved(component, id + (1 + value) * 3_600_000))
        : null;
    case 'name-instance':
      return at ? editObject(object, at, text('summary', letter)) : null;
    case 'leave-out':
      if (id === null) return null;
      return withParts(object, [
        adding(master, ['exdate', {}, 'date-time', isoOf(id)]),
        ...[...snapshot.overrides.values()]
          .filter((part) => part.id !== id)
          .map(({ component }) => component),
      ]);
    case 'give-back':
      return editObject(object, null, (component) => without(component, 'exdate'));
    case 'add':
      return editObject(object, value > 5 ? at : 'all', (component) =>
        attends(component, address) ? component : adding(component, attendee(address)),
      );
    case 'remove':
      return editObject(object, 'all', (component) => withoutAttendee(component, address));
    case 'remove-from-instance':
      return at ? editObject(object, at, (component) => withoutAttendee(component, address)) : null;
    default:
      return null;
  }
}

const attendee = (address: string): JcalProperty => ['attendee', {}, 'cal-address', mailto(address)];
const attends = (component: JcalComponent, address: string): boolean =>
  propertiesOf(component, 'attendee').some((property) => addressIn(property) === address);
const withoutAttendee = ([name, properties, parts]: JcalComponent, address: string): JcalComponent => [
  name,
  properties.filter((property) => property[0] !== 'attendee' || addressIn(property) !== address),
  parts,
];
const moved = (component: JcalComponent, startMs: number): JcalComponent =>
  withProperty(withProperty(component, ['dtstart', {}, 'date-time', isoOf(startMs)]), [
    'dtend',
    {},
    'date-time',
    isoOf(startMs + 3_600_000),
  ]);

/** Where the copies differ in the end, in words; nothing when they agree. */
export function disagreements(world: World, users: number): string[] {
  const { object } = world.person('anna');
  const of = object && snapshotOf(object);
  if (!object || !of) return ['the organizer has nothing'];
  return NAMES.slice(1, users).flatMap((name, index) => {
    const owner = { addresses: [ADDRESSES[index + 1] ?? ''] };
    const copy = world.person(name).object;
    const own = copy && snapshotOf(copy);
    const all = new Set([...instancesOf(object), ...(copy ? instancesOf(copy) : [])]);
    return [...all].flatMap((id) => {
      const theirs = seenBy(of, instancesOf(object).includes(id) ? id : null, owner);
      const mine = own && copy ? seenBy(own, instancesOf(copy).includes(id) ? id : null, owner) : null;
      if (theirs === mine || (mine === null && theirs?.endsWith('DECLINED'))) return [];
      return [`${name} at ${utcText(id)}: the organizer has ${theirs}, they have ${mine}`];
    });
  });
}

function seenBy(
  snapshot: NonNullable<ReturnType<typeof snapshotOf>>,
  id: number | null,
  owner: { addresses: string[] },
): string | null {
  if (id === null) return null;
  const { master, overrides } = snapshot;
  const part = overrides.get(id) ?? master;
  const own = part && ownIn(part, owner);
  if (!part || !own || part.status === 'CANCELLED') return null;
  if (part.id !== null && master?.status === 'CANCELLED' && part.status === 'CANCELLED') return null;
  const word = (name: string) => textOf(part.component, name);
  const start = part.id === null ? id : part.startMs;
  const status = part.status === 'CONFIRMED' ? '' : part.status;
  const partstat = parameterOf(own.property, 'partstat') ?? 'NEEDS-ACTION';
  return [start, word('summary'), word('location'), status, partstat].join(' ');
}
