import type { TimeRange } from '../../../domain/meeting/state.ts';
import { formatBeside, formatRange, isoOf } from '../time/format.ts';
import { happensTwice } from '../time/local.ts';
import { placeOf, zoneLabel } from '../time/zone.ts';

interface TimeCardProps {
  label: string;
  time: TimeRange;
  zone: string;
  look: 'new' | 'plain' | 'old' | 'gone';
  /** The counterpart's zone; it and UTC are shown where they differ. */
  elsewhere?: { zone: string | null; whose: string } | undefined;
}

/** One time, in the reader's zone first. */
export function TimeCard({ label, time, zone, look, elsewhere }: TimeCardProps) {
  const shown = formatRange(time, zone);
  const twice = happensTwice(time.startMs, zone);
  return (
    <div class={`time ${look}`}>
      <span class="label">{label}</span>
      <time dateTime={isoOf(time.startMs)}>
        <span class="day">
          {shown.weekday} {shown.date}
        </span>
        <span class="clock">{shown.time}</span>
      </time>
      <span class="zone">{zoneLabel(time.startMs, zone)}</span>
      {twice && (
        <span class="twice">
          The clocks go back that night, and this time comes twice. This is the {twice} one.
        </span>
      )}
      {elsewhere && <Elsewhere time={time} zone={zone} other={elsewhere} />}
    </div>
  );
}

function Elsewhere({
  time,
  zone,
  other,
}: {
  time: TimeRange;
  zone: string;
  other: NonNullable<TimeCardProps['elsewhere']>;
}) {
  const rows = [
    ...(other.zone === null || other.zone === zone
      ? []
      : [{ zone: other.zone, label: `${placeOf(other.zone)} (${other.whose})` }]),
    ...(zone === 'UTC' || other.zone === 'UTC' ? [] : [{ zone: 'UTC', label: 'UTC' }]),
  ];
  if (rows.length === 0) return null;
  return (
    <ul class="elsewhere">
      {rows.map((row) => (
        <li>
          <span>{row.label}</span>
          <span class="beside">{formatBeside(time, row.zone, zone)}</span>
        </li>
      ))}
    </ul>
  );
}
