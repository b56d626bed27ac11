import { type FollowingRoom, HOUR } from './feed-world.ts';

/** A calendar of these components. */
export const calendar = (...parts: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...parts, 'END:VCALENDAR', ''].join('\r\n');

/** `20260302T090000Z` */
export const utc = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** The beginning of this minute. */
export const thisMinute = (): number => Math.floor(Date.now() / 60_000) * 60_000;

/** So many hours from then, for as many. */
export const at = (hours: number, long = 1, now = thisMinute()): string[] => {
  return [`DTSTART:${utc(now + hours * HOUR)}`, `DTEND:${utc(now + (hours + long) * HOUR)}`];
};

export const event = (room: FollowingRoom, uid: string, ...lines: string[]): string =>
  [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20260101T000000Z',
    `SUMMARY:Meeting ${uid}`,
    `LOCATION:${room.url}`,
    ...lines,
    'END:VEVENT',
  ].join('\r\n');
