import { z } from 'zod';
import type { VideoRooms } from '../../activities/meeting/ports.ts';
import { EXPIRES_AFTER_END_MS, NEEDED_AFTER_END_MS } from './expiry.ts';
import { callVideoService } from './http.ts';
import type { RoomNames } from './room-names.ts';

export const DAILY_BASE_URL = 'https://api.daily.co/v1';

const room = z.object({ url: z.string(), config: z.object({ exp: z.number().nullish() }).nullish() });
const anything = z.unknown();

/** Rooms of Daily (docs.daily.co, REST API: rooms). A room has a name of our choice, so making it twice finds the first. */
export function createDailyRooms({
  apiKey,
  nameOf,
  baseUrl = DAILY_BASE_URL,
}: {
  apiKey: string;
  nameOf: RoomNames;
  baseUrl?: string;
}): VideoRooms {
  /** The meeting was moved, or grew. */
  const extend = async (url: string, exp: number): Promise<{ url: string }> => {
    const body = { properties: { exp } };
    const changed = await callVideoService({ method: 'POST', url, apiKey, body }, room);
    if (!changed) throw new Error('Daily has no such room any more');
    return { url: changed.url };
  };
  return {
    async open({ meetingId, endMs }) {
      const url = `${baseUrl}/rooms/${nameOf(meetingId)}`;
      const existing = await callVideoService({ method: 'GET', url, apiKey }, room);
      const exp = Math.ceil((endMs + EXPIRES_AFTER_END_MS) / 1000);
      if (existing && lasts(existing, endMs)) return { url: existing.url };
      if (existing) return extend(url, exp);
      const body = { name: nameOf(meetingId), properties: { exp } };
      const made = await callVideoService({ method: 'POST', url: `${baseUrl}/rooms`, apiKey, body }, room);
      if (!made) throw new Error('Daily did not make the room');
      return { url: made.url };
    },
    async close({ meetingId }) {
      await callVideoService(
        { method: 'DELETE', url: `${baseUrl}/rooms/${nameOf(meetingId)}`, apiKey },
        anything,
      );
    },
  };
}

const lasts = ({ config }: z.output<typeof room>, endMs: number): boolean =>
  typeof config?.exp !== 'number' || config.exp * 1000 >= endMs + NEEDED_AFTER_END_MS;
