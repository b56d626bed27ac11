import { z } from 'zod';
import type { VideoRooms } from '../../activities/meeting/ports.ts';
import { EXPIRES_AFTER_END_MS, NEEDED_AFTER_END_MS } from './expiry.ts';
import { callVideoService } from './http.ts';

export const WHEREBY_BASE_URL = 'https://api.whereby.dev/v1';

const meeting = z.object({ meetingId: z.string(), roomUrl: z.string(), endDate: z.string().optional() });
const anything = z.unknown();

/** What Whereby called the meeting that it made for a room; kept by whoever holds the rooms. */
export interface WherebyMeetings {
  remember(meetingId: string, theirId: string): Promise<void>;
  recall(meetingId: string): Promise<string | null>;
}

/**
 * Rooms of Whereby (docs.whereby.com, REST API: meetings). Whereby names meetings itself, so that name is kept:
 * with it, opening again finds the first, and closing knows which. Whereby ends a meeting at its `endDate`, which cannot
 * be changed: one that would end before ours, since that was moved or grew, is replaced.
 */
export function createWherebyRooms(
  { apiKey, baseUrl = WHEREBY_BASE_URL }: { apiKey: string; baseUrl?: string },
  names: WherebyMeetings,
): VideoRooms {
  const find = (id: string) =>
    callVideoService({ method: 'GET', url: `${baseUrl}/meetings/${id}`, apiKey }, meeting);
  const remove = (id: string) =>
    callVideoService({ method: 'DELETE', url: `${baseUrl}/meetings/${id}`, apiKey }, anything);
  return {
    async open({ meetingId, endMs }) {
      const known = await names.recall(meetingId);
      const existing = known === null ? null : await find(known);
      if (existing && lasts(existing, endMs)) return { url: existing.roomUrl };
      const endDate = new Date(endMs + EXPIRES_AFTER_END_MS).toISOString();
      const body = { endDate, roomNamePrefix: 'parley', isLocked: false };
      const made = await callVideoService(
        { method: 'POST', url: `${baseUrl}/meetings`, apiKey, body },
        meeting,
      );
      if (!made) throw new Error('Whereby did not make the room');
      await names.remember(meetingId, made.meetingId);
      if (existing) await remove(existing.meetingId);
      return { url: made.roomUrl };
    },
    async close({ meetingId }) {
      const id = await names.recall(meetingId);
      if (id !== null) await remove(id);
    },
  };
}

const lasts = ({ endDate }: z.output<typeof meeting>, endMs: number): boolean =>
  endDate === undefined || Date.parse(endDate) >= endMs + NEEDED_AFTER_END_MS;
