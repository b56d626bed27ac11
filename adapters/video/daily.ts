import { z } from 'zod';
import type { VideoRooms } from '../../activities/ports.ts';
import { callVideoService } from './http.ts';
import type { RoomNames } from './room-names.ts';

export const DAILY_BASE_URL = 'https://api.daily.co/v1';

const room = z.object({ url: z.string() });
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
  return {
    async open({ roomId, endMs }) {
      const url = `${baseUrl}/rooms/${nameOf(roomId)}`;
      const existing = await callVideoService({ method: 'GET', url, apiKey }, room);
      if (existing) return existing;
      // Daily lets the room go by itself in the end, should it never hear from us again.
      const exp = Math.ceil(endMs / 1000) + EXPIRES_AFTER_END_SECONDS;
      const body = { name: nameOf(roomId), properties: { exp } };
      const made = await callVideoService({ method: 'POST', url: `${baseUrl}/rooms`, apiKey, body }, room);
      if (!made) throw new Error('Daily did not make the room');
      return made;
    },
    async close({ roomId }) {
      await callVideoService(
        { method: 'DELETE', url: `${baseUrl}/rooms/${nameOf(roomId)}`, apiKey },
        anything,
      );
    },
  };
}

const EXPIRES_AFTER_END_SECONDS = 24 * 3600;
