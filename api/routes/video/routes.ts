import type { z } from 'zod';
import { takeVideoReport, type SaidOfVideo } from '../../../commands/video/take-video-report.ts';
import type { ApiDeps } from '../../deps.ts';
import { defineRoute, type Route } from '../route.ts';
import { dailyEvent, reportTaken, wherebyEvent } from './schema.ts';

const SHARED = {
  method: 'post',
  resource: 'Rooms',
  description:
    'What is about no meeting under way, and what says nothing of who is inside, is taken and left.',
  answer: { status: 200, description: 'Whether it was about somebody in a meeting.', schema: reportTaken },
  problems: [],
} as const;

const dailyRoute = defineRoute({
  ...SHARED,
  path: '/api/hooks/video/daily',
  operationId: 'reportDailyPresence',
  summary: 'Take Daily’s word of who is inside',
  auth: { kind: 'provider', provider: 'daily' },
  body: dailyEvent,
  handler: async ({ deps, body }) => ({ taken: await take(deps, ofDaily(body)) }),
});

const wherebyRoute = defineRoute({
  ...SHARED,
  path: '/api/hooks/video/whereby',
  operationId: 'reportWherebyPresence',
  summary: 'Take Whereby’s word of who is inside',
  auth: { kind: 'provider', provider: 'whereby' },
  body: wherebyEvent,
  handler: async ({ deps, body }) => ({ taken: await take(deps, ofWhereby(body)) }),
});

function ofDaily({ type, payload, event_ts: at }: z.output<typeof dailyEvent>): SaidOfVideo | null {
  const what = TYPES.get(type);
  if (!what || payload?.room === undefined || payload.session_id === undefined) return null;
  return {
    type: what,
    room: payload.room,
    known: payload.user_id,
    session: payload.session_id,
    displayName: payload.user_name ?? null,
    atMs: at === undefined ? null : at * 1000,
  };
}

function ofWhereby({ id, type, createdAt, data }: z.output<typeof wherebyEvent>): SaidOfVideo | null {
  const what = TYPES.get(type);
  const session = data?.participantId ?? data?.externalId ?? id;
  if (!what || data?.meetingId === undefined || session === undefined) return null;
  return {
    type: what,
    room: data.meetingId,
    known: data.externalId,
    session,
    displayName: data.displayName ?? null,
    atMs: createdAt === undefined ? null : Date.parse(createdAt),
  };
}

const TYPES: ReadonlyMap<string, SaidOfVideo['type']> = new Map([
  ['participant.joined', 'joined'],
  ['participant.left', 'left'],
  ['room.client.joined', 'joined'],
  ['room.client.left', 'left'],
]);

const take = async (deps: ApiDeps, said: SaidOfVideo | null): Promise<boolean> =>
  said !== null && takeVideoReport(deps, said);

/** Webhooks of video services. */
export const videoRoutes: readonly Route[] = [dailyRoute, wherebyRoute];
