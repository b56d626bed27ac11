import { objectSeries } from '../ical/object-series.ts';
import type { CalendarObject } from '../ical/calendar-object.ts';
import { textOf } from '../ical/jcal.ts';
import type { JcalComponent } from '../ical/parse-calendars.ts';
import { endOf, instantOfTime } from '../recurrence/event-time.ts';
import type { TimeRange } from '../time/instant.ts';
import type { Clock } from '../time/zone.ts';
import { kindOfBusyType } from './busy-kind.ts';
import { SERIES_VERSION, seriesForm, type SeriesForm } from './series-form.ts';

/** More kinds of hours nobody has; what is left out counts as not available. */
const MOST_SERIES = 100;

/**
 * Reads hours (VAVAILABILITY, RFC 7953 §3.1): while they count, all time is taken that is not AVAILABLE, as its BUSYTYPE says. Several
 * VAVAILABILITYs in a calendar all count, whatever their PRIORITY.
 *
 * @param floating where days and floating times are looked at
 */
export function hoursOf(
  { calendar, parts, uid, seriesIn }: CalendarObject,
  floating: Clock,
): { series: SeriesForm; span: TimeRange } | null {
  const [part] = parts;
  if (!part) return null;
  const { master } = seriesIn(floating);
  const has = (name: string) => part[1].some((property) => property[0] === name);
  const fromMs = master ? instantOfTime(master.start, floating) : -Infinity;
  const untilMs =
    master && (has('dtend') || has('duration'))
      ? endOf(master.start.wall, fromMs, master.duration, master.start.clock ?? floating)
      : Infinity;
  const available = availableIn(part).map((group) =>
    seriesForm(objectSeries(calendar, group, uid, floating), ({ status }) =>
      status === 'CANCELLED' ? null : 'busy',
    ),
  );
  return {
    series: {
      v: SERIES_VERSION,
      ...{ zones: [], master: null, overrides: [] },
      kind: kindOfBusyType(textOf(part, 'busytype') || 'BUSY-UNAVAILABLE'),
      hours: { from: finite(fromMs), until: finite(untilMs), available },
    },
    span: { startMs: fromMs, endMs: untilMs },
  };
}

const finite = (ms: number): number | null => (Number.isFinite(ms) ? ms : null);

/** The AVAILABLE of each UID: a series and what differs from it. */
function availableIn([, , components]: JcalComponent): JcalComponent[][] {
  const groups = new Map<string, JcalComponent[]>();
  components.forEach((component, index) => {
    if (component[0] !== 'available') return;
    const uid = textOf(component, 'uid').trim() || `#${index}`;
    const group = groups.get(uid);
    if (group) group.push(component);
    else if (groups.size < MOST_SERIES) groups.set(uid, [component]);
  });
  return [...groups.values()];
}
