import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import type { InstanceName } from '../../activities/feed/ports.ts';
import { readText, sha256 } from '../../activities/feed/reading.ts';
import { calendarText } from '../../adapters/feeds/calendar-text.ts';
import { compare, type KnownEvent } from '../../domain/sync/compare.ts';
import type { RoomReading } from '../../domain/feeds/read-room.ts';
import { PUBLIC_URL, ROOM } from './calendar.ts';

export const WINDOW = { beforeMs: 3_600_000, aheadMs: 86_400_000 };

/** Everything of a sync but its fetch and its writing. */
export function readAndCompare(bytes: Buffer, known: readonly KnownEvent[], nowMs: number) {
  createHash('sha256').update(bytes).digest();
  const due = known.filter(({ endMs }) => endMs > nowMs);
  const reading = readBytes(bytes, due, nowMs);
  return compare(known, reading, { ...reading, nowMs, withheld: null, digest: sha256 });
}

export function readBytes(bytes: Buffer, asked: readonly InstanceName[], nowMs: number): RoomReading {
  const calendar = calendarText(bytes, 'text/calendar; charset=utf-8');
  if (typeof calendar === 'string') throw new Error(calendar);
  const as = { roomName: ROOM, timezone: 'UTC', publicUrl: PUBLIC_URL, window: WINDOW, nowMs };
  const reading = readText(calendar.text, as, asked);
  if (typeof reading === 'string') throw new Error(reading);
  return reading;
}

/** What a reading leaves behind. */
export const knownOf = ({ instances }: RoomReading): KnownEvent[] =>
  instances.map((instance, index) => ({
    ...instance,
    id: `${index}`,
    generation: 1,
    meeting: { id: `${index}`, status: 'scheduled' },
    gone: false,
  }));

export const parseWithPeer = (bytes: Buffer): ICAL.Component =>
  new ICAL.Component(ICAL.parse(bytes.toString('utf8')) as unknown[]);
