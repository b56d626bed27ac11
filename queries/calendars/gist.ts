import { readObject } from '../../domain/ical/calendar-object.ts';
import { textOf } from '../../domain/ical/jcal.ts';
import { cleanLine } from '../../domain/ical/text.ts';
import { instantOfTime } from '../../domain/recurrence/event-time.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { openZone, UTC_CLOCK } from '../../domain/time/zone.ts';

/** What a calendar object, or a message about one, is about, in words of people. */
export interface Gist {
  /** SUMMARY, on one line; empty: it has none. */
  title: string;
  /** When it begins; of a series, the first instance that it tells of. Null: it has no time. */
  startMs: Instant | null;
  allDay: boolean;
}

const LONGEST_TITLE = 200;

/** @param timezone where its days and floating times are. @returns nothing of what cannot be read */
export function gistOf(raw: string, timezone: string, { isMessage = false } = {}): Gist {
  const floating = openZone(timezone) ?? UTC_CLOCK;
  const object = readObject(raw, { floating, isMessage });
  if ('problem' in object) return { title: '', startMs: null, allDay: false };
  const [part] = object.parts;
  const { master, overrides } = object.seriesIn(floating);
  const event = master ?? overrides[0] ?? null;
  return {
    title: part ? cleanLine(textOf(part, 'summary')).slice(0, LONGEST_TITLE) : '',
    startMs: event && instantOfTime(event.start, floating),
    allDay: event?.start.allDay ?? false,
  };
}
