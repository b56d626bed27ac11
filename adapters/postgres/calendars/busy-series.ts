import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { seriesSet, type BusySeries, type SeriesForm } from '../../../domain/freebusy/series-form.ts';
import { workOfFeed } from '../../../domain/recurrence/work.ts';
import { openZone, UTC_CLOCK } from '../../../domain/time/zone.ts';

/** A calendar that has long or endless series. */
export interface SeriesSource {
  calendarId: string;
  /** IANA name: where its floating times and days are. */
  timezone: string;
  /** Another one whenever its series are others. */
  seriesVersion: string;
}

/** Of all calendars together: some kilobytes each. */
const MOST_SERIES = 50_000;

/** Sets whose rules are worked out, by what they were made of: nothing in them is ever out of date. */
const made = new LRUCache<string, BusySeries[]>({
  maxSize: MOST_SERIES,
  sizeCalculation: (series) => series.length + 1,
});

const keyOf = ({ calendarId, timezone, seriesVersion }: SeriesSource): string =>
  `${calendarId} ${seriesVersion} ${timezone}`;

/** The series of calendars, which `busyBetween` asks for windows. Those that were read before are not read again. */
export async function busySeriesOf(knex: Knex, sources: readonly SeriesSource[]): Promise<BusySeries[]> {
  const known = sources.map((source) => made.get(keyOf(source)));
  const missing = sources.filter((_, index) => known[index] === undefined);
  const read = missing.length === 0 ? new Map<string, SeriesForm[]>() : await readForms(knex, missing);
  return sources.flatMap((source, index) => known[index] ?? make(source, read.get(source.calendarId) ?? []));
}

function make(source: SeriesSource, forms: readonly SeriesForm[]): BusySeries[] {
  const clock = openZone(source.timezone) ?? UTC_CLOCK;
  const work = workOfFeed(forms.length);
  const series = forms.map((form) => seriesSet(form, clock, work));
  made.set(keyOf(source), series);
  return series;
}

async function readForms(knex: Knex, sources: readonly SeriesSource[]): Promise<Map<string, SeriesForm[]>> {
  const { rows } = await knex.raw<{ rows: { calendarId: string; forms: SeriesForm[] }[] }>(
    `SELECT calendar_id AS "calendarId", json_agg(series) AS forms FROM busy_series
      WHERE calendar_id = ANY(:ids) GROUP BY calendar_id`,
    { ids: sources.map(({ calendarId }) => calendarId) },
  );
  return new Map(rows.map(({ calendarId, forms }) => [calendarId, forms]));
}
