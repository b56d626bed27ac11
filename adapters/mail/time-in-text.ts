import * as chrono from 'chrono-node';
import { DateTime, FixedOffsetZone } from 'luxon';
import type { AboutWords } from '../../activities/understanding/ports.ts';
import type { TimeRange } from '../../domain/time/instant.ts';

/**
 * Longer words than these name no time that is worth guessing. The library's grammars take longer than in proportion to
 * what they read: the worst that was found takes a tenth of a second at this length, and two seconds at three times it.
 */
const TEXT_READ = 600;

const PARSERS: Record<string, Pick<chrono.Chrono, 'parse'>> = {
  en: chrono.en,
  de: chrono.de,
  fr: chrono.fr,
  es: chrono.es,
  pt: chrono.pt,
  ja: chrono.ja,
};

/**
 * The time that a person's words name: "can we do 3pm?" is three o'clock on the meeting's day, "tomorrow at 3" the day
 * after the words were written, both in the writer's zone. The first future one with an hour counts; the meeting
 * keeps its length. Null when the words name none.
 *
 * @param about.zone IANA name of the writer's zone
 * @param about.language BCP 47 tag; the other languages are tried when it finds nothing
 */
export function timeInText(text: string, about: AboutWords): TimeRange | null {
  const { meeting, zone, nowMs } = about;
  const words = collapsed(text);
  const first = about.language?.slice(0, 2).toLowerCase() ?? 'en';
  const languages = [first, ...Object.keys(PARSERS).filter((language) => language !== first)];
  for (const language of languages) {
    const results = PARSERS[language]?.parse(words, reference(nowMs, zone), { forwardDate: true }) ?? [];
    const withHour = results.filter(({ start }) => start.isCertain('hour'));
    // A language in which they name a time is the one that they are written in.
    if (withHour.length === 0) continue;
    const startMs = withHour
      .map(({ start }) => instantOf(start, about))
      .find((ms) => ms > nowMs && ms !== meeting.startMs);
    return startMs === undefined ? null : { startMs, endMs: startMs + meeting.endMs - meeting.startMs };
  }
  return null;
}

/** Before any grammar sees the words: some look at a run of blanks again from each of them. */
const collapsed = (text: string): string =>
  text
    .slice(0, TEXT_READ * 10)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, TEXT_READ);

const reference = (nowMs: number, zone: string) => ({
  instant: new Date(nowMs),
  timezone: DateTime.fromMillis(nowMs, { zone }).offset,
});

function instantOf(start: chrono.ParsedComponents, { meeting, zone }: AboutWords): number {
  const offset = start.isCertain('timezoneOffset') ? start.get('timezoneOffset') : null;
  // A zone that the words name is the one that they mean.
  const meant = offset === null ? zone : FixedOffsetZone.instance(offset);
  const meetingDay = DateTime.fromMillis(meeting.startMs, { zone: meant });
  const namesDay = start.isCertain('day') || start.isCertain('weekday');
  const day = namesDay ? componentsOf(start, ['year', 'month', 'day']) : meetingDay.toObject();
  const { year = meetingDay.year, month = meetingDay.month, day: date = meetingDay.day } = day;
  const clock = componentsOf(start, ['hour', 'minute']);
  return DateTime.fromObject({ year, month, day: date, ...clock }, { zone: meant }).toMillis();
}

const componentsOf = <C extends 'year' | 'month' | 'day' | 'hour' | 'minute'>(
  start: chrono.ParsedComponents,
  names: readonly C[],
): Partial<Record<C, number>> =>
  Object.fromEntries(names.map((name) => [name, start.get(name) ?? undefined])) as Partial<Record<C, number>>;
