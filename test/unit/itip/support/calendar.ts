import { parseWhole, type JcalComponent } from '../../../../domain/ical/parse-calendars.ts';
import { prepare } from '../../../../domain/ical/prepare.ts';
import { writeComponent } from '../../../../domain/ical/write-jcal.ts';
import { snapshotOf } from '../../../../domain/itip/broker/snapshot.ts';
import type { Line } from './scenario.ts';

/** Text as the objects of a calendar are read: a VCALENDAR with rules as text. */
export function calendarOf(text: string): JcalComponent {
  const parsed = parseWhole(prepare(text).text ?? '');
  if (!parsed?.[0]) throw new Error(`not a calendar:\n${text}`);
  return parsed[0];
}

/** As what is stored is written and read again. */
export const stored = (calendar: JcalComponent): JcalComponent => calendarOf(writeComponent(calendar));

export const UID = 'event@example.org';

/** A calendar of lines: of whole components, or of the one VEVENT that they are in; UID and DTSTAMP are added where they are missing. */
export function calendarText(body: readonly string[], stamp: string, method: string | null = null): string {
  const lines = body.some((line) => line.startsWith('BEGIN:VEVENT') || line.startsWith('BEGIN:VTODO'))
    ? [...body]
    : ['BEGIN:VEVENT', ...body, 'END:VEVENT'];
  const whole = lines.flatMap((line) => {
    if (line !== 'BEGIN:VEVENT' && line !== 'BEGIN:VTODO') return [line];
    const has = (name: string) => lines.some((other) => other.startsWith(`${name}:`));
    return [line, ...(has('UID') ? [] : [`UID:${UID}`]), ...(has('DTSTAMP') ? [] : [`DTSTAMP:${stamp}`])];
  });
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//Client//EN',
    ...(method ? [`METHOD:${method}`] : []),
  ];
  return [...head, ...whole, 'END:VCALENDAR', ''].join('\r\n');
}

/** `20300107T100000Z` */
export const utcText = (ms: number): string =>
  `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
export const msOf = (text: string): number =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

/** The lines, unfolded, of a component; all of the calendar where it does not matter. */
function linesIn(calendar: JcalComponent, at: string | null): string[] {
  const unfolded = (of: JcalComponent) => writeComponent(of).replace(/\r\n /g, '').split('\r\n');
  if (at === null) return unfolded(calendar);
  const snapshot = snapshotOf(calendar);
  const part = at === 'master' ? snapshot?.master : snapshot?.overrides.get(msOf(at));
  return part ? unfolded(part.component) : [];
}

/** What is not as it should be, in words; nothing when all is. */
export function differing(calendar: JcalComponent, lines: readonly Line[]): string[] {
  return lines.flatMap(({ has, in: at, fragments: [begin = '', ...others] }) => {
    const found = linesIn(calendar, at).some(
      (line) => line.startsWith(begin) && others.every((fragment) => line.includes(fragment)),
    );
    return found === has
      ? []
      : [`${has ? 'lacks' : 'has'} ${at ? `@${at} ` : ''}${[begin, ...others].join(' & ')}`];
  });
}
