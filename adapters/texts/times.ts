import { LRUCache } from 'lru-cache';
import type { Instant, TimeRange } from '../../domain/time/instant.ts';
import type { Wording } from './texts.ts';

const STYLES = {
  /** Tuesday, 24 November 2026 */
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** 24 November */
  date: { day: 'numeric', month: 'long' },
  /** Tue 24 Nov */
  shortDay: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Tue 24 Nov 2026 */
  shortDate: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  /** November 2026 */
  month: { month: 'long', year: 'numeric' },
  /** Tue */
  weekday: { weekday: 'short' },
  /** Tuesday */
  longWeekday: { weekday: 'long' },
  /** 15:00 or 3:00 PM, as the locale has it */
  clock: { timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeStyle = keyof typeof STYLES;

/** Making one costs as much as a hundred uses; zones and locales come from outside, so not all are kept. */
const formatters = new LRUCache<string, Intl.DateTimeFormat>({ max: 1_000 });

function formatter(locale: string, zone: string, style: TimeStyle): Intl.DateTimeFormat {
  const key = `${style} ${locale} ${zone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone: zone });
  formatters.set(key, made);
  return made;
}

/** An instant as the locale writes it in a zone (IANA name). */
export const formatInstant = (ms: Instant, zone: string, { locale }: Wording, style: TimeStyle): string =>
  formatter(locale, zone, style).format(ms);

/** Whether two instants lie on one day in a zone (IANA name). */
function onOneDay(one: Instant, other: Instant, zone: string): boolean {
  const days = formatter('en-GB', zone, 'day');
  return days.format(one) === days.format(other);
}

/** The clock from start to end, as in "15:00 – 15:45", with the day where the end is on another one: "22:30 – 00:30, Fri 6 Mar". */
export function clockRange({ startMs, endMs }: TimeRange, zone: string, wording: Wording): string {
  const [start, end] = [startMs, endMs].map((ms) => formatInstant(ms, zone, wording, 'clock'));
  return wording.t('time.range', {
    start: start ?? '',
    end: onOneDay(startMs, endMs, zone) ? (end ?? '') : onItsDay(),
  });

  function onItsDay(): string {
    const day = formatInstant(endMs, zone, wording, 'shortDay');
    return wording.t('time.clockAndDay', { clock: end ?? '', day });
  }
}

/** A moment with its day, as in "Tuesday, 24 November 2026, 15:00". */
export const formatMoment = (ms: Instant, zone: string, wording: Wording, day: TimeStyle = 'day'): string =>
  wording.t('time.dayAndClock', {
    day: formatInstant(ms, zone, wording, day),
    clock: formatInstant(ms, zone, wording, 'clock'),
  });
