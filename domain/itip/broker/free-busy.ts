import type { JcalComponent, JcalProperty } from '../../ical/parse-calendars.ts';
import { eventTime, streamZones } from '../../ical/feed-zones.ts';
import { textOf } from '../../ical/jcal.ts';
import { instantOfTime } from '../../recurrence/event-time.ts';
import type { Instant, TimeRange } from '../../time/instant.ts';
import { UTC_CLOCK } from '../../time/zone.ts';
import { dateTimeOf, propertiesOf, propertyOf, withoutParameters } from './edit.ts';
import { hasMethod, messageCalendar } from './messages.ts';
import { addressIn } from './users.ts';

/** Somebody asks when others have time (RFC 5546 §3.3.2, RFC 6638 §5). */
export interface FreeBusyRequest {
  uid: string;
  organizer: string;
  /** Each once, in the order in which they are asked. */
  attendees: string[];
  window: TimeRange;
  calendar: JcalComponent;
}

export type FreeBusyProblem =
  | 'no-free-busy'
  | 'method-not-supported'
  | 'no-uid'
  | 'no-organizer'
  | 'no-attendees'
  | 'time-missing'
  /** It ends before it begins, or has no length. */
  | 'window-empty';

/** Reads a VFREEBUSY request. In proportion to its length. */
export function freeBusyRequest(calendar: JcalComponent): FreeBusyRequest | FreeBusyProblem {
  const [component, ...others] = calendar[2].filter(([name]) => name === 'vfreebusy');
  if (!component || others.length > 0) return 'no-free-busy';
  if (hasMethod(calendar) !== 'REQUEST') return 'method-not-supported';
  const uid = textOf(component, 'uid').trim();
  if (uid === '') return 'no-uid';
  const organizer = propertyOf(component, 'organizer');
  if (!organizer) return 'no-organizer';
  const attendees = [...new Set(propertiesOf(component, 'attendee').map(addressIn))];
  if (attendees.length === 0) return 'no-attendees';
  const [startMs, endMs] = [momentIn(calendar, component, 'dtstart'), momentIn(calendar, component, 'dtend')];
  if (startMs === null || endMs === null) return 'time-missing';
  if (endMs <= startMs) return 'window-empty';
  return { uid, organizer: addressIn(organizer), attendees, window: { startMs, endMs }, calendar };
}

function momentIn(calendar: JcalComponent, component: JcalComponent, name: string): Instant | null {
  const property = propertyOf(component, name);
  const [zones] = streamZones([calendar], UTC_CLOCK, () => undefined);
  if (!property || !zones) return null;
  const time = eventTime(property, property[3], zones);
  return typeof time === 'string' ? null : instantOfTime(time, UTC_CLOCK);
}

/** When somebody is busy, as VFREEBUSY says it (RFC 5545 §3.2.9). */
export interface BusyPeriodSaid extends TimeRange {
  kind: 'BUSY' | 'BUSY-TENTATIVE' | 'BUSY-UNAVAILABLE';
}

const KINDS: readonly BusyPeriodSaid['kind'][] = ['BUSY', 'BUSY-TENTATIVE', 'BUSY-UNAVAILABLE'];

/**
 * The answer for one attendee (RFC 5546 §3.3.3): their ATTENDEE as it was asked, the window, and the periods, clipped to it, merged
 * within a kind, by their start. Nothing else of what fills the time is in it.
 *
 * @returns null when they were not asked about
 */
export function freeBusyReply(
  request: FreeBusyRequest,
  attendee: string,
  periods: readonly BusyPeriodSaid[],
  nowMs: Instant,
): JcalComponent | null {
  const [component] = request.calendar[2].filter(([name]) => name === 'vfreebusy');
  const asked =
    component && propertiesOf(component, 'attendee').find((property) => addressIn(property) === attendee);
  const organizer = component && propertyOf(component, 'organizer');
  if (!component || !asked || !organizer) return null;
  const { startMs, endMs } = request.window;
  const isForeign = (name: string) => name.startsWith('schedule-') || name.startsWith('x-parley-');
  const reply: JcalComponent = [
    'vfreebusy',
    [
      ['uid', {}, 'text', request.uid],
      dateTimeOf('dtstamp', nowMs),
      withoutParameters(organizer, isForeign),
      withoutParameters(asked, isForeign),
      dateTimeOf('dtstart', startMs),
      dateTimeOf('dtend', endMs),
      ...KINDS.flatMap((kind) =>
        freeBusyOf(
          kind,
          merged(
            periods.filter((period) => period.kind === kind),
            request.window,
          ),
        ),
      ),
    ],
    [],
  ];
  return messageCalendar('REPLY', ['vcalendar', [], []], [reply]);
}

function merged(periods: readonly TimeRange[], { startMs, endMs }: TimeRange): TimeRange[] {
  const clipped = periods
    .map((period) => ({ startMs: Math.max(period.startMs, startMs), endMs: Math.min(period.endMs, endMs) }))
    .filter((period) => period.startMs < period.endMs)
    .sort((one, other) => one.startMs - other.startMs);
  const joined: TimeRange[] = [];
  for (const period of clipped) {
    const last = joined.at(-1);
    if (last && period.startMs <= last.endMs) last.endMs = Math.max(last.endMs, period.endMs);
    else joined.push({ ...period });
  }
  return joined;
}

function freeBusyOf(kind: BusyPeriodSaid['kind'], periods: readonly TimeRange[]): JcalProperty[] {
  if (periods.length === 0) return [];
  const text = (ms: Instant) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
  return [
    [
      'freebusy',
      { fbtype: kind },
      'period',
      ...periods.map(({ startMs, endMs }) => [text(startMs), text(endMs)]),
    ],
  ];
}
