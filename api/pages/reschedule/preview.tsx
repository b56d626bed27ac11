import type { TimeRange } from '../../../domain/meeting/state.ts';
import { formatRange } from '../time/format.ts';
import { happensTwice } from '../time/local.ts';
import { zoneLabel } from '../time/zone.ts';

/** The time in the form's fields, beside the current one; the script keeps it up to date while somebody types. */
export function Preview({ time, zone }: { time: TimeRange | null; zone: string }) {
  const shown = time && formatRange(time, zone);
  const twice = time && happensTwice(time.startMs, zone);
  return (
    <div class={shown ? 'time new' : 'time'} data-preview="" role="status">
      <span class="label">New time</span>
      <span class="day" data-day="">
        {shown ? `${shown.weekday} ${shown.date}` : 'Choose a day below'}
      </span>
      <span class="clock" data-clock="">
        {shown ? shown.time : '–'}
      </span>
      <span class="zone" data-zone-line="">
        {time ? zoneLabel(time.startMs, zone) : ''}
      </span>
      {twice && (
        <span class="twice">
          The clocks go back that night, and this time comes twice. The first one is taken.
        </span>
      )}
    </div>
  );
}
