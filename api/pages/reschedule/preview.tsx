import type { TimeRange } from '../../../domain/meeting/state.ts';
import { formatRange } from '../time/format.ts';
import { happensTwice } from '../time/local.ts';
import { zoneLabel } from '../time/zone.ts';

interface PreviewProps {
  /** Null: none has been chosen yet. */
  time: TimeRange | null;
  zone: string;
}

/** The time in the form's fields, beside the current one; the script keeps it up to date while somebody types. */
export function Preview({ time, zone }: PreviewProps) {
  const shown = time && formatRange(time, zone);
  const twice = time && happensTwice(time.startMs, zone);
  return (
    <div class={shown ? 'time new' : 'time empty'} data-preview="" role="status">
      <span class="label">New time</span>
      <span class="day" data-day="">
        {shown ? `${shown.weekday} ${shown.date}` : NOTHING.day}
      </span>
      <span class="clock" data-clock="">
        {shown ? shown.time : NOTHING.clock}
      </span>
      <span class="zone" data-zone-line="">
        {time ? zoneLabel(time.startMs, zone) : NOTHING.zone}
      </span>
      {twice && (
        <span class="twice">
          The clocks go back that night, and this time comes twice. The first one is taken.
        </span>
      )}
    </div>
  );
}

const NOTHING = { day: 'Not chosen yet', clock: '– – : – –', zone: 'Choose a day and a time below' };
