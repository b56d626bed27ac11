import * as chrono from 'chrono-node';
import { DateTime } from 'luxon';
import type { UnderstandingPorts } from '../../activities/understanding/understand.ts';

/** Longer words than these name no time that is worth guessing. */
const TEXT_READ = 2_000;

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
export const timeInText: UnderstandingPorts['timeInText'] = (text, about) => {
  const { meeting, zone, nowMs } = about;
  const words = text.slice(0, TEXT_READ);
  const first = about.language?.slice(0, 2).toLowerCase() ?? 'en';
  const languages = [first, ...Object.keys(PARSERS).filter((language) => language !== first)];
  for (const language of languages) {
    const startMs = startIn(PARSERS[language]?.parse(words, reference(nowMs, zone)) ?? [], about);
    if (startMs !== null) return { startMs, endMs: startMs + meeting.endMs - meeting.startMs };
  }
  return null;
};

const reference = (nowMs: number, zone: string) => ({
  instant: new Date(nowMs),
  timezone: DateTime.fromMillis(nowMs, { zone }).offset,
});

function startIn(
  results: readonly chrono.ParsedResult[],
  { meeting, zone, nowMs }: Parameters<UnderstandingPorts['timeInText']>[1],
): number | null {
  const meant = results
    .filter(({ start }) => start.isCertain('hour'))
    .map(({ start }) => {
      const offset = start.get('timezoneOffset');
      const fields = {
        year: start.get('year') ?? undefined,
        month: start.get('month') ?? undefined,
        day: start.get('day') ?? undefined,
        hour: start.get('hour') ?? 0,
        minute: start.get('minute') ?? 0,
      };
      // A zone that the words name is the one that they mean.
      if (start.isCertain('timezoneOffset') && offset !== null)
        return DateTime.fromObject(fields, { zone: 'utc' }).toMillis() - offset * 60_000;
      const namesDay = start.isCertain('day') || start.isCertain('weekday');
      const day = DateTime.fromMillis(meeting.startMs, { zone });
      const local = namesDay ? fields : { ...fields, year: day.year, month: day.month, day: day.day };
      return DateTime.fromObject(local, { zone }).toMillis();
    });
  return meant.find((startMs) => startMs > nowMs && startMs !== meeting.startMs) ?? null;
}
