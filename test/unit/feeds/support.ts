import { createHash } from 'node:crypto';
import { readRoom, type RoomReading } from '../../../domain/feeds/read-room.ts';
import { openZone } from '../../../domain/time/zone.ts';

export const NOW = Date.parse('2026-03-02T08:00:00Z');
export const HOUR = 3_600_000;
export const ROOM = 'https://parley.example/max';

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A calendar of these components. */
export const calendar = (...parts: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR', ''].join('\r\n');

/** An event in the room `max`, unless it says otherwise. */
export function event(uid: string, ...lines: string[]): string {
  const place = lines.some((line) => line.startsWith('LOCATION')) ? [] : [`LOCATION:${ROOM}`];
  return ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20260101T000000Z', ...place, ...lines, 'END:VEVENT'].join(
    '\r\n',
  );
}

/** `20260302T090000Z` */
export const utc = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** So many hours from now, for as many. */
export const at = (hours: number, long = 1): string[] => [
  `DTSTART:${utc(NOW + hours * HOUR)}`,
  `DTEND:${utc(NOW + (hours + long) * HOUR)}`,
];

export function read(
  text: string,
  options: { nowMs?: number; timezone?: string; name?: string } = {},
): RoomReading {
  const { nowMs = NOW, timezone = 'UTC', name = 'max' } = options;
  const reading = readRoom(text, {
    room: { publicUrl: 'https://parley.example', name },
    floating: openZone(timezone)!,
    window: { beforeMs: HOUR, aheadMs: 24 * HOUR },
    nowMs,
    digest,
  });
  if (typeof reading === 'string') throw new Error(reading);
  return reading;
}

/** The instances as `uid recurrence-id start/end title`. */
export const shown = ({ instances }: RoomReading): string[] =>
  instances.map(({ uid, recurrenceId, startMs, endMs, title }) =>
    [uid, recurrenceId, `${short(startMs)}/${short(endMs)}`, title].filter(Boolean).join(' '),
  );

const short = (ms: number): string => new Date(ms).toISOString().slice(8, 16);
