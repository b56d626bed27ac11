import type { JcalComponent } from '../../ical/parse-calendars.ts';
import { eventTime, streamZones } from '../../ical/feed-zones.ts';
import { textOf } from '../../ical/jcal.ts';
import { instantOfTime } from '../../recurrence/event-time.ts';
import type { Instant, TimeRange } from '../../time/instant.ts';
import { UTC_CLOCK } from '../../time/zone.ts';
import { propertiesOf, propertyOf } from './edit.ts';
import { hasMethod } from './messages.ts';
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
