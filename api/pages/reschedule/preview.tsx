import type { TimeRange } from '../../../domain/time/instant.ts';
import { useReader } from '../reader.ts';
import { otherZones } from '../components/time-card.tsx';
import { formatBeside, formatRange } from '../time/format.ts';
import { happensTwice } from '../time/local.ts';
import { placeOf, zoneWords } from '../../../domain/time/zone-names.ts';

interface Gap {
  /** As typed, HH:MM. */
  time: string;
  /** The first one that exists after it, HH:MM. */
  nearest: string;
}

interface PreviewProps {
  /** Null: none has been chosen yet. */
  time: TimeRange | null;
  zone: string;
  /** The clocks skip the time in the fields. */
  gap: Gap | null;
  /** Other zones to show it in, beside the reader's. */
  elsewhere: readonly (string | null)[];
}

/** The time in the form's fields, beside the current one; the script keeps it up to date while somebody types. */
export function Preview({ time, zone, gap, elsewhere }: PreviewProps) {
  const reader = useReader();
  const { t } = reader;
  const shown = time && formatRange(time, zone, reader);
  const twice = time && happensTwice(time.startMs, zone);
  return (
    <div class={shown ? 'time new' : 'time empty'} data-preview="" role="status">
      <span class="label">{t('page.card.newTime')}</span>
      <span class="day" data-day="">
        {shown ? shown.day : t('page.reschedule.preview.day')}
      </span>
      <span class="clock" data-clock="">
        {shown ? shown.clock : t('page.reschedule.preview.clock')}
      </span>
      <span class="zone" data-zone-line="">
        {time ? zoneWords(time, zone) : t('page.reschedule.preview.zone')}
      </span>
      <span
        class="skipped"
        data-gap={t('page.reschedule.error.gap', { time: '{time}', nearest: '{nearest}' })}
        hidden={!gap}
      >
        {gap && t('page.reschedule.error.gap', { ...gap })}
      </span>
      <ul class="elsewhere" data-elsewhere="" hidden={!time}>
        {otherZones(zone, elsewhere).map((other) => (
          <li>
            <span>{placeOf(other)}</span>
            <span class="beside" data-beside={other}>
              {time && formatBeside(time, other, zone, reader)}
            </span>
          </li>
        ))}
      </ul>
      {twice && <span class="twice">{t('page.clock.firstTaken')}</span>}
    </div>
  );
}
