import { recurrenceSet } from '../../recurrence/build-set.ts';
import { identityIn } from '../../recurrence/identity.ts';
import type { RecurrenceSet } from '../../recurrence/set.ts';
import { endOf, instantOfTime } from '../../recurrence/event-time.ts';
import { workOfFeed } from '../../recurrence/work.ts';
import { readFeedEvent, type FeedEvent } from '../../ical/feed-event.ts';
import { eventTime, streamZones, type FeedZones } from '../../ical/feed-zones.ts';
import { parameterOf, textOf, timeOf } from '../../ical/jcal.ts';
import type { JcalComponent, JcalProperty } from '../../ical/parse-calendars.ts';
import type { Instant } from '../../time/instant.ts';
import { UTC_CLOCK } from '../../time/zone.ts';
import { propertiesOf, propertyOf } from './edit.ts';
import { addressesIn, addressIn } from './users.ts';

/** Whom scheduling is left to (RFC 6638 §7.1). */
export type ScheduleAgent = 'SERVER' | 'CLIENT' | 'NONE';

export interface Attendee {
  address: string;
  /** In upper case; NEEDS-ACTION where none is written (RFC 5545 §3.2.12). */
  partstat: string;
  agent: ScheduleAgent;
  /** REQUEST: they get one even if nothing changed (RFC 6638 §7.2). */
  forceSend: string | null;
  delegatedTo: readonly string[];
  delegatedFrom: readonly string[];
  property: JcalProperty;
}

/** What tells an older version from a newer one (RFC 5546 §2.1.5). */
export interface Revision {
  sequence: number;
  /** Null: it has no DTSTAMP. */
  dtstampMs: Instant | null;
}

/** A component of an object: what all instances have in common, or one instance that differs. */
export interface Part extends Revision {
  component: JcalComponent;
  /** The instance's RECURRENCE-ID as an instant; null: the master. */
  id: Instant | null;
  /** Its times, read; null: it says none. */
  event: FeedEvent | null;
  startMs: Instant | null;
  endMs: Instant | null;
  /** In upper case; empty: none. */
  status: string;
  /** By address. */
  attendees: ReadonlyMap<string, Attendee>;
}

export interface Organizer {
  address: string;
  agent: ScheduleAgent;
  forceSend: string | null;
  property: JcalProperty;
}

/** A calendar object, made comparable: by instants and addresses, however they are written. */
export interface Snapshot {
  calendar: JcalComponent;
  uid: string;
  /** `vevent` or `vtodo`. */
  name: string;
  /** Of the first component that has one. */
  organizer: Organizer | null;
  master: Part | null;
  /** By RECURRENCE-ID. */
  overrides: ReadonlyMap<Instant, Part>;
  /** The instances that the master leaves out. */
  exdates: ReadonlySet<Instant>;
  zones: FeedZones;
  /** The instances by the master alone; what it leaves out is not among them. */
  series: RecurrenceSet;
  /** With what the overrides change. */
  set: () => RecurrenceSet<FeedEvent>;
}

const SCHEDULED = ['vevent', 'vtodo'];

/**
 * Reads what scheduling needs of an object or a message. Days and floating times are looked at in UTC: they are compared with each
 * other only. In proportion to the object's length.
 *
 * @returns null when there is neither VEVENT nor VTODO in it
 */
export function snapshotOf(calendar: JcalComponent): Snapshot | null {
  const components = calendar[2].filter(([name]) => SCHEDULED.includes(name));
  const [first] = components;
  if (!first) return null;
  const uid = textOf(first, 'uid').trim();
  const zones = streamZones([calendar], UTC_CLOCK, () => undefined)[0] as FeedZones;
  const work = workOfFeed(components.length);
  const masterComponent = components.find((component) => propertyOf(component, 'recurrence-id') === null);
  const master = masterComponent ? readPart(masterComponent, null, uid, zones) : null;
  const { start, duration, recurrence } = master?.event ?? {};
  const series = recurrenceSet(
    { master: start && duration && recurrence ? { start, duration, ...recurrence } : null, overrides: [] },
    UTC_CLOCK,
    work,
  );
  const overrides = new Map<Instant, Part>();
  for (const component of components) {
    const id = recurrenceIdOf(component, zones, series);
    if (id !== null) overrides.set(id, readPart(component, id, uid, zones));
  }
  const exDates = recurrence?.exDates ?? [];
  const organizers = components.flatMap((component) => propertiesOf(component, 'organizer'));
  let whole: RecurrenceSet<FeedEvent> | null = null;
  return {
    ...{ calendar, uid, name: first[0], master, overrides, zones, series },
    organizer: organizers[0] ? organizerOf(organizers[0]) : null,
    exdates: new Set(exDates.map((time) => identityIn(series, time, UTC_CLOCK))),
    set: () =>
      (whole ??= recurrenceSet(
        {
          master: start && duration && recurrence ? { start, duration, ...recurrence } : null,
          overrides: [...overrides.values()].flatMap(({ event, status }) =>
            event?.recurrenceId
              ? [{ ...event, recurrenceId: event.recurrenceId, cancelled: status === 'CANCELLED', event }]
              : [],
          ),
        },
        UTC_CLOCK,
        work,
      )),
  };
}

/** The master and the overrides. */
export const partsOf = ({ master, overrides }: Snapshot): Part[] => [
  ...(master ? [master] : []),
  ...overrides.values(),
];

export const partAt = ({ master, overrides }: Snapshot, id: Instant | null): Part | null =>
  id === null ? master : (overrides.get(id) ?? null);

function recurrenceIdOf(component: JcalComponent, zones: FeedZones, series: RecurrenceSet): Instant | null {
  const property = propertyOf(component, 'recurrence-id');
  const time = property && eventTime(property, property[3], zones);
  return time === null || typeof time === 'string' ? null : identityIn(series, time, UTC_CLOCK);
}

/** @param id of the instance; null: it is the master */
export function readPart(component: JcalComponent, id: Instant | null, uid: string, zones: FeedZones): Part {
  const event = readFeedEvent(asEvent(component), uid, zones, () => undefined);
  const startMs = event && instantOfTime(event.start, UTC_CLOCK);
  const stamp = propertyOf(component, 'dtstamp');
  const attendees = new Map<string, Attendee>();
  for (const property of propertiesOf(component, 'attendee')) {
    const attendee = attendeeOf(property);
    if (!attendees.has(attendee.address)) attendees.set(attendee.address, attendee);
  }
  const sequence = Number.parseInt(textOf(component, 'sequence'), 10);
  return {
    ...{ component, id, event, startMs, attendees },
    endMs:
      event && startMs !== null
        ? endOf(event.start.wall, startMs, event.duration, event.start.clock ?? UTC_CLOCK)
        : null,
    sequence: sequence > 0 ? sequence : 0,
    dtstampMs: (stamp && timeOf(stamp[3])?.wall) ?? null,
    status: textOf(component, 'status').trim().toUpperCase(),
  };
}

/** A VTODO is at the time from its DTSTART to its DUE, or at its DUE (RFC 5545 §3.6.2). */
function asEvent(component: JcalComponent): JcalComponent {
  if (component[0] === 'vevent') return component;
  const due = propertyOf(component, 'due');
  const start = propertyOf(component, 'dtstart');
  const times: JcalProperty[] = [];
  if (due) times.push(['dtend', ...due.slice(1)] as JcalProperty);
  if (due && !start) times.push(['dtstart', ...due.slice(1)] as JcalProperty);
  return [component[0], [...component[1].filter(([name]) => name !== 'due'), ...times], []];
}

function organizerOf(property: JcalProperty): Organizer {
  return { address: addressIn(property), property, ...scheduling(property) };
}

function attendeeOf(property: JcalProperty): Attendee {
  return {
    ...scheduling(property),
    property,
    address: addressIn(property),
    partstat: (parameterOf(property, 'partstat') ?? 'NEEDS-ACTION').toUpperCase(),
    delegatedTo: addressesIn(property, 'delegated-to'),
    delegatedFrom: addressesIn(property, 'delegated-from'),
  };
}

/** An agent that is not known is to be taken for NONE (RFC 6638 §7.1). */
function scheduling(property: JcalProperty): { agent: ScheduleAgent; forceSend: string | null } {
  const agent = (parameterOf(property, 'schedule-agent') ?? 'SERVER').toUpperCase();
  return {
    agent: agent === 'SERVER' || agent === 'CLIENT' ? agent : 'NONE',
    forceSend: parameterOf(property, 'schedule-force-send')?.toUpperCase() ?? null,
  };
}
