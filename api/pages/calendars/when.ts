import { formatInstant, formatMoment } from '../../../adapters/texts/times.ts';
import type { Wording } from '../../../adapters/texts/texts.ts';
import type { Gist } from '../../../queries/calendars/gist.ts';

/** When something is; null: it has no time. */
export function whenOf({ startMs, allDay }: Gist, timezone: string, reader: Wording): string | null {
  if (startMs === null) return null;
  if (!allDay) return formatMoment(startMs, timezone, reader);
  return reader.t('page.calendars.inbox.allDay', { day: formatInstant(startMs, timezone, reader, 'day') });
}
