import { formatInstant } from '../../../adapters/texts/times.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { useReader } from '../reader.ts';
import { formatBeside, formatRange, isoOf } from '../time/format.ts';
import { happensTwice } from '../time/local.ts';
import { placeOf, todaysName, zoneWords } from '../../../domain/time/zone-names.ts';
import { isZone } from '../time/zone.ts';

interface TimeCardProps {
  label: string;
  time: TimeRange;
  zone: string;
  look: 'new' | 'plain' | 'old' | 'gone';
  /** Nobody has planned when it ends: since when it is on. */
  openEnd?: boolean;
  /** Other zones to show it in, such as the counterpart's; those that are unknown or the reader's own are left out. */
  elsewhere?: readonly (string | null)[];
}

/** One time, in the reader's zone first. */
export function TimeCard({ label, time, zone, look, openEnd = false, elsewhere }: TimeCardProps) {
  const reader = useReader();
  const shown = formatRange(time, zone, reader);
  const twice = happensTwice(time.startMs, zone);
  return (
    <div class={`time ${look}`}>
      <span class="label">{label}</span>
      <time dateTime={isoOf(time.startMs)}>
        <span class="day">{shown.day}</span>
        <span class="clock">
          {openEnd
            ? reader.t('time.since', { clock: formatInstant(time.startMs, zone, reader, 'clock') })
            : shown.clock}
        </span>
      </time>
      <span class="zone">{zoneWords(openEnd ? { ...time, endMs: time.startMs } : time, zone)}</span>
      {twice && <span class="twice">{reader.t('page.clock.twice', { which: twice })}</span>}
      {elsewhere && <Elsewhere time={time} zone={zone} zones={elsewhere} />}
    </div>
  );
}

/** The meeting's time, where a page is about that alone. */
export const OneTime = (props: TimeCardProps) => (
  <div class="times">
    <TimeCard {...props} />
  </div>
);

interface TwoTimesProps extends Pick<TimeCardProps, 'zone' | 'elsewhere'> {
  now: Pick<TimeCardProps, 'time' | 'look'>;
  other: Pick<TimeCardProps, 'time' | 'label'>;
}

/** The meeting's time, and beside it the one that it may get. */
export function TwoTimes({ now, other, ...where }: TwoTimesProps) {
  const { t } = useReader();
  return (
    <div class="times two">
      <TimeCard label={t('page.card.now')} {...now} {...where} />
      <TimeCard {...other} look="new" {...where} />
    </div>
  );
}

function Elsewhere({
  time,
  zone,
  zones,
}: {
  time: TimeRange;
  zone: string;
  zones: readonly (string | null)[];
}) {
  const reader = useReader();
  const others = otherZones(zone, zones);
  return others.length === 0 ? null : (
    <ul class="elsewhere">
      {others.map((other) => (
        <li>
          <span>{placeOf(other)}</span>
          <span class="beside">{formatBeside(time, other, zone, reader)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Those of the zones that are known and are not the reader's, each once, by today's names. */
export const otherZones = (zone: string, zones: readonly (string | null)[]): string[] =>
  [...new Set(zones.filter(isZone).map(todaysName))].filter((other) => other !== todaysName(zone));
