import { DAY_MS } from '../../domain/time/calendar-days.ts';
import { seeded, type Chance } from '../../test/support/mutations.ts';
import { CALENDAR_ZONES } from './zones.ts';

/** A calendar object as a client sends it, and the last segment of its URL. */
export interface DavObject {
  name: string;
  /** The lines of its VTIMEZONE; none where no zone is named. */
  zone: readonly string[];
  /** The lines of its VEVENTs. */
  events: readonly string[];
}

export const textOf = ({ zone, events }: DavObject): string => calendar(zone, events);

/** All of them in one text. */
export const wholeCalendar = (objects: readonly DavObject[]): string =>
  calendar(
    CALENDAR_ZONES.flatMap(({ lines }) => lines),
    objects.flatMap(({ events }) => events),
  );

const [MINUTE, HOUR, SPREAD_DAYS] = [60_000, 3_600_000, 3 * 365];

/**
 * A calendar's content, the same for the same arguments: events spread over the three years around an instant, from seven in
 * the morning to seven in the evening; most an hour long, a quarter by the clock of a zone, one in twenty all day (most of
 * these transparent), some tentative or cancelled. Of the series a tenth is endless, a fifth has an instance that was moved,
 * and a tenth one that was taken out.
 */
export function davObjects(wanted: {
  /** What their UIDs and names begin with. */
  prefix: string;
  events: number;
  series: number;
  aroundMs: number;
}): DavObject[] {
  const chance = seeded(4791);
  const firstDayMs = (Math.floor(wanted.aroundMs / DAY_MS) - Math.floor(SPREAD_DAYS / 2)) * DAY_MS;
  const startOf = () =>
    firstDayMs + chance.below(SPREAD_DAYS) * DAY_MS + 7 * HOUR + chance.below(44) * 15 * MINUTE;
  return [
    ...Array.from({ length: wanted.events }, (_, nth) =>
      single(`${wanted.prefix}-event-${nth}`, startOf(), chance),
    ),
    ...Array.from({ length: wanted.series }, (_, nth) =>
      series(`${wanted.prefix}-series-${nth}`, nth, startOf(), chance),
    ),
  ];
}

/** An event of an hour. */
export const hourEvent = (uid: string, startMs: number, title: string): string =>
  calendar([], vevent(uid, [`DTSTART:${utc(startMs)}`, `DTEND:${utc(startMs + HOUR)}`], title));

function single(uid: string, startMs: number, chance: Chance): DavObject {
  const kind = chance.below(100);
  const name = `${uid}.ics`;
  if (kind < 5) {
    const times = [`DTSTART;VALUE=DATE:${date(startMs)}`, `DTEND;VALUE=DATE:${date(startMs + DAY_MS)}`];
    return { name, zone: [], events: vevent(uid, [...times, ...(kind > 0 ? ['TRANSP:TRANSPARENT'] : [])]) };
  }
  const endMs = startMs + (kind < 15 ? HOUR / 2 : kind < 25 ? 2 * HOUR : HOUR);
  const status = kind < 10 ? ['STATUS:TENTATIVE'] : kind < 12 ? ['STATUS:CANCELLED'] : [];
  const zone = kind < 75 ? undefined : chance.one(CALENDAR_ZONES);
  const at = (property: string, ms: number) =>
    zone ? `${property};TZID=${zone.name}:${local(ms)}` : `${property}:${utc(ms)}`;
  const events = vevent(uid, [at('DTSTART', startMs), at('DTEND', endMs), ...status]);
  return { name, zone: zone?.lines ?? [], events };
}

/** Days from the first instance to the second; null where it takes a recurrence core to know. */
interface Rule {
  rule: string;
  stepDays: number | null;
}
const ENDING: readonly Rule[] = [
  { rule: 'FREQ=WEEKLY;COUNT=12', stepDays: 7 },
  { rule: 'FREQ=DAILY;COUNT=5', stepDays: 1 },
  { rule: 'FREQ=MONTHLY;COUNT=12', stepDays: null },
  { rule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=26', stepDays: 14 },
];
const ENDLESS: readonly Rule[] = [
  { rule: 'FREQ=WEEKLY', stepDays: 7 },
  { rule: 'FREQ=MONTHLY', stepDays: null },
  { rule: 'FREQ=WEEKLY;INTERVAL=2', stepDays: 14 },
];

function series(uid: string, nth: number, startMs: number, chance: Chance): DavObject {
  const { rule, stepDays } = chance.one(nth % 10 === 0 ? ENDLESS : ENDING);
  const zone = chance.one(CALENDAR_ZONES);
  const at = (property: string, ms: number) => `${property};TZID=${zone.name}:${local(ms)}`;
  const secondMs = startMs + (stepDays ?? 0) * DAY_MS;
  const isMoved = stepDays !== null && nth % 5 === 2;
  const isTakenOut = stepDays !== null && nth % 10 === 3;
  const master = vevent(uid, [
    ...[at('DTSTART', startMs), at('DTEND', startMs + HOUR), `RRULE:${rule}`],
    ...(isTakenOut ? [at('EXDATE', secondMs)] : []),
  ]);
  const moved = [
    at('RECURRENCE-ID', secondMs),
    at('DTSTART', secondMs + HOUR),
    at('DTEND', secondMs + 2 * HOUR),
  ];
  const events = [...master, ...(isMoved ? vevent(uid, moved, 'Moved') : [])];
  return { name: `${uid}.ics`, zone: zone.lines, events };
}

const calendar = (zone: readonly string[], components: readonly string[]): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Load//EN', ...zone, ...components],
    ...['END:VCALENDAR', ''],
  ].join('\r\n');

const vevent = (uid: string, lines: readonly string[], title = `Meeting ${uid}`): string[] => [
  ...['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20260101T000000Z', `SUMMARY:${title}`, ...lines],
  ...['LOCATION:Room 4.12', 'DESCRIPTION:What we talk about\\, and what we decide', 'END:VEVENT'],
];

export const utc = (ms: number): string => `${local(ms)}Z`;
const local = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '');
const date = (ms: number): string => local(ms).slice(0, 8);
