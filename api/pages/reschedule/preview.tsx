import type { TimeRange } from '../../../domain/time/instant.ts';
import { useReader } from '../reader.ts';
import { formatRange } from '../time/format.ts';
import { happensTwice } from '../time/local.ts';
import { zoneWords } from '../../../domain/time/zone-names.ts';

interface PreviewProps {
  /** Null: none has been chosen yet. */
  time: TimeRange | null;
  zone: string;
}

/** The time in the form's fields, beside the current one; the script keeps it up to date while somebody types. */
export function Preview({ time, zone }: PreviewProps) {
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
      {twice && <span class="twice">{t('page.clock.firstTaken')}</span>}
    </div>
  );
}
