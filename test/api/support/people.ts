import { randomUUID } from 'node:crypto';

export const HOUR = 3_600_000;

const HOST = { name: 'Hanna', timezone: 'Europe/Berlin' };
const GUEST = { name: 'Gus', timezone: 'America/New_York' };

export const newHost = () => ({ email: `host-${randomUUID()}@example.com`, ...HOST });
export const newGuest = () => ({ email: `guest-${randomUUID()}@example.org`, ...GUEST });

/** An hour that begins in so many hours, on the full second. */
export function hourIn(hours: number): { startUtc: string; endUtc: string } {
  const startMs = Math.ceil(Date.now() / 1000) * 1000 + hours * HOUR;
  return { startUtc: new Date(startMs).toISOString(), endUtc: new Date(startMs + HOUR).toISOString() };
}

/** The same in the words of /api/meetings. */
export function spanIn(hours: number): { startsAt: string; endsAt: string } {
  const { startUtc: startsAt, endUtc: endsAt } = hourIn(hours);
  return { startsAt, endsAt };
}

/** A body for /api/practice-room/create. */
export const newRoom = (extra: Record<string, unknown> = {}) => ({
  title: 'Practice',
  ...hourIn(72),
  host: newHost(),
  ...extra,
});
